"""The plans of the practice meeting: as the table adopted some of them two weeks before, and as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any

from vhdesk.practice.verhaal import Gegevens, Verhaal
from vhdesk.resources import read_yaml
from vhdesk.services.desk import Desk
from vhdesk.services.plan import AlsDan, Bel, Doel, Escalatie, PlanSchrijven

BESTAND = "oefening/plannen-enschede.yaml"


@cache
def _erbij() -> Mapping[str, Gegevens]:
    found: Mapping[str, Gegevens] = read_yaml(BESTAND)
    return found


def heeft_vorig_plan(nummer: str) -> bool:
    """Whether the table adopted a plan for this case in the meeting before."""
    return "vorige" in _erbij().get(nummer, {})


def plan_nu(verhaal: Verhaal, casus: Gegevens, casus_id: str) -> PlanSchrijven:
    """Return the plan of the story with what belongs to it."""
    erbij = _erbij().get(casus["nummer"], {})
    plan = casus["plan"] | {
        naam: _samen(casus["plan"][naam], erbij.get(naam, ())) for naam in ("doelen", "scenarios")
    }
    return _plan(
        verhaal, plan | {"escalatie": erbij.get("escalatie", ())}, casus.get("crisiskaart"), casus_id
    )


def eerste_plan(verhaal: Verhaal, casus: Gegevens, casus_id: str) -> PlanSchrijven:
    """Return the plan as it was before the meeting of two weeks ago; for most cases that of now."""
    if not heeft_vorig_plan(casus["nummer"]):
        return plan_nu(verhaal, casus, casus_id)
    vorige = _erbij()[casus["nummer"]]["vorige"]
    return _plan(verhaal, vorige, vorige.get("crisiskaart"), casus_id)


def werk_plannen_bij(desk: Desk, verhaal: Verhaal, casussen: Mapping[str, str]) -> None:
    """Write the plans that changed since the meeting before: each is the concept of a next version."""
    for casus in verhaal.casussen:
        if heeft_vorig_plan(casus["nummer"]):
            desk.execute(plan_nu(verhaal, casus, casussen[casus["nummer"]]))


def _samen(verteld: Sequence[Gegevens], erbij: Sequence[Gegevens]) -> list[Gegevens]:
    leeg: Gegevens = {}
    return [{**een, **ander} for een, ander in zip_longest(verteld, erbij, fillvalue=leeg)]


def _plan(verhaal: Verhaal, plan: Gegevens, kaart: Gegevens | None, casus_id: str) -> PlanSchrijven:
    doelen = [dict(doel) for doel in plan["doelen"]]
    for doel in doelen:
        doel["leefgebied_code"] = verhaal.woorden.code("leefgebieden", doel.pop("leefgebied"))
    return PlanSchrijven(
        casus_id=casus_id,
        hoofddoel=plan["hoofddoel"],
        doelen=tuple(Doel(**doel) for doel in doelen),
        scenarios=tuple(AlsDan(**scenario) for scenario in plan["scenarios"]),
        escalatie=tuple(Escalatie(**afspraak) for afspraak in plan.get("escalatie", ())),
        evaluatiedatum=plan["evaluatiedatum"],
        afschaalcriterium=plan["afschaalcriterium"],
        **_kaart(kaart or {}),
    )


def _kaart(kaart: Gegevens) -> dict[str, Any]:
    bellen = [
        {veld: rij[veld] for veld in ("wie", "nummer", "bereikbaar")} for rij in kaart.get("bellen", ())
    ]
    return {
        "bellen": tuple(Bel(**bel) for bel in bellen),
        **{veld: "\n".join(kaart.get(veld, ())) for veld in ("signalen", "helpt", "helpt_niet")},
    }
