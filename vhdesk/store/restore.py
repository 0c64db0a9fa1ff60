"""From a backup to a new vault beside the old one; never over anything that exists."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import StoreDamaged
from vhdesk.store import meta
from vhdesk.store.backup import verify_backup
from vhdesk.store.backup_folder import BackupInfo, read_backup
from vhdesk.store.ballast import BALLAST_BYTES
from vhdesk.store.connection import connect, fold_journal
from vhdesk.store.creation import check_place, finish_folder, part_folder
from vhdesk.store.faults import translated
from vhdesk.store.files import make_private_folder
from vhdesk.store.layout import Layout
from vhdesk.store.opening import OpenOptions, unlock_slots, unlock_slots_by_code
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if
from vhdesk.store.slot_store import read_slots, write_slots


def key_for_backup(backup: Path, user_name: str, passphrase: str) -> DataKey:
    """Return the key of a backup by its own copy of the slots. The caller clears it.

    Raises WrongPassphrase, VaultTooNew, VaultMissing, StoreDamaged ``backup_damaged``.
    """
    with _slots_of(backup) as slots:
        return unlock_slots(slots, user_name, passphrase)


def key_for_backup_by_code(backup: Path, code: str) -> DataKey:
    """Return the key of a backup by the code of a herstelblad; raises as ``key_for_backup``. The caller clears it."""
    with _slots_of(backup) as slots:
        return unlock_slots_by_code(slots, code)


@contextmanager
def _slots_of(backup: Path) -> Iterator[Path]:
    """Give the slots of a backup; what is wrong with them is wrong with the backup, not with the vault beside it."""
    try:
        yield read_backup(backup).slots
    except StoreDamaged:
        raise StoreDamaged("backup_damaged", name=backup.name) from None


def restore_backup(
    backup: Path,
    target: Path,
    key: DataKey,
    clock: Clock,
    options: OpenOptions | None = None,
    *,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    ballast: int = BALLAST_BYTES,
) -> Path:
    """Make the new vault ``target`` out of the backup folder ``backup`` and return its folder.

    It gets an id of its own (so that its journaal is not held against the anchor of the vault it came from), the
    users of the backup's slots, and remembers where it came from. Raises StoreDamaged ``backup_damaged`` before
    anything is written, VaultExists, VaultMissing, UnsafeLocation, StorageFull, Interrupted when it was broken off,
    which leaves nothing.
    """
    options = options or OpenOptions()
    with translated(target.parent):
        check_place(target, accept_location=options.accept_location)
        info = read_backup(backup, key)
        progress("controle", 0, 1)
        verify_backup(info, key)
        slot_file = read_slots(info.slots)
        slot_file.verify(key)
        fresh = replace(slot_file, vault_id=uuid.uuid4().hex, generation=slot_file.generation + 1).signed(key)
        part = part_folder(target)
        make_private_folder(part)
        try:
            stop_if(cancelled)
            progress("kopie", 0, 1)
            _fill(Layout(part), info, fresh, key, clock)
            stop_if(cancelled)
            finish_folder(part, target, fresh, key, options, ballast)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        progress("kopie", 1, 1)
    return target


def _fill(layout: Layout, info: BackupInfo, slot_file: SlotFile, key: DataKey, clock: Clock) -> None:
    write_slots(layout.slots, slot_file)
    shutil.copyfile(info.database, layout.database)  # closed and verified: no connection has it open
    layout.database.chmod(0o600)
    raw = connect(layout.database, key)
    try:
        origin = f"{info.vault_id} {info.name} {clock.now().isoformat(timespec='seconds')}"
        facts: dict[str, str | None] = {
            meta.VAULT_ID: slot_file.vault_id,
            meta.GENERATION: str(slot_file.generation),
            meta.ORIGIN: origin,
            meta.FORMER_KEY: None,
        }
        meta.write_meta(raw, facts)
        fold_journal(raw)
    finally:
        raw.close()
