"""The act that sets what every meeting of a table begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import msgspec

from vhdesk.agendasjabloon import Sjabloonpunt, check_sjabloon
from vhdesk.models import Tafel
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.instelling import AGENDA
from vhdesk.services.command import BEHEER, TAFEL, Command, Outcome
from vhdesk.services.tafelinstelling import nieuwe_versie
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendasjabloonInstellen(Command):
    """Set the items without a case with which the agenda of every next meeting begins, and where the cases come.
    Earlier versions stay readable; meetings that are planned keep their agenda."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str
    punten: tuple[Sjabloonpunt, ...]


def instellen(work: UnitOfWork, command: AgendasjabloonInstellen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    punten = check_sjabloon(command.punten)
    oud = agendasjabloon(work.session, tafel.id).punten
    woorden = f"agenda van {len(punten)} punten"
    uitkomst = nieuwe_versie(work, tafel, AGENDA, msgspec.to_builtins(punten), woorden)
    return replace(uitkomst, inverse=AgendasjabloonInstellen(tafel_id=tafel.id, punten=oud))


HANDLERS = {AgendasjabloonInstellen: instellen}
