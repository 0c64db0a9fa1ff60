"""The engines of one open database file, and really closing them.

``engine`` reads and writes with a deferred transaction, ``writer`` begins IMMEDIATE (a deferred transaction that
reads and then writes fails at once when another one wrote in between), ``reader`` can only read and is for read jobs
in other threads. All share one list of raw connections, because the pool's own ``dispose`` leaves connections that
are in use open, with the key inside.
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
from vhdesk.store.connection import connect, fold_journal

_GRACE_SECONDS = 0.03
"""How long closing waits for other threads to give their interrupted connection back."""


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

    def pause(self) -> None:
        """Close every connection and refuse new ones until ``resume``; running statements are interrupted."""
        with self._lock:
            self._closing = True
            for raw, thread in self._raw.items():
                if thread:
                    raw.interrupt()
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
            "sqlite://",
            module=dbapi,
            creator=creator,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=2,
            pool_timeout=10,
            hide_parameters=True,  # or the text of a case ends up in an exception
        )
        event.listen(engine, "begin", _begin)
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
            late = self._closing
            if not late:
                self._raw[raw] = threading.get_ident()
        if late:
            raw.close()
            self._check_open()
        return raw

    def _check_open(self) -> None:
        if self._closing:
            raise Interrupted("vault_locked")

    def _before_statement(self, *_: object) -> None:
        if self._closing:
            raise Interrupted("vault_locked")

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

    def _wait_for_others(self) -> None:
        """Wait shortly until no other thread is inside one of our connections.

        A connection of this very thread cannot be inside a statement, so it may be closed under its session.
        """
        mine = threading.get_ident()
        deadline = time.monotonic() + _GRACE_SECONDS
        with self._lock:
            while any(thread not in (0, mine) for thread in self._raw.values()):
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


def _begin(connection: Any) -> None:
    mode = connection.get_execution_options().get("vh_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def check_integrity(raw: Any) -> None:
    """Raise StoreDamaged ``database_damaged`` unless every page and every tree of the file is sound.

    Reads the whole file: for backups and on request. The write-ahead log must have been folded in before, since the
    page check does not know it.
    """
    pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    if pages:
        raise StoreDamaged("database_damaged", pages=len(pages))
    found = raw.execute("PRAGMA quick_check(5)").fetchall()
    if found != [("ok",)]:
        raise StoreDamaged("database_damaged", findings=len(found))
