"""The screen was locked, or the machine goes to sleep, on Windows: told to a window of our own that nobody sees.

Never run on such a machine; what it makes of a message is tested everywhere.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import Final, SupportsInt

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtGui import QWindow

WM_WTSSESSION_CHANGE: Final = 0x02B1
WTS_SESSION_LOCK: Final = 0x7
WM_POWERBROADCAST: Final = 0x0218
PBT_APMSUSPEND: Final = 0x4
NOTIFY_FOR_THIS_SESSION: Final = 0
KIND: Final = b"windows_generic_MSG"  # a posted message also comes by as another kind
_LOCKS: Final = frozenset({(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK), (WM_POWERBROADCAST, PBT_APMSUSPEND)})


def tells_lock(kind: bytes, address: int) -> bool:
    """Say whether the native message (a MSG at ``address``) tells that the session was locked or the machine sleeps."""
    if kind != KIND or not address:
        return False
    message = wintypes.MSG.from_address(address)
    return (message.message, message.wParam) in _LOCKS


class WindowsListener(QObject):
    """Signals: ``locked``."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._filter = _Filter(self)

    def start(self) -> bool:
        """Ask Windows to tell; says whether it will."""
        app = QCoreApplication.instance()
        if app is None:
            return False
        self._window = QWindow()
        self._window.create()
        app.installNativeEventFilter(self._filter)
        return _register(int(self._window.winId()))


class _Filter(QAbstractNativeEventFilter):
    """Only looks; every message goes on."""

    def __init__(self, listener: WindowsListener) -> None:
        super().__init__()
        self._listener = listener

    def nativeEventFilter(self, kind: QByteArray | bytes, message: SupportsInt) -> tuple[bool, int]:
        """Called by Qt for each message of the system."""
        words = bytes(kind.data()) if isinstance(kind, QByteArray) else kind
        if tells_lock(words, int(message)):
            self._listener.locked.emit()
        return False, 0


def _register(window: int) -> bool:
    if sys.platform != "win32":
        return False
    register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
    register.argtypes = (wintypes.HWND, wintypes.DWORD)
    register.restype = wintypes.BOOL
    return bool(register(window, NOTIFY_FOR_THIS_SESSION))
