"""A database in memory with the tables, the search index and the triggers of a vault, and a world to fill it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from wereld import Wereld

from vhdesk.models import Base
from vhdesk.store.connection import add_functions
from vhdesk.store.triggers import create_triggers

ZOEK = (
    "CREATE VIRTUAL TABLE zoek USING fts5(tekst, content='zoekregel', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 2')"
)


@pytest.fixture
def engine() -> Iterator[Engine]:
    """One connection, one thread; the SQLite of a vault, since another version may plan otherwise."""
    engine = create_engine("sqlite://", module=dbapi, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _foreign_keys(connection: object, record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[attr-defined]
        add_functions(connection)

    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        connection.exec_driver_sql(ZOEK)
        create_triggers(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def wereld(session: Session) -> Wereld:
    return Wereld(session)
