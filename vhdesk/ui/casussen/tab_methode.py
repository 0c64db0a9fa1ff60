"""The method of the case: what it asks and what is missing, what was written down for it, and which it had before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.methode_rijen import EisRow, MethodenotitieRow, Methodestand
from vhdesk.queries.methodevraag import NIETS
from vhdesk.services.methode import MethodenotitieWeghalen
from vhdesk.ui.casussen.methode_panel import MethodePanel
from vhdesk.ui.casussen.notitie_panel import NotitiePanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.methode_woorden import eis_line, methode_uitleg, notitie_line, periode
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort

_NOTEER = {
    Methodeeis.KENNIS: Methodenotitiesoort.KENNIS,
    Methodeeis.RISICO: Methodenotitiesoort.RISICO,
    Methodeeis.VOORWAARDEN: Methodenotitiesoort.VOORWAARDEN,
}


class TabMethode(DossierTab):
    """Signals: ``eis_requested(str)`` when a demand is met elsewhere in the case (value of a Methodeeis)."""

    eis_requested = Signal(str)

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Methode", parent)
        self._acting = acting
        self._stand = Methodestand()
        self.kiezen = MethodePanel(acting, keuzes)
        self.notitie = NotitiePanel(acting)
        self.empty = EmptyState(
            "layers", "Deze casus heeft geen bijzondere methode.",
            "Kies er een met F7, zoals Code Rood, JOR of 10 in Twente; dan staat hier wat de methode vraagt.",
        )  # fmt: skip
        self.naam = Label("", "section", wrap=True)
        self.uitleg = Label("", wrap=True)
        self.sinds = Label("", "muted", wrap=True)
        self.eisen = WholeRowList("Wat deze methode vraagt", self._eis, fit=True)
        self.kop_notities = Label("Wat is vastgelegd", "strong")
        self.notities = WholeRowList("Wat is vastgelegd", self._notitie, ("delete",), fit=True)
        self.kop_eerder = Label("Eerdere methoden", "strong")
        self.eerder = Label("", "muted", wrap=True)
        self._lay_out()
        self.eisen.opened.connect(self._open_eis)
        self.notities.key_pressed.connect(self._key)

    def _lay_out(self) -> None:
        for widget in (self.kiezen, self.notitie, self.empty, self.naam, self.uitleg, self.sinds, self.eisen,
                       self.kop_notities, self.notities):  # fmt: skip
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        self.kies_button = QPushButton("Methode kiezen  (F7)")
        self.kies_button.setAccessibleName("Methode kiezen")
        self.kies_button.clicked.connect(self.choose)
        self.kennis_button = QPushButton("Stand van kennis noteren  (F8)")
        self.kennis_button.setAccessibleName("Stand van kennis noteren")
        self.kennis_button.clicked.connect(self.note_knowledge)
        row.addWidget(self.kies_button)
        row.addWidget(self.kennis_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.kop_eerder)
        self.body.addWidget(self.eerder)

    # --- rows

    def fill(self, dossier: Dossier) -> None:
        """Show the method, its demands, its notes and the methods before it."""
        self._stand = stand = dossier.methode
        huidig = stand.huidig
        self.empty.setVisible(huidig is None)
        for widget in (self.naam, self.uitleg, self.sinds, self.eisen, self.kennis_button):
            widget.setVisible(huidig is not None)
        if huidig is not None:
            self.naam.setText(huidig.naam)
            self.uitleg.setText(methode_uitleg(huidig))
            self.sinds.setText(periode(huidig))
        self.eisen.set_rows(stand.eisen)
        self.notities.set_rows(stand.notities)
        for widget in (self.kop_notities, self.notities):
            widget.setVisible(bool(stand.notities))
        eerder = [f"{rij.naam}: {periode(rij)}" for rij in stand.gehad if rij.tot is not None]
        self.eerder.setText("\n".join(eerder))
        for widget in (self.kop_eerder, self.eerder):
            widget.setVisible(bool(eerder))

    def _eis(self, eis: EisRow) -> TwoLine:
        return eis_line(eis, self._stand.huidig.vraag if self._stand.huidig is not None else NIETS)

    def _notitie(self, notitie: MethodenotitieRow) -> TwoLine:
        vraag = next(
            (rij.vraag for rij in self._stand.gehad if rij.methode_code == notitie.methode_code), None
        )
        return notitie_line(notitie, vraag)

    # --- acts

    def choose(self) -> None:
        """Open the panel for the method."""
        if self.dossier is not None:
            self.notitie.leave()
            self.kiezen.ask(self.dossier)
            self.to_top()

    def note(self, soort: Methodenotitiesoort) -> None:
        """Open the panel for a note; says so when the method does not ask it."""
        if self.dossier is None:
            return
        self.kiezen.leave()
        if self.notitie.ask(self.dossier, soort):
            self.to_top()
        elif self._stand.huidig is None:
            self._acting.inform("Kies eerst de methode van deze casus, met F7.")
        else:
            self._acting.inform(f"{self._stand.huidig.naam} vraagt geen {soort.label}.")

    def note_knowledge(self) -> None:
        """Open the panel for what is known now."""
        self.note(Methodenotitiesoort.KENNIS)

    def take_out(self) -> None:
        """Take the current note out; undo brings it back."""
        notitie = self.notities.current_row()
        if isinstance(notitie, MethodenotitieRow):
            self._acting.execute(MethodenotitieWeghalen(methodenotitie_id=notitie.id))

    def can_take_out(self) -> bool:
        """Whether a note is current."""
        return self.notities.current_row() is not None

    def _key(self, _key: str) -> None:
        self.take_out()

    def _open_eis(self, identity: str) -> None:
        eis = Methodeeis(identity)
        if eis in _NOTEER:
            self.note(_NOTEER[eis])
        else:
            self.eis_requested.emit(identity)

    # --- DossierTab

    def leave_case(self) -> None:
        """Close the panels."""
        self.kiezen.close_panel()
        self.notitie.close_panel()

    def back_out(self) -> bool:
        """Close a panel; False when both were closed."""
        return self.kiezen.leave() or self.notitie.leave()

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Select the note."""
        found = self.notities.select(record_id)
        if found:
            self.notities.setFocus()
        return found

    def focus_first(self) -> None:
        """Start at what is asked, or at the choice of a method."""
        first = self.eisen if self._stand.eisen else self.kies_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
