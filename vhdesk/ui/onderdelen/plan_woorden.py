"""How a plan van aanpak reads, as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import PlanRow
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.text_column import Paragraph
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM

SMART = (
    ("meetbaar", "Meetbaar"),
    ("acceptabel", "Acceptabel"),
    ("realistisch", "Realistisch"),
    ("tijdgebonden", "Tijdgebonden"),
)


def plan_paragraphs(plan: PlanRow | None) -> list[Paragraph]:
    """Return the plan as headings and text; without one what to do."""
    if plan is None:
        return [
            ("strong", "Er is nog geen plan van aanpak."),
            (
                "muted",
                "Spreek het hoofddoel af en leg het vast als besluit (Ctrl+B). Het plan schrijft u in de casus.",
            ),
        ]
    lines: list[Paragraph] = [("strong", "Hoofddoel"), ("", plan.hoofddoel or "Nog niet geformuleerd.")]
    if plan.afschaalcriterium.strip():
        lines += [("strong", "Afschalen wanneer"), ("", plan.afschaalcriterium)]
    else:
        lines.append(("fault", GEEN_AFSCHAALCRITERIUM))
    if plan.evaluatiedatum is not None:
        lines.append(("muted", f"Evaluatie {date_in_words(plan.evaluatiedatum)}"))
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
    return lines


def _said(row: object, fields: Sequence[tuple[str, str]]) -> list[Paragraph]:
    """Return the filled fields of a row, each behind its label."""
    found = [(label, getattr(row, name)) for name, label in fields]
    return [("muted", f"{label}: {text}") for label, text in found if text.strip()]
