"""One leefgebied of a case: the latest ZRM scores as pills and what every organisation brought in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.ui.overleg.pill_line import PillLine, PillText
from vhdesk.ui.overleg.text_column import Paragraph, TextColumn
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Bronregime

_SCORE_STATE = {1: "danger", 2: "warn", 3: "ok", 4: "ok", 5: "ok"}
MONDELING = "mondeling, komt niet in het verslag"


class LeefgebiedCard(QFrame):
    """Kept and filled again for every case. Nothing in it is shown before it has a parent: a widget without one
    would flash as a window of its own and take the focus from the writer."""

    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self._icon_name = icon_name
        self.picture = QLabel()
        self.pills = PillLine()
        self.text = TextColumn()
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.picture)
        head.addWidget(Label(name[:1].upper() + name[1:], "strong"), 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        body.setSpacing(SPACE_2)
        body.addLayout(head)
        body.addWidget(self.pills)
        body.addWidget(self.text)
        self._paint_icon()

    def show_rows(
        self, inbreng: Sequence[InbrengRow], zrm: Sequence[ZrmRow], score_names: dict[int, str]
    ) -> None:
        """Show scores and statements; a card without either hides."""
        self.pills.show_pills([_score(row, score_names, several=len(zrm) > 1) for row in zrm])
        self.text.show_text([line for row in inbreng for line in _statement(row)])
        self.setVisible(bool(inbreng or zrm))

    def _paint_icon(self) -> None:
        side = current_theme().px(18)
        picture = icon(self._icon_name, "accent").pixmap(QSize(side, side), self.devicePixelRatioF())
        self.picture.setPixmap(picture)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "picture"):
            self._paint_icon()


def _statement(row: InbrengRow) -> Iterator[Paragraph]:
    """What one organisation said, with its source and marks."""
    regime = "" if row.regime is Bronregime.OVERIG else row.regime.label
    yield "small", met_punten((row.organisatie, short_date(row.datum), regime))
    if row.mondeling:
        yield "pill", MONDELING
    yield "", row.tekst


def _score(row: ZrmRow, names: dict[int, str], *, several: bool) -> PillText:
    name = names.get(row.score, "")
    # "niet" alone would say too little; the others read well without the word.
    word = name if name.startswith("niet") else name.removesuffix(" zelfredzaam")
    text = f"{row.domein}: {row.score} – {word}" if several else f"{row.score} – {word}"
    before = (
        f", was {row.vorige} op {short_date(row.vorige_datum)}" if row.vorige and row.vorige_datum else ""
    )
    said = f"Zelfredzaamheid {row.domein}: {row.score}, {name}, {short_date(row.datum)}{before}"
    return text, _SCORE_STATE.get(row.score, "muted"), said
