"""The real window on one vault, and how long until what was asked is painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk.app.session import DeskSession, Surroundings, default_surroundings
from vhdesk.clock import Clock
from vhdesk.services.kluis import Kluis
from vhdesk.ui.garbage import GuiGarbage
from vhdesk.ui.settings import DeskSettings

SIZE = (1366, 768)
PATIENCE = 10.0  # seconds


class PaintWatch(QObject):
    """Counts how often a window brought its pixels up to date."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.updates = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint):
            self.updates += 1
        return False


class BenchWindow:
    """A session with its window, at the size of a small laptop."""

    def __init__(self, app: QApplication, kluis: Kluis, clock: Clock, home: Path) -> None:
        self._app = app
        around: Surroundings = default_surroundings(clock, DeskSettings(home / "bench.ini"))
        self.session = DeskSession(kluis, around)
        self.window = self.session.window
        self.window.resize(*SIZE)
        self.watch = PaintWatch(self.window)

    def show(self) -> None:
        self.session.show()

    def settle(self) -> None:
        """Wait until every page was made and nothing is left to do."""
        while self.window.make_next_page():
            self._app.processEvents()
        self._app.findChild(GuiGarbage).settle()
        QTest.qWait(200)

    def until_painted(self, act: Callable[[], object], watch: PaintWatch | None = None) -> float:
        """Do ``act``, let Qt work until the window was painted, and return the seconds it took. ``watch``: of another
        window."""
        watch = watch or self.watch
        self._app.processEvents()
        watch.updates = 0
        began = perf_counter()
        act()
        while not watch.updates:
            self._app.processEvents()
            if perf_counter() - began > PATIENCE:
                raise RuntimeError("nothing was painted")
        QCoreApplication.sendPostedEvents()  # a layout that followed from the paint; timers are not waited for
        return perf_counter() - began

    def front(self) -> None:
        """Give this window the keyboard."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def press(self, keys: str) -> None:
        """Press one shortcut where the focus is."""
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def lock(self) -> None:
        """Close the session and really take its window away: Qt keeps what was only asked to be deleted until an
        event loop runs, and windows that pile up slow down everything measured after them."""
        self.session.lock()
        self.session.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._app.processEvents()
