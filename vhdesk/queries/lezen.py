"""From a select of columns to frozen rows: every label of the statement is a field of the row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

T = TypeVar("T")
Kolommen = Select[*tuple[Any, ...]]


def rijen(session: Session, rij: Callable[..., T], statement: Kolommen) -> tuple[T, ...]:
    """Run ``statement`` and return one ``rij`` per result; the labels must be exactly its fields."""
    return tuple(rij(**row) for row in session.execute(statement).mappings())


def eerste(session: Session, rij: Callable[..., T], statement: Kolommen) -> T | None:
    """The same for at most one result; None when there is none."""
    row = session.execute(statement).mappings().first()
    return None if row is None else rij(**row)
