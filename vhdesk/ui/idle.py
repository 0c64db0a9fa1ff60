"""Locking after idle time, measured on the wall clock so that a suspended machine counts as idle.

Whoever watches every key sees the key that locks too, also in a dialog that keeps the shortcuts of the window away.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from vhdesk.clock import Clock
from vhdesk.ui.lock_key import is_lock_key

STEP_MS: Final = 1000
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Signals: ``idle`` once, when nobody touched anything for ``minutes``; ``remaining(seconds)`` every second,
    ``lock_pressed`` when the key that locks reached a widget instead of the menu.

    A clock that was set back counts as a touch, never as minus an hour.
    """

    idle = Signal()
    remaining = Signal(int)
    lock_pressed = Signal()

    def __init__(self, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta(minutes=minutes)
        self._last: datetime = clock.now()
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Begin to watch, from now."""
        self._last = self._clock.now()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch_windows)
            self._watch_windows()
        self._timer.start()
        self.check()

    def stop(self) -> None:
        """Watch no longer (locked)."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and self._timer.isActive():
            app.focusWindowChanged.disconnect(self._watch_windows)
            for window in app.topLevelWindows():
                window.removeEventFilter(self)
        self._timer.stop()

    def _watch_windows(self) -> None:
        """Watch the windows of the system, which all input passes first: the whole program would ask us about every
        paint and every timer of every widget, which takes longer than showing a page."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # once, however often it is asked

    def set_minutes(self, minutes: int) -> None:
        """Change the idle time."""
        self._limit = timedelta(minutes=minutes)
        self.check()

    def touch(self) -> None:
        """Somebody did something."""
        self._last = self._clock.now()

    def check(self) -> None:
        """Compare with the wall clock; called once a second."""
        now = self._clock.now()
        if now < self._last:
            self._last = now
        left = self._limit - (now - self._last)
        self.remaining.emit(max(0, int(left.total_seconds())))
        if left <= timedelta(0) and self._timer.isActive():
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice input anywhere in the program; never swallow it, but for the key that locks."""
        if event.type() in _INPUT:
            self.touch()
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_lock_key(event):
                self.lock_pressed.emit()
                return True
        return False
