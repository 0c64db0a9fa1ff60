"""Reading and writing ``sleutels.json``; light, for the unlock page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vhdesk.crypto.slots import RECOVERY, USER, SlotFile, parse
from vhdesk.errors import VaultMissing
from vhdesk.store.faults import translated
from vhdesk.store.files import write_atomic
from vhdesk.store.layout import Layout


@dataclass(frozen=True, slots=True)
class VaultUser:
    """Somebody who can open the vault: slot id, name, role (a value of ``Gebruikersrol``)."""

    id: str
    naam: str
    rol: str


@dataclass(frozen=True, slots=True)
class VaultFront:
    """What a vault shows before it is opened. Nothing of it is authenticated yet."""

    vault_id: str
    practice: bool
    users: tuple[VaultUser, ...]
    has_recovery_sheet: bool


def list_users(folder: Path) -> tuple[VaultUser, ...]:
    """Return the users of the vault in ``folder``, in the order in which they were added; see ``read_front``."""
    return read_front(folder).users


def read_front(folder: Path) -> VaultFront:
    """Return what the unlock page shows.

    Raises VaultMissing (``folder_missing``, ``slots_missing``), VaultTooNew, StoreDamaged ``slots_damaged``.
    """
    slot_file = read_slots(Layout(folder).slots)
    return VaultFront(
        vault_id=slot_file.vault_id,
        practice=slot_file.practice,
        users=users_of(slot_file),
        has_recovery_sheet=bool(slot_file.of_kind(RECOVERY)),
    )


def users_of(slot_file: SlotFile) -> tuple[VaultUser, ...]:
    """Return the users of a slot file."""
    return tuple(VaultUser(slot.id, slot.naam, slot.rol) for slot in slot_file.of_kind(USER))


def read_slots(path: Path) -> SlotFile:
    """Return the slot file at ``path``, not yet authenticated; raises as ``read_front``."""
    with translated(path.parent):
        if not path.parent.is_dir():
            raise VaultMissing("folder_missing")
        if not path.is_file():
            raise VaultMissing("slots_missing")
        return parse(path.read_bytes())


def write_slots(path: Path, slot_file: SlotFile) -> None:
    """Replace the slot file in one step. Raises StorageFull or VaultReadOnly; the old one then still stands."""
    with translated(path.parent):
        write_atomic(path, slot_file.to_bytes())
