"""Giving the whole vault another data key: after removing a user or losing a laptop.

The database is copied under the new key beside the old one, the new key is sealed to every remaining user's public
key (nobody's passphrase is needed), and both, with a new anchor, take their places in one step (``rekey_switch``).
Then the backups are re-encrypted one by one, since whoever is shut out knows the old key. Until the last one is done
the old key is kept inside the newly encrypted database, so that this can go on after a crash or a cancel.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.slot_acts import reseal
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import Interrupted, RuleViolation, StorageFull, StoreDamaged
from vhdesk.store import meta
from vhdesk.store.anchor import signed_anchor
from vhdesk.store.backup import copy_database, seal_backup, verify_copy
from vhdesk.store.backup_folder import (
    DATABASE,
    PART,
    SLOTS,
    BackupInfo,
    BackupState,
    list_backups,
    renamed_for,
)
from vhdesk.store.connection import connect, fold_journal
from vhdesk.store.engine import check_integrity
from vhdesk.store.faults import translated
from vhdesk.store.files import remove_folder, sync_file, sync_folder, write_synced
from vhdesk.store.layout import Layout
from vhdesk.store.lock import without_readers
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if
from vhdesk.store.rekey_switch import commit, discard, finish_switch
from vhdesk.store.users import check_removable
from vhdesk.store.vault import OpenVault

_MARGIN = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RekeyResult:
    """What a re-key could not do: the names of backups that do not verify and so were left as they are."""

    skipped: tuple[str, ...]


def rekey_vault(
    vault: OpenVault,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    *,
    remove: frozenset[str] = frozenset(),
) -> RekeyResult:
    """Replace the data key, shutting out the users whose slot ids are in ``remove``.

    Nothing else may use the vault meanwhile: every connection is closed; the engines work again afterwards. Raises
    RuleViolation (``laatste_gebruiker``, ``eigen_gebruiker``), NotFound, VaultInUse, StorageFull, Interrupted: up to the phase
    ``vastgelegd`` everything is then as it was. Cancelled during the backups, the new key stands and
    ``vault.backups_to_rekey`` tells that ``finish_backups`` remains. Locked on the way it stops likewise: the vault
    stays closed, and nobody can open it before this has returned.
    """
    vault.require_writable()
    if vault.user.id in remove:
        raise RuleViolation("eigen_gebruiker")
    check_removable(vault.slot_file, tuple(remove))
    with vault.working(), translated(vault.layout.folder), without_readers(vault.layout.readers):
        skipped: tuple[str, ...] = ()
        if vault.backups_to_rekey:
            skipped = finish_backups(vault, progress, cancelled).skipped
        _check_room(vault.layout)
        _replace_key(vault, remove, progress, lambda: cancelled() or vault.closed)
        return RekeyResult(skipped + finish_backups(vault, progress, cancelled).skipped)


def _replace_key(vault: OpenVault, remove: frozenset[str], progress: Progress, cancelled: Cancelled) -> None:
    layout, key = vault.layout, vault.lend_key()
    vault.database.pause()
    vault.anchor.close()
    new_key = DataKey.generate()
    new_slots = reseal(vault.slot_file, new_key, without=remove)
    try:
        _prepare(vault, key, new_key, new_slots, progress, cancelled)
        commit(layout)
    except BaseException:
        new_key.clear()
        if not layout.rekey_marker.exists():
            with suppress(Interrupted):  # locked meanwhile: it stays closed
                vault.database.resume(vault.key)
            discard(layout)
        else:
            vault.close()  # committed, but not in place: the next opening finishes it
        raise
    finally:
        key.clear()
    try:
        progress("vastgelegd", 1, 1)
        finish_switch(layout, progress)
    except BaseException:
        new_key.clear()
        vault.close()
        raise
    _adopt(vault, new_key, new_slots)


def finish_backups(
    vault: OpenVault, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
) -> RekeyResult:
    """Re-encrypt the backups that still have the former key, each verified before the old one goes.

    May be stopped and repeated, and stops by itself when the vault is locked. Backups that do not verify are left
    alone and named in the result.
    """
    layout = vault.layout
    skipped: tuple[str, ...] = ()
    with vault.working(), translated(layout.folder):
        with vault.database.direct() as raw:
            former_hex = meta.read_meta(raw).get(meta.FORMER_KEY)
        if former_hex is not None:
            former, key = DataKey(bytearray.fromhex(former_hex)), vault.lend_key()
            try:
                skipped = _reencrypt_all(vault, former, key, progress, lambda: cancelled() or vault.closed)
            finally:
                former.clear()
                key.clear()
            with vault.database.direct() as raw:
                meta.write_meta(raw, {meta.FORMER_KEY: None})
                fold_journal(raw)
        vault.backups_to_rekey = False
    return RekeyResult(skipped)


def _reencrypt_all(
    vault: OpenVault, former: DataKey, key: DataKey, progress: Progress, cancelled: Cancelled
) -> tuple[str, ...]:
    """Replace every backup of the former key by its twin; return the names of those that do not verify."""
    todo = [info for info in _old_ones(vault.layout, key) if info.key_id == former.fingerprint()]
    skipped = []
    for number, info in enumerate(todo):
        progress("reservekopieen", number, len(todo))
        stop_if(cancelled)
        if not _reencrypt(info, former, key, vault.slot_file, cancelled):
            skipped.append(info.name)
    progress("reservekopieen", len(todo), len(todo))
    return tuple(skipped)


def _prepare(
    vault: OpenVault,
    key: DataKey,
    new_key: DataKey,
    new_slots: SlotFile,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Write the three new files, complete and on the disk."""
    layout = vault.layout
    raw = connect(layout.database, key)
    try:
        fold_journal(raw)
        mark = meta.read_mark(raw)
        with translated(layout.folder):  # while the room is still taken, so that a full disk is called that
            copy_database(raw, layout.new_database, new_key, progress, cancelled)
    finally:
        raw.close()
    facts: dict[str, str | None] = {meta.GENERATION: str(new_slots.generation)}
    if any(info.key_id == key.fingerprint() for info in list_backups(layout.folder)):
        facts[meta.FORMER_KEY] = key.view().hex()
    progress("controle", 0, 1)
    copy = connect(layout.new_database, new_key, wal=False)
    try:
        meta.write_meta(copy, facts)
        _check_copy(copy, mark)
    finally:
        copy.close()
    stop_if(cancelled)
    sync_file(layout.new_database)
    progress("sleutels", 0, 2)
    write_synced(layout.new_slots, new_slots.to_bytes())
    progress("sleutels", 1, 2)
    write_synced(layout.new_anchor, signed_anchor(new_key, new_slots.vault_id, new_slots.generation, mark))
    sync_folder(layout.folder)
    progress("sleutels", 2, 2)
    stop_if(cancelled)


def _check_copy(copy: Any, mark: meta.Mark) -> None:
    check_integrity(copy)
    if meta.read_mark(copy) != mark:
        raise StoreDamaged("rekey_damaged")


def _adopt(vault: OpenVault, new_key: DataKey, new_slots: SlotFile) -> None:
    """Let the open vault go on with the new key, unless it was locked meanwhile."""
    vault.adopt(new_key, new_slots)
    with vault.database.direct() as raw:
        vault.anchor.reset(meta.read_mark(raw))
        vault.backups_to_rekey = meta.FORMER_KEY in meta.read_meta(raw)


def _check_room(layout: Layout) -> None:
    needed = layout.database.stat().st_size + _MARGIN
    free = shutil.disk_usage(layout.folder).free
    if free < needed:
        raise StorageFull("disk_full", needed=needed, free=free)


def _old_ones(layout: Layout, key: DataKey) -> list[BackupInfo]:
    """Return the backups of another key, also those whose re-encrypted twin is there already."""
    twins = [
        info for info in list_backups(layout.folder, key, twins=True) if info.state is BackupState.FORMER_KEY
    ]
    return sorted(twins, key=lambda info: info.moment, reverse=True)


def _reencrypt(
    info: BackupInfo, former: DataKey, key: DataKey, slot_file: SlotFile, cancelled: Cancelled
) -> bool:
    """Replace one backup by its twin under ``key``; False when it does not verify."""
    final = info.path.with_name(renamed_for(info.name, key))
    if not final.exists():
        try:
            verify_copy(info, former)
        except StoreDamaged:
            return False
        part = final.with_name(final.name + PART)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        try:
            _write_twin(info, former, key, slot_file, replace(info, path=part), cancelled)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        part.rename(final)
        sync_folder(final.parent)
    remove_folder(info.path)
    return True


def _write_twin(
    info: BackupInfo,
    former: DataKey,
    key: DataKey,
    slot_file: SlotFile,
    twin: BackupInfo,
    cancelled: Cancelled,
) -> None:
    raw = connect(info.database, former, wal=False, query_only=True)
    try:
        copy_database(raw, twin.path / DATABASE, key, no_progress, cancelled)
    finally:
        raw.close()
    write_synced(twin.path / SLOTS, slot_file.to_bytes())
    signed = replace(twin, key_id=key.fingerprint(), generation=slot_file.generation)
    seal_backup(signed, key, no_progress, cancelled)
