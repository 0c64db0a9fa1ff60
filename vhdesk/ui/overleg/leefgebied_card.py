"""One leefgebied of a case: the latest ZRM scores as pills and what every organisation brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.ui.overleg.words import joined
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.flow_layout import FlowLayout
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
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.body.setSpacing(SPACE_2)
        self.body.addLayout(head)
        self._paint_icon()
        self._statements: list[_Statement] = []
        self._pills: list[Pill] = []
        # cards of one line are equally high
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._flow = FlowLayout(spacing=SPACE_1)
        self.body.addLayout(self._flow)

    def show_rows(
        self, inbreng: Sequence[InbrengRow], zrm: Sequence[ZrmRow], score_names: dict[int, str]
    ) -> None:
        """Show scores and statements; a card without either hides."""
        while len(self._pills) < len(zrm):
            pill = Pill(parent=self)
            self._pills.append(pill)
            self._flow.addWidget(pill)
        for number, pill in enumerate(self._pills):
            pill.setVisible(number < len(zrm))
            if number < len(zrm):
                _show_score(pill, zrm[number], score_names, several=len(zrm) > 1)
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


def _show_score(pill: Pill, row: ZrmRow, names: dict[int, str], *, several: bool) -> None:
    name = names.get(row.score, "")
    # "niet" alone would say too little; the others read well without the word.
    word = name if name.startswith("niet") else name.removesuffix(" zelfredzaam")
    text = f"{row.score} – {word}"
    if several:
        text = f"{row.domein}: {text}"
    pill.set_state(text, _SCORE_STATE.get(row.score, "muted"), "")
    before = (
        f", was {row.vorige} op {short_date(row.vorige_datum)}" if row.vorige and row.vorige_datum else ""
    )
    said = f"Zelfredzaamheid {row.domein}: {row.score}, {name}, {short_date(row.datum)}{before}"
    pill.setAccessibleName(said)
    pill.setToolTip(said)
