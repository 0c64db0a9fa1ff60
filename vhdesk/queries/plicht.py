"""Duties: whom the house must tell, and before when. Of an open one the start page knows no more than where it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Casus, Gemeente, Plicht
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.vocabulary_triage import Plichtsoort


@dataclass(frozen=True, slots=True)
class PlichtRow:
    """One duty of a case, with what must be told and how that was done."""

    id: str
    soort: Plichtsoort
    ontstaan_op: date
    termijn: date
    tekst: str
    gedaan_op: date | None
    wijze: str


@dataclass(frozen=True, slots=True)
class OpenPlichtRow:
    """A duty that is open: its kind, since and until when, and the municipality of the case. No word of the case."""

    id: str
    casus_id: str
    gemeente: str
    soort: Plichtsoort
    ontstaan_op: date
    termijn: date


@vast
def _van_casus() -> Kolommen:
    p = Plicht
    return (
        select(p.id, p.soort, p.ontstaan_op, p.termijn, p.tekst, p.gedaan_op, p.wijze)
        .where(p.casus_id == bindparam("casus_id"))
        .order_by(p.gedaan_op.is_not(None), p.termijn, p.soort, p.id)
    )


def plichten(session: Session, casus_id: str) -> tuple[PlichtRow, ...]:
    """Return every duty of a case, what is open first; a part of the queries that read a case."""
    return rijen(session, PlichtRow, _van_casus(), {"casus_id": casus_id})


@vast
def _open() -> Kolommen:
    p = Plicht
    return (
        select(p.id, p.casus_id, leeg(Gemeente.naam).label("gemeente"), p.soort, p.ontstaan_op, p.termijn)
        .join(Casus, Casus.id == p.casus_id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .where(p.gedaan_op.is_(None))
        .order_by(p.soort != Plichtsoort.GEMEENTE_INFORMEREN, p.termijn, p.id)
    )


def open_plichten(session: Session) -> tuple[OpenPlichtRow, ...]:
    """Return what must still be told, the most pressing first: after Code Rood before any feedback, however late that is."""
    return rijen(session, OpenPlichtRow, _open())
