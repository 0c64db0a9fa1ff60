"""When a meeting was adjourned, who had the chair until when, and how long something took without the breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.clock import local
from vhdesk.models import Medewerker, Schorsing, Voorzitterwissel
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.lezen import Kolommen, rijen, vast


@dataclass(frozen=True, slots=True)
class SchorsingRow:
    """That a meeting was adjourned. ``hervat_op`` None: it still is; ``verder_op``: until when it meant to be."""

    id: str
    geschorst_op: datetime
    verder_op: datetime | None
    reden: str
    hervat_op: datetime | None


@dataclass(frozen=True, slots=True)
class WisselRow:
    """That the chair changed: who had it before ("" for nobody), and when another took it."""

    id: str
    tijdstip: datetime
    van: str
    naar: str


def schorsingen(session: Session, overleg_id: str) -> tuple[SchorsingRow, ...]:
    """Return how often the meeting was adjourned, the first time first."""
    return rijen(session, SchorsingRow, _schorsingen(), {"overleg_id": overleg_id})


@vast
def _schorsingen() -> Kolommen:
    s = Schorsing
    return (
        select(s.id, s.geschorst_op, s.verder_op, s.reden, s.hervat_op)
        .where(s.overleg_id == bindparam("overleg_id"))
        .order_by(s.volgnr)
    )


def voorzitterwissels(session: Session, overleg_id: str) -> tuple[WisselRow, ...]:
    """Return how often the chair changed while the meeting ran, the first time first."""
    return rijen(session, WisselRow, _wissels(), {"overleg_id": overleg_id})


@vast
def _wissels() -> Kolommen:
    w = Voorzitterwissel
    van = select(Medewerker.naam).where(Medewerker.id == w.van_id).scalar_subquery()
    naar = select(Medewerker.naam).where(Medewerker.id == w.naar_id).scalar_subquery()
    return (
        select(w.id, w.tijdstip, leeg(van).label("van"), leeg(naar).label("naar"))
        .where(w.overleg_id == bindparam("overleg_id"))
        .order_by(w.volgnr)
    )


def laatste_zittingsdag(session: Session, overleg_id: str, datum: date) -> date:
    """Return the last day on which the meeting of ``datum`` sat: later when it went on another day."""
    hervat = session.execute(_hervat(), {"overleg_id": overleg_id}).scalar_one()
    return datum if hervat is None else max(datum, local(hervat).date())


@vast
def _hervat() -> Kolommen:
    return select(func.max(Schorsing.hervat_op, type_=Schorsing.hervat_op.type)).where(
        Schorsing.overleg_id == bindparam("overleg_id")
    )


def duur(begin: datetime, einde: datetime, onderbrekingen: Sequence[SchorsingRow]) -> timedelta:
    """Return how long it lasted from ``begin`` until ``einde`` without the breaks in between; never less than nothing,
    also when a clock was set back."""
    weg = sum(
        (_overlap(begin, einde, row.geschorst_op, row.hervat_op or einde) for row in onderbrekingen),
        timedelta(),
    )
    return max(timedelta(), einde - begin - weg)


def _overlap(begin: datetime, einde: datetime, van: datetime, tot: datetime) -> timedelta:
    return max(timedelta(), min(einde, tot) - max(begin, van))
