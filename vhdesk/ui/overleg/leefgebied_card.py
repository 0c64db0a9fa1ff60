"""One leefgebied of a case: the latest ZRM scores as pills and what every organisation brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.ui.overleg.pill_line import PillLine, PillText
from vhdesk.ui.overleg.words import joined
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary import Bronregime

_SCORE_STATE = {1: "danger", 2: "warn", 3: "ok", 4: "ok", 5: "ok"}


class _Statement(QWidget):
    """What one organisation said, with its marks."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: InbrengRow | None = None
        self.source = Label("", "small", wrap=True)
        self.mark = Pill()
        self.text = Label("", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.source, 1)
        head.addWidget(self.mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_1, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.text)

    def show_row(self, row: InbrengRow) -> None:
        """Show another statement; the same one is left alone."""
        if row == self._shown:
            return
        self._shown = row
        regime = "" if row.regime is Bronregime.OVERIG else row.regime.label
        self.source.setText(joined((row.organisatie, short_date(row.datum), regime)))
        self.mark.set_state("mondeling" if row.mondeling else "", "warn", "mic-off")
        self.mark.setAccessibleName("mondeling ingebracht, komt niet in het verslag" if row.mondeling else "")
        self.mark.setToolTip(self.mark.accessibleName())
        self.mark.setVisible(row.mondeling)
        self.text.setText(row.tekst)


class LeefgebiedCard(QFrame):
    """Kept and filled again for every case. Nothing in it is shown before it has a parent: a widget without one
    would flash as a window of its own and take the focus from the writer."""

    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self._icon_name = icon_name
        self.picture = QLabel()
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.picture)
        head.addWidget(Label(name[:1].upper() + name[1:], "strong"), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_2)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.body.addLayout(head)
        self._paint_icon()
        self._statements: list[_Statement] = []
        # cards of one line are equally high
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.pills = PillLine()
        self.body.addWidget(self.pills)

    def show_rows(
        self, inbreng: Sequence[InbrengRow], zrm: Sequence[ZrmRow], score_names: dict[int, str]
    ) -> None:
        """Show scores and statements; a card without either hides."""
        self.pills.show_pills([_score(row, score_names, several=len(zrm) > 1) for row in zrm])
        while len(self._statements) < len(inbreng):
            statement = _Statement()
            self._statements.append(statement)
            self.body.addWidget(statement)
        for number, statement in enumerate(self._statements):
            statement.setVisible(number < len(inbreng))
            if number < len(inbreng):
                statement.show_row(inbreng[number])
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
