"""One process writes in a vault: a lock of the operating system on ``kluis.lock``, gone when the process dies.

The file says who holds it, for the message to a second process; the lock decides, not the text. The file stays
behind after use, since removing it would let two processes lock two different files of the same name.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from vhdesk.errors import VaultInUse

_LOCKED_BYTE = 1 << 20  # Windows locks bytes, so the text in front of it stays readable for others
_MAX_TEXT = 4096


class ProcessLock:
    """A held lock. ``release`` frees it; so does the end of the process, however it comes."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def acquire(cls, path: Path, now: datetime) -> ProcessLock:
        """Lock ``path`` (created when absent) for this process alone.

        Raises VaultInUse ``vault_in_use`` with ``pid``, ``host`` and ``since`` (ISO text) of the holder as far as
        known, ``vault_in_use_here`` when that is on this computer, ``vault_still_closing`` when it is this very
        process, OSError when the file cannot be written.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if not _try_lock(handle, exclusive=True):
                raise _in_use(path)
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, _holder(now))
        except BaseException:
            os.close(handle)
            raise
        return cls(handle)

    @classmethod
    def share(cls, path: Path) -> ProcessLock | None:
        """Lock an existing ``path`` for reading beside other readers; None when there is no lock file at all.

        Raises VaultInUse when a writer holds it.
        """
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return None
        if not _try_lock(handle, exclusive=False):
            os.close(handle)
            raise _in_use(path)
        return cls(handle)

    @classmethod
    def read_beside(cls, path: Path) -> ProcessLock | None:
        """Lock ``path`` (created when absent) beside other readers; None where nothing can be made.

        Held while reading a vault that another process of this computer may be writing: see ``without_readers``.
        Raises VaultInUse ``vault_being_rekeyed`` while its files are being replaced.
        """
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError:
            return None  # a read-only folder: nobody writes there either
        if _try_lock(handle, exclusive=False):
            return cls(handle)
        os.close(handle)
        raise VaultInUse("vault_being_rekeyed")

    def release(self) -> None:
        """Free the lock; safe to call twice."""
        if self._handle >= 0:
            os.close(self._handle)  # closing the one handle frees the lock on every system
            self._handle = -1


@contextmanager
def without_readers(path: Path) -> Iterator[None]:
    """See that nobody reads the vault in the block: its files are replaced, or get another form.

    Raises VaultInUse ``vault_has_readers``.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if not _try_lock(handle, exclusive=True):
            raise VaultInUse("vault_has_readers")
        yield
    finally:
        os.close(handle)


def read_holder(path: Path) -> dict[str, Any]:
    """Return ``pid``, ``host`` and ``since`` of the process that wrote the lock file; empty when unreadable."""
    try:
        with path.open("rb") as stream:
            content = json.loads(stream.read(_MAX_TEXT))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {
        name: content[name] for name in ("pid", "host", "since") if isinstance(content.get(name), str | int)
    }


def _in_use(path: Path) -> VaultInUse:
    holder = read_holder(path)
    if holder.get("host") != socket.gethostname():
        return VaultInUse("vault_in_use", **holder)
    ours = holder.get("pid") == os.getpid()
    return VaultInUse("vault_still_closing" if ours else "vault_in_use_here", **holder)


def _holder(now: datetime) -> bytes:
    since = now.isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since}).encode()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int, *, exclusive: bool) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK if exclusive else msvcrt.LK_NBRLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int, *, exclusive: bool) -> bool:
        # flock and not lockf: it belongs to the open file, so reading the text elsewhere does not drop it
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
