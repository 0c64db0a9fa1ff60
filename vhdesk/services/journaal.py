"""Writing the journaal: in the same transaction as the act, each line chained to the one before it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Insert, insert, select
from sqlalchemy.orm import Session

from vhdesk.clock import Clock
from vhdesk.models import Base, Journaalregel
from vhdesk.models.journaal import GENESIS, line_hash
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.services.unit_of_work import Actor
from vhdesk.vocabulary import Resultaat


@dataclass(frozen=True, slots=True)
class Head:
    """The last line: its number (0 when there is none) and its hash."""

    volgnr: int
    hash: str


def head(session: Session) -> Head:
    """Return the head of the chain."""
    row = session.execute(_last()).first()
    return Head(0, GENESIS) if row is None else Head(row.volgnr, row.hash)


@vast
def _last() -> Kolommen:
    return select(Journaalregel.volgnr, Journaalregel.hash).order_by(Journaalregel.volgnr.desc()).limit(1)


@vast
def _line() -> Insert:
    return insert(Base.metadata.tables[Journaalregel.__tablename__])


def append(
    session: Session,
    clock: Clock,
    actor: Actor,
    actie: str,
    object_soort: str,
    object_id: str,
    *,
    resultaat: Resultaat = Resultaat.GELUKT,
    bijzonderheden: str = "",
) -> Head:
    """Add one line in the running transaction and return the new head. Never commits."""
    last = head(session)
    volgnr, tijdstip = last.volgnr + 1, clock.now()
    fields = (
        actor.id, actor.naam, actie, object_soort, object_id, resultaat.value, actor.oorsprong.value, bijzonderheden,
    )  # fmt: skip
    digest = line_hash(volgnr, tijdstip, fields, last.hash)
    session.execute(
        _line(),
        {
            "volgnr": volgnr,
            "tijdstip": tijdstip,
            "actor_id": actor.id,
            "actor": actor.naam,
            "actie": actie,
            "object_soort": object_soort,
            "object_id": object_id,
            "resultaat": resultaat,
            "oorsprong": actor.oorsprong,
            "bijzonderheden": bijzonderheden,
            "vorige_hash": last.hash,
            "hash": digest,
        },
    )
    return Head(volgnr, digest)
