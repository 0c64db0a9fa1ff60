"""How far the database is, written down outside the database.

Inside the database an old state is as valid as a new one: a flipped byte in the write-ahead log silently drops every
later commit, and a file put back from last week opens without a word. So the number and hash of the last line of the
journaal, and the number of changes of drafts (which are no lines), are kept in two more places: ``journaal.anker`` in
the vault folder, and a copy in the user's own state folder, outside the vault, so that an older *folder* put back is
noticed too. Both carry a MAC with a key derived from the data key.

The record fills one sector and is overwritten in place, which costs two small writes after each commit: after it, so
that a process killed between the two leaves an anchor that lags behind. It is synced at least every 30 seconds of
writing, at a backup and on closing; after a power cut it may lag as well. That is harmless, since a database *ahead*
of its anchor is always right.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import Interrupted, StoreDamaged, StoreRolledBack
from vhdesk.store.files import write_atomic
from vhdesk.store.meta import NO_HEAD, Head, Mark, hash_at

RECORD_BYTES = 512
SYNC_SECONDS = 30.0
_PURPOSE = "journaal anchor"


@dataclass(frozen=True, slots=True)
class Record:
    """One anchor as it was read. ``key_id`` names the data key that signed it; ``drafts`` is None in an anchor from
    before drafts were counted."""

    vault_id: str
    key_id: str
    generation: int
    seq: int
    hash: str
    drafts: int | None = None


Records = tuple[tuple[Record, str], ...]
"""Anchors with the place where each was read."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the anchors of one vault are; ``outside`` may be None (a vault on a read-only medium)."""

    inside: Path
    outside: Path | None

    @classmethod
    def of(cls, inside: Path, vault_id: str, home: Path | None) -> Places:
        """Return the places; ``home`` replaces the user's state folder (tests)."""
        return cls(inside, (home or default_home()) / vault_id)


def default_home() -> Path:
    """Return the folder of the anchors outside the vaults."""
    import platformdirs  # not needed where the folder is given

    return Path(platformdirs.user_state_dir("vhdesk", appauthor=False)) / "ankers"


def encode(record: Record, key: DataKey) -> bytes:
    """Return ``record`` as the bytes of one sector, signed with ``key``."""
    content = _content(record)
    content["mac"] = key.mac(_PURPOSE, _message(record))
    return json.dumps(content).encode().ljust(RECORD_BYTES - 1) + b"\n"


def signed_anchor(key: DataKey, vault_id: str, generation: int, mark: Mark) -> bytes:
    """Return the bytes of an anchor for ``mark``."""
    head = mark.head
    return encode(Record(vault_id, key.fingerprint(), generation, head.seq, head.hash, mark.drafts), key)


def decode(data: bytes, key: DataKey) -> Record:
    """Return the record in ``data``.

    Raises StoreDamaged ``anchor_damaged`` unless it is whole and signed with ``key``. A record signed with an
    earlier data key cannot be checked any more and is returned as it is: its claims are compared all the same.
    """
    try:
        content = json.loads(data)
        mac = content.pop("mac")
        record = Record(**content)
        whole = encode(record, key)[:-1].strip() if record.key_id == key.fingerprint() else None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise StoreDamaged("anchor_damaged") from None
    numbers = (record.generation, record.seq, record.drafts or 0)
    if not all(isinstance(number, int) for number in numbers) or not isinstance(record.hash, str):
        raise StoreDamaged("anchor_damaged")
    if not isinstance(mac, str):
        raise StoreDamaged("anchor_damaged")
    if whole is not None and (len(data) != RECORD_BYTES or whole != data.strip()):
        raise StoreDamaged("anchor_damaged")
    return record


class Anchor:
    """The anchors of one open vault."""

    def __init__(
        self,
        places: Places,
        key: DataKey,
        vault_id: str,
        generation: int,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.places = places
        self._vault_id = vault_id
        self._monotonic = monotonic
        self._handles: list[int] = []
        self._writing = threading.Lock()  # a lock of the vault may fall while another thread writes its line
        self._last = Mark(NO_HEAD)
        self.fault: OSError | None = None
        """The last failure to write an anchor; it never makes a commit fail that already stands."""
        self._key = key.copy()
        self._generation = generation
        self._synced_at = monotonic()

    def rekeyed(self, key: DataKey, generation: int) -> None:
        """Sign with another data key from now on; ``reset`` follows."""
        with self._writing:
            self._key.clear()
            self._key = key.copy()
            self._generation = generation
        self._synced_at = self._monotonic()

    def slots_changed(self, generation: int) -> None:
        """Note a later generation of the slot file."""
        self._generation = generation
        self._advance()

    def read(self) -> Records:
        """Return both anchors as they are now. Before the database is read: a writer advances them after it.

        Raises StoreDamaged ``anchor_damaged`` or ``anchor_missing``. The copy outside may be absent: another computer, or another user.
        """
        inside = self._read(self.places.inside)
        if inside is None:
            raise StoreDamaged("anchor_missing")
        if inside.key_id != self._key.fingerprint():
            raise StoreDamaged("anchor_damaged")
        outside = self._read(self.places.outside) if self.places.outside else None
        if (
            outside is not None
            and outside.key_id != inside.key_id
            and outside.generation >= inside.generation
        ):
            raise StoreDamaged("anchor_damaged")  # a former key signed earlier generations only
        found = ((inside, "binnen"), (outside, "buiten"))
        return tuple((record, where) for record, where in found if record is not None)

    def verify(self, records: Records, raw: Any, mark: Mark) -> None:
        """Compare what ``read`` returned with the database, which is as far as ``mark``.

        Raises StoreRolledBack ``journaal_behind_anchor`` or ``journaal_differs_from_anchor`` (with ``expected`` and
        ``found`` line numbers and ``where``: ``binnen`` or ``buiten``), ``drafts_behind_anchor`` or
        ``generation_behind_anchor`` (an older slot file and database together).
        """
        for record, where in records:
            self._compare(record, raw, mark, where)
        self._last = mark

    def reset(self, mark: Mark) -> None:
        """Write fresh anchors for ``mark``, whatever stood there (a new vault, or a finding that was accepted)."""
        self.close()
        data = self._signed(mark)
        write_atomic(self.places.inside, data)
        if self.places.outside is not None:
            try:
                self.places.outside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_atomic(self.places.outside, data)
            except OSError as error:
                self.fault = error  # no home to write in: the anchor inside remains
        self._last = mark

    def advance(self, seq: int, line_hash: str) -> None:
        """Note that line ``seq`` stands, after its commit. Never raises: see ``fault``.

        When the vault was locked since that commit nothing is written: an anchor may lag behind.
        """
        self._advance(head=Head(seq, line_hash))

    def advance_drafts(self, count: int) -> None:
        """Note that the change of a draft with this number stands, after its commit. Never raises, as ``advance``."""
        self._advance(drafts=count)

    def _advance(self, *, head: Head | None = None, drafts: int = 0) -> None:
        try:
            with self._writing:  # lines and drafts come from different threads
                self._last = Mark(head or self._last.head, max(drafts, self._last.drafts))
                data = self._signed(self._last)
                for handle in self._open():
                    os.lseek(handle, 0, os.SEEK_SET)
                    os.write(handle, data)
        except Interrupted:
            return
        except OSError as error:
            self.fault = error
        if self._monotonic() - self._synced_at >= SYNC_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Make sure the anchors are on the disk. Never raises: see ``fault``."""
        self._synced_at = self._monotonic()
        for handle in self._handles:
            try:
                os.fsync(handle)
            except OSError as error:
                self.fault = error

    def close(self) -> None:
        """Sync and let go of the files."""
        if self._handles:
            self.flush()
        with self._writing:
            for handle in self._handles:
                os.close(handle)
            self._handles = []

    def forget_key(self) -> None:
        """Wipe the key and close; ``reset`` raises Interrupted from here on, ``advance`` does nothing."""
        with self._writing:  # or a line being signed gets the signature of half a key
            self._key.clear()
        self.close()

    def _signed(self, mark: Mark) -> bytes:
        try:
            return signed_anchor(self._key, self._vault_id, self._generation, mark)
        except ValueError:
            raise Interrupted("vault_locked") from None

    def _open(self) -> list[int]:
        if not self._handles:
            flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
            for path in (self.places.inside, self.places.outside):
                if path is not None and path.exists():
                    self._handles.append(os.open(path, flags))
        return self._handles

    def _read(self, path: Path) -> Record | None:
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            if path == self.places.inside:
                raise
            return None
        record = decode(data, self._key)
        if record.vault_id != self._vault_id:
            raise StoreDamaged("anchor_damaged")
        return record

    def _compare(self, record: Record, raw: Any, mark: Mark, where: str) -> None:
        if record.generation > self._generation:
            raise StoreRolledBack(
                "generation_behind_anchor",
                expected=record.generation,
                found=self._generation,
                where=where,
            )
        found = mark.head
        if found.seq < record.seq:
            raise StoreRolledBack("journaal_behind_anchor", expected=record.seq, found=found.seq, where=where)
        if hash_at(raw, record.seq) != record.hash:
            raise StoreRolledBack(
                "journaal_differs_from_anchor", expected=record.seq, found=found.seq, where=where
            )
        if record.drafts is not None and mark.drafts < record.drafts:
            raise StoreRolledBack(
                "drafts_behind_anchor", expected=record.drafts, found=mark.drafts, where=where
            )


def _content(record: Record) -> dict[str, Any]:
    return {name: value for name, value in asdict(record).items() if value is not None}


def _message(record: Record) -> bytes:
    return json.dumps(list(_content(record).values()), separators=(",", ":")).encode()
