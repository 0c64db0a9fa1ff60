"""Backups as they lie on the disk: one folder each, holding all that is needed to restore it.

``reservekopieen/20260102T101112Z-1f3a…/`` holds ``kluis.db``, a copy of ``sleutels.json`` (so that a backup can be
opened when everything else is lost) and ``manifest.json``, signed with a key derived from the data key. A folder gets
its name only when it is complete and verified; anything else is called ``.part`` or ``.weg`` and does not count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import StoreDamaged, VaultTooNew
from vhdesk.store.files import write_atomic
from vhdesk.store.layout import Layout
from vhdesk.store.meta import NO_HEAD, Head

FORMAT = 1
DATABASE = "kluis.db"
SLOTS = "sleutels.json"
MANIFEST = "manifest.json"
PART = ".part"
GONE = ".weg"
_STAMP = "%Y%m%dT%H%M%SZ"
_PURPOSE = "backup manifest"


class BackupState(StrEnum):
    """What is known about a backup without reading it whole."""

    SOUND = "sound"
    """The manifest is signed by this vault and the file has the size it says."""
    UNCHECKED = "unchecked"
    """There is no key to check the manifest with."""
    FORMER_KEY = "former_key"
    """Still encrypted with the key from before a re-key."""
    DAMAGED = "damaged"
    """The manifest or a file is missing, unreadable or not as signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One backup as it is shown in the list. ``counts`` are numbers of rows by what they count."""

    path: Path
    moment: datetime
    reason: str = ""
    size: int = 0
    sha256: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    head: Head = NO_HEAD
    schema: str = ""
    generation: int = 0
    vault_id: str = ""
    key_id: str = ""
    state: BackupState = BackupState.UNCHECKED

    @property
    def name(self) -> str:
        """Return the name of the folder: the id of the backup."""
        return self.path.name

    @property
    def database(self) -> Path:
        """Return the encrypted copy."""
        return self.path / DATABASE

    @property
    def slots(self) -> Path:
        """Return the copy of the key slots."""
        return self.path / SLOTS


def list_backups(folder: Path, key: DataKey | None = None, *, twins: bool = False) -> tuple[BackupInfo, ...]:
    """Return the backups of the vault in ``folder``, newest first, damaged ones included.

    With ``key`` the manifests are authenticated. During a re-key one backup may lie there under two keys: the one of
    the former key is left out unless ``twins``. No backup folder means no backups.
    """
    backups = Layout(folder).backups
    if not backups.is_dir():
        return ()
    found = [
        read_backup(path, key)
        for path in backups.iterdir()
        if path.is_dir() and path.suffix not in (PART, GONE) and _moment_of(path.name) is not None
    ]
    current = {_stamp(info.name) for info in found if info.state is BackupState.SOUND}
    kept = [
        info for info in found if info.state is not BackupState.FORMER_KEY or _stamp(info.name) not in current
    ]
    return tuple(sorted(kept, key=lambda info: (info.moment, info.name), reverse=True))


def read_backup(path: Path, key: DataKey | None = None) -> BackupInfo:
    """Return what the manifest in ``path`` says, with a ``state``; a damaged one keeps only its date."""
    moment = _moment_of(path.name) or datetime.fromtimestamp(0, UTC)
    damaged = BackupInfo(path=path, moment=moment, state=BackupState.DAMAGED)
    try:
        info, mac, message = _parse_manifest(path)
        if info.database.stat().st_size != info.size or not info.slots.is_file():
            return damaged
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return damaged
    if key is None:
        return info
    if info.key_id != key.fingerprint():
        return replace(info, state=BackupState.FORMER_KEY)
    try:
        key.check_mac(_PURPOSE, message, mac, code="backup_damaged")
    except StoreDamaged:
        return damaged
    return replace(info, state=BackupState.SOUND)


def manifest_bytes(info: BackupInfo, key: DataKey) -> bytes:
    """Return the signed manifest for ``info``."""
    content = _content(info)
    content["mac"] = key.mac(_PURPOSE, _canonical(content))
    return _rendered(content)


def folder_name(folder: Path, moment: datetime, key: DataKey) -> str:
    """Return a free name for a backup made at ``moment``."""
    stamp = moment.astimezone(UTC).strftime(_STAMP)
    taken = {_stamp(path.name) for path in folder.iterdir()}
    number = 1
    while (stamp if number == 1 else f"{stamp}.{number}") in taken:
        number += 1
    return renamed_for(stamp if number == 1 else f"{stamp}.{number}", key)


def renamed_for(name: str, key: DataKey) -> str:
    """Return the name that the backup ``name`` has under another key."""
    return f"{_stamp(name)}-{key.fingerprint()}"


def refresh_slots(layout: Layout, slot_file: SlotFile) -> None:
    """Put the present slots beside every backup of the present key, so that a passphrase that was changed or a user
    who was removed does not open them any more."""
    data = slot_file.to_bytes()
    for info in list_backups(layout.folder):
        if info.key_id == slot_file.key_id and info.slots.is_file():
            write_atomic(info.slots, data)


def remove_leftovers(backups: Path) -> tuple[Path, ...]:
    """Return the half-made or half-removed folders that are ours, for removal."""
    if not backups.is_dir():
        return ()
    return tuple(
        path
        for path in backups.iterdir()
        if path.suffix in (PART, GONE) and _moment_of(path.name) is not None
    )


def _parse_manifest(path: Path) -> tuple[BackupInfo, str, bytes]:
    data = (path / MANIFEST).read_bytes()
    content: dict[str, Any] = json.loads(data)
    if isinstance(content.get("formaat"), int) and content["formaat"] > FORMAT:
        raise VaultTooNew("backup_too_new", found=content["formaat"], known=FORMAT)
    if _rendered(content) != data:
        raise ValueError("not the form this program writes")
    mac = content.pop("mac")
    info = BackupInfo(
        path=path,
        moment=datetime.fromisoformat(content["tijdstip"]),
        reason=content["reden"],
        size=content["grootte"],
        sha256=content["sha256"],
        counts=dict(content["aantallen"]),
        head=Head(content["journaal"]["volgnr"], content["journaal"]["hash"]),
        schema=content["schema"],
        generation=content["generatie"],
        vault_id=content["kluis"],
        key_id=content["sleutel"],
    )
    return info, mac, _canonical(content)


def _content(info: BackupInfo) -> dict[str, Any]:
    return {
        "formaat": FORMAT,
        "kluis": info.vault_id,
        "sleutel": info.key_id,
        "generatie": info.generation,
        "tijdstip": info.moment.isoformat(),
        "reden": info.reason,
        "grootte": info.size,
        "sha256": info.sha256,
        "aantallen": dict(info.counts),
        "journaal": {"volgnr": info.head.seq, "hash": info.head.hash},
        "schema": info.schema,
    }


def _rendered(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1, sort_keys=True).encode() + b"\n"


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def _stamp(name: str) -> str:
    return name.partition("-")[0]


def _moment_of(name: str) -> datetime | None:
    try:
        return datetime.strptime(_stamp(name).partition(".")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
