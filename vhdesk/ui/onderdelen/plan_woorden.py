"""How a plan van aanpak reads, as paragraphs, and how far it is in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.casusstand import vraagt_leiding
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.plantekst import PlanversieRow
from vhdesk.queries.planversie import plan_van_dossier, planstand
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.text_column import Paragraph
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM, PLAN_MIST, Planstand

SMART = (
    ("meetbaar", "Meetbaar"),
    ("acceptabel", "Acceptabel"),
    ("realistisch", "Realistisch"),
    ("tijdgebonden", "Tijdgebonden"),
)


def plan_paragraphs(dossier: Dossier) -> list[Paragraph]:
    """Return the plan as headings and text, and how far it is; without one what to do."""
    plan = dossier.plan
    if plan is None:
        return [
            ("strong", "Er is nog geen plan van aanpak."),
            (
                "muted",
                "Spreek het hoofddoel af en leg het vast als besluit (Ctrl+B). Het plan schrijft u in de casus.",
            ),
        ]
    lines: list[Paragraph] = [
        ("muted", plan_zin(dossier)),
        ("strong", "Hoofddoel"),
        ("", plan.hoofddoel or "Nog niet geformuleerd."),
    ]
    if plan.afschaalcriterium.strip():
        lines += [("strong", "Afschalen wanneer"), ("", plan.afschaalcriterium)]
    else:
        lines.append(("fault", GEEN_AFSCHAALCRITERIUM))
    if plan.evaluatiedatum is not None:
        lines.append(("muted", f"Evaluatie {date_in_words(plan.evaluatiedatum)}"))
    else:
        lines.append(("fault", PLAN_MIST["evaluatiedatum"]))
    for goal in plan.doelen:
        lines += [("strong", met_hoofdletter(goal.leefgebied)), ("", goal.doel), *_said(goal, SMART)]
    for number, scenario in enumerate(plan.scenarios, 1):
        lines += [
            ("strong", f"Scenario {number}"),
            ("", f"Als {scenario.als}"),
            ("", f"Dan {scenario.dan}"),
            *_said(scenario, (("wie_belt_wie", "Wie belt wie"), ("telefoon", "Telefoon (24 uur)"))),
        ]
    for number, afspraak in enumerate(plan.escalatie, 1):
        lines += [
            ("strong", f"Escalatie {number}"),
            ("", afspraak.wanneer),
            *_said(afspraak, (("naar_wie", "Naar wie"), ("door_wie", "Door wie"))),
        ]
    if plan.bellen:
        lines.append(("strong", "Crisiskaart: bel in deze volgorde"))
    for number, bel in enumerate(plan.bellen, 1):
        lines.append(("", " · ".join(filter(None, (f"{number}. {bel.wie}", bel.nummer, bel.bereikbaar)))))
    return lines


def _said(row: object, fields: Sequence[tuple[str, str]]) -> list[Paragraph]:
    """Return the filled fields of a row, each behind its label."""
    found = [(label, getattr(row, name)) for name, label in fields]
    return [("muted", f"{label}: {text}") for label, text in found if text.strip()]


def versie_zin(versie: PlanversieRow) -> str:
    """Return 'Versie 2 · wo 2 december 2026 · Werktafel Enschede · OV-2026-002 · B-14'."""
    delen = (
        f"Versie {versie.nummer}",
        date_in_words(versie.datum),
        versie.tafel,
        versie.overlegnummer,
        f"B-{versie.besluit}",
        "ingetrokken" if versie.ingetrokken else "",
    )
    return " · ".join(deel for deel in delen if deel)


def plan_kort(dossier: Dossier) -> tuple[str, str]:
    """Return how far the plan is in a few words, and the state that goes with it."""
    stand = planstand(plan_van_dossier(dossier), dossier.planversies)
    if stand is Planstand.GEEN:
        nodig = vraagt_leiding(dossier.kop.status, dossier.kop.caseload)
        return ("nog geen plan", "danger") if nodig else ("geen plan nodig", "muted")
    if stand is Planstand.VASTGESTELD:
        return f"versie {dossier.planversies[0].nummer}", "ok"
    nummer = dossier.planversies[0].nummer + 1 if dossier.planversies else 1
    return f"concept van versie {nummer}", "warn"


def plan_zin(dossier: Dossier) -> str:
    """Say whether a table adopted the plan, and whether it changed since."""
    stand = planstand(plan_van_dossier(dossier), dossier.planversies)
    if stand is Planstand.GEEN:
        return "Er is nog geen plan. Begin met het hoofddoel en met het afschaalcriterium."
    if stand is Planstand.CONCEPT:
        return "Concept: nog door geen tafel vastgesteld."
    laatste = dossier.planversies[0]
    welke = f"versie {laatste.nummer} van {date_in_words(laatste.datum)} (B-{laatste.besluit})"
    if stand is Planstand.GEWIJZIGD:
        return f"Concept van versie {laatste.nummer + 1}: gewijzigd na {welke}."
    door = f", door {laatste.tafel}" if laatste.tafel else ""
    return f"Vastgesteld: {welke}{door}."
