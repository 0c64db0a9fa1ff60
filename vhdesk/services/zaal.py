"""Acts on who is in the room while a case, or an item of the closed part, is discussed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Deelnemer, Overleg, Zaalverlating
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.voorbehoud import weeg_voorbehoud
from vhdesk.vocabulary import Overlegstatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaalVerlatenVastleggen(Command):
    """Record that these participants are out of the room for this item; those who were are passed over."""

    agendapunt_id: str
    deelnemer_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaalVerlatenTerugnemen(Command):
    """These participants are, or were, in the room after all."""

    agendapunt_id: str
    deelnemer_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaalGewijzigd(Event):
    overleg_id: str
    aantal: int


def _punt(work: UnitOfWork, agendapunt_id: str) -> Agendapunt:
    """Return an item of a running meeting. Raises RuleViolation for any other."""
    punt = work.get(Agendapunt, agendapunt_id)
    overleg = work.get(Overleg, punt.overleg_id)
    if overleg.status is not Overlegstatus.LOPEND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    return punt


def _weg(work: UnitOfWork, punt: Agendapunt) -> dict[str, Zaalverlating]:
    rijen = work.session.scalars(select(Zaalverlating).where(Zaalverlating.agendapunt_id == punt.id))
    return {rij.deelnemer_id: rij for rij in rijen}


def vastleggen(work: UnitOfWork, command: ZaalVerlatenVastleggen) -> Outcome:
    punt = _punt(work, command.agendapunt_id)
    al_weg = _weg(work, punt)
    erbij = [each for each in dict.fromkeys(command.deelnemer_ids) if each not in al_weg]
    if not erbij:
        raise RuleViolation("niemand_verlaat_de_zaal", field="deelnemer_ids")
    for deelnemer_id in erbij:
        if work.get(Deelnemer, deelnemer_id).overleg_id != punt.overleg_id:
            raise RuleViolation("deelnemer_ander_overleg", field="deelnemer_ids")
        work.add(Zaalverlating(agendapunt_id=punt.id, deelnemer_id=deelnemer_id, tijdstip=work.clock.now()))
    weeg_voorbehoud(work, punt.overleg_id)
    inverse = ZaalVerlatenTerugnemen(agendapunt_id=punt.id, deelnemer_ids=tuple(erbij))
    event = ZaalGewijzigd(id=punt.id, overleg_id=punt.overleg_id, aantal=len(erbij))
    return Outcome(event, "agendapunt", punt.id, inverse, str(len(erbij)))


def terugnemen(work: UnitOfWork, command: ZaalVerlatenTerugnemen) -> Outcome:
    punt = _punt(work, command.agendapunt_id)
    al_weg = _weg(work, punt)
    terug = [al_weg[each] for each in dict.fromkeys(command.deelnemer_ids) if each in al_weg]
    if not terug:
        raise RuleViolation("niemand_terug_in_de_zaal", field="deelnemer_ids")
    for rij in terug:
        work.delete(rij)
    weeg_voorbehoud(work, punt.overleg_id)
    inverse = ZaalVerlatenVastleggen(
        agendapunt_id=punt.id, deelnemer_ids=tuple(rij.deelnemer_id for rij in terug)
    )
    event = ZaalGewijzigd(id=punt.id, overleg_id=punt.overleg_id, aantal=len(terug))
    return Outcome(event, "agendapunt", punt.id, inverse, str(len(terug)))


HANDLERS = {ZaalVerlatenVastleggen: vastleggen, ZaalVerlatenTerugnemen: terugnemen}
