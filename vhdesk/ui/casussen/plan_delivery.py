"""The plan, what differs and the crisis card leave the vault: to a printer or to a file. The line in the journaal comes
first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk import __version__
from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.queries.planversie import plan_van_dossier
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.print_panel import PrintOrder
from vhdesk.ui.onderdelen.printing import Printing
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_plan import AFDRUKKEN, CRISISKAART, OPSLAAN, PLANSTUK, PLANVERSCHIL

if TYPE_CHECKING:
    from vhdesk.printing.planpapier import Druk

_NAMEN: Final = {CRISISKAART: "De crisiskaart", PLANSTUK: "Het plan", PLANVERSCHIL: "Het verschil"}


@dataclass(frozen=True, slots=True)
class Stuk:
    """A paper that was made: what it is, of which case, its bytes and the name of a file."""

    wat: str
    casus_id: str
    content: bytes
    naam: str
    bladen: int = 1


class PlanDelivery(QObject):
    """Makes, saves and prints what the tab shows; what is being typed is stored first."""

    def __init__(self, context: UiContext, tab: TabPlan, page: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab
        self._page = page
        self._printing = Printing(context, self)
        self._busy: Stuk | None = None
        tab.printing.ordered.connect(self._print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._refused)
        self._printing.not_taken.connect(self._not_taken)

    # --- making

    def _make(self, wat: str) -> Stuk | None:
        """Return the paper as it is now; None when there is nothing to print, and then it is said why."""
        dossier = self._tab.dossier
        if not self._tab.flush() or dossier is None:
            return None
        dossier = self._tab.dossier or dossier  # storing asked the case again
        tekst = plan_van_dossier(dossier)
        verschil = self._tab.versies.verschil()
        if tekst is None or (wat == PLANVERSCHIL and verschil is None):
            self._context.shell.inform(
                "Er is nog geen plan." if tekst is None else "Er is nog geen versie om mee te vergelijken."
            )
            return None
        from vhdesk.printing import crisiskaart, planpapier  # the PDF library is not needed to start

        druk = self._druk()
        if wat == CRISISKAART:
            kaart = crisiskaart.crisiskaart(dossier, tekst, druk)
            return Stuk(
                wat, dossier.id, kaart.pdf, crisiskaart.kaart_bestandsnaam(dossier, druk), kaart.bladen
            )
        if wat == PLANVERSCHIL:
            assert verschil is not None
            content = planpapier.verschil_pdf(dossier, verschil, druk)
            return Stuk(wat, dossier.id, content, planpapier.verschil_bestandsnaam(dossier, druk))
        versie = self._tab.versies.gekozen()
        content = planpapier.plan_pdf(dossier, versie.tekst if versie else tekst, versie, druk)
        return Stuk(wat, dossier.id, content, planpapier.plan_bestandsnaam(dossier, versie, druk))

    def _druk(self) -> Druk:
        from vhdesk.printing.planpapier import Druk  # as above

        return Druk(
            gemaakt_op=self._context.clock.now(),
            program_version=__version__,
            oefening=self._context.kluis.oefening,
        )

    def _note(self, actie: str, stuk: Stuk, words: str = "", *, gelukt: bool = True) -> bool:
        try:
            self._context.desk.log(
                f"{stuk.wat} {actie}", "casus", stuk.casus_id, bijzonderheden=words,
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return False
        return True

    # --- saving

    def ask_file(self, wat: str) -> None:
        """Ask where the file of this paper goes."""
        stuk = self._make(wat)
        if stuk is not None:
            self._context.prompts.save_file(
                self._page, f"{_NAMEN[wat]} opslaan als PDF", "PDF (*.pdf)", self._save_to, stuk,
                suggestion=Path.home() / stuk.naam,
            )  # fmt: skip

    def _save_to(self, path: Path, stuk: Stuk) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        if self._note(OPSLAAN, stuk):
            self._context.jobs.compute(
                self, write_whole, target, stuk.content, done=self._written, failed=self._not_written,
                key="planstuk", context=(stuk, target.name),
            )  # fmt: skip

    def _written(self, _result: object, stuk: Stuk, name: str) -> None:
        lang = (
            f" Hij beslaat {stuk.bladen} bladen; kortere teksten passen op één blad."
            if stuk.bladen > 1
            else ""
        )
        self._context.shell.inform(f"Opgeslagen als {name}.{lang}")

    def _not_written(self, fault: Exception, stuk: Stuk, _name: str) -> None:
        self._note(OPSLAAN, stuk, "niet opgeslagen", gelukt=False)
        if isinstance(fault, VhdeskError):
            self._context.shell.report(fault)

    # --- printing

    def _print(self, order: PrintOrder) -> None:
        stuk = self._make(self._tab.wat.value())
        if stuk is None:
            return
        how = f"{telling(order.copies, 'exemplaar', 'exemplaren')}, printer {order.printer.name}"
        if self._note(AFDRUKKEN, stuk, how):
            self._busy = stuk
            self._printing.start(stuk.content, order)

    def _printed(self, order: PrintOrder) -> None:
        self._tab.printing.close_panel()
        wat = self._busy.wat if self._busy is not None else PLANSTUK
        self._context.shell.inform(f"{_NAMEN[wat]} is naar de printer {order.printer.name}.")

    def _refused(self, fault: Exception) -> None:
        self._not_printed()
        if isinstance(fault, VhdeskError) and not self._tab.printing.show_fault(fault):
            self._context.shell.report(fault)

    def _not_taken(self) -> None:
        self._not_printed()
        self._context.shell.inform("De printer nam dit niet aan; er is niets afgedrukt.")

    def _not_printed(self) -> None:
        if self._busy is not None:
            self._note(AFDRUKKEN, self._busy, "niet afgedrukt", gelukt=False)
