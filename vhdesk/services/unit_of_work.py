"""One act, one transaction: the session, the clock, the actor, and what was touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.clock import Clock
from vhdesk.errors import NotFound, StaleVersion
from vhdesk.models import Base, Nummerreeks
from vhdesk.models.base import Identified, Versioned
from vhdesk.vocabulary import Gebruikersrol, Oorsprong

E = TypeVar("E", bound=Identified)


@dataclass(frozen=True, slots=True)
class Actor:
    """The user who acts: id and name from the key slot, the role, and through which door."""

    id: str
    naam: str
    rol: Gebruikersrol
    oorsprong: Oorsprong = Oorsprong.VENSTER


@dataclass(slots=True)
class UnitOfWork:
    """What a handler works with. Only the desk commits. ``retracing``: undo or redo asks this, so what was may be again;
    a field of a command alone never allows that."""

    session: Session
    clock: Clock
    actor: Actor
    retracing: bool = False
    kinds: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def get(self, model: type[E], record_id: str) -> E:
        """Return the record, to be changed. Raises NotFound when it does not exist."""
        found = self.session.get(model, record_id)
        if found is None:
            raise NotFound("niet_gevonden", soort=model.__name__.lower(), id=record_id)
        self.touch(found)
        return found

    def add(self, record: E) -> E:
        """Add a new record and return it, with its id known."""
        self.session.add(record)
        self.session.flush()
        self.touch(record)
        return record

    def delete(self, record: Identified) -> None:
        """Delete a record that was never more than a slip of the hand (undo of adding it)."""
        self.touch(record)
        self.session.delete(record)
        self.session.flush()

    def touch(self, record: Identified) -> None:
        """Note that ``record`` is part of what changed."""
        assert isinstance(record, Base)
        self.kinds.add(record.__tablename__)
        self.ids.add(record.id)

    def expect(self, record: Versioned, version: int | None) -> None:
        """Raise StaleVersion when the record is not at ``version``; None means: do not check."""
        if version is not None and record.version != version:
            raise StaleVersion("verouderd", id=record.id, version=record.version)

    def next_number(self, reeks: str) -> int:
        """Return the next number of a series. Never given out again, also when the act is undone."""
        row = self.session.execute(select(Nummerreeks).where(Nummerreeks.reeks == reeks)).scalar_one_or_none()
        if row is None:
            row = Nummerreeks(reeks=reeks, laatste=0)
            self.session.add(row)
        row.laatste += 1
        self.session.flush()
        return row.laatste
