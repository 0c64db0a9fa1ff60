"""An empty store in memory, to rehearse questions on before a vault is open: no file, no key, gone with the block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import JSON, Boolean, Column, Date, Engine, Enum, Integer, Table, Time, create_engine
from sqlalchemy.pool import StaticPool

from vhdesk.models import Base
from vhdesk.models.base import Moment
from vhdesk.store.dialect import URL, SqlCache

ID: Final = "repetitie"
_VALUES: Final[dict[type, Any]] = {
    Integer: 1, Boolean: 0, Date: "2026-01-01", Time: "09:00:00", Moment: "2026-01-01 09:00:00", JSON: "[]",
}  # fmt: skip


@contextmanager
def rehearsal_store() -> Iterator[Engine]:
    """Lend an engine on tables with the names and columns of a vault and one made-up row in each.

    Every text of that row is the id ``ID``, so that the rows belong together.
    """
    raw = dbapi.connect(":memory:", isolation_level=None, check_same_thread=False)
    for table in Base.metadata.sorted_tables:
        _make(raw, table)
    engine = create_engine(URL, module=dbapi, creator=lambda: raw, poolclass=StaticPool)
    try:
        yield engine.execution_options(compiled_cache=SqlCache())
    finally:
        engine.dispose()
        raw.close()


def _make(raw: Any, table: Table) -> None:
    raw.execute(f"CREATE TABLE {table.name} ({_names(table.columns)})")
    for index in table.indexes:  # some statements name the one they go by
        raw.execute(f"CREATE INDEX {index.name} ON {table.name} ({_names(index.columns)})")
    marks = ", ".join("?" * len(table.columns))
    raw.execute(f"INSERT INTO {table.name} VALUES ({marks})", [_value(column) for column in table.columns])


def _names(columns: Iterable[Column[Any]]) -> str:
    return ", ".join(column.name for column in columns)


def _value(column: Column[Any]) -> Any:
    if isinstance(column.type, Enum):  # a term: its column takes nothing else
        return column.type.enums[0]
    return _VALUES.get(type(column.type), ID)
