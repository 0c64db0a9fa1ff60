"""The draft journal: half-typed text, kept inside the encrypted store, restored with its cursor.

A draft is no line of the journaal, but every change of one is counted in the same transaction, so that the anchor
outside the database misses a draft that a damaged log dropped. Keeping a draft never waits for another's write: it
then goes beside the database, and into it with the first one that can be written there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

from sqlalchemy import Engine, Integer, String, bindparam, cast, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from vhdesk.clock import Clock
from vhdesk.errors import VaultInUse, VaultReadOnly
from vhdesk.models import Concept, Kluismeta
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.services.invoer import heel
from vhdesk.store.faults import translated
from vhdesk.store.meta import DRAFTS
from vhdesk.store.waiting import DraftChange, WaitingDrafts

PATIENCE_MS: Final = 80
"""How long a draft waits for another's write: shorter than a hand notices."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``key`` says where the text belongs (screen, record, field); ``cursor`` counts characters."""

    key: str
    text: str
    cursor: int


class DraftCounter(Protocol):
    """Keeps the count of changes outside the database."""

    def advance_drafts(self, count: int) -> None:
        """Note that the change of a draft with this number stands, after its commit. Never raises."""


class DraftStore(Protocol):
    """What the draft journal needs of an open vault."""

    @property
    def path(self) -> Path: ...

    @property
    def engine(self) -> Engine: ...

    @property
    def writer(self) -> Engine: ...

    @property
    def anchor(self) -> DraftCounter: ...

    @property
    def waiting(self) -> WaitingDrafts: ...

    @property
    def read_only(self) -> bool: ...


class Conceptjournaal:
    """The drafts of one vault; every user sees the own ones only."""

    def __init__(self, store: DraftStore, clock: Clock, user_id: str) -> None:
        self._store = store
        self._clock = clock
        self._user_id = user_id
        self._brief = store.writer.execution_options(vh_patience=PATIENCE_MS)
        self._turn = Lock()  # an exclusive job settles in its own thread

    def save(self, draft: Draft) -> None:
        """Insert or replace one draft. Raises VhdeskError when it stands nowhere, as in a vault opened to read."""
        if self._store.read_only:
            raise VaultReadOnly("opened_read_only")
        self._keep(self._change(draft.key, heel(draft.text), draft.cursor))

    def clear(self, key: str) -> None:
        """Forget one draft; a missing one is no error, and in a vault opened to read it stays."""
        if self._store.read_only:
            return
        self._keep(self._change(key, None, 0))

    def all(self, prefix: str) -> tuple[Draft, ...]:
        """Return the drafts of the user whose key starts with ``prefix``, oldest first."""
        with translated(self._store.path), Session(self._store.engine) as session:
            found = {draft.key: draft for draft in stored_drafts(session, self._user_id, prefix)}
        for change in self._store.waiting.changes:
            if change.user_id == self._user_id and change.key.startswith(prefix):
                found.pop(change.key, None)
                if change.text is not None:
                    found[change.key] = Draft(change.key, change.text, change.cursor)
        return tuple(found.values())

    def settle(self) -> None:
        """Move what waits into the database. Raises VaultInUse when another one is writing there."""
        with self._turn:
            if self._store.waiting.changes and not self._store.read_only:
                self._commit(())

    def _change(self, key: str, text: str | None, cursor: int) -> DraftChange:
        return DraftChange(self._user_id, key, text, cursor, self._clock.now().isoformat())

    def _keep(self, change: DraftChange) -> None:
        with self._turn:
            try:
                self._commit((change,))
            except VaultInUse:
                with translated(self._store.path):
                    self._store.anchor.advance_drafts(self._store.waiting.add(change))

    def _commit(self, new: Sequence[DraftChange]) -> None:
        waiting = self._store.waiting
        with translated(self._store.path), Session(self._brief) as session, session.begin():
            changed = [_apply(session, change) for change in (*waiting.changes, *new)]
            count = _counted(session, waiting.count + len(new)) if any(changed) or waiting.changes else 0
        self._store.anchor.advance_drafts(count)
        waiting.settled(count)


def _apply(session: Session, change: DraftChange) -> bool:
    """Make one change; say whether it changed anything."""
    if change.text is None:
        mine = (Concept.gebruiker_id == change.user_id, Concept.sleutel == change.key)
        return session.execute(delete(Concept).where(*mine).returning(Concept.sleutel)).first() is not None
    values = {
        "tekst": change.text,
        "cursor": change.cursor,
        "bewaard_op": datetime.fromisoformat(change.at),
    }
    statement = insert(Concept).values(gebruiker_id=change.user_id, sleutel=change.key, **values)
    session.execute(
        statement.on_conflict_do_update(index_elements=[Concept.gebruiker_id, Concept.sleutel], set_=values)
    )
    return True


def _counted(session: Session, at_least: int) -> int:
    """Count one change more, or as many as there were at least; return the count."""
    more = cast(func.max(cast(Kluismeta.waarde, Integer) + 1, at_least), String)
    statement = insert(Kluismeta).values(sleutel=DRAFTS, waarde=str(max(1, at_least)))
    counted = statement.on_conflict_do_update(index_elements=[Kluismeta.sleutel], set_={"waarde": more})
    return int(session.execute(counted.returning(Kluismeta.waarde)).scalar_one())


def stored_drafts(session: Session, user_id: str, prefix: str) -> list[Draft]:
    """Return what stands in the database, oldest first."""
    begin = re.sub(r"([%_/])", r"/\1", prefix)
    rows = session.execute(_stored(), {"gebruiker_id": user_id, "patroon": f"{begin}%"})
    return [Draft(row.sleutel, row.tekst, row.cursor) for row in rows]


@vast
def _stored() -> Kolommen:
    return (
        select(Concept.sleutel, Concept.tekst, Concept.cursor)
        .where(
            Concept.gebruiker_id == bindparam("gebruiker_id"),
            Concept.sleutel.like(bindparam("patroon"), escape="/"),
        )
        .order_by(Concept.bewaard_op)
    )
