"""The screen was locked, on macOS: told by its distributed notification centre, on the thread of the window.

Never run on such a machine; what it asks of the system, and what it does when called, is tested everywhere.
"""

from __future__ import annotations

from ctypes import CDLL, CFUNCTYPE, c_char_p, c_long, c_uint32, c_void_p
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

SCREEN_LOCKED: Final = b"com.apple.screenIsLocked"
_FRAMEWORK: Final = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8: Final = 0x08000100
_DELIVER_IMMEDIATELY: Final = 4
_Callback: Final = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class MacListener(QObject):
    """Signals: ``locked``."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called = _Callback(self._tell)  # kept: the system calls it as long as the program runs

    def start(self, foundation: Any = None) -> bool:
        """Ask macOS to tell; says whether it will. ``foundation``: its CoreFoundation."""
        try:
            known = foundation or CDLL(_FRAMEWORK)
        except OSError:
            return False
        known.CFNotificationCenterGetDistributedCenter.restype = c_void_p
        known.CFStringCreateWithCString.argtypes = (c_void_p, c_char_p, c_uint32)
        known.CFStringCreateWithCString.restype = c_void_p
        add = known.CFNotificationCenterAddObserver
        add.argtypes = (c_void_p, c_void_p, _Callback, c_void_p, c_void_p, c_long)
        add.restype = None
        centre = known.CFNotificationCenterGetDistributedCenter()
        name = known.CFStringCreateWithCString(None, SCREEN_LOCKED, _UTF8)
        if not centre or not name:
            return False
        add(centre, None, self._called, name, None, _DELIVER_IMMEDIATELY)
        return True

    def _tell(self, *_: object) -> None:
        self.locked.emit()
