"""The persons of the case: the hoofdbetrokkene, others involved, and the family or system."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.services.casus import BetrokkeneWeghalen
from vhdesk.ui.casussen.persoon_card import PersoonCard
from vhdesk.ui.casussen.persoon_panel import PersoonPanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.card_grid import CardGrid

CARD_WIDTH = 330


class TabBetrokkenen(DossierTab):
    """Cards of persons; the panel to add one opens above them."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Betrokkenen", parent)
        self._acting = acting
        self._rows: tuple[BetrokkeneRow, ...] = ()
        self.panel = PersoonPanel(acting)
        self.add_button = QPushButton("Persoon toevoegen")
        self.add_button.clicked.connect(self.add_person)
        self.cards = CardGrid("Personen in de casus", CARD_WIDTH)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.cards)
        self.body.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def fill(self, dossier: Dossier) -> None:
        """Show the persons; cards are made again only when one of them changed."""
        if dossier.betrokkenen == self._rows:
            return
        self._rows = dossier.betrokkenen
        today = self._acting.context.clock.today()
        cards = [PersoonCard(row, today) for row in dossier.betrokkenen]
        for card in cards:
            card.remove_requested.connect(self._remove)
        self.cards.set_cards(cards)

    def add_person(self) -> None:
        """Open the panel."""
        if self.dossier is not None:
            self.panel.ask(self.dossier.id)

    def _remove(self, betrokkene_id: str) -> None:
        if self._acting.execute(BetrokkeneWeghalen(betrokkene_id=betrokkene_id)) is not None:
            self.add_button.setFocus()
            self._acting.inform("Persoon uit de casus gehaald. Ctrl+Z maakt het ongedaan.")

    def leave_case(self) -> None:
        """Close the panel."""
        self.panel.close_panel()

    def back_out(self) -> bool:
        """Close the panel; False when it was closed."""
        return self.panel.leave()

    def focus_first(self) -> None:
        """Start at the button."""
        self.add_button.setFocus()
