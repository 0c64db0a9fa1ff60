"""The plan van aanpak on paper: main goal, exit, SMART goals, scenarios and escalation, as minutes and plan show it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vhdesk.printing.alinea import alinea, alineas
from vhdesk.printing.blok import Blok
from vhdesk.printing.fonts import MEDIUM
from vhdesk.printing.onderdelen import (
    NIET_VASTGELEGD,
    Feit,
    cel,
    feitentabel,
    gelabeld,
    verplicht,
)
from vhdesk.printing.stijl import BROOD_STERK, CEL, CEL_STERK, GEVAAR, STILLE_REGEL, Letter
from vhdesk.printing.tabel import Cel, Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_lang
from vhdesk.queries.verslag_rijen import VerslagPlan, VerslagPlandoel, VerslagScenario
from vhdesk.vocabulary import met_hoofdletter
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM

_ONTBREEKT: Final = CEL.met(letter=Letter(MEDIUM, 8.75, GEVAAR), voor=4)


def planblokken(plan: VerslagPlan) -> Iterator[Blok]:
    """Yield the plan without its heading."""
    if plan.hoofddoel.strip():
        yield from alineas(plan.hoofddoel, BROOD_STERK.met(bij_volgende=True))
    else:
        yield alinea(f"Hoofddoel {NIET_VASTGELEGD}.", STILLE_REGEL)
    yield Tabel(
        (Kolom("Leefgebied", 38), Kolom("Doel", 66), Kolom("Meetbaar aan", 66)),
        [
            Rij((cel(met_hoofdletter(doel.leefgebied)), _doel(doel), cel(doel.meetbaar)))
            for doel in plan.doelen
        ],
    )
    yield scenariotabel(plan.scenarios, voor=10)
    yield Tabel(
        (Kolom("Escaleren wanneer", 66), Kolom("Naar wie", 52), Kolom("Door wie", 52)),
        [
            Rij((cel(afspraak.wanneer), verplicht(afspraak.naar_wie), verplicht(afspraak.door_wie)))
            for afspraak in plan.escalatie
        ],
        voor=10,
    )
    evaluation = datum_lang(plan.evaluatiedatum) if plan.evaluatiedatum else ""
    yield feitentabel(
        (
            Feit("Evaluatiedatum", evaluation, verplicht=True),
            Feit("Afschaalcriterium", plan.afschaalcriterium),
        ),
        bijeen=True,
    )
    if not plan.afschaalcriterium.strip():
        yield alinea(GEEN_AFSCHAALCRITERIUM, _ONTBREEKT)


def scenariotabel(scenarios: tuple[VerslagScenario, ...], *, voor: float) -> Tabel:
    """Return 'if X then Y, who calls whom', with the numbers that are answered day and night."""
    return Tabel(
        (Kolom("Als", 52), Kolom("Dan", 66), Kolom("Wie belt wie", 52)),
        [Rij((cel(scene.als), cel(scene.dan), _bellen(scene))) for scene in scenarios],
        voor=voor,
    )


def _doel(doel: VerslagPlandoel) -> Cel:
    return (
        *cel(doel.doel),
        *gelabeld("Acceptabel", doel.acceptabel),
        *gelabeld("Realistisch", doel.realistisch),
        *gelabeld("Tijdgebonden", doel.tijdgebonden),
    )


def _bellen(scene: VerslagScenario) -> Cel:
    return (*cel(scene.wie_belt_wie), *cel(scene.telefoon, CEL_STERK.met(voor=2)))
