"""The act that puts the cases of an agenda in another order at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.services.agenda import AgendaGewijzigd, hernummer, open_overleg, punten_van
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaOrdenen(Command):
    """Put the items with a case in this order; they take the places that items with a case have now."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    agendapunt_ids: tuple[str, ...]


def ordenen(work: UnitOfWork, command: AgendaOrdenen) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    punten = punten_van(work, overleg.id)
    oud = {punt.id: punt for punt in punten if punt.casus_id is not None}
    if sorted(oud) != sorted(command.agendapunt_ids):
        raise RuleViolation("volgorde_onvolledig", field="agendapunt_ids")
    nieuw = iter(command.agendapunt_ids)
    hernummer(work, [oud[next(nieuw)] if punt.id in oud else punt for punt in punten])
    inverse = AgendaOrdenen(overleg_id=overleg.id, agendapunt_ids=tuple(oud))
    event = AgendaGewijzigd(id=overleg.id, overleg_id=overleg.id)
    return Outcome(event, "overleg", overleg.id, inverse, overleg.nummer)


HANDLERS = {AgendaOrdenen: ordenen}
