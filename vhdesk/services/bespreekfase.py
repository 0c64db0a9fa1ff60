"""Acts on the phases in which a table discusses a case: beeldvorming, oordeelsvorming, besluitvorming (BOB)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Bespreekfase, Overleg
from vhdesk.services.casus import Moment, check_terug, check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.schorsing import vereis_niet_geschorst
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Fase, Overlegstatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FaseBeginnen(Command):
    """The table turns to a phase of the case it discusses. ``reden``: why it decides before it came to a judgement; the
    minutes show it. ``fase_id`` and ``begonnen_op`` only to do it again after an undo."""

    agendapunt_id: str
    fase: Fase
    reden: str = ""
    fase_id: str | None = None
    begonnen_op: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaseTerugnemen(Command):
    """Undo of turning to a phase."""

    fase_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaseGewijzigd(Event):
    overleg_id: str


def _lopend(work: UnitOfWork, agendapunt_id: str) -> Agendapunt:
    """Return an item with a case that a running meeting has begun. Raises RuleViolation for any other."""
    punt = work.get(Agendapunt, agendapunt_id)
    overleg = work.get(Overleg, punt.overleg_id)
    if overleg.status is not Overlegstatus.LOPEND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    if punt.casus_id is None:
        raise RuleViolation("vast_agendapunt")
    if punt.begonnen_op is None:
        raise RuleViolation("agendapunt_niet_begonnen", id=punt.id)
    return punt


def beginnen(work: UnitOfWork, command: FaseBeginnen) -> Outcome:
    punt = _lopend(work, command.agendapunt_id)
    vereis_niet_geschorst(work, punt.overleg_id)
    reden = check_text(command.reden, "reden").strip()
    if command.fase is Fase.BESLUIT:
        oordeel = select(Bespreekfase.id).where(
            Bespreekfase.agendapunt_id == punt.id, Bespreekfase.fase == Fase.OORDEEL
        )
        if not reden and work.session.execute(oordeel.limit(1)).first() is None:
            raise RuleViolation("besluitvorming_vraagt_reden", field="reden")
    hoogste = select(func.max(Bespreekfase.volgnr)).where(Bespreekfase.agendapunt_id == punt.id)
    fase = work.add(
        Bespreekfase(
            id=check_terug(work, Bespreekfase, command.fase_id),
            agendapunt_id=punt.id,
            volgnr=(work.session.scalar(hoogste) or 0) + 1,
            fase=command.fase,
            begonnen_op=command.begonnen_op or work.clock.now(),
            reden=reden,
        )
    )
    event = FaseGewijzigd(id=punt.id, overleg_id=punt.overleg_id)
    return Outcome(event, "agendapunt", punt.id, FaseTerugnemen(fase_id=fase.id), command.fase.value)


def terugnemen(work: UnitOfWork, command: FaseTerugnemen) -> Outcome:
    fase = work.get(Bespreekfase, command.fase_id)
    punt = _lopend(work, fase.agendapunt_id)
    inverse = FaseBeginnen(
        agendapunt_id=punt.id, fase=fase.fase, reden=fase.reden, fase_id=fase.id, begonnen_op=fase.begonnen_op
    )
    work.delete(fase)
    event = FaseGewijzigd(id=punt.id, overleg_id=punt.overleg_id)
    return Outcome(event, "agendapunt", punt.id, inverse, fase.fase.value)


HANDLERS = {FaseBeginnen: beginnen, FaseTerugnemen: terugnemen}
