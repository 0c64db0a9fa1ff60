"""Making a backup that counts: copied, reopened, checked, signed, and only then given its name."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import EnvironmentFault, StorageFull, StorageUnavailable, StoreDamaged
from vhdesk.store.backup_folder import (
    DATABASE,
    MANIFEST,
    PART,
    SLOTS,
    BackupInfo,
    BackupState,
    folder_name,
    list_backups,
    manifest_bytes,
    read_backup,
    remove_leftovers,
)
from vhdesk.store.connection import connect
from vhdesk.store.engine import check_integrity
from vhdesk.store.faults import translated
from vhdesk.store.files import remove_folder, sha256_of, sync_file, sync_folder, write_synced
from vhdesk.store.layout import Layout
from vhdesk.store.meta import read_head
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if
from vhdesk.store.slot_store import read_slots
from vhdesk.store.thinning import kept

PAGES_PER_STEP = 500
PAGE_BYTES = 4096
COUNTED = {"casussen": "casus", "overleggen": "overleg", "besluiten": "besluit", "acties": "actie"}


def make_backup(
    raw: Any,
    layout: Layout,
    key: DataKey,
    slot_file: SlotFile,
    *,
    reason: str,
    at: datetime,
    schema: str,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    counted: Mapping[str, str] = COUNTED,
) -> BackupInfo:
    """Copy the database behind ``raw`` into a new backup and return it.

    Safe while others read and write. ``counted`` maps what is counted to its table. Raises Interrupted, StorageFull,
    StoreDamaged ``backup_not_sound`` or ``database_damaged`` when the copy does not verify; in each case no backup
    was added and nothing half-made stays behind.
    """
    with translated(layout.folder):
        layout.backups.mkdir(mode=0o700, exist_ok=True)
        name = folder_name(layout.backups, at, key)
        part = layout.backups / (name + PART)
        part.mkdir(mode=0o700)
        try:
            copy_database(raw, part / DATABASE, key, progress, cancelled)
            draft = BackupInfo(
                path=part,
                moment=at.astimezone(UTC),
                reason=reason,
                schema=schema,
                generation=slot_file.generation,
                vault_id=slot_file.vault_id,
                key_id=key.fingerprint(),
            )
            write_synced(part / SLOTS, slot_file.to_bytes())
            seal_backup(draft, key, progress, cancelled, counted)
            return _publish(part, layout.backups / name, key)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


def copy_database(
    raw: Any, target: Path, key: DataKey, progress: Progress, cancelled: Cancelled, phase: str = "kopie"
) -> None:
    """Copy the database behind ``raw`` to the new file ``target``, encrypted with ``key``; synced, without a log."""

    def step(_status: int, remaining: int, total: int) -> None:
        stop_if(cancelled)
        progress(phase, total - remaining, total)

    copy = connect(target, key, create=True, wal=False)
    try:
        raw.backup(copy, pages=PAGES_PER_STEP, progress=step, sleep=0)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    except dbapi.Error as error:
        raise _copy_fault(error, raw, target) from error
    finally:
        copy.close()
    sync_file(target)


def _copy_fault(error: Exception, raw: Any, target: Path) -> Exception:
    """Return what stopped a copy: no room for the whole, a damaged source, or the disk. The backup call has no code of
    its own, and takes back what it wrote before it says so."""
    missing = _size(raw) - (target.stat().st_size if target.exists() else 0)
    if shutil.disk_usage(target.parent).free < missing + PAGES_PER_STEP * PAGE_BYTES:
        return StorageFull("disk_full")
    if getattr(error, "sqlite_errorcode", None) is not None:
        return error
    try:
        check_integrity(raw)
    except (StoreDamaged, dbapi.Error):
        return StoreDamaged("database_damaged")
    return StorageUnavailable("disk_error")


def _size(raw: Any) -> int:
    return int(raw.execute("PRAGMA page_count").fetchone()[0]) * PAGE_BYTES


def seal_backup(
    draft: BackupInfo,
    key: DataKey,
    progress: Progress,
    cancelled: Cancelled,
    counted: Mapping[str, str] = COUNTED,
) -> None:
    """Reopen the copy of ``draft`` and its slots, check every page, count, and write the signed manifest."""
    stop_if(cancelled)
    progress("controle", 0, 1)
    _check_slots(read_slots(draft.slots), draft, key)
    copy = connect(draft.database, key, wal=False, query_only=True)
    try:
        check_integrity(copy)
        head, counts = read_head(copy), count_rows(copy, counted)
    finally:
        copy.close()
    stop_if(cancelled)
    final = replace(
        draft,
        size=draft.database.stat().st_size,
        sha256=sha256_of(draft.database),
        head=head,
        counts=counts,
    )
    write_synced(draft.path / MANIFEST, manifest_bytes(final, key))
    sync_folder(draft.path)
    progress("controle", 1, 1)


def count_rows(raw: Any, counted: Mapping[str, str]) -> dict[str, int]:
    """Return how many rows each counted table has; a table that is not there is left out."""
    tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()}
    return {
        what: raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for what, table in counted.items()
        if table in tables
    }


def looked_through(info: BackupInfo, key: DataKey) -> BackupInfo:
    """Return ``info``, damaged when its copy is not byte for byte as its manifest says, or the slots beside it are not
    as signed; reads both files whole. Under a former key nothing is known of the signature: the slots are then only
    compared with their own checksum."""
    if info.state is BackupState.DAMAGED:
        return info
    with translated(info.path):
        sound = sha256_of(info.database) == info.sha256
    try:
        slot_file = read_slots(info.slots)
        if info.state is BackupState.SOUND:
            _check_slots(slot_file, info, key)
    except EnvironmentFault:
        sound = False
    return info if sound else replace(info, state=BackupState.DAMAGED)


def can_be_opened(info: BackupInfo) -> bool:
    """Return whether the slots beside a backup can be read; nothing of them is authenticated."""
    try:
        read_slots(info.slots)
    except EnvironmentFault:
        return False
    return True


def verify_backup(info: BackupInfo, key: DataKey) -> None:
    """Read a whole backup and raise StoreDamaged (``backup_damaged``, ``database_damaged``) unless it is as signed, with
    slots that open it."""
    verify_copy(info, key)
    try:
        _check_slots(read_slots(info.slots), info, key)
    except EnvironmentFault:
        raise StoreDamaged("backup_damaged", name=info.name) from None


def _check_slots(slot_file: SlotFile, info: BackupInfo, key: DataKey) -> None:
    """Raise StoreDamaged unless the slots are as signed, and of the vault of this backup."""
    slot_file.verify(key)
    if slot_file.vault_id != info.vault_id:
        raise StoreDamaged("other_vault")


def verify_copy(info: BackupInfo, key: DataKey) -> None:
    """Read the copy in a backup and raise StoreDamaged (``backup_damaged``, ``database_damaged``) unless it is as signed.

    The slots are not looked at: for whoever replaces them.
    """
    if read_backup(info.path, key).state is not BackupState.SOUND:
        raise StoreDamaged("backup_damaged", name=info.name)
    with translated(info.path):
        if sha256_of(info.database) != info.sha256:
            raise StoreDamaged("backup_damaged", name=info.name)
        copy = connect(info.database, key, wal=False, query_only=True)
        try:
            check_integrity(copy)
            if read_head(copy) != info.head:
                raise StoreDamaged("backup_damaged", name=info.name)
        finally:
            copy.close()


def thin_backups(folder: Path, key: DataKey, now: datetime) -> tuple[str, ...]:
    """Remove the backups that are not worth keeping any more and return their names.

    Only backups whose manifest is authentic are weighed or removed: what cannot be read stays.
    """
    sound = [info for info in list_backups(folder, key) if info.state is BackupState.SOUND]
    keep = kept([info.moment for info in sound], now)
    removed = [info for info in sound if info.moment not in keep]
    with translated(folder):
        for info in removed:
            remove_folder(info.path)
        for leftover in remove_leftovers(Layout(folder).backups):
            shutil.rmtree(leftover)
    return tuple(info.name for info in removed)


def _publish(part: Path, final: Path, key: DataKey) -> BackupInfo:
    part.rename(final)
    sync_folder(final.parent)
    info = read_backup(final, key)
    if info.state is not BackupState.SOUND:
        raise StoreDamaged("backup_not_sound", name=final.name)
    return info
