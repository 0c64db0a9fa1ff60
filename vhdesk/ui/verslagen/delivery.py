"""Minutes that leave the vault: to a printer or to a file. The line in the journaal comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.ontvangers import Exemplaarplan, exemplaarplan
from vhdesk.queries.verslag import VerslagRow
from vhdesk.services.exemplaar import (
    ExemplarenVastgelegd,
    ExemplarenVastleggen,
    ExemplarenVervallen,
    regel_van,
)
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.onderdelen.print_panel import PrintOrder, PrintPanel
from vhdesk.ui.onderdelen.printing import Printing
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.verslagen.pdf_file import file_name, write_pdf
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_casus import VERSLAG_AFDRUKKEN, VERSLAG_OPSLAAN
from vhdesk.vocabulary_lezer import Exemplaarwijze

AFDRUKKEN, OPSLAAN, INZIEN = VERSLAG_AFDRUKKEN, VERSLAG_OPSLAAN, "verslag inzien"


class Delivery(QObject):
    """Prints and saves what ``current()`` returns: the row and the very bytes that are shown.

    Signals: ``delivered`` when it was printed or stands on disk.
    """

    delivered = Signal()

    def __init__(
        self,
        context: UiContext,
        panel: PrintPanel,
        bar: FaultBar,
        current: Callable[[], tuple[VerslagRow, bytes] | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._panel = panel
        self._bar = bar
        self._current = current
        self._page = parent
        self._overleg_id = ""
        self._plan: Exemplaarplan | None = None
        self._registered: tuple[str, ...] = ()
        self._printing = Printing(context, self)
        panel.ordered.connect(self._print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._print_refused)
        self._printing.not_taken.connect(self._not_taken)

    def note(self, actie: str, overleg_id: str, bijzonderheden: str = "", *, gelukt: bool = True) -> bool:
        """Write the line in the journaal; False when that failed: then there is no print and no file."""
        try:
            self._context.desk.log(
                actie, "overleg", overleg_id, bijzonderheden=bijzonderheden,
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self._bar.show_fault(fault)
            return False
        return True

    def note_look(self, overleg_id: str, bijzonderheden: str = "") -> bool:
        """Write the line that somebody looks at the minutes; False when that failed."""
        try:
            self._context.desk.log_reading(INZIEN, "overleg", overleg_id, bijzonderheden)
        except VhdeskError as fault:
            self._bar.show_fault(fault)
            return False
        return True

    # --- printing

    def ask_print(self) -> None:
        """Open the panel."""
        self._bar.clear()
        self._panel.ask()

    def _print(self, order: PrintOrder) -> None:
        found = self._current()
        if found is not None:
            self._because(found[0], "Afdrukken", self._print_because, order)

    def _because(self, row: VerslagRow, verb: str, then: Callable[..., None], *context: object) -> None:
        """Ask why when the house has a copy of these minutes already; ``then(reason, *context)`` follows."""
        try:
            self._plan = self._context.desk.ask(exemplaarplan, row.overleg_id, ("",), row.versie)[0]
        except VhdeskError as fault:
            self._bar.show_fault(fault)
            return
        if not self._plan.herdruk:
            then("", *context)
            return
        self._context.prompts.ask_text(
            self._page, "Het huis heeft van dit verslag al een exemplaar.", verb, then, *context,
            label="Waarom komt er nog een?",
        )  # fmt: skip

    def _register(self, row: VerslagRow, content: bytes, wijze: Exemplaarwijze, reden: str) -> bool:
        """Put the copy in the register; False when that was refused: then there is no print and no file."""
        if self._plan is None:
            return False
        try:
            event = self._context.desk.execute(
                ExemplarenVastleggen(
                    overleg_id=row.overleg_id, versie=row.versie, wijze=wijze, reden=reden,
                    exemplaren=(regel_van(self._plan, content),),
                ),
                initiator=self._page,
            )  # fmt: skip
        except VhdeskError as fault:
            self._bar.show_fault(fault)
            return False
        self._registered = event.exemplaren if isinstance(event, ExemplarenVastgelegd) else ()
        return True

    def _leaves(
        self, row: VerslagRow, content: bytes, wijze: Exemplaarwijze, reden: str, act: str, words: str = ""
    ) -> bool:
        """Put the copy in the register and in the journaal; False when one of them was refused: then nothing leaves, and
        the register does not say so."""
        if not self._register(row, content, wijze, reden):
            return False
        if self.note(act, row.overleg_id, words):
            return True
        self._strike(row.overleg_id)
        return False

    def _strike(self, overleg_id: str) -> None:
        """The copy did not leave after all."""
        ids, self._registered = self._registered, ()
        if ids:
            try:
                self._context.desk.execute(
                    ExemplarenVervallen(overleg_id=overleg_id, exemplaar_ids=ids), initiator=self._page
                )
            except VhdeskError as fault:
                self._bar.show_fault(fault)

    def _print_because(self, reden: str, order: PrintOrder) -> None:
        found = self._current()
        if found is None:
            return
        row, content = found
        how = [telling(order.copies, "exemplaar", "exemplaren"), f"printer {order.printer.name}"]
        if row.versie > 1 or not row.laatste:
            how.append(f"versie {row.versie}")
        if order.pages:
            how.append(f"pagina {order.pages}")
        if self._leaves(row, content, Exemplaarwijze.AFGEDRUKT, reden, AFDRUKKEN, ", ".join(how)):
            self._overleg_id = row.overleg_id
            self._panel.verb_button.setEnabled(False)
            self._context.shell.inform(f"Wordt naar {order.printer.name} gestuurd…")
            self._printing.start(content, order)

    def _printed(self, order: PrintOrder) -> None:
        self._panel.verb_button.setEnabled(True)
        self._panel.close_panel()
        copies = telling(order.copies, "exemplaar", "exemplaren")
        self._context.shell.inform(f"Naar de printer {order.printer.name}: {copies}.")
        self.delivered.emit()

    def _print_refused(self, fault: Exception) -> None:
        self._not_printed()
        if not isinstance(fault, VhdeskError) or not self._panel.show_fault(fault):
            self._bar.show_fault(fault)

    def _not_taken(self) -> None:
        self._not_printed()
        self._bar.show_words(
            "De printer nam het verslag niet aan; er is niets afgedrukt.",
            "Controleer de printer en probeer het opnieuw.", "danger",
        )  # fmt: skip

    def _not_printed(self) -> None:
        self._panel.verb_button.setEnabled(True)
        self._context.shell.inform("")
        self.note(AFDRUKKEN, self._overleg_id, "niet afgedrukt", gelukt=False)
        self._strike(self._overleg_id)

    # --- saving

    def ask_file(self) -> None:
        """Ask where the file goes."""
        found = self._current()
        if found is not None:
            self._because(found[0], "Opslaan", self._ask_file_because, *found)

    def _ask_file_because(self, reden: str, row: VerslagRow, content: bytes) -> None:
        self._context.prompts.save_file(
            self._page, "Verslag opslaan als PDF", "PDF (*.pdf)", self._save_to, row, content, reden,
            suggestion=Path.home() / file_name(row),
        )  # fmt: skip

    def _save_to(self, path: Path, row: VerslagRow, content: bytes, reden: str) -> None:
        overleg_id = row.overleg_id
        if self._leaves(row, content, Exemplaarwijze.OPGESLAGEN, reden, OPSLAAN):
            self._context.jobs.compute(
                self, write_pdf, path, content, done=self._written, failed=self._not_written, key="opslaan",
                context=(overleg_id,),
            )  # fmt: skip

    def _written(self, name: str, _overleg_id: str) -> None:
        self._bar.clear()
        self._context.shell.inform(f"Opgeslagen als {name}.")
        self.delivered.emit()

    def _not_written(self, fault: Exception, overleg_id: str) -> None:
        self.note(OPSLAAN, overleg_id, "niet opgeslagen", gelukt=False)
        self._strike(overleg_id)
        self._bar.show_fault(fault)
