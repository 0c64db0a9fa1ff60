"""The persons of the case: the hoofdbetrokkene, others involved, and the family or system."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.queries.melding import Meldregel
from vhdesk.services.betrokkene import BetrokkeneWeghalen
from vhdesk.services.persoon import PersoonrelatieWeghalen
from vhdesk.ui.casussen.persoon_card import PersoonCard
from vhdesk.ui.casussen.persoon_panel import PersoonPanel
from vhdesk.ui.casussen.relatie_panel import RelatiePanel
from vhdesk.ui.casussen.samenvoeg_panel import SamenvoegPanel
from vhdesk.ui.casussen.scheid_panel import ScheidPanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.card_grid import CardGrid
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_triage import OVER_PERSOON

CARD_WIDTH = 330


class TabBetrokkenen(DossierTab):
    """Cards of persons; a panel to add, change, relate or merge one opens above them, one at a time."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Betrokkenen", parent)
        self._acting = acting
        self._rows: tuple[BetrokkeneRow, ...] = ()
        self._gemeld: tuple[Meldregel, ...] = ()
        self.panel = PersoonPanel(acting)
        self.relatie = RelatiePanel(acting)
        self.samenvoegen = SamenvoegPanel(acting)
        self.scheiden = ScheidPanel(acting)
        self._panels = (self.panel, self.relatie, self.samenvoegen, self.scheiden)
        self.add_button = QPushButton("Persoon toevoegen")
        self.add_button.clicked.connect(self.add_person)
        self.cards = CardGrid("Personen in de casus", CARD_WIDTH)
        for panel in self._panels:
            self.body.addWidget(panel)
        self.body.addWidget(self.cards)
        self.body.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.panel.compare_requested.connect(self._compare)

    def fill(self, dossier: Dossier) -> None:
        """Show the persons; cards are made again only when one of them changed."""
        gemeld = tuple(regel for regel in dossier.gemeld if regel.soort in OVER_PERSOON)
        if (dossier.betrokkenen, gemeld) == (self._rows, self._gemeld):
            return
        self._rows, self._gemeld = dossier.betrokkenen, gemeld
        today = self._acting.context.clock.today()
        hoofd = Betrokkenheid.HOOFDBETROKKENE
        cards = [PersoonCard(row, today, gemeld if row.rol is hoofd else ()) for row in dossier.betrokkenen]
        for card in cards:
            card.remove_requested.connect(self._remove)
            card.change_requested.connect(self.change_person)
            card.relate_requested.connect(self.relate_person)
            card.merge_requested.connect(self.merge_person)
            card.unrelate_requested.connect(self._unrelate)
            card.part_requested.connect(self.part_person)
            card.case_requested.connect(self._to_case)
        self.cards.set_cards(cards)

    # --- who

    def current(self) -> BetrokkeneRow | None:
        """Return the person whose card has the focus, else the hoofdbetrokkene; None without a case."""
        focus = self.window().focusWidget()
        for card in self.cards.cards:
            if isinstance(card, PersoonCard) and focus is not None and card.isAncestorOf(focus):
                return card.row
        return self._rows[0] if self._rows else None

    def _row(self, betrokkene_id: str) -> BetrokkeneRow | None:
        if not betrokkene_id:
            return self.current()
        return next((row for row in self._rows if row.id == betrokkene_id), None)

    def _make_room(self) -> None:
        for panel in self._panels:
            panel.leave()

    # --- acts

    def add_person(self) -> None:
        """Open the panel for somebody new."""
        if self.dossier is not None:
            self._make_room()
            self.panel.ask(self.dossier.id)

    def change_person(self, betrokkene_id: str = "") -> None:
        """Open the panel with the data of a person."""
        row = self._row(betrokkene_id)
        if self.dossier is not None and row is not None:
            self._make_room()
            self.panel.change(self.dossier.id, row)

    def relate_person(self, betrokkene_id: str = "") -> None:
        """Ask how a person stands to another."""
        row = self._row(betrokkene_id)
        if self.dossier is not None and row is not None:
            self._make_room()
            if not self.relatie.ask(self.dossier, row):
                self._acting.inform("Voor een relatie zijn twee personen nodig. Voeg eerst de ander toe.")

    def merge_person(self, betrokkene_id: str = "", ander_id: str = "") -> None:
        """Ask with whom a person is one and the same."""
        row = self._row(betrokkene_id)
        if self.dossier is not None and row is not None:
            self._make_room()
            self.samenvoegen.ask(self.dossier, row, ander_id)

    def part_person(self, samenvoeging_id: str = "") -> None:
        """Ask why a merge was a mistake; without an id the last one of the person at hand."""
        rows = self._rows if samenvoeging_id else tuple(filter(None, (self.current(),)))
        merges = [merge for row in rows for merge in row.samenvoegingen]
        merge = next((merge for merge in merges if samenvoeging_id in ("", merge.id)), None)
        if merge is None:
            self._acting.inform("Deze persoon is niet samengevoegd.")
            return
        self._make_room()
        self.scheiden.ask(merge)

    def _compare(self, ander_id: str) -> None:
        row = self.panel.row
        if row is not None:
            self.merge_person(row.id, ander_id)

    def _remove(self, betrokkene_id: str) -> None:
        if self._acting.execute(BetrokkeneWeghalen(betrokkene_id=betrokkene_id)) is not None:
            self.add_button.setFocus()
            self._acting.inform("Persoon uit de casus gehaald. Ctrl+Z maakt het ongedaan.")

    def _unrelate(self, relatie_id: str) -> None:
        if self._acting.execute(PersoonrelatieWeghalen(persoonrelatie_id=relatie_id)) is not None:
            self.add_button.setFocus()
            self._acting.inform("Relatie weggehaald. Ctrl+Z maakt het ongedaan.")

    def _to_case(self, casus_id: str) -> None:
        self._acting.context.shell.navigate("casussen", casus_id)

    # --- tab

    def leave_case(self) -> None:
        """Close the panels."""
        for panel in self._panels:
            panel.close_panel()

    def back_out(self) -> bool:
        """Close the panel that is open; False when none is."""
        return any([panel.leave() for panel in self._panels if panel.is_open()])

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the card of the person."""
        cards = (card for card in self.cards.cards if isinstance(card, PersoonCard))
        return self._to_card(next((card for card in cards if card.row.id == record_id), None), words)

    def focus_first(self) -> None:
        """Start at the button."""
        self.add_button.setFocus()
