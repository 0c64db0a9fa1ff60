"""Reading the journaal: newest first, page by page, of the whole vault or of one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vhdesk.models import Journaalregel
from vhdesk.queries.lezen import eerste, rijen
from vhdesk.vocabulary import Oorsprong, Resultaat


@dataclass(frozen=True, slots=True)
class JournaalRow:
    """A line of the journaal. ``id`` is its number as text."""

    id: str
    volgnr: int
    tijdstip: datetime
    actor_id: str
    actor: str
    actie: str
    object_soort: str
    object_id: str
    resultaat: Resultaat
    oorsprong: Oorsprong
    bijzonderheden: str


@dataclass(frozen=True, slots=True)
class JournaalkopRow:
    """The last line: its number, hash and moment. ``id`` is the hash."""

    id: str
    volgnr: int
    hash: str
    tijdstip: datetime


def journaal(
    session: Session,
    *,
    object_id: str | None = None,
    actor_id: str | None = None,
    voor: int | None = None,
    limiet: int = 200,
) -> tuple[JournaalRow, ...]:
    """Return lines, newest first. ``voor``: only lines before this number (the next page)."""
    j = Journaalregel
    statement = (
        select(
            j.volgnr, j.tijdstip, j.actor_id, j.actor, j.actie, j.object_soort, j.object_id, j.resultaat,
            j.oorsprong, j.bijzonderheden,
        )
        .order_by(j.volgnr.desc())
        .limit(limiet)
    )  # fmt: skip
    if object_id is not None:
        statement = statement.where(j.object_id == object_id)
    if actor_id is not None:
        statement = statement.where(j.actor_id == actor_id)
    if voor is not None:
        statement = statement.where(j.volgnr < voor)
    return rijen(session, lambda **velden: JournaalRow(id=str(velden["volgnr"]), **velden), statement)


def journaalkop(session: Session) -> JournaalkopRow | None:
    """Return the head of the chain, or None in a vault where nothing happened yet."""
    j = Journaalregel
    statement = select(j.hash.label("id"), j.volgnr, j.hash, j.tijdstip).order_by(j.volgnr.desc()).limit(1)
    return eerste(session, JournaalkopRow, statement)


def journaal_aantal(session: Session) -> int:
    """Return how many lines the journaal holds."""
    return session.execute(select(func.count()).select_from(Journaalregel)).scalar_one()
