"""The panel that asks how to print: which printer, how many, which pages, both sides."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.printing.printer import Duplex, Printer, printers
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.qt_printing import qt_printer_names
from vhdesk.ui.widgets.number_field import NumberField

_DUPLEX = (
    ("", "Als de printer"),
    (Duplex.EENZIJDIG.value, "Enkelzijdig"),
    (Duplex.LANGE_ZIJDE.value, "Dubbelzijdig, lange zijde"),
    (Duplex.KORTE_ZIJDE.value, "Dubbelzijdig, korte zijde"),
)
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What was asked; ``by_window``: the window paints, since nothing takes a PDF from memory."""

    printer: Printer
    copies: int
    pages: str
    duplex: Duplex | None
    by_window: bool


def find_printers() -> tuple[tuple[Printer, ...], bool]:
    """Return the printers and whether the window must paint. Asks the system: for a job."""
    found = printers()
    if found:
        return found, False
    if sys.platform != "win32":
        return (), False
    names = qt_printer_names()
    return tuple(Printer(name, number == 0) for number, name in enumerate(names)), True


class PrintPanel(InlinePanel):
    """``stuk``, ``het``: what is printed, and its article; ``opslaan``: the key that saves it instead, which is told
    where there is no printer. Signals: ``ordered(PrintOrder)``."""

    ordered = Signal(object)

    def __init__(
        self, context: UiContext, opslaan: str, parent: QWidget | None = None, *, stuk: str = "verslag",
        het: str = "het",
    ) -> None:  # fmt: skip
        self._no_printer = f"Dit systeem heeft geen printer. Sla {het} {stuk} op als PDF ({opslaan})."
        super().__init__(f"{stuk.capitalize()} afdrukken", "Afdrukken", columns=4, parent=parent)
        self._context = context
        self._found: tuple[Printer, ...] = ()
        self._by_window = False
        self.printer = ChoiceField("Printer")
        self.copies = NumberField("Exemplaren", 1, MOST_COPIES)
        self.pages = QLineEdit()
        self.pages.setAccessibleName("Pagina's")
        self.pages.setPlaceholderText("alle, of bijv. 1-3")
        self.duplex = ChoiceField("Zijden", _DUPLEX)
        self.add_field("Printer", self.printer, "printer")
        self.add_field("Exemplaren", self.copies, "exemplaren")
        self.add_field("Pagina's", self.pages, "paginas")
        self.add_field("Zijden", self.duplex, "duplex")
        self.submitted.connect(self._order)

    def ask(self) -> None:
        """Open, and look for printers meanwhile."""
        self.copies.setValue(1)
        self.pages.clear()
        self.open(self.printer)
        self.show_words("Printers worden gezocht…" if not self._found else "")
        self.verb_button.setEnabled(bool(self._found))
        self._context.jobs.compute(self, find_printers, done=self._printers_known, key="printers")

    def _printers_known(self, answer: tuple[tuple[Printer, ...], bool]) -> None:
        self._found, self._by_window = answer
        self.printer.set_choices([(printer.name, printer.name) for printer in self._found])
        self.verb_button.setEnabled(bool(self._found))
        self.show_words("" if self._found else self._no_printer)

    def _order(self) -> None:
        chosen = next((p for p in self._found if p.name == self.printer.value()), None)
        if chosen is None:
            self.show_words(self._no_printer)
            return
        duplex = self.duplex.value()
        pages = self.pages.text().replace(" ", "")
        self.ordered.emit(
            PrintOrder(
                chosen, self.copies.value(), pages, Duplex(duplex) if duplex else None, self._by_window
            )
        )
