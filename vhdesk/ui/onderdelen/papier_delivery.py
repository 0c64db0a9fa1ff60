"""A paper or an attachment of a case leaves the vault: to a printer or to a file. The line in the journaal comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.print_panel import PrintOrder, PrintPanel
from vhdesk.ui.onderdelen.printing import Printing
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.vocabulary import Resultaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Papier:
    """A paper that was made. ``naam`` with its article ("De brief"); ``afdrukken`` and ``opslaan`` as the journaal calls
    it; ``bij_opslaan`` is said after saving; ``tabellen``: makes it as a table, by the end of the name (".xlsx"). What is
    no PDF (an attachment) is saved as what it is."""

    naam: str
    afdrukken: str
    opslaan: str
    object_soort: str
    object_id: str
    content: bytes
    bestandsnaam: str
    bij_opslaan: str = ""
    tabellen: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """Return how the name of its file ends."""
        return Path(self.bestandsnaam).suffix

    @property
    def filters(self) -> str:
        """Return what the dialog offers to save it as."""
        if self.suffix.lower() != ".pdf":
            return "Alle bestanden (*)"
        return ";;".join(
            ["PDF (*.pdf)", *(f"{soort.lstrip('.').upper()} (*{soort})" for soort in self.tabellen)]
        )


class PapierDelivery(QObject):
    """Saves and prints; ``ordered`` makes the paper when the panel orders it, None when there is nothing to print. Without
    a panel it only saves."""

    def __init__(
        self,
        context: UiContext,
        panel: PrintPanel | None,
        page: QWidget,
        ordered: Callable[[], Papier | None] | None,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._context = context
        self._panel = panel
        self._page = page
        self._ordered = ordered
        self._printing = Printing(context, self)
        self._busy: Papier | None = None
        if panel is not None:
            panel.ordered.connect(self._print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._refused)
        self._printing.not_taken.connect(self._not_taken)

    def _note(self, actie: str, papier: Papier, words: str = "", *, gelukt: bool = True) -> bool:
        try:
            self._context.desk.log(
                actie, papier.object_soort, papier.object_id, bijzonderheden=words,
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return False
        return True

    def ask_print(self) -> None:
        """Open the panel that asks how to print."""
        if self._panel is not None:
            self._panel.ask()

    # --- saving

    def ask_file(self, papier: Papier) -> None:
        """Ask where the file of this paper goes."""
        self._context.prompts.save_file(
            self._page, f"{papier.naam} opslaan", papier.filters, self._save_to, papier,
            suggestion=Path.home() / papier.bestandsnaam,
        )  # fmt: skip

    def _save_to(self, path: Path, papier: Papier) -> None:
        maker = papier.tabellen.get(path.suffix.lower())
        is_known = maker is not None or path.suffix.lower() == papier.suffix.lower()
        target = path if is_known else path.with_name(f"{path.name}{papier.suffix}")
        content = papier.content if maker is None else maker()
        if self._note(papier.opslaan, papier):
            self._context.jobs.compute(
                self, write_whole, target, content, done=self._written, failed=self._not_written,
                key="papier", context=(papier, target.name),
            )  # fmt: skip

    def _written(self, _result: object, papier: Papier, name: str) -> None:
        self._context.shell.inform(f"Opgeslagen als {name}.{papier.bij_opslaan}")

    def _not_written(self, fault: Exception, papier: Papier, _name: str) -> None:
        self._note(papier.opslaan, papier, "niet opgeslagen", gelukt=False)
        if isinstance(fault, VhdeskError):
            self._context.shell.report(fault)

    # --- printing

    def _print(self, order: PrintOrder) -> None:
        papier = self._ordered() if self._ordered is not None else None
        if papier is None:
            return
        how = f"{telling(order.copies, 'exemplaar', 'exemplaren')}, printer {order.printer.name}"
        if self._note(papier.afdrukken, papier, how):
            self._busy = papier
            self._printing.start(papier.content, order)

    def _printed(self, order: PrintOrder) -> None:
        if self._panel is not None:
            self._panel.close_panel()
        if self._busy is not None:
            self._context.shell.inform(f"{self._busy.naam} is naar de printer {order.printer.name}.")

    def _refused(self, fault: Exception) -> None:
        self._not_printed()
        shown = self._panel is not None and isinstance(fault, VhdeskError) and self._panel.show_fault(fault)
        if isinstance(fault, VhdeskError) and not shown:
            self._context.shell.report(fault)

    def _not_taken(self) -> None:
        self._not_printed()
        self._context.shell.inform("De printer nam dit niet aan; er is niets afgedrukt.")

    def _not_printed(self) -> None:
        if self._busy is not None:
            self._note(self._busy.afdrukken, self._busy, "niet afgedrukt", gelukt=False)
