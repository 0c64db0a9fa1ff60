"""The model of ``sleutels.json``: who can open the vault, and with what.

One slot per user (and one for the herstelblad): Argon2id parameters and salt, an envelope around the user's own
X25519 private key that the passphrase opens, and the data key sealed to the user's public key. Because of that
second layer the data key can be replaced for somebody who is not there.

What protects what:

* every byte of the file against accident: the file must be exactly the canonical form of its content, and that
  content carries a checksum; so damage is never mistaken for a wrong passphrase;
* names, roles, parameters, the set of slots and the generation against tampering: a MAC with a key derived from
  the data key, checked as soon as a slot has opened;
* against an older copy of the whole file: the generation, compared with the one kept inside the database.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import ALGORITHM, KdfParameters
from vhdesk.errors import StoreDamaged, VaultTooNew

FORMAT = 1
USER = "gebruiker"
RECOVERY = "herstel"
MAX_BYTES = 1024 * 1024
_PURPOSE = "slots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in. ``kind`` is ``gebruiker`` or ``herstel``; ``since`` an ISO moment in UTC."""

    id: str
    kind: str
    naam: str
    rol: str
    since: str
    kdf: KdfParameters
    salt: bytes
    private: bytes
    public: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFile:
    """The whole file. ``generation`` grows with every change, ``key_id`` is the fingerprint of the data key."""

    vault_id: str
    generation: int
    key_id: str
    practice: bool
    slots: tuple[Slot, ...]
    mac: str = ""

    def signed(self, key: DataKey) -> SlotFile:
        """Return the file authenticated with ``key``."""
        fresh = replace(self, key_id=key.fingerprint(), mac="")
        return replace(fresh, mac=key.mac(_PURPOSE, _canonical(fresh._content())))

    def verify(self, key: DataKey) -> None:
        """Raise StoreDamaged ``slots_tampered`` unless nothing changed since ``signed``."""
        message = _canonical(replace(self, mac="")._content())
        key.check_mac(_PURPOSE, message, self.mac, code="slots_tampered")

    def to_bytes(self) -> bytes:
        """Return the one canonical form of the file."""
        content = self._content()
        content["controlesom"] = hashlib.sha256(_canonical(content)).hexdigest()
        return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """Return the slots of one kind, in the order in which they were made."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def _content(self) -> dict[str, Any]:
        return {
            "formaat": FORMAT,
            "kluis": self.vault_id,
            "generatie": self.generation,
            "sleutel": self.key_id,
            "oefenkluis": self.practice,
            "sloten": [_slot_content(slot) for slot in self.slots],
            "mac": self.mac,
        }


def parse(data: bytes) -> SlotFile:
    """Return the content of a slot file.

    Raises VaultTooNew (``slots_too_new``) for a later format, StoreDamaged (``slots_damaged``,
    ``slots_kdf_out_of_bounds``) for anything that is not exactly what ``to_bytes`` writes. Nothing in the result is
    authenticated until ``verify``.
    """
    content = _load(data)
    found = content.get("formaat")
    if isinstance(found, int) and found > FORMAT:
        raise VaultTooNew("slots_too_new", found=found, known=FORMAT)
    try:
        slot_file = SlotFile(
            vault_id=_text(content["kluis"]),
            generation=_number(content["generatie"]),
            key_id=_text(content["sleutel"]),
            practice=content["oefenkluis"] is True,
            slots=tuple(_slot(item) for item in content["sloten"]),
            mac=_text(content["mac"]),
        )
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise StoreDamaged("slots_damaged") from None
    if slot_file.to_bytes() != data:
        raise StoreDamaged("slots_damaged")
    return slot_file


def _load(data: bytes) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        raise StoreDamaged("slots_damaged", size=len(data))
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise StoreDamaged("slots_damaged") from None
    if not isinstance(content, dict):
        raise StoreDamaged("slots_damaged")
    return content


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _slot_content(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "soort": slot.kind,
        "naam": slot.naam,
        "rol": slot.rol,
        "sinds": slot.since,
        "kdf": {"soort": ALGORITHM, **asdict(slot.kdf)},
        "zout": _encode(slot.salt),
        "prive": _encode(slot.private),
        "publiek": _encode(slot.public),
        "datasleutel": _encode(slot.sealed),
    }


def _slot(item: dict[str, Any]) -> Slot:
    kdf = dict(item["kdf"])
    if kdf.pop("soort") != ALGORITHM or item["soort"] not in (USER, RECOVERY):
        raise ValueError("unknown kind")
    parameters = KdfParameters(**{name: _number(value) for name, value in kdf.items()})
    return Slot(
        id=_text(item["id"]),
        kind=item["soort"],
        naam=_text(item["naam"]),
        rol=_text(item["rol"]),
        since=_text(item["sinds"]),
        kdf=parameters.checked(),
        salt=_decode(item["zout"]),
        private=_decode(item["prive"]),
        public=_decode(item["publiek"]),
        sealed=_decode(item["datasleutel"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("number expected")
    return value


def _encode(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _decode(value: str) -> bytes:
    return base64.b64decode(_text(value), validate=True)
