"""Marks queries whose use is itself an event that the journaal must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inzage:
    """``actie``: the name in the journaal; ``object_soort``: table; ``argument``: which parameter holds the id.

    With ``argument`` empty the query is about many cases at once (a search); the journaal then holds no id, and
    ``woorden`` is the parameter with what was typed: the next letter of it is no new reading.
    """

    actie: str
    object_soort: str
    argument: str
    woorden: str = "zoek"


_ATTRIBUTE = "vhdesk_inzage"


def inzage(
    actie: str, object_soort: str, argument: str = "", *, woorden: str = "zoek"
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that marks a query as one that the journaal records."""

    def mark(query: Callable[P, T]) -> Callable[P, T]:
        setattr(query, _ATTRIBUTE, Inzage(actie, object_soort, argument, woorden))
        return query

    return mark


def inzage_of(query: Callable[..., object]) -> Inzage | None:
    """Return the mark of ``query``, or None when reading it leaves no trace."""
    found = getattr(query, _ATTRIBUTE, None)
    return found if isinstance(found, Inzage) else None
