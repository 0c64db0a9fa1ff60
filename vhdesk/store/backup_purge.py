"""Taking one case out of a backup: a clean copy takes its place, reopened and verified, and signed again.

The old one is only removed when the new one is complete; when the work is broken off, the backup is there as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import EnvironmentFault
from vhdesk.store.backup import copy_database, seal_backup, verify_backup, verify_copy
from vhdesk.store.backup_folder import (
    DATABASE,
    GONE,
    PART,
    SLOTS,
    BackupInfo,
    BackupState,
    list_backups,
    read_backup,
)
from vhdesk.store.connection import connect
from vhdesk.store.faults import translated
from vhdesk.store.files import sync_folder, write_synced
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if
from vhdesk.store.purge import purge_case
from vhdesk.store.vault import OpenVault


@dataclass(frozen=True, slots=True)
class BackupsPurged:
    """Names of the backups in which the case is not (any more), and of those that could not be read."""

    without: tuple[str, ...]
    unreachable: tuple[str, ...]


def purge_backups(
    vault: OpenVault,
    casus_id: str,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    *,
    cleaned: Callable[[str], None],
) -> BackupsPurged:
    """Take the case out of every backup of ``vault``; ``cleaned`` hears the name of each that held it.

    Raises Interrupted; it may be repeated until it is done.
    """
    without: list[str] = []
    unreachable: list[str] = []
    key = vault.lend_key()
    try:
        with translated(vault.path):
            found = list_backups(vault.path, key, twins=True)
            for number, info in enumerate(found):
                progress("kopieen_wissen", number, len(found))
                stop_if(cancelled)
                held = _purge_one(info, key, casus_id, vault, cancelled)
                if held:
                    cleaned(info.name)
                elif held is None:
                    unreachable.append(info.name)
                else:
                    without.append(info.name)
            progress("kopieen_wissen", len(found), len(found))
    finally:
        key.clear()
    return BackupsPurged(tuple(without), tuple(unreachable))


def _purge_one(
    info: BackupInfo, key: DataKey, casus_id: str, vault: OpenVault, cancelled: Cancelled
) -> bool | None:
    """Return True when the case was taken out, False when it was not in it, None when it cannot be read."""
    if info.state is not BackupState.SOUND:
        return None
    try:
        verify_copy(info, key)
    except EnvironmentFault:
        return None
    if not _holds(info, key, casus_id):
        return False
    part = info.path.with_name(info.name + PART)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    try:
        _write_clean(replace(info, path=part), info, key, casus_id, cancelled)
        write_synced(part / SLOTS, vault.slot_file.to_bytes())
        seal_backup(replace(info, path=part), key, no_progress, cancelled)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    gone = info.path.with_name(info.name + GONE)
    shutil.rmtree(gone, ignore_errors=True)
    info.path.replace(gone)
    part.replace(info.path)
    sync_folder(info.path.parent)
    shutil.rmtree(gone)
    verify_backup(read_backup(info.path, key), key)
    return True


def _holds(info: BackupInfo, key: DataKey, casus_id: str) -> bool:
    raw = connect(info.database, key, wal=False, query_only=True)
    try:
        found = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'casus'").fetchone()
        return bool(found and raw.execute("SELECT 1 FROM casus WHERE id = ?", (casus_id,)).fetchone())
    finally:
        raw.close()


def _write_clean(
    part: BackupInfo, info: BackupInfo, key: DataKey, casus_id: str, cancelled: Cancelled
) -> None:
    raw = connect(info.database, key, wal=False, query_only=True)
    try:
        copy_database(raw, part.path / DATABASE, key, no_progress, cancelled)
    finally:
        raw.close()
    copy = connect(part.path / DATABASE, key, wal=False)
    try:
        purge_case(copy, casus_id)
    finally:
        copy.close()
