"""The page of the minutes: the list of closed meetings, and the one that was chosen as it will print."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import VhdeskError
from vhdesk.queries.verslag import VerslagRow, verslagen
from vhdesk.services.changes import Changes
from vhdesk.services.overleg import OverlegGesloten
from vhdesk.ui.actions import Act
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.onderdelen.focus_keeper import FocusKeeper
from vhdesk.ui.onderdelen.hand_watch import HandWatch
from vhdesk.ui.onderdelen.list_and_detail import ListAndDetail
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.verslagen.delivery import Delivery
from vhdesk.ui.verslagen.exemplaren_delivery import ExemplarenDelivery
from vhdesk.ui.verslagen.ontvangers_view import OntvangersView
from vhdesk.ui.verslagen.verslag_words import gesloten_words, in_journaal, verslag_two_line
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pdf_view import PdfView
from vhdesk.ui.widgets.primary_button import PrimaryButton

LIST_WIDTH = 300
LAAG = 520  # pixels at 100 %; lower there is no room for panel and preview together
RUST_MS = 150
WACHT_MS = 500  # progress is shown after half a second, not before


class VerslagenPage(QWidget):
    """``show_target`` takes the id of a meeting."""

    page_id = "verslagen"
    title = "Verslagen"
    topic = "verslag"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._stale = True
        self._row: VerslagRow | None = None
        self._content = b""
        self._prepared: tuple[str, bytes] | None = None
        self._preparing = ""
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
        self.panel = PrintPanel(context, "Ctrl+S")
        self.view = PdfView(context.jobs)
        self.none = EmptyState(
            "file-text", "Kies een verslag.", "Het voorbeeld is precies wat wordt afgedrukt."
        )
        self.busy = self._make_busy()
        self.broken = EmptyState("circle-alert", "Het verslag kon niet worden gemaakt.", "")
        self.ontvangers = OntvangersView(context)
        self.exemplaren = ExemplarenDelivery(context, self.ontvangers)
        self.delivery = Delivery(context, self.panel, self.bar, self._current, self)
        self._focus = FocusKeeper(self)
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
            Act(id="verslag.exemplaren", text="Exemplaren voor ontvangers maken", section="Verslag", shortcut="Ctrl+Shift+E",
                context=self.page_id, handler=self._choose_recipients, enabled=self._ready, icon="users", words="partners versturen kopie"),
            Act(id="verslag.zoeken", looks=True, text="Zoeken in het verslag", section="Verslag", shortcut="Ctrl+F",
                context=self.page_id, handler=self.view.focus_search, enabled=self._ready, icon="search"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        registry = self._context.registry
        self.buttons = (
            PrimaryButton(registry.action("verslag.exemplaren"), "Exemplaren", kind=""),
            PrimaryButton(registry.action("verslag.opslaan"), kind=""),
            PrimaryButton(registry.action("verslag.afdrukken"), "Afdrukken"),
        )
        for button in self.buttons:
            self.header.add_right(button)
        self.pane.search.hide()  # few minutes, newest first; Ctrl+F searches in the one that is open
        self._shown = QStackedWidget()
        self._shown.setMinimumHeight(current_theme().px(120))
        self.blank = QWidget()
        for widget in (self.none, self.blank, self.busy, self.broken, self.view, self.ontvangers):
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
        column.addStretch(0)
        self.columns = ListAndDetail(self.pane, self._detail, LIST_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self.header.hide()

    def _connect(self) -> None:
        self._hand = HandWatch(self.pane.view)
        self.pane.selected.connect(self._selected)
        self.pane.opened.connect(self._opened)
        self.panel.opened.connect(self._make_room)
        self._rest.timeout.connect(self._settled)
        self._wait.timeout.connect(self._show_busy)
        self.view.failed.connect(self._broken)
        self.ontvangers.closed.connect(self._leave_recipients)
        self._context.bridge.changed.connect(self._changed)

    def _make_room(self, opened: bool) -> None:
        """On a low window the panel takes the place of the preview for a moment."""
        self._shown.setVisible(not opened or self.height() > current_theme().px(LAAG))

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
        if self._row is None:
            self._shown.setCurrentWidget(self.none if rows else self.blank)
        self.pane.set_count(telling(len(rows), "verslag", "verslagen") if rows else "")
        if self._row is not None and self._row.id not in {row.id for row in rows}:
            self._close()

    def show_target(self, target: str) -> None:
        """Open the minutes of a meeting."""
        self.refresh()
        self.pane.select(target)
        self._rest.stop()
        self._open(target)
        self.columns.to_detail()
        self.view.setFocus()

    def _selected(self, overleg_id: str) -> None:
        if overleg_id and self._hand.by_hand and self.pane.view.hasFocus():
            self._rest.start()

    def _settled(self) -> None:
        self._open(self.pane.current_id())

    def _opened(self, overleg_id: str) -> None:
        self.pane.select(overleg_id)
        self._rest.stop()
        self._open(overleg_id)
        self.columns.to_detail()
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
        if self._prepared is not None and self._prepared[0] == row.id:
            self._made(self._prepared[1], row.id)
            return
        self._wait.start()
        if self._preparing != row.id:  # two at a time would each take twice as long
            self._context.jobs.compute(
                self, self._context.pdf, row.id, done=self._made, failed=self._not_made, key="verslag",
                context=(row.id,),
            )  # fmt: skip
        self._context.registry.refresh()

    def _show_head(self, row: VerslagRow) -> None:
        self.header.set_title(f"Verslag {row.tafel}")
        versie = "" if row.laatste and row.versie == 1 else f"versie {row.versie}"
        heropend = "het overleg is heropend" if row.heropend else ""
        self.header.set_subtitle(date_in_words(row.datum), row.nummer, versie, gesloten_words(row), heropend)
        self.header.show()

    def _made(self, content: bytes, overleg_id: str) -> None:
        if overleg_id != self._wanted:
            return
        self._wait.stop()
        if not self.delivery.note_look(*in_journaal(overleg_id)):
            self._close()
            return
        self._content = content
        self.ontvangers.close_view()
        self._show_buttons(shown=True)
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

    # --- copies for recipients

    def _choose_recipients(self) -> None:
        """Choose who gets a copy of the minutes that are open."""
        found = self._current()
        if found is not None and self.ontvangers.open(found[0]):
            self.panel.close_panel()
            self._shown.setCurrentWidget(self.ontvangers)
            self.ontvangers.list.setFocus()
            self._show_buttons(shown=False)  # the view has its own

    def _choosing(self) -> bool:
        return self._shown.currentWidget() is self.ontvangers

    def _show_buttons(self, *, shown: bool) -> None:
        for button in self.buttons:
            button.setVisible(shown)

    def _leave_recipients(self) -> None:
        self.ontvangers.close_view()
        self._show_buttons(shown=True)
        self._shown.setCurrentWidget(self.view)
        self.view.setFocus()

    def _ask_print(self) -> None:
        (self.exemplaren.ask_print if self._choosing() else self.delivery.ask_print)()

    def _ask_file(self) -> None:
        (self.exemplaren.ask_folder if self._choosing() else self.delivery.ask_file)()

    def _ready(self) -> bool:
        return self._current() is not None

    def _current(self) -> tuple[VerslagRow, bytes] | None:
        return (self._row, self._content) if self._row is not None and self._content else None

    # --- Page

    def _changed(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        if isinstance(changes.event, OverlegGesloten):
            self._prepare(changes.event.id)
        elif changes.touches("overleg", "besluit", "actie"):
            self._prepared = None
            if self._preparing:
                self._prepare(self._preparing)
        if changes.touches("overleg", "besluit", "actie"):
            self._stale = True
            if self._row is not None and not self.isVisible():
                self._content, self._row = b"", None  # what came after closing shows in the minutes
            if self.isVisible():
                self.refresh()

    def _prepare(self, overleg_id: str) -> None:
        """Make the minutes of a meeting at the moment it closes: they are there when somebody opens them."""
        self._preparing = overleg_id
        self._context.jobs.compute(
            self, self._context.pdf, overleg_id, done=self._is_prepared, failed=self._is_not_prepared,
            key="voorbereiden", context=(overleg_id,),
        )  # fmt: skip

    def _is_prepared(self, content: bytes, overleg_id: str) -> None:
        self._preparing = ""
        self._prepared = (overleg_id, content)
        if self._row is not None and not self._content:
            self._made(content, overleg_id)

    def _is_not_prepared(self, fault: Exception, overleg_id: str) -> None:
        self._preparing = ""
        if self._row is not None and not self._content:
            self._not_made(fault, overleg_id)

    def activate(self) -> None:
        """Show the list; the minutes that were open are made again when the record changed."""
        if self._stale:
            self.refresh()
            if self._wanted and self._row is None:
                self._open(self._wanted)
        self._focus.come_back(self.pane.view)

    def flush(self) -> bool:
        """Nothing is typed that is stored."""
        return True

    def back_out(self) -> bool:
        """Close the panel, then leave the preview for the list."""
        if self.panel.leave() or self.ontvangers.back_out():
            return True
        if self._choosing():
            self._leave_recipients()
            return True
        if self.bar.isVisible():
            self.bar.clear()
            return True
        focus = self.window().focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            self.columns.to_list()
            self.pane.focus_list()
            return True
        return False

    def save_state(self) -> dict[str, object]:
        """Remember how wide the list is."""
        return {"splitter": self.columns.state()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take that back."""
        self.columns.restore(state.get("splitter"))

    def where(self) -> dict[str, str | int]:
        """Return the minutes that are open."""
        return {"overleg": self._row.id} if self._row is not None else {}

    def resume(self, where: dict[str, str | int]) -> None:
        """Open them again."""
        if where.get("overleg"):
            self.show_target(str(where["overleg"]))
