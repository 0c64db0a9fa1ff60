"""Who may open the vault: changes to the slot file, as functions from one file to the next.

Each result is of the next generation and signed; ``OpenVault`` writes it. Rules refused here hold for any vault;
what a role may do is decided in ``services``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import KdfParameters, check_strength
from vhdesk.crypto.recovery import clean, new_code
from vhdesk.crypto.slot_acts import change_secret, make_slot
from vhdesk.crypto.slots import RECOVERY, USER, Slot, SlotFile
from vhdesk.errors import NotFound, RuleViolation

MAX_NAME = 100


def add_user(
    slot_file: SlotFile,
    key: DataKey,
    passphrase: str,
    *,
    naam: str,
    rol: str,
    kdf: KdfParameters,
    at: datetime,
) -> SlotFile:
    """Return the file with one more user, last in the list.

    Raises RuleViolation ``naam_leeg``, ``naam_te_lang``, ``naam_bestaat`` (field ``naam``), ``wachtwoord_te_kort``
    or ``wachtwoord_te_eenvoudig`` (field ``wachtwoord``).
    """
    naam = checked_name(slot_file, naam)
    check_strength(passphrase)
    slot = make_slot(key, passphrase, naam=naam, rol=rol, kdf=kdf, at=at)
    return _next(slot_file, key, (*slot_file.slots, slot))


def remove_user(slot_file: SlotFile, key: DataKey, user_id: str) -> SlotFile:
    """Return the file without a user. Whoever kept the old file can still use it until the vault is re-keyed.

    Raises NotFound ``user``, RuleViolation ``laatste_gebruiker``.
    """
    check_removable(slot_file, (user_id,))
    return _next(slot_file, key, tuple(slot for slot in slot_file.slots if slot.id != user_id))


def check_removable(slot_file: SlotFile, user_ids: tuple[str, ...]) -> None:
    """Raise NotFound ``user`` for an unknown id, RuleViolation ``laatste_gebruiker`` when nobody would be left."""
    for user_id in user_ids:
        find_slot(slot_file, user_id)
    if not [slot for slot in slot_file.of_kind(USER) if slot.id not in user_ids]:
        raise RuleViolation("laatste_gebruiker")


def change_user(
    slot_file: SlotFile, key: DataKey, user_id: str, *, naam: str | None = None, rol: str | None = None
) -> SlotFile:
    """Return the file with a user renamed or in another role; raises NotFound and RuleViolation as ``add_user``."""
    slot = find_slot(slot_file, user_id)
    changed = replace(
        slot,
        naam=slot.naam if naam is None else checked_name(slot_file, naam, own_id=user_id),
        rol=slot.rol if rol is None else rol,
    )
    return _swap(slot_file, key, changed)


def change_passphrase(
    slot_file: SlotFile, key: DataKey, user_id: str, old: str, new: str, kdf: KdfParameters | None = None
) -> SlotFile:
    """Return the file with another passphrase for a user; raises WrongPassphrase and RuleViolation."""
    check_strength(new)
    slot = find_slot(slot_file, user_id)
    return _swap(slot_file, key, change_secret(slot, old, new, kdf or slot.kdf))


def reset_passphrase(
    slot_file: SlotFile, key: DataKey, user_id: str, new: str, *, kdf: KdfParameters | None, at: datetime
) -> SlotFile:
    """Return the file with a new passphrase and key pair for somebody who forgot theirs; raises as ``add_user``."""
    check_strength(new)
    slot = find_slot(slot_file, user_id)
    fresh = make_slot(key, new, naam=slot.naam, rol=slot.rol, kdf=kdf or slot.kdf, at=at, slot_id=slot.id)
    return _swap(slot_file, key, fresh)


def add_recovery_code(
    slot_file: SlotFile, key: DataKey, *, naam: str, kdf: KdfParameters, at: datetime
) -> tuple[SlotFile, str]:
    """Return the file with a new herstelblad slot, which replaces any earlier one, and the code to print."""
    code = new_code()
    slot = make_slot(key, clean(code), naam=naam, rol="", kdf=kdf, at=at, kind=RECOVERY)
    kept = tuple(other for other in slot_file.slots if other.kind != RECOVERY)
    return _next(slot_file, key, (*kept, slot)), code


def find_slot(slot_file: SlotFile, user_id: str) -> Slot:
    """Return the slot of a user; raises NotFound ``user``."""
    for slot in slot_file.of_kind(USER):
        if slot.id == user_id:
            return slot
    raise NotFound("user", id=user_id)


def checked_name(slot_file: SlotFile, naam: str, *, own_id: str = "") -> str:
    """Return the name trimmed, refused when empty, too long or taken (case does not count)."""
    naam = " ".join(naam.split())
    if not naam:
        raise RuleViolation("naam_leeg", field="naam")
    if len(naam) > MAX_NAME:
        raise RuleViolation("naam_te_lang", field="naam", maximum=MAX_NAME)
    if any(same_name(slot.naam, naam) and slot.id != own_id for slot in slot_file.of_kind(USER)):
        raise RuleViolation("naam_bestaat", field="naam")
    return naam


def same_name(first: str, second: str) -> bool:
    """Tell whether two names are the same to a person."""
    return first.casefold() == " ".join(second.split()).casefold()


def _swap(slot_file: SlotFile, key: DataKey, changed: Slot) -> SlotFile:
    return _next(
        slot_file, key, tuple(changed if slot.id == changed.id else slot for slot in slot_file.slots)
    )


def _next(slot_file: SlotFile, key: DataKey, slots: tuple[Slot, ...]) -> SlotFile:
    return replace(slot_file, slots=slots, generation=slot_file.generation + 1).signed(key)
