"""Where a vault may not live: network shares and synchronised folders.

Locks cannot be trusted on a share (and WAL is not supported there); a synchroniser copies files of an open database
one by one and puts old versions back. Recognised by the file system (Linux, Windows), by the drive (Windows), by the
names that synchronisers give their folders, and by the marks they leave in them.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from vhdesk.errors import UnsafeLocation

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "ncp", "coda", "ceph"}
    | {"glusterfs", "lustre", "gpfs", "davfs", "vboxsf", "prl_fs"}
)
_NETWORK_FUSE = (
    "sshfs",
    "rclone",
    "davfs",
    "gvfsd",
    "s3fs",
    "glusterfs",
    "smb",
    "vmhgfs",
    "curlftpfs",
    "google",
)
_SYNC_NAMES = re.compile(
    r"""(?x) ^ ( dropbox (\W.*)? | onedrive (\W.*)? | google\ ?drive | (mijn|my)\ drive | googledrive-.*
      | icloud.* | mobile\ documents | com~apple~clouddocs | cloudstorage | nextcloud\d* | owncloud\d*
      | surfdrive | research\ drive | pclouddrive | pcloud\ drive | syncthing | seafile | seadrive | mega(sync)? )$"""
)
_SYNC_MARKS = re.compile(
    r"^(\.stfolder|\.dropbox(\.cache)?|\.sync|\.owncloudsync\.log|\.seafile-data|\._?sync_.*\.db)$"
)
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DRIVE_REMOTE = 4


def check_location(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a folder that is on a share (``network_folder``) or synchronised (``synchronised_folder``).

    ``folder`` need not exist yet. Raises UnsafeLocation with ``soort`` (the file system or the mark recognised).
    """
    real = Path(os.path.realpath(folder))
    network = _network_kind(real, mounts)
    if network:
        raise UnsafeLocation("network_folder", soort=network)
    sync = _sync_kind(real)
    if sync:
        raise UnsafeLocation("synchronised_folder", soort=sync)


def _network_kind(folder: Path, mounts: Path) -> str:
    if sys.platform == "win32":
        return _windows_network_kind(folder)
    kind = _mounted_type(folder, mounts)
    if kind in _NETWORK_TYPES:
        return kind
    if kind.startswith("fuse") and any(name in kind for name in _NETWORK_FUSE):
        return kind
    return ""


def _mounted_type(folder: Path, mounts: Path) -> str:
    """Return the type of the file system that holds ``folder``, "" where that cannot be read (macOS)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1])
        if (folder == Path(point) or Path(point) in folder.parents) and len(point) >= best:
            best, kind = len(point), fields[2]
    return kind


def _windows_network_kind(folder: Path) -> str:
    if str(folder).startswith("\\\\"):
        return "UNC"
    if sys.platform != "win32":
        return ""
    import ctypes

    return "netwerkschijf" if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE else ""


def _sync_kind(folder: Path) -> str:
    for part in (folder, *folder.parents):
        if _SYNC_NAMES.match(part.name.casefold()):
            return part.name
        mark = _sync_mark(part)
        if mark:
            return mark
    for variable in _SYNC_VARIABLES:
        root = os.environ.get(variable)
        if root and (folder == Path(root) or Path(root) in folder.parents):
            return variable
    return ""


def _sync_mark(folder: Path) -> str:
    try:
        with os.scandir(folder) as entries:
            return next((entry.name for entry in entries if _SYNC_MARKS.match(entry.name)), "")
    except OSError:  # not there yet, or not ours to read
        return ""
