"""What happened in the case, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.tijdlijn import gebeurtenis_two_line, tijdlijn
from vhdesk.ui.widgets.whole_row_list import WholeRowList


class TabTijdlijn(DossierTab):
    """One list, shown whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tijdlijn", parent, scrolls=False)
        self.list = WholeRowList("Tijdlijn", gebeurtenis_two_line)
        self.body.addWidget(self.list, 1)

    def fill(self, dossier: Dossier) -> None:
        """Show the events."""
        self.list.set_rows(tijdlijn(dossier))

    def focus_first(self) -> None:
        """Start at the newest."""
        self.list.setFocus()
