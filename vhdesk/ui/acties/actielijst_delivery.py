"""The open acties of one organisation leave the vault: on paper, as a PDF, or as a table for a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.acties import ALLE, open_acties
from vhdesk.queries.organisatie import organisaties
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.vocabulary_casus import ACTIELIJST_AFDRUKKEN, ACTIELIJST_OPSLAAN


class ActielijstDelivery(QObject):
    """Prints and saves the list of the organisation that is chosen in ``chip``: all its open acties, of every table and
    person, so that what comes back is complete."""

    def __init__(self, context: UiContext, chip: FilterChip, panel: PrintPanel, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._chip = chip
        self._panel = panel
        self._delivery = PapierDelivery(context, panel, page, self._make, self)

    def _make(self) -> Papier | None:
        organisatie_id = self._chip.value()
        if not organisatie_id:
            self._context.shell.inform("Kies eerst bij Organisatie voor wie de actielijst is.")
            self._chip.setFocus()
            return None
        context = self._context
        try:
            naam = next(row.naam for row in context.desk.ask(organisaties) if row.id == organisatie_id)
            acties = context.desk.ask(
                open_acties, vandaag=context.clock.today(), organisatie_id=organisatie_id, limiet=ALLE
            )
        except VhdeskError as fault:
            context.shell.report(fault)
            return None
        from vhdesk.exchange.actielijst import actielijst_csv, actielijst_xlsx  # not needed to start
        from vhdesk.printing.actielijst import actielijst_bestandsnaam, actielijst_pdf
        from vhdesk.printing.planpapier import Druk

        druk = Druk.nu(context.clock, oefening=context.kluis.oefening)
        return Papier(
            naam="De actielijst",
            afdrukken=ACTIELIJST_AFDRUKKEN,
            opslaan=ACTIELIJST_OPSLAAN,
            object_soort="organisatie",
            object_id=organisatie_id,
            content=actielijst_pdf(naam, acties, druk),
            bestandsnaam=actielijst_bestandsnaam(naam, druk),
            tabellen={
                ".xlsx": lambda: actielijst_xlsx(naam, acties),
                ".csv": lambda: actielijst_csv(acties),
            },
        )

    def ask_file(self) -> None:
        """Ask where the list goes, and as what."""
        papier = self._make()
        if papier is not None:
            self._delivery.ask_file(papier)

    def ask_print(self) -> None:
        """Open the panel that asks how to print."""
        if self._chip.value():
            self._panel.ask()
        else:
            self._make()  # says what is missing
