"""Code Rood: straight to the agenda, and the municipality is told as soon as possible (jaarplan Twente 2015 §2).

It is never refused for want of a meeting: one is planned in the same act, and goes with it when that is undone.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from vhdesk.clock import local
from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Casus, Overleg, Plicht, Tafel
from vhdesk.services.agenda import CasusAgenderen, agenderen
from vhdesk.services.casusverloop import zet_stap
from vhdesk.services.overleg import OverlegAfzeggen, OverlegPlannen, afzeggen, plannen
from vhdesk.services.topx import leg_keuze_open
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import CasusStatus, Overlegstatus
from vhdesk.vocabulary_triage import Plichtsoort

CODE_ROOD = "Code Rood"
_WEEKEND = (5, 6)


def code_rood(work: UnitOfWork, casus: Casus, overleg_id: str | None) -> tuple[Overleg, bool]:
    """Put the case on the agenda, running, with the duty to tell the municipality today. It waits for no place in a full
    Top X: which case leaves for it is a duty too. Return the meeting that has it, and whether that was planned for it."""
    zet_stap(work, casus, CasusStatus.IN_BEHANDELING, CODE_ROOD)
    overleg_id = overleg_id or _eerstvolgend(work, casus)
    gepland = overleg_id is None
    overleg = _plan_overleg(work, casus) if overleg_id is None else work.get(Overleg, overleg_id)
    agenderen(work, CasusAgenderen(overleg_id=overleg.id, casus_id=casus.id, positie=1))
    vandaag = work.clock.today()
    work.add(
        Plicht(casus_id=casus.id, soort=Plichtsoort.GEMEENTE_INFORMEREN, ontstaan_op=vandaag, termijn=vandaag)
    )
    leg_keuze_open(work, casus)
    return overleg, gepland


def _eerstvolgend(work: UnitOfWork, casus: Casus) -> str | None:
    """Return the id of the meeting of this table that goes on, or else comes first; None without one."""
    statement = (
        select(Overleg.id)
        .where(Overleg.tafel_id == casus.tafel_id, Overleg.status != Overlegstatus.GESLOTEN)
        .where((Overleg.status == Overlegstatus.LOPEND) | (Overleg.datum >= work.clock.today()))
        .order_by(Overleg.status != Overlegstatus.LOPEND, Overleg.datum, Overleg.begintijd)
    )
    return work.session.scalars(statement.limit(1)).first()


def _plan_overleg(work: UnitOfWork, casus: Casus) -> Overleg:
    """Plan a meeting of the table of a Code Rood at the usual hour of the first working day. Raises RuleViolation
    without a table."""
    if casus.tafel_id is None:
        raise RuleViolation("tafel_ontbreekt", field="tafel_id")
    tafel = work.get(Tafel, casus.tafel_id)
    nu = local(work.clock.now())
    dag = work.clock.today() + timedelta(days=nu.time() >= tafel.begintijd)
    while dag.weekday() in _WEEKEND:
        dag += timedelta(days=1)
    return work.get(Overleg, plannen(work, OverlegPlannen(tafel_id=tafel.id, datum=dag)).object_id)


def zeg_af(work: UnitOfWork, overleg_id: str) -> None:
    """Cancel the meeting that was planned for a Code Rood, unless something came of it."""
    overleg = work.session.get(Overleg, overleg_id)
    ander = select(Agendapunt.id).where(Agendapunt.overleg_id == overleg_id, Agendapunt.casus_id.is_not(None))
    leeg = work.session.execute(ander.limit(1)).first() is None
    if overleg is not None and overleg.status is Overlegstatus.GEPLAND and leeg:
        afzeggen(work, OverlegAfzeggen(overleg_id=overleg.id))
