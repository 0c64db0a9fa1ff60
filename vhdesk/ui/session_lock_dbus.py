"""The screen was locked, or the machine goes to sleep, on Linux: told over D-Bus where there is one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

# (bus, service, interface, signal, slot)
_SIGNALS: Final = (
    (
        "session",
        "org.freedesktop.ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        "on_active(bool)",
    ),
    ("session", "org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "on_active(bool)"),
    ("system", "org.freedesktop.login1", "org.freedesktop.login1.Session", "Lock", "on_lock()"),
    (
        "system",
        "org.freedesktop.login1",
        "org.freedesktop.login1.Manager",
        "PrepareForSleep",
        "on_active(bool)",
    ),
)


def _member(slot: str) -> bytes:
    """Return a slot's signature as QDBusConnection wants it."""
    return str(SLOT(slot)).encode()


class DbusListener(QObject):
    """Signals: ``locked``."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listening = 0

    def start(self) -> bool:
        """Listen; says whether there is anything to listen to."""
        buses = {"session": QDBusConnection.sessionBus(), "system": QDBusConnection.systemBus()}
        for bus, service, interface, name, slot in _SIGNALS:
            connection = buses[bus]
            if connection.isConnected() and connection.connect(
                service, "", interface, name, self, SLOT(slot)
            ):
                self.listening += 1
        return self.listening > 0

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """The screen saver came on, or the machine goes to sleep."""
        if active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """The login manager locked this session."""
        self.locked.emit()
