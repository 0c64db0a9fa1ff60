"""Acts on the plan van aanpak. There is exactly one per case: the first act on it makes it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, ClassVar, Final

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.models import (
    Belnummer,
    Besluit,
    Casus,
    Escalatieafspraak,
    Overleg,
    Plandoel,
    PlanVanAanpak,
    Planversie,
    Scenario,
)
from vhdesk.models.casushandeling import Handeling, check_handeling
from vhdesk.models.datum import check_termijn
from vhdesk.queries.planversie import plantekst_nu, planversies
from vhdesk.services.besluit import BesluitVastleggen, vastleggen
from vhdesk.services.casus import check_terug, check_text, check_waarde
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.drietal import vereis_drietal
from vhdesk.services.planversie import tafel_van, volgend_nummer
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_besluit import eigen_gremium
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN, vaststeltekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A SMART goal on one leefgebied; ``doel`` says what is specific. ``id`` only to bring back one that was there."""

    leefgebied_code: str
    doel: str
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    tijdgebonden: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsDan:
    """A scenario: at this sign, that step; ``telefoon``: the numbers that are answered day and night. ``id`` only to
    bring back one that was there."""

    als: str
    dan: str
    wie_belt_wie: str = ""
    telefoon: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalatie:
    """An agreement on escalation: when, to whom, by whom. ``id`` only to bring back one that was there."""

    wanneer: str
    naar_wie: str = ""
    door_wie: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bel:
    """Whom the crisis card calls, in this order. ``id`` only to bring back one that was there."""

    wie: str
    nummer: str = ""
    bereikbaar: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSchrijven(Command):
    """Write the plan of a case as a whole: main goal, goals per leefgebied, scenarios, escalation, review and exit, and
    what its crisis card says (one sign, one help a line). ``plan_id`` only to bring back one that was taken away."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    hoofddoel: str = ""
    doelen: tuple[Doel, ...] = ()
    scenarios: tuple[AlsDan, ...] = ()
    escalatie: tuple[Escalatie, ...] = ()
    bellen: tuple[Bel, ...] = ()
    signalen: str = ""
    helpt: str = ""
    helpt_niet: str = ""
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
class PlanVaststellen(Command):
    """Adopt the plan as it is now: the decision of the table, and a version that never changes, in one act."""

    casus_id: str
    overleg_id: str | None = None
    onderbouwing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVastgesteld(Event):
    """``id`` is the version, ``nummer`` its number, ``besluit`` that of the decision."""

    nummer: int
    besluit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGeschreven(Event):
    casus_id: str
    version: int


# The parts of a plan that are rows: the field of the command, the record, the value.
_DELEN: Final = (
    ("doelen", Plandoel, Doel),
    ("scenarios", Scenario, AlsDan),
    ("escalatie", Escalatieafspraak, Escalatie),
    ("bellen", Belnummer, Bel),
)
_TEKSTEN: Final = ("hoofddoel", "afschaalcriterium", "signalen", "helpt", "helpt_niet")


def _namen(soort: type[Any]) -> list[str]:
    return [veld.name for veld in fields(soort)]


def _inhoud(work: UnitOfWork, plan: PlanVanAanpak) -> PlanSchrijven:
    """Return the command that would write the plan as it is now."""
    delen: dict[str, Any] = {}
    for naam, model, soort in _DELEN:
        rijen = work.session.scalars(select(model).where(model.plan_id == plan.id).order_by(model.volgorde))
        delen[naam] = tuple(soort(**{veld: getattr(rij, veld) for veld in _namen(soort)}) for rij in rijen)
    return PlanSchrijven(
        casus_id=plan.casus_id,
        **{veld: getattr(plan, veld) for veld in _TEKSTEN},
        **delen,
        evaluatiedatum=plan.evaluatiedatum,
        plan_id=plan.id,
    )


def plan_van(work: UnitOfWork, casus_id: str) -> PlanVanAanpak | None:
    """Return the plan of a case, None when there is none yet."""
    return work.session.scalars(select(PlanVanAanpak).where(PlanVanAanpak.casus_id == casus_id)).one_or_none()


def _check_doelen(work: UnitOfWork, command: PlanSchrijven, bestaand: set[str]) -> None:
    """Raise RuleViolation when a goal has no words or stands on a leefgebied that the table does not have."""
    for doel in command.doelen:
        if not check_text(doel.doel, "doelen").strip():
            raise RuleViolation("doel_zonder_tekst", field="doelen")
        code = doel.leefgebied_code
        if doel.id is None and code not in bestaand and not check_waarde(work, "leefgebieden", code):
            raise RuleViolation("leefgebied_onbekend", field="doelen")


def _check_afspraken(command: PlanSchrijven) -> None:
    """Raise RuleViolation for a scenario that names no sign, or an agreement that does not say when."""
    for scenario in command.scenarios:
        if scenario.id is None and not check_text(scenario.als, "scenarios").strip():
            raise RuleViolation("scenario_zonder_signaal", field="scenarios")
    for afspraak in command.escalatie:
        if afspraak.id is None and not check_text(afspraak.wanneer, "escalatie").strip():
            raise RuleViolation("escalatie_zonder_wanneer", field="escalatie")
    for bel in command.bellen:
        if bel.id is None and not check_text(bel.wie, "bellen").strip():
            raise RuleViolation("bellen_zonder_wie", field="bellen")


def schrijven(work: UnitOfWork, command: PlanSchrijven) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    check_handeling(Handeling.PLAN_SCHRIJVEN, casus.status, casus.nummer)
    plan = plan_van(work, casus.id)
    inverse: PlanSchrijven | PlanWegnemen = PlanWegnemen(casus_id=casus.id)
    bestaand: set[str] = set()
    if plan is not None:
        inverse = _inhoud(work, plan)
        bestaand = {doel.leefgebied_code for doel in inverse.doelen}
    _check_doelen(work, command, bestaand)
    _check_afspraken(command)
    if command.plan_id is None and command.evaluatiedatum != (
        plan.evaluatiedatum if plan is not None else None
    ):
        check_termijn(command.evaluatiedatum, work.clock.today(), "evaluatiedatum")
    if plan is None:
        plan = work.add(
            PlanVanAanpak(id=check_terug(work, PlanVanAanpak, command.plan_id), casus_id=casus.id)
        )
    work.touch(plan)
    work.expect(plan, command.version)
    flag_modified(plan, "hoofddoel")  # its rows are part of the plan: a change there is a version too
    for veld in _TEKSTEN:
        setattr(plan, veld, check_text(getattr(command, veld), veld))
    plan.evaluatiedatum = command.evaluatiedatum
    _schrijf_delen(work, plan, command)
    work.session.flush()
    event = PlanGeschreven(id=plan.id, casus_id=casus.id, version=plan.version)
    return Outcome(event, "plan_van_aanpak", plan.id, inverse, casus.nummer)


def _schrijf_delen(work: UnitOfWork, plan: PlanVanAanpak, command: PlanSchrijven) -> None:
    """Put the goals, scenarios and agreements of the command in the place of those that were there."""
    for _, model, _ in _DELEN:
        work.session.execute(delete(model).where(model.plan_id == plan.id))
    for naam, model, soort in _DELEN:
        teksten = [veld for veld in _namen(soort) if veld not in ("id", "leefgebied_code")]
        for volgorde, deel in enumerate(getattr(command, naam)):
            waarden = {veld: check_text(getattr(deel, veld), naam) for veld in teksten}
            if isinstance(deel, Doel):
                waarden["leefgebied_code"] = deel.leefgebied_code
            terug = check_terug(work, model, deel.id)
            work.add(model(id=terug, plan_id=plan.id, volgorde=volgorde, **waarden))


def wegnemen(work: UnitOfWork, command: PlanWegnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    plan = plan_van(work, casus.id)
    if plan is None:
        raise NotFound("niet_gevonden", soort="planvanaanpak", id=casus.id)
    if planversies(work.session, casus.id):
        raise RuleViolation("plan_is_vastgesteld", nummer=casus.nummer)
    inverse = _inhoud(work, plan)
    work.delete(plan)
    work.kinds.add(PlanVanAanpak.__tablename__)
    event = PlanGeschreven(id=plan.id, casus_id=casus.id, version=0)
    return Outcome(event, "plan_van_aanpak", plan.id, inverse, casus.nummer)


def vaststellen(work: UnitOfWork, command: PlanVaststellen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    check_handeling(Handeling.PLAN_VASTSTELLEN, casus.status, casus.nummer)
    tekst = plantekst_nu(work.session, casus.id)
    if tekst is None or not tekst.hoofddoel.strip():
        raise RuleViolation("plan_zonder_hoofddoel", field="hoofddoel")
    if not tekst.afschaalcriterium.strip():
        raise RuleViolation("plan_zonder_afschaalcriterium", field="afschaalcriterium")
    if tekst.evaluatiedatum is None:
        raise RuleViolation("plan_zonder_evaluatiedatum", field="evaluatiedatum")
    if tekst.evaluatiedatum < work.clock.today():
        raise RuleViolation("evaluatiedatum_verstreken", field="evaluatiedatum", datum=tekst.evaluatiedatum)
    vereis_drietal(work, casus, "onderbouwing")
    eerder = planversies(work.session, casus.id)
    if eerder and eerder[0].tekst == tekst and not eerder[0].ingetrokken:
        raise RuleViolation("plan_al_vastgesteld", nummer=casus.nummer)
    overleg = work.get(Overleg, command.overleg_id) if command.overleg_id else None
    tafel = tafel_van(work, casus.id, overleg)
    outcome = vastleggen(
        work,
        BesluitVastleggen(
            casus_id=casus.id,
            overleg_id=command.overleg_id,
            tekst=vaststeltekst(volgend_nummer(work, casus.id)),
            type_code=PLAN_VASTSTELLEN,
            gremium_code=eigen_gremium(tafel.soort) if tafel else "werktafel",
            onderbouwing=command.onderbouwing,
        ),
    )
    versie = work.session.scalars(select(Planversie).where(Planversie.besluit_id == outcome.object_id)).one()
    besluit = work.get(Besluit, outcome.object_id)
    event = PlanVastgesteld(id=versie.id, nummer=versie.nummer, besluit=besluit.nummer)
    return replace(
        outcome, event=event, bijzonderheden=f"{casus.nummer} versie {versie.nummer}, B-{besluit.nummer}"
    )


HANDLERS = {PlanSchrijven: schrijven, PlanWegnemen: wegnemen, PlanVaststellen: vaststellen}
