"""A vault that is open: its engines, its anchor, its users, and closing it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import DEFAULT, KdfParameters
from vhdesk.crypto.process import release_memory
from vhdesk.crypto.slots import SlotFile
from vhdesk.errors import ClockSetBack, EnvironmentFault, Interrupted, RuleViolation, VaultReadOnly
from vhdesk.store import users as slot_users
from vhdesk.store.anchor import Anchor
from vhdesk.store.backup_folder import refresh_slots
from vhdesk.store.engine import Database
from vhdesk.store.faults import translated
from vhdesk.store.layout import Layout
from vhdesk.store.lock import ProcessLock
from vhdesk.store.meta import GENERATION, last_moment, write_meta
from vhdesk.store.migrate import Schema
from vhdesk.store.slot_store import VaultUser, users_of, write_slots
from vhdesk.store.waiting import WaitingDrafts

CLOCK_TOLERANCE_SECONDS = 300

Note = Callable[[SlotFile], None]
"""Called with the new slots just before they are written; when it raises, nothing has changed."""


def no_note(changed: SlotFile) -> None:
    """Note nothing."""


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class OpenVault:
    """One open vault; made by ``creation`` and ``opening`` only.

    ``user.id`` is the slot id. ``by_recovery_sheet`` tells that the herstelblad was used and ``accepted`` that a
    finding about an older state was accepted knowingly: the caller writes both in the journaal.
    ``backups_to_rekey`` tells that a re-key was interrupted before all backups were re-encrypted,
    ``ballast_released`` that the disk was so full that opening had to give up the ballast.

    Every change of the slots takes ``first``: called with the new slots before they are written.
    """

    layout: Layout
    key: DataKey
    slot_file: SlotFile
    user: VaultUser
    database: Database
    anchor: Anchor
    waiting: WaitingDrafts
    lock: ProcessLock | None
    schema: Schema
    clock: Clock
    read_only: bool = False
    by_recovery_sheet: bool = False
    backups_to_rekey: bool = False
    migrated: bool = False
    accepted: EnvironmentFault | None = None
    ballast_released: bool = False
    _closed: bool = field(default=False, init=False)
    _guard: threading.Lock = field(default_factory=threading.Lock, init=False)
    _at_work: int = field(default=0, init=False)

    @property
    def path(self) -> Path:
        """Return the folder."""
        return self.layout.folder

    @property
    def vault_id(self) -> str:
        """Return the id of the vault."""
        return self.slot_file.vault_id

    @property
    def practice(self) -> bool:
        """Tell whether this is an oefenkluis."""
        return self.slot_file.practice

    @property
    def engine(self) -> Engine:
        """Return the engine that begins deferred transactions."""
        return self.database.engine

    @property
    def writer(self) -> Engine:
        """Return the engine that begins IMMEDIATE transactions, for everything that writes."""
        return self.database.writer

    @property
    def read_engine(self) -> Engine:
        """Return the engine that can only read, for read jobs in other threads."""
        return self.database.reader

    @property
    def closed(self) -> bool:
        """Tell whether the vault was closed."""
        return self._closed

    def make_way(self) -> None:
        """Stop the work of all other threads, so that this one can write its last words before ``close``."""
        self.database.make_way()

    def patience(self) -> float | None:
        """Return how many seconds one may wait for another's write; None when nobody is in a hurry."""
        return self.database.patience()

    def close(self) -> None:
        """Lock: wipe the keys, close every connection, free the process lock. Safe to call twice, never raises.

        Never waits for other work either: inside ``working`` the process lock is kept until that work has stopped.
        """
        with self._guard:
            if self._closed:
                return
            self._closed = True
            idle = self._at_work == 0
        self.anchor.forget_key()
        self.waiting.forget_key()
        self.database.close()
        self.key.clear()
        if idle and self.lock is not None:
            self.lock.release()
        release_memory()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Keep the process lock for the block, also when the vault is closed meanwhile: the files of the vault are
        being replaced, and nobody may open it before that has stopped. Raises Interrupted on a closed vault."""
        with self._guard:
            self._check_open()
            self._at_work += 1
        try:
            yield
        finally:
            with self._guard:
                self._at_work -= 1
                last = self._closed and self._at_work == 0
            if last and self.lock is not None:
                self.lock.release()

    def lend_key(self) -> DataKey:
        """Return a copy of the key, which outlives a lock until the borrower clears it; Interrupted when closed."""
        with self._guard:
            self._check_open()
            return self.key.copy()

    def adopt(self, key: DataKey, slot_file: SlotFile) -> None:
        """Go on with another key and other slots, after a re-key. Takes ownership of ``key``.

        Raises Interrupted when the vault was closed meanwhile; the key is then wiped.
        """
        with self._guard:
            if self._closed:
                key.clear()
            self._check_open()
            former = self.key
            self.key, self.slot_file = key, slot_file
            self.anchor.rekeyed(key, slot_file.generation)
            self.waiting.rekeyed(key)
            self.database.resume(key)
        former.clear()

    def users(self) -> tuple[VaultUser, ...]:
        """Return who can open this vault."""
        return users_of(self.slot_file)

    def add_user(
        self, naam: str, rol: str, passphrase: str, *, kdf: KdfParameters = DEFAULT, first: Note = no_note
    ) -> VaultUser:
        """Let one more person open the vault; raises as ``users.add_user``."""
        at = self.clock.now()
        changed = slot_users.add_user(
            self.slot_file, self.key, passphrase, naam=naam, rol=rol, kdf=kdf, at=at
        )
        self._store(changed, first)
        return self.users()[-1]

    def remove_user(self, user_id: str) -> None:
        """Take away a slot. The data key that the person knew stays in use until ``rekey``: call that with
        ``remove`` instead where the person must really be shut out."""
        if user_id == self.user.id:
            raise RuleViolation("eigen_gebruiker")
        self._store(slot_users.remove_user(self.slot_file, self.key, user_id))

    def change_user(
        self, user_id: str, *, naam: str | None = None, rol: str | None = None, first: Note = no_note
    ) -> VaultUser:
        """Rename a user or give another role."""
        self._store(slot_users.change_user(self.slot_file, self.key, user_id, naam=naam, rol=rol), first)
        changed = next(user for user in self.users() if user.id == user_id)
        if user_id == self.user.id:
            self.user = changed
        return changed

    def change_passphrase(
        self, old: str, new: str, *, kdf: KdfParameters | None = None, first: Note = no_note
    ) -> None:
        """Give the own slot another passphrase; raises WrongPassphrase and RuleViolation."""
        changed = slot_users.change_passphrase(self.slot_file, self.key, self.user.id, old, new, kdf)
        self._store(changed, first)

    def reset_passphrase(
        self, user_id: str, new: str, *, kdf: KdfParameters | None = None, first: Note = no_note
    ) -> None:
        """Give somebody who forgot it a new passphrase."""
        at = self.clock.now()
        changed = slot_users.reset_passphrase(self.slot_file, self.key, user_id, new, kdf=kdf, at=at)
        self._store(changed, first)

    def make_recovery_code(
        self, naam: str = "herstelblad", *, kdf: KdfParameters = DEFAULT, first: Note = no_note
    ) -> str:
        """Return a new code for the herstelblad; an earlier sheet does not open the vault any more."""
        at = self.clock.now()
        changed, code = slot_users.add_recovery_code(self.slot_file, self.key, naam=naam, kdf=kdf, at=at)
        self._store(changed, first)
        return code

    def check_clock(self) -> None:
        """Raise ClockSetBack ``clock_set_back`` (``now``, ``last``: ISO texts) when the clock stands more than five
        minutes before the last line of the journaal."""
        with translated(self.path), self.database.direct() as raw:
            last = last_moment(raw)
        now = self.clock.now()
        if last is not None and (last - now).total_seconds() > CLOCK_TOLERANCE_SECONDS:
            raise ClockSetBack("clock_set_back", now=now.isoformat(), last=last.isoformat())

    def require_writable(self) -> None:
        """Raise VaultReadOnly ``opened_read_only`` when this vault was opened for reading."""
        if self.read_only:
            raise VaultReadOnly("opened_read_only")

    def _check_open(self) -> None:
        if self._closed:
            raise Interrupted("vault_locked")

    def _store(self, changed: SlotFile, first: Note = no_note) -> None:
        """Write the slots, then note their generation in the database, then in the anchor and beside the backups.

        A crash after any of these steps leaves a vault that opens: slots may be ahead of the others, never behind.
        """
        self.require_writable()
        first(changed)
        before = self.slot_file
        write_slots(self.layout.slots, changed)
        try:
            with translated(self.path), self.database.direct() as raw:
                write_meta(raw, {GENERATION: str(changed.generation)})
        except BaseException:
            write_slots(self.layout.slots, before)  # or a change that was refused would count all the same
            raise
        self.slot_file = changed
        self.anchor.slots_changed(changed.generation)
        refresh_slots(self.layout, changed)
