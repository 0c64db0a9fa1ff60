"""Writing a file where somebody wants it: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from vhdesk.errors import EnvironmentFault, StorageFull

_FULL: Final = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_RIGHTS: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE: Final = {errno.ENOENT, errno.ENOTDIR}


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path`` and put it in place in one step: a file that is there is always whole.

    Raises StorageFull, or EnvironmentFault that says whether folder, rights or disk refused; then an older file is
    still there and nothing is left behind.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):  # the disk that refused to write may refuse to tidy as well
            beside.unlink(missing_ok=True)
        raise _explained(fault, path.name) from fault


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write ``files`` (name -> content) in a new folder and put that in place in one step: it is there with all of them,
    or not at all. A folder that is there already stays as it is; the new one gets a number. Returns the folder.

    Raises as ``write_whole``; then nothing is left behind.
    """
    beside = folder.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        beside.mkdir()
        for name, content in files.items():
            with (beside / name).open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        target, number = folder, 1
        while target.exists():
            number += 1
            target = folder.with_name(f"{folder.name} ({number})")
        beside.rename(target)
    except OSError as fault:
        shutil.rmtree(beside, ignore_errors=True)  # the disk that refused to write may refuse to tidy as well
        raise _explained(fault, folder.name) from fault
    return target


def _explained(fault: OSError, name: str) -> EnvironmentFault:
    if fault.errno in _FULL:
        return StorageFull("uitvoer_schijf_vol")
    if fault.errno in _RIGHTS:
        return EnvironmentFault("map_geen_rechten")
    if fault.errno in _GONE:
        return EnvironmentFault("map_bestaat_niet")
    return EnvironmentFault("bestand_niet_te_schrijven", bestand=name)
