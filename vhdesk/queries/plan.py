"""The plan van aanpak of cases: goals and scenarios, for the case file and for the minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Plandoel, PlanVanAanpak, Scenario
from vhdesk.queries.dossier_rijen import PlandoelRow, PlanRow, ScenarioRow
from vhdesk.queries.lezen import Kolommen, vast


def plannen(
    session: Session, casus_ids: Collection[str], leefgebieden: Mapping[str, str]
) -> dict[str, PlanRow]:
    """Return case -> plan in three statements; a case without a plan is absent.

    ``leefgebieden``: code -> name, for the goals.
    """
    plan = session.execute(_plannen(), {"casus_ids": list(casus_ids)}).all()
    ids = [rij.id for rij in plan]
    doelen: dict[str, list[PlandoelRow]] = {plan_id: [] for plan_id in ids}
    for doel in session.execute(_doelen(), {"plan_ids": ids}):
        naam = leefgebieden.get(doel.leefgebied_code, doel.leefgebied_code)
        doelen[doel.plan_id].append(
            PlandoelRow(doel.id, doel.leefgebied_code, naam, doel.doel, doel.meetbaar)
        )
    scenarios: dict[str, list[ScenarioRow]] = {plan_id: [] for plan_id in ids}
    for scenario in session.execute(_scenarios(), {"plan_ids": ids}):
        scenarios[scenario.plan_id].append(
            ScenarioRow(scenario.id, scenario.als, scenario.dan, scenario.wie_belt_wie)
        )
    return {
        rij.casus_id: PlanRow(
            rij.id, rij.version, rij.hoofddoel, rij.evaluatiedatum, rij.afschaalcriterium,
            tuple(doelen[rij.id]), tuple(scenarios[rij.id]),
        )
        for rij in plan
    }  # fmt: skip


@vast
def _plannen() -> Kolommen:
    plan = PlanVanAanpak
    return select(
        plan.casus_id, plan.id, plan.version, plan.hoofddoel, plan.evaluatiedatum, plan.afschaalcriterium
    ).where(plan.casus_id.in_(bindparam("casus_ids", expanding=True)))


@vast
def _doelen() -> Kolommen:
    return (
        select(Plandoel.plan_id, Plandoel.id, Plandoel.leefgebied_code, Plandoel.doel, Plandoel.meetbaar)
        .where(Plandoel.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(Plandoel.volgorde, Plandoel.id)
    )


@vast
def _scenarios() -> Kolommen:
    return (
        select(Scenario.plan_id, Scenario.id, Scenario.als, Scenario.dan, Scenario.wie_belt_wie)
        .where(Scenario.plan_id.in_(bindparam("plan_ids", expanding=True)))
        .order_by(Scenario.volgorde, Scenario.id)
    )
