"""The page of the minutes: the list of closed meetings, and the one that was chosen as it will print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words
from vhdesk.errors import VhdeskError
from vhdesk.queries.verslag import VerslagRow, verslagen
from vhdesk.services.changes import Changes
from vhdesk.ui.actions import Act
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.verslagen.pdf_file import Written, file_name, write_file
from vhdesk.ui.verslagen.print_panel import PrintOrder, PrintPanel
from vhdesk.ui.verslagen.printing import Printing
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pdf_view import PdfView
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.vocabulary import Resultaat

LIST_WIDTH = 300
NARROW = 840
RUST_MS = 150
WACHT_MS = 500  # progress is shown after half a second, not before


def verslag_two_line(row: VerslagRow) -> TwoLine:
    """Return minutes as a list row."""
    telwerk = (
        f"{telling(row.casussen, 'casus', 'casussen')}, {telling(row.besluiten, 'besluit', 'besluiten')}"
    )
    return TwoLine(row.tafel, f"{date_in_words(row.datum)}  ·  {telwerk}", "", "file-text")


class VerslagenPage(QWidget):
    """``show_target`` takes the id of a meeting."""

    page_id = "verslagen"
    title = "Verslagen"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._stale = True
        self._row: VerslagRow | None = None
        self._content = b""
        self._wanted = ""
        self.pane = ListPane(
            "Verslagen",
            RowListModel(verslag_two_line, parent=self),
            empty=EmptyState(
                "file-text", "Er is nog geen verslag.", "Een overleg dat wordt gesloten, krijgt zijn verslag."
            ),
        )
        self.header = PageHeader()
        self.bar = FaultBar()
        self.panel = PrintPanel(context)
        self.view = PdfView(context.jobs)
        self.none = EmptyState(
            "file-text", "Kies een verslag.", "Het voorbeeld is precies wat wordt afgedrukt."
        )
        self.busy = self._make_busy()
        self.broken = EmptyState("circle-alert", "Het verslag kon niet worden gemaakt.", "")
        self._printing = Printing(context, self)
        self._rest = QTimer(self, singleShot=True, interval=RUST_MS)
        self._wait = QTimer(self, singleShot=True, interval=WACHT_MS)
        context.registry.add(*self._acts())
        self._lay_out()
        self._connect()

    def _make_busy(self) -> QWidget:
        busy = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setMaximumWidth(current_theme().px(260))
        bar.setAccessibleName("Het verslag wordt gemaakt")
        layout = QVBoxLayout(busy)
        layout.addStretch(1)
        layout.addWidget(Label("Het verslag wordt gemaakt…", "muted"))
        layout.addWidget(bar)
        layout.addStretch(2)
        layout.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        return busy

    def _acts(self) -> tuple[Act, ...]:
        return (
            Act(id="verslag.afdrukken", text="Verslag afdrukken", section="Verslag", shortcut="Ctrl+P",
                context=self.page_id, handler=self._ask_print, enabled=self._ready, icon="printer", words="printen"),
            Act(id="verslag.opslaan", text="Opslaan als PDF", section="Verslag", shortcut="Ctrl+S",
                context=self.page_id, handler=self._ask_file, enabled=self._ready, icon="file-down", words="exporteren"),
            Act(id="verslag.zoeken", text="Zoeken in het verslag", section="Verslag", shortcut="Ctrl+F",
                context=self.page_id, handler=self.view.focus_search, enabled=self._ready, icon="search"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        registry = self._context.registry
        self.header.add_right(PrimaryButton(registry.action("verslag.opslaan"), kind=""))
        self.header.add_right(PrimaryButton(registry.action("verslag.afdrukken"), "Afdrukken"))
        self.pane.search.hide()  # few minutes, newest first; Ctrl+F searches in the one that is open
        self._shown = QStackedWidget()
        for widget in (self.none, self.busy, self.broken, self.view):
            self._shown.addWidget(widget)
        self._detail = QWidget()
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(0, SPACE_4, 0, 0)
        column.setSpacing(SPACE_2)
        top = QVBoxLayout()
        top.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        top.setSpacing(SPACE_3)
        for part in (self.header, self.bar, self.panel):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self._shown, 1)
        self.pane.setFixedWidth(current_theme().px(LIST_WIDTH))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pane)
        layout.addWidget(self._detail, 1)
        self.header.hide()

    def _connect(self) -> None:
        self.pane.selected.connect(self._selected)
        self.pane.opened.connect(self._opened)
        self.panel.ordered.connect(self._print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._print_refused)
        self._printing.not_taken.connect(self._not_taken)
        self._rest.timeout.connect(self._settled)
        self._wait.timeout.connect(self._show_busy)
        self.view.failed.connect(self._broken)
        self._context.bridge.changed.connect(self._changed)

    # --- list

    def refresh(self) -> None:
        """Ask the list again; what is open stays open."""
        self._stale = False
        try:
            rows = self._context.desk.ask(verslagen)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self.pane.set_rows(rows)
        self.pane.set_count(telling(len(rows), "verslag", "verslagen") if rows else "")
        if self._row is not None and self._row.id not in {row.id for row in rows}:
            self._close()

    def show_target(self, target: str) -> None:
        """Open the minutes of a meeting."""
        self.refresh()
        self.pane.select(target)
        self._rest.stop()
        self._open(target)
        self.view.setFocus()

    def _selected(self, overleg_id: str) -> None:
        if overleg_id and self.pane.view.hasFocus():
            self._rest.start()

    def _settled(self) -> None:
        self._open(self.pane.current_id())

    def _opened(self, overleg_id: str) -> None:
        self._rest.stop()
        self._open(overleg_id)
        self.view.setFocus()

    # --- preview

    def _open(self, overleg_id: str) -> None:
        row = next((row for row in self.pane.model.rows() if row.id == overleg_id), None)
        if row is None or (self._row is not None and row.id == self._row.id and self._content):
            return
        self._row, self._content, self._wanted = row, b"", row.id
        self.bar.clear()
        self.panel.close_panel()
        self._show_head(row)
        self._wait.start()
        self._context.jobs.compute(
            self,
            self._context.pdf,
            row.id,
            done=self._made,
            failed=self._not_made,
            key="verslag",
            context=(row.id,),
        )
        self._context.registry.refresh()

    def _show_head(self, row: VerslagRow) -> None:
        self.header.set_title(f"Verslag {row.tafel}")
        gesloten = ""
        if row.gesloten_op is not None:
            moment = local(row.gesloten_op)
            gesloten = f"gesloten om {moment:%H:%M}"
        acties = telling(row.acties, "actie", "acties")
        self.header.set_subtitle(date_in_words(row.datum), row.nummer, gesloten, acties)
        self.header.show()

    def _made(self, content: bytes, overleg_id: str) -> None:
        if overleg_id != self._wanted:
            return
        self._wait.stop()
        if not self._note("verslag inzien", overleg_id):
            self._close()
            return
        self._content = content
        self.view.show_pdf(content)
        self._shown.setCurrentWidget(self.view)
        self._context.registry.refresh()

    def _not_made(self, fault: Exception, overleg_id: str) -> None:
        if overleg_id == self._wanted:
            self._broken(fault)

    def _broken(self, fault: Exception) -> None:
        self._wait.stop()
        self._content = b""
        self._shown.setCurrentWidget(self.broken)
        self.bar.show_fault(fault)
        self._context.registry.refresh()

    def _show_busy(self) -> None:
        self._shown.setCurrentWidget(self.busy)

    def _close(self) -> None:
        self._row, self._content, self._wanted = None, b"", ""
        self.header.hide()
        self.panel.close_panel()
        self.view.clear()
        self._shown.setCurrentWidget(self.none)
        self._context.registry.refresh()

    def _note(self, actie: str, overleg_id: str, bijzonderheden: str = "", *, gelukt: bool = True) -> bool:
        """Write the line in the journaal; without it there is no look, no print and no file."""
        try:
            self._context.desk.log(
                actie, "overleg", overleg_id, bijzonderheden=bijzonderheden,
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self.bar.show_fault(fault)
            return False
        return True

    def _ready(self) -> bool:
        return bool(self._content) and self._row is not None

    # --- printing

    def _ask_print(self) -> None:
        self.bar.clear()
        self.panel.ask()

    def _print(self, order: PrintOrder) -> None:
        if self._row is None or not self._content:
            return
        how = [telling(order.copies, "exemplaar", "exemplaren"), f"printer {order.printer.name}"]
        if order.pages:
            how.append(f"pagina {order.pages}")
        if self._note("verslag afdrukken", self._row.id, ", ".join(how)):
            self.panel.verb_button.setEnabled(False)
            self._context.shell.inform(f"Wordt naar {order.printer.name} gestuurd…")
            self._printing.start(self._content, order)

    def _printed(self, order: PrintOrder) -> None:
        self.panel.close_panel()
        self._context.shell.inform(
            f"Afgedrukt op {order.printer.name}: {telling(order.copies, 'exemplaar', 'exemplaren')}."
        )

    def _print_refused(self, fault: Exception) -> None:
        self._note_failed()
        if not isinstance(fault, VhdeskError) or not self.panel.show_fault(fault):
            self.bar.show_fault(fault)

    def _not_taken(self) -> None:
        self._note_failed()
        self.bar.show_words(
            "De printer nam het verslag niet aan; er is niets afgedrukt.",
            "Controleer de printer en probeer het opnieuw.", "danger",
        )  # fmt: skip

    def _note_failed(self) -> None:
        self.panel.verb_button.setEnabled(True)
        if self._row is not None:
            self._note("verslag afdrukken", self._row.id, "niet afgedrukt", gelukt=False)

    # --- saving

    def _ask_file(self) -> None:
        if self._row is not None:
            self._context.prompts.save_file(
                self, "Verslag opslaan als PDF", "PDF (*.pdf)", self._save_to, self._row.id, self._content,
                suggestion=Path.home() / file_name(self._row),
            )  # fmt: skip

    def _save_to(self, path: Path, overleg_id: str, content: bytes) -> None:
        if self._note("verslag opslaan als PDF", overleg_id):
            self._context.jobs.compute(
                self, write_file, path, content, done=self._written, key="opslaan", context=(overleg_id,)
            )

    def _written(self, outcome: Written, overleg_id: str) -> None:
        if outcome.fine:
            self.bar.clear()
            self._context.shell.inform(outcome.happened)
            return
        self._note("verslag opslaan als PDF", overleg_id, "niet opgeslagen", gelukt=False)
        self.bar.show_words(outcome.happened, outcome.next_step, "danger")

    # --- Page

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.touches("overleg", "besluit", "actie"):
            self._stale = True
            if self._row is not None and not self.isVisible():
                self._content, self._row = b"", None  # what came after closing shows in the minutes
            if self.isVisible():
                self.refresh()

    def activate(self) -> None:
        """Show the list; the minutes that were open are made again when the record changed."""
        if self._stale:
            self.refresh()
            if self._wanted and self._row is None:
                self._open(self._wanted)
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.pane.focus_list()

    def flush(self) -> bool:
        """Nothing is typed that is stored."""
        return True

    def back_out(self) -> bool:
        """Close the panel, then leave the preview for the list."""
        if self.panel.cancel():
            return True
        if self.bar.isVisible():
            self.bar.clear()
            return True
        focus = self.window().focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            self.pane.focus_list()
            return True
        return False

    def save_state(self) -> dict[str, object]:
        """Nothing to remember."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Nothing was remembered."""

    def where(self) -> dict[str, str | int]:
        """Return the minutes that are open."""
        return {"overleg": self._row.id} if self._row is not None else {}

    def resume(self, where: dict[str, str | int]) -> None:
        """Open them again."""
        if where.get("overleg"):
            self.show_target(str(where["overleg"]))
