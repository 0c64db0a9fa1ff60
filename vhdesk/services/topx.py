"""Making room in a full Top X: which case leaves it, and why; at a weighing, or after Code Rood, which waits for nothing.

Source: about 250 cases (jaarplan Twente 2015 §2); 'cap shown as n/250, ranking, forced exit choice' (domein.md §7).
Code Rood is 'bypass intake, immediate agenda' (domein.md §8): it enters above the cap, and the choice stays a duty.
A case that goes to a table of another list enters that list, and asks the same choice there.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Plicht, Tafel
from vhdesk.queries.caseload import caseload_stand, zelfde_lijst
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.services.afschalen import CasusAfschalen, afschalen
from vhdesk.services.casus import CasusGewijzigd, check_text
from vhdesk.services.casusverloop import noteer
from vhdesk.services.command import Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebeurtenissoort
from vhdesk.vocabulary_triage import Caseload, Plichtsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class TopXPlaatsMaken(Command):
    """Make the choice that Code Rood left open: ``uittreden`` gives the case that leaves the Top X back to its gemeente,
    with the reason."""

    plicht_id: str
    uittreden: CasusAfschalen


def maak_plaats(work: UnitOfWork, casus: Casus, uittreden: CasusAfschalen | None) -> Casus:
    """Step the chosen case down, so that ``casus`` has its place, and return it. Raises RuleViolation."""
    if uittreden is None:
        raise RuleViolation("top_x_vol", field="uittreden")
    ander = work.get(Casus, uittreden.casus_id)
    if (
        ander.id == casus.id
        or ander.status not in IN_TOP_X
        or ander.caseload is not Caseload.TOP_X
        or not zelfde_lijst(work.session, casus.tafel_id, ander.tafel_id)
    ):
        raise RuleViolation("niet_in_top_x", field="uittreden", nummer=ander.nummer)
    noteer(work, ander, Gebeurtenissoort.TOP_X_UIT, check_text(uittreden.reden, "reden").strip())
    afschalen(work, uittreden)
    vervul_keuze(work, casus.id, ander.nummer)
    return ander


def plaats_aan_tafel(
    work: UnitOfWork, casus: Casus, van_tafel_id: str | None, uittreden: CasusAfschalen | None
) -> None:
    """See that a case that came from another table has its place in the Top X in which its table is counted now.

    Raises RuleViolation: ``top_x_daar_vol`` when that list is full and nobody was chosen; a refusal of the choice under
    the name of its field here (``uittreden_reden``).
    """
    work.session.flush()
    naar = casus.tafel_id
    telt = casus.status in IN_TOP_X and casus.caseload is Caseload.TOP_X
    if naar is None or not telt or zelfde_lijst(work.session, van_tafel_id, naar):
        return
    stand = caseload_stand(work.session, naar)
    if not stand.over:
        return
    if uittreden is None:
        tafel = work.get(Tafel, naar).naam
        raise RuleViolation(
            "top_x_daar_vol", field="uittreden", tafel=tafel, top_x=stand.top_x - 1, norm=stand.norm
        )
    try:
        maak_plaats(work, casus, uittreden)
    except RuleViolation as refusal:
        field = refusal.field if refusal.field == "uittreden" else f"uittreden_{refusal.field}"
        raise RuleViolation(refusal.code, field=field, **refusal.details) from None


def leg_keuze_open(work: UnitOfWork, casus: Casus) -> None:
    """Leave the choice as a duty of today when ``casus`` stands above the norm of its list."""
    work.session.flush()
    if caseload_stand(work.session, casus.tafel_id).over:
        vandaag = work.clock.today()
        work.add(
            Plicht(casus_id=casus.id, soort=Plichtsoort.TOP_X_KEUZE, ontstaan_op=vandaag, termijn=vandaag)
        )


def vervul_keuze(work: UnitOfWork, casus_id: str, wijze: str) -> None:
    """The choice of ``casus_id`` is made, if it was open still."""
    open_ = select(Plicht).where(
        Plicht.casus_id == casus_id, Plicht.soort == Plichtsoort.TOP_X_KEUZE, Plicht.gedaan_op.is_(None)
    )
    for plicht in work.session.scalars(open_):
        work.touch(plicht)
        plicht.vervullen(wijze, work.clock.today())


def plaats_maken(work: UnitOfWork, command: TopXPlaatsMaken) -> Outcome:
    plicht = work.get(Plicht, command.plicht_id)
    casus = work.get(Casus, plicht.casus_id)
    if plicht.soort is not Plichtsoort.TOP_X_KEUZE:
        raise RuleViolation("plicht_is_geen_keuze")
    if plicht.gedaan_op is not None:
        raise RuleViolation("plicht_al_gedaan")
    ander = maak_plaats(work, casus, command.uittreden)
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, None, f"{ander.nummer} uit de Top X voor {casus.nummer}")


HANDLERS = {TopXPlaatsMaken: plaats_maken}
