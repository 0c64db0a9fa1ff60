"""SQLAlchemy's SQLite, with one thing more: the SQL of the fixed statements is made once, not at every unlocking.

SQLAlchemy keeps the SQL that it makes of a statement per engine and per dialect, and a vault has both anew at every
unlocking. Making it takes longer than asking it, so each first screen after unlocking would be slow. The statements
that are marked with ``KEPT`` hold no values (``queries`` says so); only their SQL outlives a lock.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Compiled
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

URL = "sqlite+vhdesk://"
KEPT = "vhdesk_kept"
"""The execution option of a statement whose SQL is kept until the program ends."""
_OTHERS = 500  # statements of which an engine keeps the SQL as long as it lives


class StoreDialect(SQLiteDialect_pysqlite):
    """All of these are equal, one driver and no options: what was made for one engine of ours fits every other."""

    driver = "vhdesk"
    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.vhdesk", __name__, StoreDialect.__name__)


@cache
def _kept() -> dict[Any, Compiled]:
    return {}


class SqlCache:
    """Where an engine finds SQL that was made before; SQLAlchemy gives the keys and uses these two methods."""

    def __init__(self) -> None:
        self._own: LRUCache[Any, Compiled] = LRUCache(_OTHERS)

    def get(self, key: Any) -> Compiled | None:
        return _kept().get(key) or self._own.get(key)

    def __setitem__(self, key: Any, made: Compiled) -> None:
        place = _kept() if made.execution_options.get(KEPT) else self._own
        place[key] = made
