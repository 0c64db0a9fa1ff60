"""Who signed the convenant, and who is invited to a meeting without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from vhdesk.models import Convenant, Deelnemer, Medewerker, Organisatie, Overleg
from vhdesk.queries.lezen import Kolommen, rijen, vast


@dataclass(frozen=True, slots=True)
class ConvenantRow:
    """A version that an organisation signed. ``tot``: the last day it is in force, None as long as it is."""

    id: str
    organisatie_id: str
    versie: str
    ondertekenaar: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class OngetekendRow:
    """An organisation on the list of a meeting without a convenant in force on its day. ``id``: the organisation."""

    id: str
    organisatie: str


def convenanten(session: Session, organisatie_id: str) -> tuple[ConvenantRow, ...]:
    """Return what an organisation signed, the newest first."""
    return rijen(session, ConvenantRow, _convenanten(), {"organisatie_id": organisatie_id})


def ongetekend(session: Session, overleg_id: str) -> tuple[OngetekendRow, ...]:
    """Return who is invited to a meeting without a convenant in force on its day, by name."""
    return rijen(session, OngetekendRow, _ongetekend(), {"overleg_id": overleg_id})


def getekend_op_dag() -> ColumnElement[bool]:
    """Return the condition that an ``Organisatie`` has a convenant in force on the day of an ``Overleg``."""
    c = Convenant
    return exists().where(
        c.organisatie_id == Organisatie.id,
        c.van <= Overleg.datum,
        or_(c.tot.is_(None), c.tot >= Overleg.datum),
    )


@vast
def _convenanten() -> Kolommen:
    c = Convenant
    return (
        select(c.id, c.organisatie_id, c.versie, c.ondertekenaar, c.van, c.tot)
        .where(c.organisatie_id == bindparam("organisatie_id"))
        .order_by(c.van.desc(), c.versie.desc())
    )


@vast
def _ongetekend() -> Kolommen:
    o = Organisatie
    return (
        select(o.id, o.naam.label("organisatie"))
        .distinct()
        .select_from(Overleg)
        .join(Deelnemer, Deelnemer.overleg_id == Overleg.id)
        .join(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .join(o, o.id == Medewerker.organisatie_id)
        .where(Overleg.id == bindparam("overleg_id"), ~getekend_op_dag())
        .order_by(o.naam)
    )
