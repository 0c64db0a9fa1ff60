"""Declarative base, naming convention, ids and column types shared by all tables."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from vhdesk.vocabulary import Term

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """Return a new technical id: 32 hex digits, random. A BSN is never an identifier (domein.md §3)."""
    return uuid.uuid4().hex


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. SQLite drops the zone silently, so a naive value is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive moment")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def term_column(term: type[Term]) -> Enum:
    """Return a column type that stores the value of a vocabulary term and refuses every other text."""
    return Enum(
        term,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=40,
        name=term.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: dict[Any, Any] = {datetime: Moment}  # noqa: RUF012 - SQLAlchemy's own contract


class Identified:
    """A table with a random technical id."""

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)


class Versioned(Identified):
    """An aggregate with an optimistic version: a stale write is refused (architectuur.md §6)."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.version}
