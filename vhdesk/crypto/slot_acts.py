"""What can be done with slots: make one, open one, give it another passphrase, hand it another data key."""

from __future__ import annotations

import os
import uuid
from dataclasses import replace
from datetime import datetime

from vhdesk.crypto.keys import KEY_BYTES, DataKey
from vhdesk.crypto.passphrase import SALT_BYTES, KdfParameters, stretch
from vhdesk.crypto.sealing import DoesNotOpen, load_private_key, lock, new_private_key, seal, unlock, unseal
from vhdesk.crypto.slots import USER, Slot, SlotFile
from vhdesk.errors import StoreDamaged, WrongPassphrase


def make_slot(
    key: DataKey,
    secret: str,
    *,
    naam: str,
    rol: str,
    kdf: KdfParameters,
    at: datetime,
    kind: str = USER,
    slot_id: str = "",
) -> Slot:
    """Return a new slot that opens ``key`` with ``secret`` (a passphrase, or a cleaned recovery code).

    ``slot_id`` is given for somebody who gets a new key pair and stays the same person.
    """
    slot_id = slot_id or uuid.uuid4().hex
    private, public = new_private_key()
    salt = os.urandom(SALT_BYTES)
    try:
        wrapped = lock(stretch(secret, salt, kdf), private, _private_context(slot_id))
    finally:
        private[:] = bytes(len(private))
    return Slot(
        id=slot_id,
        kind=kind,
        naam=naam,
        rol=rol,
        since=at.isoformat(timespec="seconds"),
        kdf=kdf,
        salt=salt,
        private=wrapped,
        public=public,
        sealed=seal(public, key.view(), _sealed_context(slot_id)),
    )


def open_slot(slot: Slot, secret: str) -> DataKey:
    """Return the data key; raises WrongPassphrase, or StoreDamaged when the passphrase fits but the rest does not."""
    private = _private_key(slot, secret)
    try:
        data_key = unseal(load_private_key(private), slot.sealed, _sealed_context(slot.id))
    except DoesNotOpen:
        raise StoreDamaged("slots_tampered") from None
    finally:
        private[:] = bytes(len(private))
    if len(data_key) != KEY_BYTES:
        raise StoreDamaged("slots_tampered")
    return DataKey(data_key)


def open_any(slots: tuple[Slot, ...], secret: str) -> tuple[Slot, DataKey]:
    """Return the first of ``slots`` that opens, with its key; raises WrongPassphrase when none does."""
    for slot in slots:
        try:
            return slot, open_slot(slot, secret)
        except WrongPassphrase:
            continue
    raise WrongPassphrase("wrong_passphrase")


def change_secret(slot: Slot, old: str, new: str, kdf: KdfParameters) -> Slot:
    """Return ``slot`` behind another passphrase; the key pair stays. Raises WrongPassphrase for a wrong ``old``."""
    private = _private_key(slot, old)
    salt = os.urandom(SALT_BYTES)
    try:
        wrapped = lock(stretch(new, salt, kdf), private, _private_context(slot.id))
    finally:
        private[:] = bytes(len(private))
    return replace(slot, kdf=kdf, salt=salt, private=wrapped)


def reseal(slot_file: SlotFile, key: DataKey, *, without: frozenset[str] = frozenset()) -> SlotFile:
    """Return the file of the next generation for another data key, without the slots named in ``without``.

    Nobody's passphrase is needed: the new key is sealed to the public keys.
    """
    slots = tuple(
        replace(slot, sealed=seal(slot.public, key.view(), _sealed_context(slot.id)))
        for slot in slot_file.slots
        if slot.id not in without
    )
    return replace(slot_file, slots=slots, generation=slot_file.generation + 1).signed(key)


def _private_key(slot: Slot, secret: str) -> bytearray:
    try:
        private = unlock(stretch(secret, slot.salt, slot.kdf), slot.private, _private_context(slot.id))
    except DoesNotOpen:
        raise WrongPassphrase("wrong_passphrase") from None
    return private


def _private_context(slot_id: str) -> bytes:
    return b"vhdesk 1 private key " + slot_id.encode()


def _sealed_context(slot_id: str) -> bytes:
    return b"vhdesk 1 data key " + slot_id.encode()
