"""The timeline leaves the vault as it is shown, on paper or as a file."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.ui.casussen.tab_tijdlijn import TabTijdlijn
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.vocabulary_plan import AFDRUKKEN, OPSLAAN, TIJDLIJN


class TijdlijnDelivery(QObject):
    """Prints and saves what happened in the case in front, of the partner that is chosen."""

    def __init__(self, context: UiContext, tab: TabTijdlijn, page: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab
        self._delivery = PapierDelivery(context, tab.line_printing, page, self._make, self)

    def _make(self) -> Papier | None:
        dossier = self._tab.dossier
        if dossier is None:
            return None
        from vhdesk.printing.planpapier import Druk  # the PDF library is not needed to start
        from vhdesk.printing.tijdlijnpapier import tijdlijn_bestandsnaam, tijdlijn_pdf

        context = self._context
        druk = Druk.nu(context.clock, oefening=context.kluis.oefening)
        return Papier(
            naam="De tijdlijn",
            afdrukken=f"{TIJDLIJN} {AFDRUKKEN}",
            opslaan=f"{TIJDLIJN} {OPSLAAN}",
            object_soort="casus",
            object_id=dossier.id,
            content=tijdlijn_pdf(dossier, self._tab.partner.value(), druk),
            bestandsnaam=tijdlijn_bestandsnaam(dossier, druk),
        )

    def ask_file(self) -> None:
        """Ask where the file goes."""
        papier = self._make()
        if papier is not None:
            self._delivery.ask_file(papier)

    def ask_print(self) -> None:
        """Open the panel."""
        self._tab.line_printing.ask()
