"""The act of recording whether the person was told that the case is discussed.

Source: domein.md §3 (AVG 13 and 14: inform; 'not informing needs a recorded reason', bron S16).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus
from vhdesk.services.casus import CasusGewijzigd, check_tekstveld
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_inbreng import Informeerstand


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneInformeren(Command):
    """Say whether the person was told, on which day (without one: today), and in ``informering`` how and by whom, or why
    not. ``stand`` None: not known yet; ``informering`` None: the words stay as they are."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    stand: Informeerstand | None
    op: date | None = None
    informering: str | None = None


def informeren(work: UnitOfWork, command: BetrokkeneInformeren) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    op = command.op or work.clock.today()
    if command.stand is Informeerstand.INGELICHT and op > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="op")
    inverse = BetrokkeneInformeren(
        casus_id=casus.id, stand=casus.informeerstand, op=casus.geinformeerd_op, informering=casus.informering
    )
    woorden = casus.informering if command.informering is None else command.informering
    casus.informeerstand = command.stand
    casus.geinformeerd_op = op if command.stand is Informeerstand.INGELICHT else None
    casus.zet_informering(check_tekstveld(woorden, "informering"))
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, command.stand.value if command.stand else "")


HANDLERS = {BetrokkeneInformeren: informeren}
