"""Acts on the plan van aanpak. There is exactly one per case: the first act on it makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import delete, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Plandoel, PlanVanAanpak, Scenario
from vhdesk.services.casus import check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    leefgebied_code: str
    doel: str
    meetbaar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsDan:
    als: str
    dan: str
    wie_belt_wie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSchrijven(Command):
    """Write the plan of a case as a whole: main goal, goals per leefgebied, scenarios, review and exit."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    hoofddoel: str = ""
    doelen: tuple[Doel, ...] = ()
    scenarios: tuple[AlsDan, ...] = ()
    evaluatiedatum: date | None = None
    afschaalcriterium: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGeschreven(Event):
    casus_id: str
    version: int


def _inhoud(work: UnitOfWork, plan: PlanVanAanpak) -> PlanSchrijven:
    """Return the command that would write the plan as it is now."""
    doelen = work.session.scalars(
        select(Plandoel).where(Plandoel.plan_id == plan.id).order_by(Plandoel.volgorde)
    )
    scenarios = work.session.scalars(
        select(Scenario).where(Scenario.plan_id == plan.id).order_by(Scenario.volgorde)
    )
    return PlanSchrijven(
        casus_id=plan.casus_id,
        hoofddoel=plan.hoofddoel,
        doelen=tuple(
            Doel(leefgebied_code=d.leefgebied_code, doel=d.doel, meetbaar=d.meetbaar) for d in doelen
        ),
        scenarios=tuple(AlsDan(als=s.als, dan=s.dan, wie_belt_wie=s.wie_belt_wie) for s in scenarios),
        evaluatiedatum=plan.evaluatiedatum,
        afschaalcriterium=plan.afschaalcriterium,
    )


def schrijven(work: UnitOfWork, command: PlanSchrijven) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if any(not doel.doel.strip() for doel in command.doelen):
        raise RuleViolation("doel_zonder_tekst", field="doelen")
    plan = work.session.scalars(select(PlanVanAanpak).where(PlanVanAanpak.casus_id == casus.id)).one_or_none()
    if plan is None:
        plan = work.add(PlanVanAanpak(casus_id=casus.id))
    work.touch(plan)
    work.expect(plan, command.version)
    inverse = _inhoud(work, plan)
    plan.hoofddoel = check_text(command.hoofddoel, "hoofddoel")
    plan.evaluatiedatum = command.evaluatiedatum
    plan.afschaalcriterium = check_text(command.afschaalcriterium, "afschaalcriterium")
    work.session.execute(delete(Plandoel).where(Plandoel.plan_id == plan.id))
    work.session.execute(delete(Scenario).where(Scenario.plan_id == plan.id))
    for volgorde, doel in enumerate(command.doelen):
        work.add(
            Plandoel(
                plan_id=plan.id,
                leefgebied_code=doel.leefgebied_code,
                doel=check_text(doel.doel, "doelen"),
                meetbaar=check_text(doel.meetbaar, "doelen"),
                volgorde=volgorde,
            )
        )
    for volgorde, scenario in enumerate(command.scenarios):
        work.add(
            Scenario(
                plan_id=plan.id,
                als=check_text(scenario.als, "scenarios"),
                dan=check_text(scenario.dan, "scenarios"),
                wie_belt_wie=check_text(scenario.wie_belt_wie, "scenarios"),
                volgorde=volgorde,
            )
        )
    work.session.flush()
    event = PlanGeschreven(id=plan.id, casus_id=casus.id, version=plan.version)
    return Outcome(event, "plan_van_aanpak", plan.id, inverse, casus.nummer)


HANDLERS = {PlanSchrijven: schrijven}
