"""The screen of the system was locked, or the machine goes to sleep: each system tells it in its own way.

A system that tells nothing is no error: the idle time still locks. What listens is imported where it can work and
after unlocking, since that costs time.
"""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance


class Listener(Protocol):
    """What a system needs: ``locked`` is emitted when its screen was locked or it is about to sleep."""

    locked: SignalInstance

    def start(self) -> bool:
        """Listen; says whether there is anything to listen to."""


class SessionLock(QObject):
    """Signals: ``locked`` when the system locked its screen or is about to sleep."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: Listener | None = None

    def start(self) -> bool:
        """Listen; says whether there is anything to listen to."""
        self._listener = _listener(self)
        self._listener.locked.connect(self.locked)
        return self._listener.start()


def _listener(parent: QObject) -> Listener:
    if sys.platform == "win32":
        from vhdesk.ui.session_lock_windows import WindowsListener

        return WindowsListener(parent)
    if sys.platform == "darwin":
        from vhdesk.ui.session_lock_macos import MacListener

        return MacListener(parent)
    from vhdesk.ui.session_lock_dbus import DbusListener

    return DbusListener(parent)
