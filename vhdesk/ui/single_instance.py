"""One window per vault: a lock file decides, a local socket wakes the window that has it.

Both live in the user's own runtime folder, named by a hash of the vault's path. A process that was killed leaves a
lock that the next start recognises as stale.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS: Final = 1000


def runtime_folder() -> Path:
    """Return this user's own folder for what lasts no longer than a session."""
    own = os.environ.get("XDG_RUNTIME_DIR")
    if own:
        return Path(own) / "vhdesk"
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
    return Path(place) / (f"vhdesk-{os.getuid()}" if hasattr(os, "getuid") else "vhdesk")


def _fingerprint(path: str) -> str:
    digest = QCryptographicHash.hash(path.encode(), QCryptographicHash.Algorithm.Sha256)
    return digest.toHex().data().decode()[:24]


class SingleInstance(QObject):
    """Signals: ``woken`` in the first window when the same vault is opened a second time."""

    woken = Signal()

    def __init__(self, vault: Path, runtime: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = "vhdesk-" + _fingerprint(str(vault.resolve()))
        self._lock = QLockFile(str(runtime / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        self._name = name
        self._server: QLocalServer | None = None

    def is_free(self) -> bool:
        """Say whether no process has this vault in a window now."""
        if not self._lock.tryLock(0):
            return False
        self._lock.unlock()
        return True

    def acquire(self) -> bool:
        """Become the window of this vault; False when another process is."""
        if not self._lock.tryLock(0):
            return False
        from PySide6.QtNetwork import (
            QLocalServer,
        )  # deferred: seeing that nobody has the vault needs no network

        QLocalServer.removeServer(self._name)  # a socket left by a process that was killed
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        if server.listen(self._name):
            self._server = server
        return True

    def wake_other(self) -> bool:
        """Ask the other window to come to the front; False when it does not answer.

        To be connected is the message. Writing more would be a race: the other one hangs up at once.
        """
        from PySide6.QtNetwork import QLocalSocket  # deferred: as above

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(PATIENCE_MS)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Give the vault up (locked or closed)."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _greet(self) -> None:
        """Somebody connected: that alone is the message; nothing they send is read."""
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.woken.emit()
