"""What is said of the plan van aanpak: refusals, and the words that stand where something is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary import Term


class Planstand(Term):
    """How far the one plan of a case is; adopted is what a table decided."""

    GEEN = "geen", "geen plan"
    CONCEPT = "concept", "plan in concept", "Geschreven, nog door geen tafel vastgesteld."
    VASTGESTELD = "vastgesteld", "plan vastgesteld"
    GEWIJZIGD = (
        "gewijzigd",
        "plan gewijzigd na vaststelling",
        "Het plan van nu is het concept van een volgende versie.",
    )


class Verschilsoort(Term):
    """How a part of one version of a plan differs from the same part of another."""

    ERBIJ = "erbij", "erbij"
    WEG = "weg", "weg"
    GEWIJZIGD = "gewijzigd", "gewijzigd"


PLAN: Final[Mapping[str, tuple[str, str]]] = {
    "bellen_zonder_wie": (
        "Bij een nummer van de crisiskaart staat niet wie er belt of wordt gebeld.",
        "Schrijf op wie dit is, of haal de regel weg.",
    ),
    "doel_zonder_tekst": ("Een doel heeft tekst nodig.", "Schrijf op wat u wilt bereiken."),
    "escalatie_zonder_wanneer": (
        "Een afspraak over escalatie zegt niet wanneer zij geldt.",
        "Schrijf op wanneer er wordt opgeschaald, of haal de regel weg.",
    ),
    "plan_al_vastgesteld": (
        "Het plan is al vastgesteld, en sindsdien is er niets gewijzigd.",
        "Wijzig eerst het plan, of laat het zo.",
    ),
    "plan_is_vastgesteld": (
        "Dit plan is door een tafel vastgesteld en kan niet verdwijnen.",
        "Wijzig het plan: dat wordt een volgende versie.",
    ),
    "plan_niet_gevonden": ("Van casus {casus} is geen plan.", "Schrijf eerst het plan van aanpak."),
    "planversie_niet_gevonden": ("Deze versie van het plan bestaat niet.", "Kies een versie uit de lijst."),
    "plan_zonder_hoofddoel": (
        "Een plan zonder hoofddoel kan niet worden vastgesteld.",
        "Schrijf eerst op wat er bereikt moet zijn.",
    ),
    "plan_zonder_afschaalcriterium": (
        "Een plan zonder afschaalcriterium kan niet worden vastgesteld.",
        "Schrijf eerst op wanneer de casus van tafel kan.",
    ),
    "plan_zonder_evaluatiedatum": (
        "Een plan zonder evaluatiedatum kan niet worden vastgesteld.",
        "Spreek eerst af wanneer de tafel het plan bekijkt.",
    ),
    "scenario_zonder_signaal": (
        "Een scenario noemt geen signaal.",
        "Schrijf bij “Als” op waaraan u het ziet, of haal het scenario weg.",
    ),
}

# The papers of a plan; with how they left the vault these words are the line in the journaal.
CRISISKAART, PLANSTUK, PLANVERSCHIL, TIJDLIJN = CASUSSTUKKEN = (
    "crisiskaart",
    "plan",
    "planverschil",
    "tijdlijn",
)
AFDRUKKEN, OPSLAAN = "afdrukken", "opslaan als PDF"
PRESENTIELIJST: Final = "presentielijst"  # a paper of a meeting; nothing of a case is on it
OVERLEGPAKKET: Final = "overlegpakket"  # a paper of a meeting; all its cases are in it

PLAN_VASTSTELLEN: Final = "vaststellen-plan"  # the besluittype with which a table adopts the plan

GEEN_AFSCHAALCRITERIUM: Final = "Het afschaalcriterium ontbreekt: schrijf op wanneer de casus van tafel kan."
# What a plan must say before a table adopts it: beside the field on the screen, and on paper.
PLAN_MIST: Final = {
    "hoofddoel": "Het hoofddoel ontbreekt: schrijf op wat er bereikt moet zijn.",
    "afschaalcriterium": GEEN_AFSCHAALCRITERIUM,
    "evaluatiedatum": "De evaluatiedatum ontbreekt: spreek af wanneer de tafel het plan bekijkt.",
}


def vaststeltekst(nummer: int) -> str:
    """Return the words of the decision by which a table adopts this version."""
    return f"Versie {nummer} van het plan van aanpak is vastgesteld."


GEEN_NIEUWE_VERSIE: Final = (
    "er is geen nieuwe versie van het plan: hoofddoel, afschaalcriterium of evaluatiedatum ontbreekt, of er is niets "
    "gewijzigd."
)
GEEN_AANLEIDING: Final = "De aanleiding ontbreekt: schrijf haar op bij het overzicht van de casus."
POSITIEF: Final = (
    "Deze tafel formuleert doelen positief: schrijf op wat er komt, niet wat er weg moet. Bijvoorbeeld “werkt vier "
    "dagen per week” in plaats van “hangt niet meer rond”."
)
NEGATIEF: Final = "Dit doel zegt wat er niet moet zijn. Kunt u opschrijven wat er wel komt?"

_ONTKENNING: Final = re.compile(r"\b(niet|geen|nooit|niemand|nergens|zonder|stopt|stoppen)\b", re.IGNORECASE)


def klinkt_negatief(doel: str) -> bool:
    """Whether a goal says what must go; a table on radicalisation asks what comes instead (domein.md §1)."""
    return _ONTKENNING.search(doel) is not None
