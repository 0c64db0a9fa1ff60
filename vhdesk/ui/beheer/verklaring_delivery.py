"""The verklaring van vernietiging on the screen, on paper or as a file."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk import __version__
from vhdesk.queries.vernietiging import VernietigingRow
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.ui.onderdelen.papier_voorbeeld import PapierVoorbeeld
from vhdesk.ui.onderdelen.print_panel import PrintPanel


class VerklaringDelivery(QObject):
    """``panel`` asks how to print, ``voorbeeld`` shows; both stand in the tab."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._row: VernietigingRow | None = None
        self.panel = PrintPanel(context, "Ctrl+S", stuk="verklaring", het="de")
        self.voorbeeld = PapierVoorbeeld(context)
        self._delivery = PapierDelivery(context, self.panel, page, self._ordered, self)

    def _make(self, row: VernietigingRow) -> Papier:
        """Return the paper; the one on the screen when it is of this destruction."""
        shown = self.voorbeeld.papier
        if shown is not None and shown.object_id == row.id:
            return shown
        from vhdesk.printing.vernietiging import verklaring_pdf  # the PDF library is not needed to start

        kluis = self._context.kluis
        return Papier(
            naam="De verklaring",
            afdrukken="verklaring afdrukken",
            opslaan="verklaring opslaan als PDF",
            object_soort="vernietiging",
            object_id=row.id,
            content=verklaring_pdf(
                row, kluis=kluis.naam, oefening=kluis.oefening, program_version=__version__
            ),
            bestandsnaam=f"Verklaring van vernietiging {row.casusnummer}.pdf",
        )

    def show(self, row: VernietigingRow) -> None:
        """Show it on the screen."""
        self.voorbeeld.show_paper(self._make(row))

    def ask_file(self, row: VernietigingRow) -> None:
        """Ask where the file goes."""
        self._delivery.ask_file(self._make(row))

    def ask_print(self, row: VernietigingRow) -> None:
        """Ask how it is printed."""
        self._row = row
        self.panel.ask()

    def _ordered(self) -> Papier | None:
        return self._make(self._row) if self._row is not None else None

    def leave(self) -> bool:
        """Close what is open; False when nothing was."""
        return self.panel.leave() or self.voorbeeld.leave()
