"""Opening a vault: every check between a folder name and an ``OpenVault``, in the order in which they can be trusted.

Place, process lock, an interrupted re-key, presence of the parts, slots and passphrase, database, its identity and
schema, and last the anchor of the journaal. Nothing is created on the way, and whatever fails leaves nothing open.
On a disk too full for opening, the ballast is given up and opening is tried once more.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.recovery import clean
from vhdesk.crypto.slot_acts import open_any
from vhdesk.crypto.slots import RECOVERY, USER, Slot, SlotFile
from vhdesk.errors import (
    EnvironmentFault,
    StorageFull,
    StoreDamaged,
    StoreRolledBack,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)
from vhdesk.store import meta
from vhdesk.store.anchor import Anchor, Places, Records
from vhdesk.store.backup import make_backup
from vhdesk.store.backup_folder import list_backups
from vhdesk.store.ballast import release_ballast
from vhdesk.store.connection import connect, fold_journal
from vhdesk.store.engine import Database
from vhdesk.store.faults import translated
from vhdesk.store.layout import Layout
from vhdesk.store.location import check_location
from vhdesk.store.lock import ProcessLock, without_readers
from vhdesk.store.migrate import Schema, current_revision
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if
from vhdesk.store.rekey_switch import finish_switch
from vhdesk.store.slot_store import VaultUser, read_slots
from vhdesk.store.users import same_name
from vhdesk.store.vault import OpenVault
from vhdesk.store.waiting import WaitingDrafts

_AGAIN_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOptions:
    """How to open. ``read_only`` reads what is there and writes nothing, also beside a process that writes on this
    computer; ``accept_location`` and ``accept_rollback`` go on knowingly in spite of a finding;
    ``anchor_home`` replaces the user's state folder (tests). ``cancelled`` is asked once the key is known and until a
    migration begins, which runs to its end."""

    read_only: bool = False
    accept_location: bool = False
    accept_rollback: bool = False
    schema: Schema | None = None
    anchor_home: Path | None = None
    progress: Progress = no_progress
    cancelled: Cancelled = never_cancelled


@dataclass(frozen=True, slots=True)
class _Unlocked:
    slot_file: SlotFile
    slot: Slot
    key: DataKey


def open_vault(
    folder: Path, user_name: str, passphrase: str, clock: Clock, options: OpenOptions | None = None
) -> OpenVault:
    """Open the vault in ``folder`` as ``user_name``.

    Raises an EnvironmentFault whose code names what is wrong: VaultMissing (``folder_missing``, ``slots_missing``,
    ``database_missing``), UnsafeLocation, VaultInUse, VaultReadOnly (``folder_read_only``, ``wal_needs_writing``,
    ``rekey_unfinished``, ``schema_needs_writing``), WrongPassphrase, VaultTooNew, StoreDamaged (``slots_damaged``,
    ``slots_tampered``, ``slots_rolled_back``, ``database_empty``, ``database_unreadable``, ``not_a_vault``,
    ``other_vault``, ``drafts_damaged``, ``anchor_damaged``, ``anchor_missing``, ``rekey_damaged``), StoreRolledBack,
    StorageFull, Interrupted when it was broken off, which leaves nothing open and nothing changed.
    """

    def unlock(slot_file: SlotFile) -> _Unlocked:
        slots = tuple(slot for slot in slot_file.of_kind(USER) if same_name(slot.naam, user_name))
        return _Unlocked(slot_file, *open_any(slots, passphrase))

    return _open(folder, unlock, clock, options or OpenOptions())


def open_with_recovery_code(
    folder: Path, code: str, clock: Clock, options: OpenOptions | None = None
) -> OpenVault:
    """Open the vault with the code of the herstelblad; ``by_recovery_sheet`` is set and must be journalled.

    Raises RuleViolation ``herstelcode_lengte``, ``herstelcode_teken`` or ``herstelcode_controleteken`` for a typing
    error, WrongPassphrase when no sheet in force has this code, and as ``open_vault``.
    """
    secret = clean(code)

    def unlock(slot_file: SlotFile) -> _Unlocked:
        return _Unlocked(slot_file, *open_any(slot_file.of_kind(RECOVERY), secret))

    return _open(folder, unlock, clock, options or OpenOptions())


def open_with_key(folder: Path, key: DataKey, clock: Clock, options: OpenOptions | None = None) -> OpenVault:
    """Open a vault that was just restored with ``key``, as the first of its users, to note where it came from.

    The key is copied. Raises as ``open_vault``.
    """

    def unlock(slot_file: SlotFile) -> _Unlocked:
        return _Unlocked(slot_file, slot_file.of_kind(USER)[0], key.copy())

    return _open(folder, unlock, clock, options or OpenOptions())


def unlock_slots(slots: Path, user_name: str, passphrase: str) -> DataKey:
    """Return the data key in a slot file, verified; for opening a backup. The caller clears it."""
    slot_file = read_slots(slots)
    named = tuple(slot for slot in slot_file.of_kind(USER) if same_name(slot.naam, user_name))
    return _verified(_Unlocked(slot_file, *open_any(named, passphrase))).key


def unlock_slots_by_code(slots: Path, code: str) -> DataKey:
    """Return the data key in a slot file by the code of a herstelblad, verified. The caller clears it."""
    slot_file = read_slots(slots)
    return _verified(_Unlocked(slot_file, *open_any(slot_file.of_kind(RECOVERY), clean(code)))).key


def _open(
    folder: Path, unlock: Callable[[SlotFile], _Unlocked], clock: Clock, options: OpenOptions
) -> OpenVault:
    try:
        return _open_once(folder, unlock, clock, options)
    except (StoreDamaged, StoreRolledBack):
        if not options.read_only:
            raise
        time.sleep(_AGAIN_SECONDS)  # a writer beside us may have been between two of its files
        return _open_once(folder, unlock, clock, options)
    except StorageFull:
        with translated(folder):
            if options.read_only or not release_ballast(folder):
                raise
    vault = _open_once(folder, unlock, clock, options)
    vault.ballast_released = True
    return vault


def _open_once(
    folder: Path, unlock: Callable[[SlotFile], _Unlocked], clock: Clock, options: OpenOptions
) -> OpenVault:
    try:
        return _open_checked(Layout(folder), unlock, clock, options)
    except StoreDamaged as fault:
        if fault.code == "database_unreadable" and _slots_of_another(Layout(folder)):
            raise StoreDamaged("other_vault") from None
        raise


def _slots_of_another(layout: Layout) -> bool:
    """Say whether the backups beside a database that its key does not open belong to another slot file."""
    known = {info.vault_id for info in list_backups(layout.folder) if info.vault_id}
    return bool(known) and read_slots(layout.slots).vault_id not in known


def _open_checked(
    layout: Layout, unlock: Callable[[SlotFile], _Unlocked], clock: Clock, options: OpenOptions
) -> OpenVault:
    folder = layout.folder
    with translated(folder):
        if not folder.is_dir():
            raise VaultMissing("folder_missing")
        if not options.accept_location:
            check_location(folder)
        lock = _take_lock(layout, clock, options)
        try:
            _check_parts(layout, options)
            unlocked = _verified(unlock(read_slots(layout.slots)))
            return attach(layout, unlocked.slot_file, unlocked.slot, unlocked.key, lock, clock, options)
        except BaseException:
            if lock is not None:
                lock.release()
            raise


def attach(
    layout: Layout,
    slot_file: SlotFile,
    slot: Slot,
    key: DataKey,
    lock: ProcessLock | None,
    clock: Clock,
    options: OpenOptions,
) -> OpenVault:
    """Return the open vault for a key that is known to be right; wipes the key when anything fails."""
    anchor = Anchor(
        Places.of(layout.anchor, slot_file.vault_id, options.anchor_home),
        key,
        slot_file.vault_id,
        slot_file.generation,
    )
    waiting = WaitingDrafts(layout.waiting, key, slot_file.vault_id)
    schema = options.schema or Schema()
    watch = _Watch(anchor, waiting, clock, options)
    try:
        stop_if(options.cancelled)
        facts, migrated, accepted = _check_database(layout, slot_file, key, watch, schema)
    except BaseException:
        anchor.forget_key()
        waiting.forget_key()
        key.clear()
        raise
    return OpenVault(
        layout=layout,
        key=key,
        slot_file=slot_file,
        user=VaultUser(slot.id, slot.naam, slot.rol),
        database=Database(
            layout.database, key, read_only=options.read_only, immutable=_immutable(layout, options)
        ),
        anchor=anchor,
        waiting=waiting,
        lock=lock,
        schema=schema,
        clock=clock,
        read_only=options.read_only,
        by_recovery_sheet=slot.kind == RECOVERY,
        backups_to_rekey=meta.FORMER_KEY in facts,
        migrated=migrated,
        accepted=accepted,
    )


def _take_lock(layout: Layout, clock: Clock, options: OpenOptions) -> ProcessLock | None:
    if options.read_only:
        return _share(layout)
    try:
        return ProcessLock.acquire(layout.lock, clock.now())
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise VaultReadOnly("folder_read_only") from None
        raise


def _share(layout: Layout) -> ProcessLock | None:
    """Lock for reading: beside other readers, and beside one who writes on this computer (SQLite keeps them apart)."""
    try:
        return ProcessLock.share(layout.lock)
    except VaultInUse as held:
        if held.code != "vault_in_use_here" or not os.access(layout.folder, os.W_OK):
            raise  # nothing keeps them apart on a share; without the right to write we cannot say that we read
    return ProcessLock.read_beside(layout.readers)


def _check_parts(layout: Layout, options: OpenOptions) -> None:
    """Finish an interrupted re-key, then refuse a vault of which a part is gone."""
    if options.read_only:
        if layout.rekey_marker.exists():
            raise VaultReadOnly("rekey_unfinished")
    else:
        finish_switch(layout)
    if not layout.slots.is_file():
        raise VaultMissing("slots_missing")
    if not layout.database.is_file():
        raise VaultMissing("database_missing")
    if layout.database.stat().st_size == 0:
        raise StoreDamaged("database_empty")
    log = layout.with_journals(layout.database)[0]
    if _immutable(layout, options) and log.exists() and log.stat().st_size > 0:
        raise VaultReadOnly("wal_needs_writing")


def _immutable(layout: Layout, options: OpenOptions) -> bool:
    return options.read_only and not os.access(layout.folder, os.W_OK)


def _verified(unlocked: _Unlocked) -> _Unlocked:
    try:
        unlocked.slot_file.verify(unlocked.key)
    except StoreDamaged:
        unlocked.key.clear()
        raise
    return unlocked


def _check_database(
    layout: Layout,
    slot_file: SlotFile,
    key: DataKey,
    watch: _Watch,
    schema: Schema,
) -> tuple[dict[str, str], bool, EnvironmentFault | None]:
    """Return the facts of the database, whether it was migrated, and a finding that was accepted."""
    options = watch.options
    raw = _connect(layout, key, options)
    try:
        facts = meta.read_meta(raw)
        meta.check_meta(facts, slot_file.vault_id, slot_file.generation)
        current = schema.is_current(raw)
        accepted = watch.look_at(raw)
        if options.read_only:
            if not current:
                raise VaultReadOnly("schema_needs_writing")
            return facts, False, accepted
        if int(facts[meta.GENERATION]) < slot_file.generation:
            meta.write_meta(raw, {meta.GENERATION: str(slot_file.generation)})
        if not current:
            revision = current_revision(raw) or ""
            make_backup(
                raw, layout, key, slot_file, reason="migratie", at=watch.clock.now(), schema=revision,
                progress=options.progress, cancelled=options.cancelled,
            )  # fmt: skip
            fold_journal(raw)
    finally:
        raw.close()
    if not current:
        stop_if(options.cancelled)
        options.progress("migratie", 0, 1)
        with without_readers(layout.readers):
            schema.upgrade(layout.database, key)
        options.progress("migratie", 1, 1)
    return facts, not current, accepted


def _connect(layout: Layout, key: DataKey, options: OpenOptions) -> Any:
    return connect(layout.database, key, query_only=options.read_only, immutable=_immutable(layout, options))


@dataclass(frozen=True, slots=True)
class _Watch:
    """Compares a database with what is known of it outside: its anchors, and the drafts that wait for it."""

    anchor: Anchor
    waiting: WaitingDrafts
    clock: Clock
    options: OpenOptions

    def look_at(self, raw: Any) -> EnvironmentFault | None:
        """Return a finding that was accepted knowingly, None when there is none; raises it otherwise.

        The database is read last: whoever writes beside us commits there first, and notes it outside afterwards.
        """
        records: Records = ()
        accepted: EnvironmentFault | None = None
        try:
            records = self.anchor.read()
        except StoreDamaged as finding:
            accepted = self._accepted(finding)
        try:
            self.waiting.load()
        except StoreDamaged as finding:
            accepted = self._accepted(finding)
            if not self.options.read_only:
                self.waiting.put_aside(self.clock.now())
        stored = meta.read_mark(raw)
        self.waiting.compare(stored.drafts)
        mark = meta.Mark(stored.head, self.waiting.count)
        try:
            self.anchor.verify(records, raw, mark)
        except StoreRolledBack as finding:
            accepted = accepted or self._accepted(finding)
        if accepted is not None and not self.options.read_only:
            self.anchor.reset(mark)
        return accepted

    def _accepted(self, finding: EnvironmentFault) -> EnvironmentFault:
        if not self.options.accept_rollback:
            raise finding
        return finding
