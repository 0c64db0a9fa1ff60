"""One raw connection to one database file: how it is keyed, tuned and guarded.

Nothing here pools or shares; ``engine`` does. ``key=None`` opens a plain file and exists for the benchmark alone:
no path of a vault comes here without a key.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import StoreDamaged, VaultMissing
from vhdesk.folding import fold, found_in

BUSY_MS = 5000
CACHE_KIB = 64_000
WAL_LIMIT = 16 * 1024 * 1024

_PRAGMAS = (
    "synchronous=FULL",
    f"busy_timeout={BUSY_MS}",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    f"cache_size=-{CACHE_KIB}",
    *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)
_WAL_PRAGMAS = ("journal_mode=WAL", f"journal_size_limit={WAL_LIMIT}")

_OK: int = dbapi.SQLITE_OK
_DENY: int = dbapi.SQLITE_DENY
_FROZEN_TABLES = frozenset({"journaal"})
_REFUSED_ACTS = frozenset(
    {
        dbapi.SQLITE_DROP_TABLE,
        dbapi.SQLITE_DROP_TRIGGER,
        dbapi.SQLITE_DROP_VIEW,
        dbapi.SQLITE_DROP_VTABLE,
        dbapi.SQLITE_ALTER_TABLE,
        dbapi.SQLITE_CREATE_TRIGGER,
        dbapi.SQLITE_ATTACH,
    }
)
_CHANGES = frozenset({dbapi.SQLITE_UPDATE, dbapi.SQLITE_DELETE})
_KEY_PRAGMAS = frozenset(
    {"key", "rekey", "hexkey", "hexrekey", "writable_schema", "ignore_check_constraints"}
)


def guard(
    action: int, first: str | None, second: str | None, database: str | None, trigger: str | None
) -> int:
    """Authorise one step of a statement on a normal connection.

    Refused: dropping or altering tables, dropping or making triggers, attaching another file, changing the key,
    and changing or removing lines of the journaal. The argument list is SQLite's.
    """
    if action in _CHANGES:
        return _DENY if first in _FROZEN_TABLES else _OK
    if action in _REFUSED_ACTS:
        return _DENY
    if action == dbapi.SQLITE_PRAGMA and first is not None and first.lower() in _KEY_PRAGMAS:
        return _DENY
    return _OK


def connect(
    path: Path,
    key: DataKey | None,
    *,
    create: bool = False,
    wal: bool = True,
    foreign_keys: bool = True,
    query_only: bool = False,
    immutable: bool = False,
    guarded: bool = False,
) -> Any:
    """Return an open, verified raw connection in autocommit mode.

    ``create`` is for new files only and refuses one that exists; without it a missing or empty file is refused
    (SQLite would take an empty file for a new store). ``immutable`` opens a file that nobody can be writing.
    Raises VaultMissing ``database_missing``, StoreDamaged ``database_empty``; errors of the driver pass untouched.
    """
    _check_file(path, create=create)
    mode = "ro&immutable=1" if immutable else "rwc" if create else "rw"
    raw = dbapi.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        raw.execute("PRAGMA cipher_log_level=NONE")  # or SQLCipher writes to stderr by itself
        if key is not None:
            _set_key(raw, key)
        _run(raw, _PRAGMAS)
        add_functions(raw)
        if wal and not immutable:
            _run(raw, _WAL_PRAGMAS)
        raw.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # a wrong key shows here, not before
        if create:
            path.chmod(0o600)
        if query_only:
            raw.execute("PRAGMA query_only=ON")
        if guarded:
            raw.set_authorizer(guard)
    except BaseException:
        raw.close()
        raise
    return raw


def add_functions(raw: Any) -> None:
    """Give the SQL of this connection ``gevonden(words, text)``: whether every word stands in the text, as people search
    (``folding``). SQLite itself only knows case in ASCII."""
    raw.create_function("gevonden", 2, _gevonden, deterministic=True)


def _gevonden(words: str, text: str) -> int:
    return int(found_in(words, fold(text)))


def fold_journal(raw: Any) -> None:
    """Bring everything from the write-ahead log into the main file, as far as readers allow; never waits."""
    raw.execute("PRAGMA busy_timeout=0").fetchall()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _check_file(path: Path, *, create: bool) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        if create:
            return
        raise VaultMissing("database_missing") from None
    if create:
        raise FileExistsError(path)
    if size == 0:
        raise StoreDamaged("database_empty")


def _set_key(raw: Any, key: DataKey) -> None:
    literal = key.sql_literal()
    try:
        raw.set_key(literal)  # through the C interface: the key is never part of a statement
    finally:
        literal[:] = bytes(len(literal))


def _run(raw: Any, pragmas: Sequence[str]) -> None:
    for pragma in pragmas:
        raw.execute(f"PRAGMA {pragma}").fetchall()
