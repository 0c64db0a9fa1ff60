"""The actions of the case, open ones first; g, k, n and d finish or move the current one."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.queries.acties import ActieRow
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.casussen.actie_panel import ActiePanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.actie_regel import actie_feiten, actie_nummer, actie_state, actie_termijn
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.afhandel_panel import AfhandelPanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Actiestatus

_ICONS = {"ok": "circle-check", "danger": "circle-alert", "warn": "triangle-alert", "muted": "circle"}
_IN_REGEL = ("Wie", "Verzet", "Onder voorwaarde", "Informeren", "Afgehandeld", "Toelichting")


def actie_van_casus(actie: ActieRow) -> TwoLine:
    """Return an action as a row within its own case: the case itself is left out."""
    state = actie_state(actie)
    feiten = [
        words if label == "Wie" else f"{label.lower()}: {words}"
        for label, words in actie_feiten(actie)
        if label in _IN_REGEL
    ]
    return TwoLine(
        title=actie.omschrijving,
        subtitle="  ·  ".join((actie_nummer(actie), *feiten)),
        right=actie_termijn(actie),
        icon=_ICONS[state],
        icon_role=state,
        rest=actie.status is not Actiestatus.OPEN,
    )


class TabActies(DossierTab):
    """A list, shown whole, and the two panels above it."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Acties", parent)
        self.panel = ActiePanel(acting, keuzes)
        self.afhandelen = AfhandelPanel(acting)
        self.list = WholeRowList("Acties van deze casus", actie_van_casus, fit=True)
        self.empty = EmptyState("list-checks", "Deze casus heeft geen acties.", "Leg er een vast met Ctrl+T.")
        self.keys = Label("g gedaan  ·  k kon niet  ·  n niet gedaan  ·  d nieuwe datum", "small")
        self.add_button = QPushButton("Actie vastleggen  (Ctrl+T)")
        self.add_button.setAccessibleName("Actie vastleggen")
        self.add_button.clicked.connect(self.add_actie)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=16)
        flow.addWidget(self.add_button)
        flow.addWidget(self.keys)
        for widget in (self.panel, self.afhandelen):
            self.body.addWidget(widget)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addWidget(foot)

    def fill(self, dossier: Dossier) -> None:
        """Show the actions."""
        self.list.set_rows(dossier.acties)
        self.list.setVisible(bool(dossier.acties))
        self.keys.setVisible(bool(dossier.acties))
        self.empty.setVisible(not dossier.acties)

    def current_open(self) -> ActieRow | None:
        """Return the current action when it can be finished."""
        row = self.list.current_row()
        return row if isinstance(row, ActieRow) and row.status is Actiestatus.OPEN else None

    def add_actie(self) -> None:
        """Open the panel to record one."""
        if self.dossier is not None:
            self.afhandelen.close_panel()
            self.panel.ask(self.dossier.id)

    def leave_case(self) -> None:
        """Close the panels."""
        self.panel.close_panel()
        self.afhandelen.close_panel()

    def back_out(self) -> bool:
        """Close a panel; False when both were closed."""
        return self.afhandelen.cancel() or self.panel.cancel()

    def focus_first(self) -> None:
        """Start at the list, or at the button when it is empty."""
        (self.list if self.list.rows.rowCount() else self.add_button).setFocus()
