"""Files written so that a crash leaves either the old or the new, never half of one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

_CHUNK = 1024 * 1024


def write_atomic(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``: written beside it, synced, renamed, folder synced. Private to the user."""
    part = path.with_name(path.name + ".part")
    write_synced(part, data)
    part.replace(path)
    sync_folder(path.parent)


def write_synced(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` and make sure it is on the disk. A half-written file is removed on failure."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def sync_file(path: Path) -> None:
    """Make sure that what was written to ``path`` is on the disk (never on a database that is open)."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make sure that renames inside ``folder`` are on the disk. Windows has no such call; it journals them."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex (never of a database that is open)."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def remove_folder(folder: Path) -> None:
    """Remove a folder that is ours, in one visible step: renamed away first, then emptied."""
    gone = folder.with_name(folder.name + ".weg")
    if gone.exists():
        shutil.rmtree(gone)
    folder.replace(gone)
    shutil.rmtree(gone)


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` for this user only; raises FileExistsError when it is there."""
    folder.mkdir(mode=0o700)
