"""The decisions on the case, newest first; one that should not stand is withdrawn or replaced with a reason and stays
readable, one that stands in no minutes yet is changed, one that was asked of another body gets its answer, and one
under reserve is confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import BesluitRow, Dossier
from vhdesk.services.besluit import BesluitIntrekken
from vhdesk.ui.casussen.besluit_card import BesluitCard
from vhdesk.ui.casussen.besluit_panel import BesluitPanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.antwoord_panel import AntwoordPanel, wachtend
from vhdesk.ui.onderdelen.bekrachtig_panel import BekrachtigPanel
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Besluitstatus


class TabBesluiten(DossierTab):
    """Cards, and above them the panels that ask the reason or the better words."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Besluiten", parent)
        self._acting = acting
        self._besluit: BesluitRow | None = None
        self._rows: tuple[BesluitRow, ...] = ()
        self.cards: list[BesluitCard] = []
        self.panel = InlinePanel("", "Intrekken", columns=1)
        self.reden = TextArea("Reden", "Waarom geldt dit besluit niet meer?", min_lines=2, max_lines=6)
        self.panel.errors["reden"] = self.panel.add_field("Reden", self.reden, "statusreden")
        self.panel.keep_drafts(acting.context)
        self.panel.submitted.connect(self._withdraw)
        self.empty = EmptyState(
            "gavel", "Er is nog geen besluit over deze casus.", "Besluiten worden vastgelegd in het overleg."
        )
        self.verbeter = BesluitPanel(acting, keuzes)
        self.antwoord = AntwoordPanel(acting)
        self.bekrachtig = BekrachtigPanel(acting)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.verbeter)
        self.body.addWidget(self.antwoord)
        self.body.addWidget(self.bekrachtig)
        self.body.addWidget(self.empty)

    def fill(self, dossier: Dossier) -> None:
        """Show the decisions."""
        self.empty.setVisible(not dossier.besluiten)
        if dossier.besluiten == self._rows:
            return
        self._rows = dossier.besluiten
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [BesluitCard(row) for row in dossier.besluiten]
        for card in self.cards:
            card.withdraw_requested.connect(self.ask_reason)
            card.correct_requested.connect(self.correct)
            card.answer_requested.connect(self.answer)
            self.body.addWidget(card)

    def ask_reason(self, besluit_id: str) -> None:
        """Open the panel for one decision."""
        for panel in (self.verbeter, self.antwoord, self.bekrachtig):
            panel.leave()
        self.panel.put_away()
        self._besluit = next((row for row in self._rows if row.id == besluit_id), None)
        if self._besluit is not None:
            self.panel.title.setText(f"Besluit B-{self._besluit.nummer} intrekken")
            self.panel.setAccessibleName(self.panel.title.text())
            self.reden.load("", force=True)
            self.panel.open(self.reden, f"intrekken/{besluit_id}")
            self.to_top()

    def correct(self, besluit_id: str) -> None:
        """Open the panel with the words of one decision."""
        row = next((row for row in self._rows if row.id == besluit_id), None)
        if row is not None:
            for panel in (self.panel, self.antwoord, self.bekrachtig):
                panel.leave()
            self.verbeter.correct(row)
            self.to_top()

    def answer(self, besluit_id: str) -> None:
        """Open the panel for the answer to one decision that waits, or to confirm one under reserve."""
        row = next((row for row in self._rows if row.id == besluit_id), None)
        if row is None or not (row.wacht or row.onder_voorbehoud):
            return
        for panel in (self.panel, self.verbeter, self.antwoord, self.bekrachtig):
            panel.leave()
        if row.wacht:
            self.antwoord.answer(row)
        else:
            self.bekrachtig.confirm(row)
        self.to_top()

    def answer_current(self) -> None:
        """Ask the answer to (or who confirms) the decision in which the focus is, else the one that waits longest."""
        waits = wachtend(self._rows, self._current())
        if waits is not None:
            self.answer(waits.id)

    def ask_current(self) -> None:
        """Ask the reason for withdrawing the current decision."""
        chosen = self._current()
        if chosen is not None:
            self.ask_reason(chosen.id)

    def correct_current(self) -> None:
        """Open the current decision to correct it."""
        chosen = self._current()
        if chosen is not None:
            self.correct(chosen.id)

    def _current(self) -> BesluitRow | None:
        """Return the decision in which the focus is, else the newest that stands."""
        focus = self.window().focusWidget()
        here = next((c.row for c in self.cards if focus is not None and c.isAncestorOf(focus)), None)
        return here or next((row for row in self._rows if row.status is Besluitstatus.VASTGELEGD), None)

    def can_withdraw(self) -> bool:
        """Whether there is a decision to withdraw."""
        return any(row.status is Besluitstatus.VASTGELEGD for row in self._rows)

    def _withdraw(self) -> None:
        if self._besluit is None:
            return
        command = BesluitIntrekken(besluit_id=self._besluit.id, reden=self.reden.text())
        if self._acting.execute(command, self.panel.show_fault) is not None:
            self._acting.inform(f"Besluit B-{self._besluit.nummer} ingetrokken.")
            self.panel.finish()

    def leave_case(self) -> None:
        """Close the panels."""
        self.panel.close_panel()
        self.verbeter.close_panel()
        self.antwoord.close_panel()
        self.bekrachtig.close_panel()

    def back_out(self) -> bool:
        """Close a panel; False when all were closed."""
        return any(panel.leave() for panel in (self.panel, self.verbeter, self.antwoord, self.bekrachtig))

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the card of the decision."""
        return self._to_card(next((card for card in self.cards if card.row.id == record_id), None), words)

    def focus_first(self) -> None:
        """Start at the first decision that stands."""
        first = next((card for card in self.cards if card.row.status is Besluitstatus.VASTGELEGD), None)
        if first is not None:
            first.correct_button.setFocus()
