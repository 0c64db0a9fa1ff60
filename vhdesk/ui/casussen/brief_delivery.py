"""The letter of afschalen leaves the vault: to a printer or to a file. The line in the journaal comes first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk import __version__
from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.queries.afschaalbrief import BewaardeBrief, afschaalbrief
from vhdesk.ui.casussen.tab_tijdlijn import TabTijdlijn
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.print_panel import PrintOrder
from vhdesk.ui.onderdelen.printing import Printing
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.vocabulary import Resultaat

AFDRUKKEN, OPSLAAN = "afschaalbrief afdrukken", "afschaalbrief opslaan als PDF"


class BriefDelivery(QObject):
    """Prints and saves the letter that the tab means, as it was made."""

    def __init__(self, context: UiContext, tab: TabTijdlijn, page: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab
        self._page = page
        self._printing = Printing(context, self)
        self._busy = ""
        tab.printing.ordered.connect(self._print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._refused)
        self._printing.not_taken.connect(self._not_taken)

    def _letter(self, gebeurtenis_id: str) -> tuple[BewaardeBrief, bytes] | None:
        from vhdesk.printing.afschaalbrief import afschaalbrief_pdf  # the PDF library is not needed to start

        try:
            bewaard = self._context.desk.ask(afschaalbrief, gebeurtenis_id)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return None
        return bewaard, afschaalbrief_pdf(
            bewaard.brief, gemaakt_op=bewaard.gemaakt_op, program_version=__version__
        )

    def _note(self, actie: str, gebeurtenis_id: str, words: str = "", *, gelukt: bool = True) -> bool:
        try:
            self._context.desk.log(
                actie, "casusgebeurtenis", gebeurtenis_id, bijzonderheden=words,
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return False
        return True

    # --- saving

    def ask_file(self, gebeurtenis_id: str) -> None:
        """Ask where the file of this letter goes."""
        from vhdesk.printing.afschaalbrief import bestandsnaam  # as above

        found = self._letter(gebeurtenis_id) if gebeurtenis_id else None
        if found is not None:
            bewaard, content = found
            self._context.prompts.save_file(
                self._page, "Brief opslaan als PDF", "PDF (*.pdf)", self._save_to, bewaard.id, content,
                suggestion=Path.home() / bestandsnaam(bewaard.brief),
            )  # fmt: skip

    def _save_to(self, path: Path, gebeurtenis_id: str, content: bytes) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        if self._note(OPSLAAN, gebeurtenis_id):
            self._context.jobs.compute(
                self, write_whole, target, content, done=self._written, failed=self._not_written,
                key="brief", context=(gebeurtenis_id, target.name),
            )  # fmt: skip

    def _written(self, _result: object, _gebeurtenis_id: str, name: str) -> None:
        self._context.shell.inform(f"Opgeslagen als {name}.")

    def _not_written(self, fault: Exception, gebeurtenis_id: str, _name: str) -> None:
        self._note(OPSLAAN, gebeurtenis_id, "niet opgeslagen", gelukt=False)
        if isinstance(fault, VhdeskError):
            self._context.shell.report(fault)

    # --- printing

    def ask_print(self) -> None:
        """Open the panel."""
        self._tab.printing.ask()

    def _print(self, order: PrintOrder) -> None:
        found = self._letter(self._tab.current_letter())
        if found is None:
            return
        bewaard, content = found
        how = f"{telling(order.copies, 'exemplaar', 'exemplaren')}, printer {order.printer.name}"
        if self._note(AFDRUKKEN, bewaard.id, how):
            self._busy = bewaard.id
            self._printing.start(content, order)

    def _printed(self, order: PrintOrder) -> None:
        self._tab.printing.close_panel()
        self._context.shell.inform(f"De brief is naar de printer {order.printer.name}.")

    def _refused(self, fault: Exception) -> None:
        self._note(AFDRUKKEN, self._busy, "niet afgedrukt", gelukt=False)
        if isinstance(fault, VhdeskError) and not self._tab.printing.show_fault(fault):
            self._context.shell.report(fault)

    def _not_taken(self) -> None:
        self._note(AFDRUKKEN, self._busy, "niet afgedrukt", gelukt=False)
        self._context.shell.inform("De printer nam de brief niet aan; er is niets afgedrukt.")
