"""What the disk, the system and SQLite say, as the faults of ``errors``: the one place where codes are read."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vhdesk.errors import (
    EnvironmentFault,
    Interrupted,
    NotEnoughMemory,
    StorageFull,
    StorageUnavailable,
    StoreDamaged,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
    VhdeskError,
)

_FULL_BELOW = 256 * 1024
"""With less free space than this a failing write is taken for a full disk (WAL needs its 32 kB index file)."""

_SQLITE: dict[int, tuple[type[VhdeskError], str]] = {
    sqlite3.SQLITE_BUSY: (VaultInUse, "database_busy"),
    sqlite3.SQLITE_LOCKED: (VaultInUse, "database_busy"),
    sqlite3.SQLITE_PERM: (VaultReadOnly, "database_read_only"),
    sqlite3.SQLITE_READONLY: (VaultReadOnly, "database_read_only"),
    sqlite3.SQLITE_FULL: (StorageFull, "disk_full"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "database_damaged"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "database_unreadable"),
    sqlite3.SQLITE_NOMEM: (NotEnoughMemory, "database_memory"),
    sqlite3.SQLITE_INTERRUPT: (Interrupted, "interrupted"),
    sqlite3.SQLITE_IOERR: (StorageUnavailable, "disk_error"),
    sqlite3.SQLITE_CANTOPEN: (StorageUnavailable, "database_cannot_open"),
}

_SYSTEM: dict[int, tuple[type[EnvironmentFault], str]] = {
    errno.ENOSPC: (StorageFull, "disk_full"),
    errno.EDQUOT: (StorageFull, "disk_full"),
    errno.EACCES: (VaultReadOnly, "no_permission"),
    errno.EPERM: (VaultReadOnly, "no_permission"),
    errno.EROFS: (VaultReadOnly, "no_permission"),
    errno.ENOENT: (VaultMissing, "file_missing"),
    errno.ENOTDIR: (VaultMissing, "file_missing"),
}


def translate(error: BaseException, folder: Path | None = None) -> VhdeskError | None:
    """Return the fault that ``error`` means, or None when it is not the environment's (a bug, a constraint).

    ``error`` is an OSError, an exception of the driver, or SQLAlchemy's wrapper around one; ``folder`` the vault's,
    used to tell a full disk from a broken one.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        kind, code = _SYSTEM.get(cause.errno or 0, (StorageUnavailable, "disk_error"))
        return kind(code)
    number = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(number, int):
        return None
    found = _SQLITE.get(number & 0xFF)
    if found is None:
        return None
    kind_, code = found
    if code in ("disk_error", "database_cannot_open") and folder is not None and is_full(folder):
        return StorageFull("disk_full")
    return kind_(code)


@contextmanager
def translated(folder: Path | None = None) -> Iterator[None]:
    """Turn every environment error inside the block into its fault; let everything else pass."""
    try:
        yield
    except VhdeskError:
        raise
    except Exception as error:
        fault = translate(error, folder)
        if fault is None:
            raise
        raise fault from error


def is_full(folder: Path) -> bool:
    """Tell whether the disk under ``folder`` has no room left to work in."""
    try:
        return shutil.disk_usage(folder).free < _FULL_BELOW
    except OSError:
        return False
