"""The main window: navigation left, one page in front, menu bar above, status line below.

It knows pages only by the ``Page`` protocol and acts only by the registry. It flushes the page in front before it
navigates, prints, locks or closes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vhdesk.errors import VaultReadOnly
from vhdesk.ui.act_provider import ActProvider
from vhdesk.ui.actions import ActionRegistry
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.out_of_sight import take_off_screen
from vhdesk.ui.page import Page, Roomy
from vhdesk.ui.reading import ReadingWatch
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.fonts import load_fallbacks
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.to_front import to_front
from vhdesk.ui.widgets.key_sheet import KeySheet
from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.palette import Palette, Provider
from vhdesk.ui.widgets.sidebar import Place, Sidebar
from vhdesk.ui.widgets.status_line import StatusLine
from vhdesk.ui.widgets.window_keys import WindowKeys
from vhdesk.ui.window_acts import SECTIONS, window_acts

PLACES: Final = (
    Place("vandaag", "Vandaag", "sun"),
    Place("overleggen", "Overleggen", "calendar-days"),
    Place("casussen", "Casussen", "folder-open"),
    Place("acties", "Acties", "list-checks"),
    Place("verslagen", "Verslagen", "file-text"),
    Place("aanmeldingen", "Aanmeldingen", "inbox"),
)
BELOW: Final = (
    Place("beheer", "Beheer", "settings"),
    Place("vergrendelen", "Vergrendelen", "lock", is_act=True),
)
# Below this many logical pixels at 100 % text the navigation shows icons only; so it does at 125 % on 1366 pixels.
NARROW: Final = 1100
ROOMY: Final = 1600  # the same while the page in front needs the room
PRACTICE_EDGE: Final = 3


class MainWindow(KeyboardWindow, QMainWindow):
    """The shell of the desk.

    Signals: ``painted`` once, after the first picture; ``leaving`` when it is about to lock (nothing may wait from here
    on), ``lock_requested`` after it went out of sight and pending text was flushed or drafted, ``closed`` after the
    state was saved, ``page_changed(page_id)``, ``page_made(page_id)``, ``manual_requested(topic)``, ``about_requested``.
    """

    painted = Signal()
    leaving = Signal()
    lock_requested = Signal()
    closed = Signal()
    page_changed = Signal(str)
    page_made = Signal(str)
    manual_requested = Signal(str)
    about_requested = Signal()

    def __init__(
        self,
        registry: ActionRegistry,
        settings: DeskSettings,
        *,
        title: str = "vhdesk",
        subtitle: str = "Zorg- en Veiligheidshuis",
        practice: bool = False,
    ) -> None:
        super().__init__()
        load_fallbacks()  # names of people come with this window
        self.registry = registry
        self.settings = settings
        self.practice = practice
        self._pages: dict[str, QWidget] = {}
        self._later: dict[str, Callable[[], QWidget]] = {}
        self._trail: list[str] = []
        self._was_painted = False
        self._providers: list[Provider] = [ActProvider(registry, self)]
        marks = ["OEFENING"] * practice + ["Alleen lezen"] * bool(registry.looking)
        self.setWindowTitle(" – ".join((*marks, title)))
        self.sidebar = Sidebar("vhdesk", subtitle, PLACES, BELOW)
        self.bar = FaultBar()
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self.status.set_practice(practice)
        self.status.set_looking(registry.looking)
        self._keys = WindowKeys(self)
        self._reading = ReadingWatch(self) if registry.looking else None
        self._lay_out()
        registry.setParent(self)
        registry.set_section_order(SECTIONS)
        registry.add(*window_acts(self, PLACES, BELOW))
        self._menus_later = QTimer(self, singleShot=True, interval=0)
        self._menus_later.timeout.connect(self._fill_menus)
        registry.changed.connect(self._acts_changed)
        self._acts_changed()
        self._fill_menus()  # at once, so that the bar has its height; later on several changes make one filling
        self.sidebar.requested.connect(self._place_requested)
        geometry = settings.geometry()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(self._first_size())
        self.setMinimumSize(760, 480)

    def _first_size(self) -> QSize:
        """Return a size whose status bar is on the screen too: the title bar of the system asks its share."""
        return QSize(1320, 840).boundedTo(self.screen().availableSize() - QSize(16, 48))

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("kind", "page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar.setProperty("place", "window")
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addWidget(middle, 1)
        centre = QWidget()
        whole = QVBoxLayout(centre)
        edge = PRACTICE_EDGE if self.practice else 0
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(centre)
        centre.setObjectName("centre")

    # --- pages

    def add_page(self, page: QWidget) -> None:
        """Add a page (a QWidget with the members of ``Page``). Raises TypeError or ValueError for a wrong one."""
        if not isinstance(page, Page):
            raise TypeError(
                "a page has page_id, title, topic, activate, flush, back_out, save_state, restore_state"
            )
        if page.page_id in self._pages:
            raise ValueError(page.page_id)
        self._pages[page.page_id] = page
        page.setAccessibleName(page.title)
        page.restore_state(self.settings.page_state(page.page_id))
        if isinstance(page, Roomy):
            page.room_changed.connect(self._adapt)
        self.stack.addWidget(page)

    def add_page_later(self, page_id: str, make: Callable[[], QWidget]) -> None:
        """Announce a page that is made when it is first shown, or when there is a moment to spare."""
        self._later[page_id] = make

    def make_next_page(self) -> bool:
        """Make one announced page; False when all are there."""
        page_id = next(iter(self._later), "")
        if page_id:
            self.page(page_id)
        return bool(self._later)

    def page(self, page_id: str) -> QWidget:
        """Return a page, made now if it was only announced. Raises KeyError."""
        if page_id in self._later:
            self.add_page(self._later.pop(page_id)())
            self.page_made.emit(page_id)
        return self._pages[page_id]

    def current_page_id(self) -> str:
        """Return the id of the page in front, "" before the first."""
        return self._trail[-1] if self._trail else ""

    def show_page(self, page_id: str) -> bool:
        """Bring a page in front; False when the page in front could not save (it stays). Raises KeyError."""
        page = self.page(page_id)
        if page_id != self.current_page_id():
            if not self.flush():
                return False
            self._trail = [known for known in self._trail if known != page_id] + [page_id]
            self.stack.setCurrentWidget(page)
            self.status.leave_page()
            self.bar.leave_page()
            if self._reading is not None:
                self._reading.close_fields()
            self.sidebar.set_current(page_id)
            self.registry.set_context(page_id)
            self._adapt()
            self.page_changed.emit(page_id)
        assert isinstance(page, Page)
        page.activate()
        return True

    def go_back(self) -> None:
        """Escape: one level back within the page, else to the page before; never loses text."""
        page = self._front()
        if page is not None and page.back_out():
            return
        if self.bar.isVisible():
            self.bar.clear()
        elif len(self._trail) > 1:
            leaving, target = self._trail[-1], self._trail[-2]
            if self.show_page(target):
                self._trail = [known for known in self._trail if known != leaving]

    def flush(self) -> bool:
        """Write what is still being typed on the page in front; False when that failed."""
        page = self._front()
        return page is None or page.flush()

    def write_forms(self) -> bool:
        """Write the drafts of the forms that are open on any page; False when that failed."""
        return all([draft.write() for draft in self.findChildren(FormDraft)])

    def _front(self) -> Page | None:
        page = self._pages.get(self.current_page_id())
        return page if isinstance(page, Page) else None

    # --- acts of the window

    def request_lock(self) -> None:
        """Ctrl+L: out of sight at once; then flush and lock. A refusal does not hold up the lock, nor does a write that
        goes on: the draft journal has the text, and every form that is half filled in."""
        geometry = self.saveGeometry()
        self.leaving.emit()
        take_off_screen(self)
        self.write_forms()
        self.flush()
        self._save_state(geometry)
        self.lock_requested.emit()

    def add_provider(self, provider: Provider) -> None:
        """Add a source (cases, persons) to the go-to palette, before the acts."""
        self._providers.insert(len(self._providers) - 1, provider)

    def open_palette(self) -> None:
        """Ctrl+K."""
        palette = Palette(self._providers, self)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    def show_keys(self) -> None:
        """F1: the keys of every page, also of those not shown yet."""
        while self.make_next_page():
            pass
        sheet = KeySheet(self.registry.key_sheet(), self)
        sheet.manual_requested.connect(self.show_manual)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def show_manual(self) -> None:
        """Shift+F1: the manual, where it tells of the page in front."""
        page_id = self.current_page_id()
        page = self.page(page_id) if page_id else None
        self.manual_requested.emit(page.topic if isinstance(page, Page) else "")

    def show_fault(self, fault: Exception) -> None:
        """Show what went wrong in the bar above the page."""
        self.bar.show_fault(fault)

    def may_write(self) -> bool:
        """Say whether anything can be written here; the bar says why not."""
        if self._reading is not None:
            self.bar.show_fault(VaultReadOnly("opened_read_only"))
        return self._reading is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key of an act that a vault opened to read does not do says so."""
        if self.registry.refused(QKeySequence(event.keyCombination())):
            self.may_write()
        else:
            super().keyPressEvent(event)

    def raise_window(self) -> None:
        """Come to the front (a second start asked for it)."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        to_front(self)

    def _place_requested(self, place_id: str) -> None:
        if place_id == "vergrendelen":
            self.request_lock()
        elif self.has_page(place_id):
            self.show_page(place_id)
        self.sidebar.set_current(self.current_page_id())

    def has_page(self, page_id: str) -> bool:
        """Say whether this page was added or announced."""
        return page_id in self._pages or page_id in self._later

    def _acts_changed(self) -> None:
        """The keys answer at once, the menus follow."""
        wanted, present = self.registry.actions(), set(self.actions())
        for action in present.difference(wanted):
            self.removeAction(action)
        self.addActions([action for action in wanted if action not in present])
        self._menus_later.start()

    def _fill_menus(self) -> None:
        self.registry.fill_menu_bar(self.menuBar())

    # --- state

    def save_state(self) -> None:
        """Remember the window and every page in the settings."""
        self._save_state(self.saveGeometry())

    def _save_state(self, geometry: QByteArray) -> None:
        self.settings.set_geometry(geometry)
        for page_id, page in self._pages.items():
            assert isinstance(page, Page)
            self.settings.set_page_state(page_id, page.save_state())
        self.settings.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Flush first; a page that cannot save keeps the window open and says why."""
        written = self.write_forms()
        if not self.flush() or not written:
            event.ignore()
            return
        self.save_state()
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window or large text leaves the navigation its icons."""
        super().resizeEvent(event)
        self._adapt()

    def changeEvent(self, event: QEvent) -> None:
        """Text size may have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "sidebar"):
            self._adapt()

    def _adapt(self) -> None:
        scale, page = current_theme().scale, self._front()
        narrow = self.width() < NARROW * scale
        makes_room = isinstance(page, Roomy) and page.needs_room()
        self.sidebar.set_narrow(narrow or (makes_room and self.width() < ROOMY * scale))
        self.status.set_narrow(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The orange edge of a practice vault; after the first picture there is time for the rest."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._first_painted)
        if self.practice:
            painter = QPainter(self)
            painter.setPen(QPen(current_theme().color("practice"), 2 * PRACTICE_EDGE))
            centre = self.centralWidget()
            top = centre.mapTo(self, QPoint(0, 0)).y() if centre is not None else 0
            painter.drawRect(self.rect().adjusted(0, top, 0, 0))

    def _first_painted(self) -> None:
        if self.isVisible():  # not when it was locked at once
            self.painted.emit()
