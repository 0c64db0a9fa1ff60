"""For which items the guests of a meeting are invited: read and written by the acts on guests and on the agenda."""

from __future__ import annotations

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Deelnemer, Overleg, Punttoegang
from vhdesk.services.unit_of_work import UnitOfWork


def toegang_van(work: UnitOfWork, deelnemer_id: str) -> tuple[str, ...]:
    """Return the items a guest is invited for, in the order of the agenda."""
    punten = (
        select(Punttoegang.agendapunt_id)
        .join(Agendapunt, Agendapunt.id == Punttoegang.agendapunt_id)
        .where(Punttoegang.deelnemer_id == deelnemer_id)
        .order_by(Agendapunt.volgorde, Agendapunt.id)
    )
    return tuple(work.session.scalars(punten))


def zet_toegang(work: UnitOfWork, overleg: Overleg, gast: Deelnemer, punten: tuple[str, ...]) -> None:
    """Invite a guest for these items of the meeting and no others. Raises RuleViolation for one of another meeting."""
    er = {
        rij.agendapunt_id: rij
        for rij in work.session.scalars(select(Punttoegang).where(Punttoegang.deelnemer_id == gast.id))
    }
    for punt_id, rij in er.items():
        if punt_id not in punten:
            work.delete(rij)
    for punt_id in dict.fromkeys(punten):
        if punt_id in er:
            continue
        if work.get(Agendapunt, punt_id).overleg_id != overleg.id:
            raise RuleViolation("agendapunt_ander_overleg", field="agendapunt_ids")
        work.add(Punttoegang(deelnemer_id=gast.id, agendapunt_id=punt_id))
    work.session.flush()
    work.ids.add(gast.id)


def gasten_van(work: UnitOfWork, agendapunt_id: str) -> tuple[str, ...]:
    """Return the guests who are invited for an item."""
    t = Punttoegang
    return tuple(
        work.session.scalars(
            select(t.deelnemer_id).where(t.agendapunt_id == agendapunt_id).order_by(t.deelnemer_id)
        )
    )


def laat_toe(work: UnitOfWork, punt: Agendapunt, gast_ids: tuple[str, ...]) -> None:
    """Invite these guests of the meeting for an item that comes back; who left the list since is passed over."""
    for gast_id in dict.fromkeys(gast_ids):
        gast = work.session.get(Deelnemer, gast_id)
        if gast is not None and gast.overleg_id == punt.overleg_id and gast.medewerker_id is None:
            work.add(Punttoegang(deelnemer_id=gast.id, agendapunt_id=punt.id))
    work.session.flush()
