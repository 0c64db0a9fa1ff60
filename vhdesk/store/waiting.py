"""Drafts that could not go into the database at once, because another thread was writing there.

Typing and locking never wait for a writer. What is half typed then goes to ``concepten.wacht``: one envelope with a
key derived from the data key, replaced whole, and moved into the database with the first draft that can be written
there. Each change has a number that goes on where the count in the database stands, so that the anchor misses this
file as it misses the database, and a file that was moved already, or an older one put back, is known by its number.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.sealing import DoesNotOpen, lock, unlock
from vhdesk.errors import Interrupted, StoreDamaged
from vhdesk.store.files import write_atomic

_PURPOSE = "waiting drafts"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class DraftChange:
    """One draft that was written, or forgotten (``text`` is None); ``at`` an ISO moment in UTC."""

    user_id: str
    key: str
    text: str | None
    cursor: int
    at: str


class WaitingDrafts:
    """The changes that wait, oldest first, in memory and on the disk. Not for two threads at once.

    ``count`` is the number of the last change of a draft, in the database or waiting.
    """

    def __init__(self, path: Path, key: DataKey, vault_id: str) -> None:
        self._path = path
        self._key = key.copy()
        self._context = f"vhdesk 1 waiting drafts {vault_id}".encode()
        self.changes: tuple[DraftChange, ...] = ()
        self.count = 0

    def load(self) -> None:
        """Read what an earlier process left, or another one leaves there now; ``compare`` follows.

        Raises StoreDamaged ``drafts_damaged`` for a file that this vault did not write just so.
        """
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return
        self.count, self.changes = self._parsed(data)

    def compare(self, stored: int) -> None:
        """Leave what stands in the database already; ``stored`` is the count there, read after ``load``."""
        if self.count <= stored:
            self.count, self.changes = stored, ()

    def add(self, change: DraftChange) -> int:
        """Keep one change more, on the disk before this returns; return its number.

        An earlier change of the same draft is replaced. Raises Interrupted after a lock, OSError.
        """
        others = (one for one in self.changes if (one.user_id, one.key) != (change.user_id, change.key))
        self.changes = (*others, change)
        self.count += 1
        content = {"telling": self.count, "concepten": [asdict(one) for one in self.changes]}
        write_atomic(self._path, lock(self._subkey(), json.dumps(content).encode(), self._context))
        return self.count

    def settled(self, count: int) -> None:
        """Everything stands in the database, of which ``count`` is the number of the last change."""
        self.count = max(count, self.count)
        if self.changes or self._path.exists():
            self.changes = ()
            self._path.unlink(missing_ok=True)

    def put_aside(self, at: datetime) -> None:
        """Keep a file that cannot be read under another name: somebody chose to go on without it."""
        stamp = at.astimezone(UTC).strftime(_STAMP)
        self._path.replace(self._path.with_name(f"{self._path.name}.{stamp}.onleesbaar"))

    def rekeyed(self, key: DataKey) -> None:
        """Go on with another data key; nothing may be waiting."""
        former, self._key = self._key, key.copy()
        former.clear()

    def forget_key(self) -> None:
        """Wipe the key and the texts; ``add`` raises Interrupted from here on."""
        self._key.clear()
        self.changes = ()

    def _subkey(self) -> bytes:
        try:
            return self._key.derive(_PURPOSE)
        except ValueError:
            raise Interrupted("vault_locked") from None

    def _parsed(self, data: bytes) -> tuple[int, tuple[DraftChange, ...]]:
        try:
            content = json.loads(unlock(self._subkey(), data, self._context))
        except DoesNotOpen:
            raise StoreDamaged("drafts_damaged") from None
        return content["telling"], tuple(DraftChange(**one) for one in content["concepten"])
