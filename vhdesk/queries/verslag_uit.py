"""Minutes that nobody printed or saved: the partners cannot have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Integer, bindparam, case, exists, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Exemplaar, Journaalregel, Overleg, Tafel
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.vocabulary import Overlegstatus, Resultaat
from vhdesk.vocabulary_casus import VERSLAG_AFDRUKKEN, VERSLAG_OPSLAAN

_NIEUWSTE = 10  # meetings that were closed last; older minutes went out, or are missed by now


@dataclass(frozen=True, slots=True)
class VerslagNietUit:
    """A closed meeting of which the minutes, as they were made last, left the vault in no way."""

    id: str
    tafel: str
    datum: date
    gesloten_op: datetime


def verslagen_niet_uit(session: Session) -> tuple[VerslagNietUit, ...]:
    """Return those, the meeting that waits longest first. Of the last meetings that were closed."""
    return rijen(session, VerslagNietUit, _niet_uit(), {"nieuwste": _NIEUWSTE})


@vast
def _niet_uit() -> Kolommen:
    """The journaal says that minutes went out before they do, and in a second line that it failed: the lines are weighed.
    A copy for a partner stands in the register."""
    o, j = Overleg, Journaalregel
    laatste = (
        select(o.id)
        .where(o.status == Overlegstatus.GESLOTEN)
        .order_by(o.datum.desc())  # along its index
        .limit(bindparam("nieuwste", type_=Integer))
        .subquery("laatste")
    )
    uit = (
        select(func.coalesce(func.sum(case((j.resultaat == Resultaat.GELUKT, 1), else_=-1)), 0))
        .where(
            j.object_id == o.id,
            j.actie.in_((VERSLAG_AFDRUKKEN, VERSLAG_OPSLAAN)),
            j.tijdstip >= o.gesloten_op,
        )
        .scalar_subquery()
    )
    exemplaar = exists().where(
        Exemplaar.overleg_id == o.id, Exemplaar.vervallen.is_(False), Exemplaar.gemaakt_op >= o.gesloten_op
    )
    return (
        select(o.id, Tafel.naam.label("tafel"), o.datum, o.gesloten_op)
        .select_from(laatste)
        .join(o, o.id == laatste.c.id)
        .join(Tafel, Tafel.id == o.tafel_id)
        .where(uit <= 0, ~exemplaar)
        .order_by(o.datum, o.begintijd)
    )
