"""Making a new vault: built in a folder beside its place, and renamed when it is whole."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import DEFAULT, KdfParameters, check_strength
from vhdesk.crypto.slot_acts import make_slot
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import VaultExists, VaultMissing
from vhdesk.store.anchor import Anchor, Places
from vhdesk.store.ballast import BALLAST_BYTES, ensure_ballast
from vhdesk.store.connection import connect, fold_journal
from vhdesk.store.faults import translated
from vhdesk.store.files import make_private_folder, sync_folder
from vhdesk.store.layout import Layout
from vhdesk.store.location import check_location
from vhdesk.store.lock import ProcessLock
from vhdesk.store.meta import first_facts, read_mark, write_meta
from vhdesk.store.migrate import Schema
from vhdesk.store.opening import OpenOptions, attach
from vhdesk.store.progress import Cancelled, never_cancelled, stop_if
from vhdesk.store.slot_store import write_slots
from vhdesk.store.users import checked_name
from vhdesk.store.vault import OpenVault


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstUser:
    """Who makes the vault. ``role`` is a value of ``Gebruikersrol``."""

    naam: str
    rol: str
    passphrase: str
    kdf: KdfParameters = DEFAULT


def create_vault(
    folder: Path,
    first_user: FirstUser,
    clock: Clock,
    *,
    practice: bool = False,
    ballast: int = BALLAST_BYTES,
    options: OpenOptions | None = None,
    cancelled: Cancelled = never_cancelled,
) -> OpenVault:
    """Make a vault in ``folder`` and return it open.

    Raises RuleViolation for the name or the passphrase, VaultExists ``vault_exists`` when anything stands there,
    VaultMissing ``folder_missing`` when the folder above is not there, UnsafeLocation, VaultReadOnly, StorageFull,
    Interrupted when it was broken off, which leaves nothing.
    A crash on the way leaves no vault, only a folder whose name begins with a dot and ends in ``.deel``.
    """
    options = options or OpenOptions()
    check_strength(first_user.passphrase)
    empty = SlotFile(vault_id=uuid.uuid4().hex, generation=1, key_id="", practice=practice, slots=())
    naam = checked_name(empty, first_user.naam)
    with translated(folder.parent):
        check_place(folder, accept_location=options.accept_location)
        key = DataKey.generate()
        at = clock.now()
        options.progress("sleutel", 0, 0)
        slot = make_slot(key, first_user.passphrase, naam=naam, rol=first_user.rol, kdf=first_user.kdf, at=at)
        slot_file = replace(empty, slots=(slot,)).signed(key)
        part = part_folder(folder)
        make_private_folder(part)
        try:
            stop_if(cancelled)
            options.progress("inrichten", 0, 0)
            _fill(Layout(part), slot_file, key, clock, options)
            stop_if(cancelled)
            finish_folder(part, folder, slot_file, key, options, ballast)
        except BaseException:
            key.clear()
            shutil.rmtree(part, ignore_errors=True)
            raise
        layout = Layout(folder)
        lock = ProcessLock.acquire(layout.lock, at)
        try:
            return attach(layout, slot_file, slot, key, lock, clock, options)
        except BaseException:
            lock.release()
            raise


def check_place(folder: Path, *, accept_location: bool) -> None:
    """Refuse a place for a new vault: taken, without a folder above it, on a share or synchronised."""
    if folder.exists() or folder.is_symlink():
        raise VaultExists("vault_exists")
    if not folder.parent.is_dir():
        raise VaultMissing("folder_missing")
    if not accept_location:
        check_location(folder)


def part_folder(folder: Path) -> Path:
    """Return a name for the folder in which a vault is being made."""
    return folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}.deel")


def finish_folder(
    part: Path, folder: Path, slot_file: SlotFile, key: DataKey, options: OpenOptions, ballast: int
) -> None:
    """Add what every vault has beside its database and slots, and give the folder its name."""
    layout = Layout(part)
    layout.backups.mkdir(mode=0o700, exist_ok=True)
    ensure_ballast(part, ballast)
    layout.handle.write_text(
        "Dubbelklik op dit bestand om de kluis met vhdesk te openen.\n", encoding="utf-8"
    )
    raw = connect(layout.database, key)
    try:
        mark = read_mark(raw)
        fold_journal(raw)
    finally:
        raw.close()
    places = Places.of(layout.anchor, slot_file.vault_id, options.anchor_home)
    anchor = Anchor(places, key, slot_file.vault_id, slot_file.generation)
    anchor.reset(mark)
    anchor.forget_key()
    sync_folder(part)
    part.rename(folder)
    sync_folder(folder.parent)


def _fill(layout: Layout, slot_file: SlotFile, key: DataKey, clock: Clock, options: OpenOptions) -> None:
    write_slots(layout.slots, slot_file)
    connect(layout.database, key, create=True).close()
    (options.schema or Schema()).upgrade(layout.database, key)
    raw = connect(layout.database, key)
    try:
        facts = first_facts(
            slot_file.vault_id, slot_file.generation, practice=slot_file.practice, at=clock.now()
        )
        write_meta(raw, facts)
    finally:
        raw.close()
