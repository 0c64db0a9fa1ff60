"""The actions of the case, open ones first; a letter finishes or moves the current one, F2 changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.casussen.actie_panel import ActiePanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.onderdelen.actie_regel import actie_van_casus
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.empty_state import EmptyState


class TabActies(DossierTab):
    """A list, shown whole, with the panel to record or change an action above it."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Acties", parent)
        self.panel = ActiePanel(acting, keuzes)
        empty = EmptyState("list-checks", "Deze casus heeft geen acties.", "Leg er een vast met Ctrl+T.")
        self.lijst = ActieLijst(acting, "Acties van deze casus", actie_van_casus, empty, fit=True)
        self.list = self.lijst.list
        self.add_button = QPushButton("Actie vastleggen  (Ctrl+T)")
        self.add_button.setAccessibleName("Actie vastleggen")
        self.add_button.clicked.connect(self.add_actie)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.lijst)
        self.body.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.lijst.edit_requested.connect(self.change_actie)
        self.lijst.panel.opened.connect(self._asking)

    def fill(self, dossier: Dossier) -> None:
        """Show the actions."""
        self.lijst.show_rows(dossier.acties)

    def add_actie(self) -> None:
        """Open the panel to record one."""
        if self.dossier is not None:
            self.lijst.back_out()
            self.panel.ask(self.dossier.id)

    def change_actie(self, actie_id: str) -> None:
        """Open the panel with one that is open."""
        row = self.lijst.current()
        if row is not None and row.id == actie_id:
            self.lijst.back_out()
            self.panel.change(row)

    def _asking(self, asking: bool) -> None:
        if asking:
            self.panel.leave()

    def leave_case(self) -> None:
        """Close the panels."""
        self.panel.close_panel()
        self.lijst.panel.close_panel()

    def back_out(self) -> bool:
        """Close a panel; False when both were closed."""
        return self.lijst.back_out() or self.panel.leave()

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Select the action."""
        self.list.setFocus()
        return self.list.select(record_id)

    def focus_first(self) -> None:
        """Start at the list, or at the button when it is empty."""
        (self.list if self.list.rows.rowCount() else self.add_button).setFocus()
