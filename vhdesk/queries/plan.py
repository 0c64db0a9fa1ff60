"""The plan van aanpak of cases: goals and scenarios, for the case file and for the minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.models import Plandoel, PlanVanAanpak, Scenario
from vhdesk.queries.dossier_rijen import PlandoelRow, PlanRow, ScenarioRow


def plannen(
    session: Session, casus_ids: Collection[str], leefgebieden: Mapping[str, str]
) -> dict[str, PlanRow]:
    """Return case -> plan in three statements; a case without a plan is absent.

    ``leefgebieden``: code -> name, for the goals.
    """
    plan = session.execute(
        select(
            PlanVanAanpak.casus_id, PlanVanAanpak.id, PlanVanAanpak.version, PlanVanAanpak.hoofddoel,
            PlanVanAanpak.evaluatiedatum, PlanVanAanpak.afschaalcriterium,
        ).where(PlanVanAanpak.casus_id.in_(casus_ids))
    ).all()  # fmt: skip
    ids = [rij.id for rij in plan]
    doelen: dict[str, list[PlandoelRow]] = {plan_id: [] for plan_id in ids}
    for doel in session.execute(
        select(Plandoel.plan_id, Plandoel.id, Plandoel.leefgebied_code, Plandoel.doel, Plandoel.meetbaar)
        .where(Plandoel.plan_id.in_(ids))
        .order_by(Plandoel.volgorde, Plandoel.id)
    ):
        naam = leefgebieden.get(doel.leefgebied_code, doel.leefgebied_code)
        doelen[doel.plan_id].append(
            PlandoelRow(doel.id, doel.leefgebied_code, naam, doel.doel, doel.meetbaar)
        )
    scenarios: dict[str, list[ScenarioRow]] = {plan_id: [] for plan_id in ids}
    for scenario in session.execute(
        select(Scenario.plan_id, Scenario.id, Scenario.als, Scenario.dan, Scenario.wie_belt_wie)
        .where(Scenario.plan_id.in_(ids))
        .order_by(Scenario.volgorde, Scenario.id)
    ):
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
