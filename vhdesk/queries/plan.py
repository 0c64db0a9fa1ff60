"""The plan van aanpak of cases with its rows, for the case file and for the minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Belnummer, Escalatieafspraak, Plandoel, PlanVanAanpak, Scenario
from vhdesk.queries.dossier_rijen import BelRow, EscalatieRow, PlandoelRow, PlanRow, ScenarioRow
from vhdesk.queries.lezen import Kolommen, vast, velden


def plannen(
    session: Session, casus_ids: Collection[str], leefgebieden: Mapping[str, str]
) -> dict[str, PlanRow]:
    """Return case -> plan in five statements; a case without a plan is absent.

    ``leefgebieden``: code -> name, for the goals.
    """
    plan = session.execute(_plannen(), {"casus_ids": list(casus_ids)}).all()
    if not plan:
        return {}
    ids = {"plan_ids": [rij.id for rij in plan]}
    doelen: dict[str, list[PlandoelRow]] = defaultdict(list)
    for doel in velden(session, _doelen(), ids):
        naam = leefgebieden.get(doel["leefgebied_code"], doel["leefgebied_code"])
        doelen[doel.pop("plan_id")].append(PlandoelRow(**doel, leefgebied=naam))
    scenarios: dict[str, list[ScenarioRow]] = defaultdict(list)
    for scenario in velden(session, _scenarios(), ids):
        scenarios[scenario.pop("plan_id")].append(ScenarioRow(**scenario))
    escalatie: dict[str, list[EscalatieRow]] = defaultdict(list)
    for afspraak in velden(session, _escalatie(), ids):
        escalatie[afspraak.pop("plan_id")].append(EscalatieRow(**afspraak))
    bellen: dict[str, list[BelRow]] = defaultdict(list)
    for bel in velden(session, _bellen(), ids):
        bellen[bel.pop("plan_id")].append(BelRow(**bel))
    return {
        rij.casus_id: PlanRow(
            rij.id, rij.version, rij.hoofddoel, rij.evaluatiedatum, rij.afschaalcriterium,
            tuple(doelen[rij.id]), tuple(scenarios[rij.id]), tuple(escalatie[rij.id]), tuple(bellen[rij.id]),
            rij.signalen, rij.helpt, rij.helpt_niet,
        )
        for rij in plan
    }  # fmt: skip


@vast
def _plannen() -> Kolommen:
    plan = PlanVanAanpak
    return select(
        plan.casus_id,
        plan.id,
        plan.version,
        plan.hoofddoel,
        plan.evaluatiedatum,
        plan.afschaalcriterium,
        plan.signalen,
        plan.helpt,
        plan.helpt_niet,
    ).where(plan.casus_id.in_(bindparam("casus_ids", expanding=True)))


@vast
def _doelen() -> Kolommen:
    return (
        select(
            Plandoel.plan_id, Plandoel.id, Plandoel.leefgebied_code, Plandoel.doel, Plandoel.meetbaar,
            Plandoel.acceptabel, Plandoel.realistisch, Plandoel.tijdgebonden,
        )
        .where(Plandoel.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(Plandoel.volgorde, Plandoel.id)
    )  # fmt: skip


@vast
def _scenarios() -> Kolommen:
    return (
        select(
            Scenario.plan_id,
            Scenario.id,
            Scenario.als,
            Scenario.dan,
            Scenario.wie_belt_wie,
            Scenario.telefoon,
        )
        .where(Scenario.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(Scenario.volgorde, Scenario.id)
    )


@vast
def _escalatie() -> Kolommen:
    e = Escalatieafspraak
    return (
        select(e.plan_id, e.id, e.wanneer, e.naar_wie, e.door_wie)
        .where(e.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(e.volgorde, e.id)
    )


@vast
def _bellen() -> Kolommen:
    b = Belnummer
    return (
        select(b.plan_id, b.id, b.wie, b.nummer, b.bereikbaar)
        .where(b.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(b.volgorde, b.id)
    )
