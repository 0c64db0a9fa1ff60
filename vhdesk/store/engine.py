"""The engines of one open database file, and really closing them.

``engine`` reads and writes with a deferred transaction, ``writer`` begins IMMEDIATE (a deferred transaction that
reads and then writes fails at once when another one wrote in between), ``reader`` can only read and is for read jobs
in other threads. All share one list of raw connections, because the pool's own ``dispose`` leaves connections that
are in use open, with the key inside.

A transaction waits five seconds for another's write to end, or as many milliseconds as the execution option
``vh_patience`` says. After ``make_way`` only one thread goes on, and it hardly waits.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import Interrupted, StoreDamaged
from vhdesk.store.connection import BUSY_MS, connect, fold_journal
from vhdesk.store.dialect import URL, SqlCache

_GRACE_SECONDS = 0.03
"""How long closing waits for other threads to give their interrupted connection back."""
_CHASE_SECONDS = 0.005
"""How long between two interrupts of a thread that does not stop."""
_LEAVING_SECONDS = 0.15
"""How long the last words before a lock may wait, all together, for a write that does not stop."""


class Database:
    """One database file with its engines; the Engine objects stay the same over ``pause`` and ``resume``."""

    def __init__(
        self,
        path: Path,
        key: DataKey | None,
        *,
        read_only: bool = False,
        immutable: bool = False,
        guarded: bool = True,
    ) -> None:
        """Prepare the engines; nothing is opened before the first connection is asked.

        ``key=None`` means a plain file, for the benchmark. ``read_only`` refuses writes on every connection,
        ``immutable`` moreover promises that nobody else writes (a read-only folder).
        """
        self.path = path
        self._key = key
        self._read_only = read_only or immutable
        self._immutable = immutable
        self._guarded = guarded
        self._closing = False
        self._closed = False
        self._leaving: int | None = None  # the one thread that goes on after ``make_way``
        self._leaving_until = 0.0
        self._lock = threading.Condition()
        self._raw: dict[Any, int] = {}  # connection -> thread that has it checked out, 0 when it is idle
        self.engine = self._make_engine(query_only=self._read_only)
        self.writer = self.engine.execution_options(vh_begin="IMMEDIATE")
        self.reader = self._make_engine(query_only=True)

    @contextmanager
    def direct(self, *, guarded: bool = False, foreign_keys: bool = True) -> Iterator[Any]:
        """Lend a raw connection outside the pools, for backup and checkpoint; closed at the end of the block."""
        raw = self._connect(guarded=guarded, foreign_keys=foreign_keys, query_only=self._read_only)
        try:
            yield raw
        finally:
            self._forget(raw)
            raw.close()
            with self._lock:
                self._lock.notify_all()

    @property
    def closing(self) -> bool:
        """Tell whether the database is (being) closed; long work outside SQL looks at this."""
        return self._closing

    @property
    def open_connections(self) -> int:
        """Return how many raw connections are open."""
        with self._lock:
            return len(self._raw)

    def make_way(self) -> None:
        """Stop all other threads, so that this one can write its last words before ``close``. Never waits.

        Their statements are interrupted and their next ones refused; what they had not committed is undone.
        """
        with self._lock:
            self._leaving = threading.get_ident()
            self._leaving_until = time.monotonic() + _LEAVING_SECONDS
        self._interrupt_others()

    def patience(self) -> float | None:
        """Return how many seconds one may wait for another's write; None when nobody is in a hurry."""
        return None if self._leaving is None else max(0.0, self._leaving_until - time.monotonic())

    def pause(self) -> None:
        """Close every connection and refuse new ones until ``resume``; running statements are interrupted."""
        with self._lock:
            self._closing = True
        self._interrupt_others()
        self._wait_for_others()
        self._fold()
        for raw in self._to_close():
            raw.close()
        self.engine.dispose()
        self.reader.dispose()

    def resume(self, key: DataKey | None) -> None:
        """Allow connections again, from now on with ``key``.

        Raises Interrupted ``vault_locked`` after ``close``: what was locked in the middle of a pause stays locked.
        """
        with self._lock:
            if self._closed:
                raise Interrupted("vault_locked")
            self._key = key
            self._closing = False

    def close(self) -> None:
        """Close for good: afterwards no connection is open and none can be made."""
        with self._lock:
            self._closed = True
        self.pause()
        with self._lock:
            self._key = None

    def _make_engine(self, *, query_only: bool) -> Engine:
        def creator() -> Any:
            return self._connect(guarded=self._guarded, query_only=query_only)

        engine = create_engine(
            URL,
            module=dbapi,
            creator=creator,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=2,
            pool_timeout=10,
            hide_parameters=True,  # or the text of a case ends up in an exception
        )
        engine = engine.execution_options(compiled_cache=SqlCache())
        event.listen(engine, "begin", self._begin)
        event.listen(engine, "checkout", self._checked_out)
        event.listen(engine, "checkin", self._checked_in)
        event.listen(engine, "close", self._forget)
        event.listen(engine, "before_cursor_execute", self._before_statement)
        return engine

    def _connect(self, *, guarded: bool, query_only: bool, foreign_keys: bool = True) -> Any:
        """Return a new connection, known to us and checked out by this thread.

        Closing in another thread may fall at any moment: the key is taken while the database is open for certain,
        a key wiped half-way is a lock and not a damaged file, and a connection that comes too late is not given.
        """
        with self._lock:
            self._check_open()
            key = self._key
        try:
            raw = connect(
                self.path,
                key,
                guarded=guarded,
                foreign_keys=foreign_keys,
                query_only=query_only,
                immutable=self._immutable,
            )
        except Exception:
            self._check_open()
            raise
        with self._lock:
            late = self._stopped()
            if not late:
                self._raw[raw] = threading.get_ident()
        if late:
            raw.close()
            self._check_open()
        return raw

    def _stopped(self) -> bool:
        """Tell whether this thread may not go on."""
        return self._closing or self._leaving not in (None, threading.get_ident())

    def _check_open(self) -> None:
        if self._stopped():
            raise Interrupted("vault_locked")

    def _before_statement(self, *_: object) -> None:
        self._check_open()

    def _begin(self, connection: Any) -> None:
        options, left = connection.get_execution_options(), self.patience()
        patience = options.get("vh_patience", BUSY_MS)
        if left is not None:
            patience = min(patience, round(left * 1000))
        if connection.info.get("vh_patience", BUSY_MS) != patience:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}").close()
            connection.info["vh_patience"] = patience
        connection.exec_driver_sql(f"BEGIN {options.get('vh_begin', 'DEFERRED')}")

    def _checked_out(self, raw: Any, *_: object) -> None:
        with self._lock:
            self._raw[raw] = threading.get_ident()

    def _checked_in(self, raw: Any, *_: object) -> None:
        with self._lock:
            if raw in self._raw:
                self._raw[raw] = 0
            self._lock.notify_all()
            late = self._closing and raw in self._raw
        if late:
            self._forget(raw)
            raw.close()

    def _forget(self, raw: Any, *_: object) -> None:
        with self._lock:
            self._raw.pop(raw, None)

    def _busy(self, mine: int) -> list[Any]:
        """Return the connections that threads other than ``mine`` have in hand."""
        return [raw for raw, thread in self._raw.items() if thread not in (0, mine)]

    def _interrupt_others(self) -> None:
        """Stop what runs in other threads; goes on in a thread of its own until the last has stopped."""
        mine = threading.get_ident()
        with self._lock:
            busy = bool(self._busy(mine))
        if busy:
            threading.Thread(target=self._chase, args=(mine,), name="vhdesk-onderbreken", daemon=True).start()

    def _chase(self, mine: int) -> None:
        """Interrupt time and again: an interrupt that falls just before a statement begins is lost."""
        with self._lock:
            while (self._closing or self._leaving) and (busy := self._busy(mine)):
                for raw in busy:
                    raw.interrupt()
                self._lock.wait(_CHASE_SECONDS)

    def _wait_for_others(self) -> None:
        """Wait shortly until no other thread is inside one of our connections.

        A connection of this very thread cannot be inside a statement, so it may be closed under its session.
        """
        mine = threading.get_ident()
        deadline = time.monotonic() + _GRACE_SECONDS
        with self._lock:
            while self._busy(mine):
                left = deadline - time.monotonic()
                if left <= 0 or not self._lock.wait(left):
                    return

    def _fold(self) -> None:
        """Checkpoint first: a close that checkpoints by itself stops every other thread meanwhile."""
        if self._read_only or not self.path.exists():
            return
        mine = threading.get_ident()
        with self._lock:
            idle = [raw for raw, thread in self._raw.items() if thread in (0, mine)]
        for raw in idle:
            if raw.in_transaction:
                raw.rollback()
        if idle:
            try:
                fold_journal(idle[0])
            except dbapi.Error:
                return  # a full disk or a reader in the way: the log is folded at the next opening

    def _to_close(self) -> list[Any]:
        """Return the connections that may be closed now; the others close when they are given back."""
        mine = threading.get_ident()
        with self._lock:
            ready = [raw for raw, thread in self._raw.items() if thread in (0, mine)]
            for raw in ready:
                del self._raw[raw]
        return ready


def check_integrity(raw: Any, *, pages_too: bool = True) -> None:
    """Raise StoreDamaged ``database_damaged`` unless every page and every tree of the file is sound.

    Reads the whole file: for backups and on request. The write-ahead log must have been folded in before, since the
    page check does not know it; without ``pages_too`` only what is in use is read.
    """
    pages = raw.execute("PRAGMA cipher_integrity_check").fetchall() if pages_too else []
    if pages:
        raise StoreDamaged("database_damaged", pages=len(pages))
    found = raw.execute("PRAGMA quick_check(5)").fetchall()
    if found != [("ok",)]:
        raise StoreDamaged("database_damaged", findings=len(found))
