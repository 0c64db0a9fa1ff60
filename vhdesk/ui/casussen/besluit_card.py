"""One decision on a card: what, by whom, when, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary import Besluitstatus


class BesluitCard(Card):
    """Signals: ``withdraw_requested(besluit_id)``."""

    withdraw_requested = Signal(str)

    def __init__(self, row: BesluitRow, parent: QWidget | None = None) -> None:
        super().__init__(f"B-{row.nummer}  {met_hoofdletter(row.type_naam)}", "gavel", parent=parent)
        self.row = row
        geldt = row.status is Besluitstatus.VASTGELEGD
        if not geldt:
            self.add_right(Pill(met_hoofdletter(row.status.label), "danger"))
        elif row.achteraf:
            self.add_right(Pill("Achteraf toegevoegd", "warn"))
        tekst = Label(row.tekst, "" if geldt else "muted", wrap=True)
        tekst.set_selectable()
        tekst.setAccessibleName(f"Besluit {row.nummer}")
        self.body.addWidget(tekst)
        self.body.addWidget(Label(_herkomst(row), "small", wrap=True))
        for label, words in (
            ("Onderbouwing", row.onderbouwing),
            ("Voorwaarden", row.voorwaarden),
            ("Afwijkende mening", row.afwijkende_mening),
            ("Reden van intrekken", "" if geldt else row.statusreden),
        ):
            if words:
                self.add_text(f"{label}: {words}")
        self.withdraw_button = QPushButton("Besluit intrekken")
        self.withdraw_button.setProperty("kind", "quiet")
        self.withdraw_button.setAccessibleName(f"Besluit B-{row.nummer} intrekken")
        self.withdraw_button.clicked.connect(self._withdraw)
        if geldt:
            self.body.addWidget(self.withdraw_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _withdraw(self) -> None:
        self.withdraw_requested.emit(self.row.id)


def _herkomst(row: BesluitRow) -> str:
    delen = [met_hoofdletter(date_in_words(row.datum)), met_hoofdletter(row.gremium)]
    delen.append(f"Overleg {row.overlegnummer}" if row.overlegnummer else "Buiten een overleg")
    if row.ingangsdatum is not None and row.ingangsdatum != row.datum:
        delen.append(f"Gaat in op {date_in_words(row.ingangsdatum)}")
    return "  ·  ".join(deel for deel in delen if deel)
