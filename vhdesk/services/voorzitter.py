"""Acts on who has the chair while the meeting runs; who had it before stays in the minutes, with the time."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Medewerker, Overleg, Voorzitterwissel
from vhdesk.services.casus import Moment, check_terug
from vhdesk.services.command import Command, Outcome
from vhdesk.services.deelnemer import OverlegGewijzigd, deelnemer_van
from vhdesk.services.schorsing import vereis_live
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Aanwezigheid

_ER_NIET = (Aanwezigheid.AFWEZIG, Aanwezigheid.VERHINDERD)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorzitterWisselen(Command):
    """Give the chair of the running meeting to another participant. ``wissel_id`` and ``tijdstip`` only to do it again
    after an undo."""

    overleg_id: str
    medewerker_id: str
    wissel_id: str | None = None
    tijdstip: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorzitterwisselTerugnemen(Command):
    """Undo of that: who had the chair before has it again."""

    wissel_id: str


def _laatste(work: UnitOfWork, overleg_id: str) -> int:
    hoogste = select(func.max(Voorzitterwissel.volgnr)).where(Voorzitterwissel.overleg_id == overleg_id)
    return work.session.scalar(hoogste) or 0


def wisselen(work: UnitOfWork, command: VoorzitterWisselen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    vereis_live(overleg)
    wie = work.get(Medewerker, command.medewerker_id)
    if wie.id == overleg.voorzitter_id:
        raise RuleViolation("zit_al_voor", field="medewerker_id")
    deelnemer = deelnemer_van(work, overleg.id, wie.id)
    if deelnemer is None:
        raise RuleViolation("voorzitter_geen_deelnemer", field="medewerker_id")
    if deelnemer.aanwezigheid in _ER_NIET:
        raise RuleViolation("voorzitter_niet_aanwezig", field="medewerker_id")
    wissel = work.add(
        Voorzitterwissel(
            id=check_terug(work, Voorzitterwissel, command.wissel_id),
            overleg_id=overleg.id,
            volgnr=_laatste(work, overleg.id) + 1,
            tijdstip=command.tijdstip or work.clock.now(),
            van_id=overleg.voorzitter_id,
            naar_id=wie.id,
        )
    )
    overleg.voorzitter_id = wie.id
    work.session.flush()
    inverse = VoorzitterwisselTerugnemen(wissel_id=wissel.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def terugnemen(work: UnitOfWork, command: VoorzitterwisselTerugnemen) -> Outcome:
    wissel = work.get(Voorzitterwissel, command.wissel_id)
    overleg = work.get(Overleg, wissel.overleg_id)
    vereis_live(overleg)
    if wissel.volgnr != _laatste(work, overleg.id) or overleg.voorzitter_id != wissel.naar_id:
        raise RuleViolation("voorzitter_wisselde_daarna", nummer=overleg.nummer)
    inverse = VoorzitterWisselen(
        overleg_id=overleg.id, medewerker_id=wissel.naar_id, wissel_id=wissel.id, tijdstip=wissel.tijdstip
    )
    overleg.voorzitter_id = wissel.van_id
    work.delete(wissel)
    work.session.flush()
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


HANDLERS = {VoorzitterWisselen: wisselen, VoorzitterwisselTerugnemen: terugnemen}
