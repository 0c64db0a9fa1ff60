"""From a select of columns to frozen rows: every label of the statement is a field of the row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

from sqlalchemy import ColumnElement, Executable, Select, UnaryExpression
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.operators import custom_op

from vhdesk.store.dialect import KEPT

P = ParamSpec("P")
S = TypeVar("S", bound=Executable)
T = TypeVar("T")
Kolommen = Select[*tuple[Any, ...]]
Waarden = Mapping[str, Any]


def vast(maak: Callable[P, S]) -> Callable[P, S]:
    """Decorate a function that makes a statement: it is made once, and so is its SQL (``store.dialect``).

    Both outlive a lock, so values are parameters that are given with each question, never part of the statement.
    """

    @cache
    @wraps(maak)
    def vaste(*args: P.args, **kwargs: P.kwargs) -> S:
        return maak(*args, **kwargs).execution_options(**{KEPT: True})

    return cast("Callable[P, S]", vaste)  # ``cache`` forgets the parameters


def velden(session: Session, statement: Kolommen, waarden: Waarden | None = None) -> Iterator[dict[str, Any]]:
    """Run ``statement`` with ``waarden`` for its parameters; yield label -> value of each result.

    A dict of its own per result: several times faster to take apart than SQLAlchemy's row mapping.
    """
    resultaat = session.execute(statement, waarden)
    labels = tuple(resultaat.keys())
    for row in resultaat:
        yield dict(zip(labels, row, strict=True))


def rijen(
    session: Session, rij: Callable[..., T], statement: Kolommen, waarden: Waarden | None = None
) -> tuple[T, ...]:
    """Run ``statement`` and return one ``rij`` per result; the labels must be exactly its fields."""
    return tuple(rij(**row) for row in velden(session, statement, waarden))


def eerste(
    session: Session, rij: Callable[..., T], statement: Kolommen, waarden: Waarden | None = None
) -> T | None:
    """The same for at most one result; None when there is none."""
    row = session.execute(statement, waarden).mappings().first()
    return None if row is None else rij(**row)


def zonder_index(kolom: InstrumentedAttribute[T]) -> ColumnElement[T]:
    """Return the column as one that SQLite never looks up in an index (a plus before it): it must choose another way
    in, where it would take the wrong one for want of statistics."""
    return UnaryExpression(kolom.expression, operator=custom_op("+"), type_=kolom.type)
