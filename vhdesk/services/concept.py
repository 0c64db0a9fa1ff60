"""The draft journal: half-typed text, kept inside the encrypted store, restored with its cursor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from vhdesk.models import Concept
from vhdesk.services.invoer import heel


@dataclass(frozen=True, slots=True)
class Draft:
    """``key`` says where the text belongs (screen, record, field); ``cursor`` counts characters."""

    key: str
    text: str
    cursor: int


def store_draft(session: Session, user_id: str, draft: Draft, now: datetime) -> None:
    """Insert or replace one draft of one user."""
    values = {"tekst": heel(draft.text), "cursor": draft.cursor, "bewaard_op": now}
    statement = insert(Concept).values(gebruiker_id=user_id, sleutel=draft.key, **values)
    session.execute(
        statement.on_conflict_do_update(index_elements=[Concept.gebruiker_id, Concept.sleutel], set_=values)
    )


def load_drafts(session: Session, user_id: str, prefix: str) -> tuple[Draft, ...]:
    """Return the drafts of one user whose key starts with ``prefix``, oldest first."""
    rows = session.execute(
        select(Concept.sleutel, Concept.tekst, Concept.cursor)
        .where(Concept.gebruiker_id == user_id, Concept.sleutel.startswith(prefix, autoescape=True))
        .order_by(Concept.bewaard_op)
    )
    return tuple(Draft(row.sleutel, row.tekst, row.cursor) for row in rows)


def clear_draft(session: Session, user_id: str, key: str) -> None:
    """Delete one draft; a missing one is no error."""
    session.execute(delete(Concept).where(Concept.gebruiker_id == user_id, Concept.sleutel == key))
