"""Acts on the plan van aanpak. There is exactly one per case: the first act on it makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.models import Casus, Plandoel, PlanVanAanpak, Scenario
from vhdesk.services.casus import check_terug, check_text, check_waarde
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A goal on one leefgebied. ``id`` only to bring back one that was there."""

    leefgebied_code: str
    doel: str
    meetbaar: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsDan:
    """A scenario: if this happens, then that. ``id`` only to bring back one that was there."""

    als: str
    dan: str
    wie_belt_wie: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSchrijven(Command):
    """Write the plan of a case as a whole: main goal, goals per leefgebied, scenarios, review and exit.
    ``plan_id`` only to bring back one that was taken away."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    hoofddoel: str = ""
    doelen: tuple[Doel, ...] = ()
    scenarios: tuple[AlsDan, ...] = ()
    evaluatiedatum: date | None = None
    afschaalcriterium: str = ""
    version: int | None = None
    plan_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWegnemen(Command):
    """Undo of the first act on the plan: the case has no plan again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str


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
            Doel(leefgebied_code=d.leefgebied_code, doel=d.doel, meetbaar=d.meetbaar, id=d.id) for d in doelen
        ),
        scenarios=tuple(
            AlsDan(als=s.als, dan=s.dan, wie_belt_wie=s.wie_belt_wie, id=s.id) for s in scenarios
        ),
        evaluatiedatum=plan.evaluatiedatum,
        afschaalcriterium=plan.afschaalcriterium,
        plan_id=plan.id,
    )


def _plan_van(work: UnitOfWork, casus_id: str) -> PlanVanAanpak | None:
    return work.session.scalars(select(PlanVanAanpak).where(PlanVanAanpak.casus_id == casus_id)).one_or_none()


def _check_doelen(work: UnitOfWork, command: PlanSchrijven, bestaand: set[str]) -> None:
    """Raise RuleViolation when a goal has no words or stands on a leefgebied that the table does not have."""
    for doel in command.doelen:
        if not check_text(doel.doel, "doelen").strip():
            raise RuleViolation("doel_zonder_tekst", field="doelen")
        code = doel.leefgebied_code
        if doel.id is None and code not in bestaand and not check_waarde(work, "leefgebieden", code):
            raise RuleViolation("leefgebied_onbekend", field="doelen")


def schrijven(work: UnitOfWork, command: PlanSchrijven) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    plan = _plan_van(work, casus.id)
    inverse: PlanSchrijven | PlanWegnemen = PlanWegnemen(casus_id=casus.id)
    bestaand: set[str] = set()
    if plan is None:
        _check_doelen(work, command, bestaand)
        plan = work.add(
            PlanVanAanpak(id=check_terug(work, PlanVanAanpak, command.plan_id), casus_id=casus.id)
        )
    else:
        inverse = _inhoud(work, plan)
        bestaand = {doel.leefgebied_code for doel in inverse.doelen}
        _check_doelen(work, command, bestaand)
    work.touch(plan)
    work.expect(plan, command.version)
    flag_modified(
        plan, "hoofddoel"
    )  # goals and scenarios are part of the plan: a change there is a version too
    plan.hoofddoel = check_text(command.hoofddoel, "hoofddoel")
    plan.evaluatiedatum = command.evaluatiedatum
    plan.afschaalcriterium = check_text(command.afschaalcriterium, "afschaalcriterium")
    work.session.execute(delete(Plandoel).where(Plandoel.plan_id == plan.id))
    work.session.execute(delete(Scenario).where(Scenario.plan_id == plan.id))
    for volgorde, doel in enumerate(command.doelen):
        work.add(
            Plandoel(
                id=check_terug(work, Plandoel, doel.id),
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
                id=check_terug(work, Scenario, scenario.id),
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


def wegnemen(work: UnitOfWork, command: PlanWegnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    plan = _plan_van(work, casus.id)
    if plan is None:
        raise NotFound("niet_gevonden", soort="planvanaanpak", id=casus.id)
    inverse = _inhoud(work, plan)
    work.delete(plan)
    work.kinds.add(PlanVanAanpak.__tablename__)
    event = PlanGeschreven(id=plan.id, casus_id=casus.id, version=0)
    return Outcome(event, "plan_van_aanpak", plan.id, inverse, casus.nummer)


HANDLERS = {PlanSchrijven: schrijven, PlanWegnemen: wegnemen}
