"""The herstelblad on the screen: print it, or save it where it can be printed; closing forgets it.

The line in the journaal comes first: without it no sheet leaves the vault. What then fails has a second line.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.printing.printer import Printer, print_pdf, printers
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pdf_view import PdfView

PRINT, SAVE = "Herstelblad afdrukken", "Herstelblad opslaan"
NO_PRINTER = (
    "Er is geen printer gevonden. Sla het blad op een USB-stick op en druk het elders af; wis het daarna."
)


class HerstelbladWindow(KeyboardWindow, QWidget):
    """Lives as long as it is open. Locking takes it away with the window it belongs to."""

    def __init__(self, context: UiContext, sheet: bytes, parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "page")
        self.setWindowTitle("Herstelblad – vhdesk")
        self.setAccessibleName("Herstelblad")
        self._context = context
        self._sheet = sheet
        self._printers: tuple[Printer, ...] = ()
        self.bar = FaultBar()
        self.view = PdfView(context.jobs)
        self.view.search_field.hide()
        self.printer = ChoiceField("Printer")
        self.words = Label("Printers worden gezocht…", "muted", wrap=True)
        self.print_button = QPushButton("Afdrukken  (Ctrl+P)")
        self.print_button.setProperty("kind", "primary")
        self.save_button = QPushButton("Opslaan als PDF…  (Ctrl+S)")
        self.close_button = QPushButton("Sluiten  (Esc)")
        for button, name in (
            (self.print_button, "Afdrukken"), (self.save_button, "Opslaan als PDF"), (self.close_button, "Sluiten")
        ):  # fmt: skip
            button.setAccessibleName(name)
        self._lay_out()
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        self.close_button.clicked.connect(self.close)
        for keys, slot in (("Ctrl+P", self.print_sheet), ("Ctrl+S", self.save_sheet), ("Esc", self.close)):
            QShortcut(QKeySequence(keys), self, slot)
        self.print_button.setEnabled(False)
        self.view.show_pdf(sheet)
        context.jobs.compute(self, printers, done=self._printers_known, key="printers")
        theme = current_theme()
        self.resize(min(theme.px(820), 1320), min(theme.px(720), 730))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.printer)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.printer.hide()

    def _printers_known(self, found: tuple[Printer, ...]) -> None:
        self._printers = found
        self.printer.set_choices([(printer.name, printer.name) for printer in found])
        self.printer.setVisible(bool(found))
        self.print_button.setEnabled(bool(found))
        self.words.setText("" if found else NO_PRINTER)

    def print_sheet(self) -> None:
        """Ctrl+P: send the sheet to the printer."""
        chosen = next((p for p in self._printers if p.name == self.printer.value()), None)
        if chosen is None or not self._note(PRINT, f"printer {chosen.name}"):
            return
        self.print_button.setEnabled(False)
        self.words.setText("Het herstelblad gaat naar de printer…")
        self._context.jobs.compute(
            self,
            print_pdf,
            self._sheet,
            chosen,
            done=self._printed,
            failed=self._not_printed,
            key="afdrukken",
        )

    def _printed(self, _job: str) -> None:
        self._print_ended()
        self.bar.show_words(
            "Het herstelblad is naar de printer gestuurd.", "Bewaar het op papier, achter slot.", "ok"
        )

    def save_sheet(self) -> None:
        """Ctrl+S: write the sheet where the person wants."""
        self._context.prompts.save_file(
            self, "Herstelblad opslaan", "PDF (*.pdf)", self._save, suggestion=Path.home() / "Herstelblad.pdf"
        )

    def _save(self, path: Path) -> None:
        if not self._note(SAVE):
            return
        try:
            write_whole(path, self._sheet)
        except VhdeskError as fault:
            self._not_done(SAVE, fault)
            return
        self.bar.show_words(
            f"Het herstelblad is opgeslagen als {path.name}.",
            "Druk het af en wis het bestand: wie het heeft, kan de kluis openen.", "warn",
        )  # fmt: skip

    def _print_ended(self) -> None:
        self.print_button.setEnabled(True)
        self.words.setText("")

    def _not_printed(self, fault: Exception) -> None:
        self._print_ended()
        self._not_done(PRINT, fault)

    def _not_done(self, act: str, fault: Exception) -> None:
        code = fault.code if isinstance(fault, VhdeskError) else type(fault).__name__
        self._context.desk.log_refusal(act, "kluis", "", code)
        self.bar.show_fault(fault)

    def _note(self, act: str, details: str = "") -> bool:
        """Write the line in the journaal; False when that failed, and says why."""
        try:
            self._context.desk.log(act, "kluis", "", bijzonderheden=details)
        except VhdeskError as fault:
            self.bar.show_fault(fault)
            return False
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget the sheet."""
        self._sheet = b""
        self.view.clear()
        super().closeEvent(event)
