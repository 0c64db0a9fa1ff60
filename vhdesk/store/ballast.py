"""A few megabytes kept occupied, to be given up when the disk is full.

On a completely full disk a vault cannot even be read, and deleting a case frees nothing: giving up the ballast is
the one step that always helps.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from vhdesk.store.files import sync_folder
from vhdesk.store.layout import Layout

BALLAST_BYTES = 8 * 1024 * 1024
_ROOM_NEEDED = 8


def ensure_ballast(folder: Path, size: int = BALLAST_BYTES) -> bool:
    """Put the ballast (back) when there is ample room, at least eight times its size; tell whether it is there."""
    path = Layout(folder).ballast
    try:
        if size == 0 or path.exists():
            return path.exists()
        if shutil.disk_usage(folder).free < _ROOM_NEEDED * size:
            return False
        path.write_bytes(os.urandom(size))  # random, or a compressing file system keeps no room at all
    except OSError:
        return False
    return True


def release_ballast(folder: Path) -> bool:
    """Give up the ballast; tell whether there was any."""
    path = Layout(folder).ballast
    if not path.exists():
        return False
    path.unlink()
    sync_folder(folder)
    return True
