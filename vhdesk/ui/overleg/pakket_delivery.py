"""A paper of the meeting in front leaves the vault, to a printer or as a file: the kit for a meeting without a computer,
or the sheet that is signed for secrecy."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from vhdesk.errors import VhdeskError
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import Verslag
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.vocabulary_plan import AFDRUKKEN, OPSLAAN, OVERLEGPAKKET, PRESENTIELIJST

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage

# stuk -> its article, the key that saves it, and what is said after that
_STUKKEN: Final = {
    OVERLEGPAKKET: (
        "het",
        "Ctrl+Shift+P",
        "Er staan gegevens van alle casussen in: verwijder het bestand na het afdrukken.",
    ),
    PRESENTIELIJST: ("de", "Ctrl+Shift+R", ""),
}


class PakketDelivery(QObject):
    """Prints and saves one paper (``stuk``) of the meeting in front. The panel that asks how to print is made when it is
    first needed, and put in ``column``."""

    def __init__(self, page: OverleggenPage, column: QVBoxLayout, stuk: str = OVERLEGPAKKET) -> None:
        super().__init__(page)
        self._page = page
        self._column = column
        self._stuk = stuk
        self._het, self._key, self._said = _STUKKEN[stuk]

    @cached_property
    def panel(self) -> PrintPanel:
        """Asks how to print."""
        panel = PrintPanel(self._page.context, self._key, stuk=self._stuk, het=self._het)
        panel.setProperty("place", "page")
        self._column.insertWidget(0, panel)
        return panel

    @cached_property
    def _delivery(self) -> PapierDelivery:
        return PapierDelivery(self._page.context, self.panel, self._page, self._make, self)

    def leave(self) -> bool:
        """Close the panel; False when it was not open."""
        return "panel" in self.__dict__ and self.panel.leave()

    def close_panel(self) -> None:
        """Something else comes in front."""
        if "panel" in self.__dict__:
            self.panel.close_panel()

    def _overleg(self) -> OverlegRow | None:
        standing = self._page.standing
        if standing.is_preparing():
            return self._page.prepare.overleg
        if standing.is_chairing() and self._page.chair.rows is not None:
            return self._page.chair.rows.overleg
        return None

    def possible(self) -> bool:
        """A meeting that is still to be held, or goes on, is in front."""
        return self._overleg() is not None

    def _make(self) -> Papier | None:
        overleg = self._overleg()
        if overleg is None or not self._page.flush():
            return None
        context = self._page.context
        try:
            rows = context.desk.ask(verslag, overleg.id)
        except VhdeskError as fault:
            context.shell.report(fault)
            return None
        return Papier(
            naam=f"{self._het.capitalize()} {self._stuk}",
            afdrukken=f"{self._stuk} {AFDRUKKEN}",
            opslaan=f"{self._stuk} {OPSLAAN}",
            object_soort="overleg",
            object_id=overleg.id,
            content=self._pdf(rows),
            bestandsnaam=f"{overleg.nummer} {self._stuk}.pdf",
            bij_opslaan=self._said,
        )

    def _pdf(self, rows: Verslag) -> bytes:
        from vhdesk.printing.overlegpakket import pakket_pdf  # the PDF library is not needed to start
        from vhdesk.printing.planpapier import Druk
        from vhdesk.printing.presentielijst import presentielijst_pdf

        context = self._page.context
        druk = Druk.nu(context.clock, oefening=context.kluis.oefening)
        make = presentielijst_pdf if self._stuk == PRESENTIELIJST else pakket_pdf
        return make(rows, read_text(GEHEIMHOUDING), druk)

    def ask_file(self) -> None:
        """Ask where the file goes."""
        papier = self._make()
        if papier is not None:
            self._delivery.ask_file(papier)

    def ask_print(self) -> None:
        """Open the panel."""
        if self.possible():
            self._delivery.ask_print()
