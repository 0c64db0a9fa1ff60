"""The draft journal: half-typed text, kept inside the encrypted store, restored with its cursor.

A draft is no line of the journaal, but every change of one is counted in the same transaction, so that the anchor
outside the database misses a draft that a damaged log dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, String, cast, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from vhdesk.models import Concept, Kluismeta
from vhdesk.services.invoer import heel
from vhdesk.store.meta import DRAFTS


@dataclass(frozen=True, slots=True)
class Draft:
    """``key`` says where the text belongs (screen, record, field); ``cursor`` counts characters."""

    key: str
    text: str
    cursor: int


def store_draft(session: Session, user_id: str, draft: Draft, now: datetime) -> int:
    """Insert or replace one draft of one user; return the number of this change."""
    values = {"tekst": heel(draft.text), "cursor": draft.cursor, "bewaard_op": now}
    statement = insert(Concept).values(gebruiker_id=user_id, sleutel=draft.key, **values)
    session.execute(
        statement.on_conflict_do_update(index_elements=[Concept.gebruiker_id, Concept.sleutel], set_=values)
    )
    return _count(session)


def load_drafts(session: Session, user_id: str, prefix: str) -> tuple[Draft, ...]:
    """Return the drafts of one user whose key starts with ``prefix``, oldest first."""
    rows = session.execute(
        select(Concept.sleutel, Concept.tekst, Concept.cursor)
        .where(Concept.gebruiker_id == user_id, Concept.sleutel.startswith(prefix, autoescape=True))
        .order_by(Concept.bewaard_op)
    )
    return tuple(Draft(row.sleutel, row.tekst, row.cursor) for row in rows)


def clear_draft(session: Session, user_id: str, key: str) -> int:
    """Delete one draft; return the number of this change, 0 when there was none to delete."""
    gone = session.execute(
        delete(Concept)
        .where(Concept.gebruiker_id == user_id, Concept.sleutel == key)
        .returning(Concept.sleutel)
    )
    return _count(session) if gone.first() else 0


def _count(session: Session) -> int:
    """Count one change more, and return how many there were."""
    more = cast(cast(Kluismeta.waarde, Integer) + 1, String)
    statement = insert(Kluismeta).values(sleutel=DRAFTS, waarde="1")
    counted = statement.on_conflict_do_update(index_elements=[Kluismeta.sleutel], set_={"waarde": more})
    return int(session.execute(counted.returning(Kluismeta.waarde)).scalar_one())
