"""Who is in the room while a case is discussed, and does not belong there.

Involved are the parties to the case (``queries.partij``). Chair and secretary stay. A guest belongs at the items he or she
is invited for and at no closed one (``queries.gast``), with a case or without.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Agendapunt, Deelnemer, Medewerker, Organisatie, Overleg, Zaalverlating
from vhdesk.queries.gast import deelnemer_naam, deelnemer_van, welkom
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.partij import is_partij
from vhdesk.vocabulary_agenda import Deelnemersoort


@dataclass(frozen=True, slots=True)
class Omstander:
    """A participant at an item that is not his or hers. ``id``: of the participant; ``weg``: out of the room; ``gast``: an
    observer, or who comes for one case."""

    id: str
    naam: str
    organisatie: str
    weg: bool
    gast: bool = False


@vast
def _omstanders() -> Kolommen:
    punt, leiding = Agendapunt, aliased(Medewerker)
    huis = select(leiding.organisatie_id).where(
        or_(leiding.id == Overleg.voorzitter_id, leiding.id == Overleg.secretaris_id)
    )
    weg = exists().where(Zaalverlating.agendapunt_id == punt.id, Zaalverlating.deelnemer_id == Deelnemer.id)
    van = Medewerker.organisatie_id
    gast = Deelnemer.soort != Deelnemersoort.LID
    hoort_erbij = or_(van.in_(huis), is_partij(van, punt.casus_id, Overleg.tafel_id))
    vreemd = or_(gast & ~welkom(), ~gast & punt.casus_id.is_not(None) & ~hoort_erbij)
    return (
        select(
            Deelnemer.id,
            deelnemer_naam().label("naam"),
            deelnemer_van().label("organisatie"),
            weg.label("weg"),
            gast.label("gast"),
        )
        .select_from(punt)
        .join(Overleg, Overleg.id == punt.overleg_id)
        .join(Deelnemer, Deelnemer.overleg_id == Overleg.id)
        .outerjoin(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .outerjoin(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(
            punt.id == bindparam("agendapunt_id"),
            or_(weg, Deelnemer.aanwezigheid.in_(AANWEZIG) & vreemd),
        )
        .order_by(gast.desc(), Organisatie.naam, Medewerker.naam, Deelnemer.id)
    )


def omstanders(session: Session, agendapunt_id: str) -> tuple[Omstander, ...]:
    """Return who is, or was asked to go, out of the room at this item: guests first, by organisation and name.
    At an item without a case these are guests alone."""
    return rijen(session, Omstander, _omstanders(), {"agendapunt_id": agendapunt_id})
