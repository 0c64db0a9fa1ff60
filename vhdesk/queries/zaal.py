"""Who is in the room while a case is discussed, and does not belong there.

Involved are the parties to the case (``queries.partij``). Chair and secretary stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Agendapunt, Deelnemer, Medewerker, Organisatie, Overleg, Zaalverlating
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.partij import is_partij


@dataclass(frozen=True, slots=True)
class Omstander:
    """A participant at a case that is not his or hers. ``id``: of the participant; ``weg``: out of the room."""

    id: str
    naam: str
    organisatie: str
    weg: bool


@vast
def _omstanders() -> Kolommen:
    punt, leiding = Agendapunt, aliased(Medewerker)
    huis = select(leiding.organisatie_id).where(
        or_(leiding.id == Overleg.voorzitter_id, leiding.id == Overleg.secretaris_id)
    )
    weg = exists().where(Zaalverlating.agendapunt_id == punt.id, Zaalverlating.deelnemer_id == Deelnemer.id)
    van = Medewerker.organisatie_id
    hoort_erbij = or_(van.in_(huis), is_partij(van, punt.casus_id, Overleg.tafel_id))
    return (
        select(Deelnemer.id, Medewerker.naam, Organisatie.naam.label("organisatie"), weg.label("weg"))
        .select_from(punt)
        .join(Overleg, Overleg.id == punt.overleg_id)
        .join(Deelnemer, Deelnemer.overleg_id == Overleg.id)
        .join(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .join(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(
            punt.id == bindparam("agendapunt_id"),
            punt.casus_id.is_not(None),
            or_(weg, Deelnemer.aanwezigheid.in_(AANWEZIG) & ~hoort_erbij),
        )
        .order_by(Organisatie.naam, Medewerker.naam)
    )


def omstanders(session: Session, agendapunt_id: str) -> tuple[Omstander, ...]:
    """Return who is, or was asked to go, out of the room at this item: by organisation and name. An item without a
    case has none."""
    return rijen(session, Omstander, _omstanders(), {"agendapunt_id": agendapunt_id})
