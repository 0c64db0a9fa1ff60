"""Acts that stop a meeting for a while and let it go on: a short break, or until another day. It stays the same meeting.

Meanwhile the table decides nothing and turns to nothing; what is written down (notes, actions, attendance, roles) may be.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Overleg, Schorsing
from vhdesk.services.casus import Moment, check_terug
from vhdesk.services.command import Command, Outcome
from vhdesk.services.deelnemer import OverlegGewijzigd
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Overlegstatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegSchorsen(Command):
    """Adjourn the running meeting. ``verder_op``: when it means to go on; None: not known. ``schorsing_id`` and
    ``geschorst_op`` only to do it again after an undo."""

    overleg_id: str
    verder_op: Moment | None = None
    reden: str = ""
    schorsing_id: str | None = None
    geschorst_op: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchorsingTerugnemen(Command):
    """Undo of adjourning: there was no break."""

    schorsing_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegHervatten(Command):
    """Let the adjourned meeting go on. ``hervat_op`` only to do it again after an undo."""

    overleg_id: str
    hervat_op: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HervattingTerugnemen(Command):
    """Undo of resuming: the break goes on."""

    schorsing_id: str


def open_schorsing(work: UnitOfWork, overleg_id: str) -> Schorsing | None:
    """Return the break in which the meeting is now; None when it is not adjourned."""
    statement = select(Schorsing).where(Schorsing.overleg_id == overleg_id, Schorsing.hervat_op.is_(None))
    return work.session.scalars(statement).first()


def vereis_niet_geschorst(work: UnitOfWork, overleg_id: str) -> None:
    """Raise RuleViolation while the meeting is adjourned: the table is not there."""
    if open_schorsing(work, overleg_id) is not None:
        raise RuleViolation("overleg_geschorst")


def vereis_live(overleg: Overleg) -> None:
    """Raise RuleViolation unless the table sits now: not for a meeting opened again or entered from paper."""
    if overleg.status is not Overlegstatus.LOPEND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    if overleg.achteraf or overleg.van_papier:
        raise RuleViolation("tafel_zit_niet_meer")


def schorsen(work: UnitOfWork, command: OverlegSchorsen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    vereis_live(overleg)
    vereis_niet_geschorst(work, overleg.id)
    nu = command.geschorst_op or work.clock.now()
    if command.verder_op is not None and command.verder_op <= nu:
        raise RuleViolation("verder_is_voorbij", field="verder_op")
    hoogste = select(func.max(Schorsing.volgnr)).where(Schorsing.overleg_id == overleg.id)
    schorsing = work.add(
        Schorsing(
            id=check_terug(work, Schorsing, command.schorsing_id),
            overleg_id=overleg.id,
            volgnr=(work.session.scalar(hoogste) or 0) + 1,
            geschorst_op=nu,
            verder_op=command.verder_op,
            reden=check_kort(command.reden, "reden", 300),
        )
    )
    inverse = SchorsingTerugnemen(schorsing_id=schorsing.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def schorsing_terugnemen(work: UnitOfWork, command: SchorsingTerugnemen) -> Outcome:
    schorsing = work.get(Schorsing, command.schorsing_id)
    overleg = work.get(Overleg, schorsing.overleg_id)
    vereis_live(overleg)
    if schorsing.hervat_op is not None:
        raise RuleViolation("overleg_niet_geschorst", nummer=overleg.nummer)
    inverse = OverlegSchorsen(
        overleg_id=overleg.id,
        verder_op=schorsing.verder_op,
        reden=schorsing.reden,
        schorsing_id=schorsing.id,
        geschorst_op=schorsing.geschorst_op,
    )
    work.delete(schorsing)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def hervatten(work: UnitOfWork, command: OverlegHervatten) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    schorsing = open_schorsing(work, overleg.id)
    if schorsing is None:
        raise RuleViolation("overleg_niet_geschorst", nummer=overleg.nummer)
    schorsing.hervat_op = command.hervat_op or work.clock.now()
    work.touch(schorsing)
    inverse = HervattingTerugnemen(schorsing_id=schorsing.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def hervatting_terugnemen(work: UnitOfWork, command: HervattingTerugnemen) -> Outcome:
    schorsing = work.get(Schorsing, command.schorsing_id)
    overleg = work.get(Overleg, schorsing.overleg_id)
    vereis_live(overleg)
    vereis_niet_geschorst(work, overleg.id)
    inverse = OverlegHervatten(overleg_id=overleg.id, hervat_op=schorsing.hervat_op)
    schorsing.hervat_op = None
    work.touch(schorsing)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


HANDLERS = {
    OverlegSchorsen: schorsen,
    SchorsingTerugnemen: schorsing_terugnemen,
    OverlegHervatten: hervatten,
    HervattingTerugnemen: hervatting_terugnemen,
}
