"""What a command, an event and the outcome of a handler are."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import ClassVar

from vhdesk.vocabulary import Gebruikersrol

TAFEL = frozenset({Gebruikersrol.COORDINATOR, Gebruikersrol.SECRETARIS})
VOORBEREIDING = TAFEL | {Gebruikersrol.EXPERT}
BEHEER = frozenset({Gebruikersrol.COORDINATOR, Gebruikersrol.BEHEERDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An act somebody wants: noun + infinitive (``BesluitVastleggen``), plain values only.

    ``rollen``: the roles that may do it. An expert reads and prepares, but does not decide; a beheerder runs
    the vault, not the cases.
    """

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: noun + participle (``BesluitVastgelegd``). ``id`` is the record it happened to."""

    id: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a handler hands back: the event, the object for the journaal, and how to undo it.

    ``bijzonderheden`` is a short text for the journaal, inside the encrypted store: numbers and codes.
    """

    event: Event
    object_soort: str
    object_id: str
    inverse: Command | None = None
    bijzonderheden: str = ""


def object_of(command: Command) -> tuple[str, str]:
    """Return the kind and id of the record that an act is about, for when it was refused: the first one it names."""
    for field in fields(command):
        value = getattr(command, field.name)
        if field.name.endswith("_id") and isinstance(value, str) and value:
            return field.name.removesuffix("_id"), value
    return "", ""


def label(command: Command | type[Command]) -> str:
    """Return the Dutch name of an act, read from its class name: ``BesluitVastleggen`` -> 'Besluit vastleggen'."""
    name = command.__name__ if isinstance(command, type) else type(command).__name__
    words = re.findall(r"[A-Z][a-z0-9]*", name)
    return " ".join([words[0], *(word.lower() for word in words[1:])])
