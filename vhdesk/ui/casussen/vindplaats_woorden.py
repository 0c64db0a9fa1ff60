"""Where a hit of the search stands, in words, and in which tab of the case."""

from __future__ import annotations

from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.queries.zoektaal import BEGIN, EINDE

_VOOR = 24  # characters before the hit

# the table of the text -> what the row says, and the tab that shows it
_PLAATSEN = {
    "casus": ("Casus", "overzicht"),
    "besluit": ("Besluit", "besluiten"),
    "actie": ("Actie", "acties"),
    "inbreng": ("Inbreng", "leefgebieden"),
    "plan_van_aanpak": ("Plan", "plan"),
    "plandoel": ("Doel", "plan"),
    "scenario": ("Crisiskaart", "plan"),
    "belnummer": ("Belnummer", "plan"),
    "escalatieafspraak": ("Opschalen", "plan"),
    "methodenotitie": ("Methode", "methode"),
    "agendapunt": ("Overleg", "tijdlijn"),
    PERSOON: ("Betrokkene", "betrokkenen"),
}


def vindplaats_regel(plaats: Vindplaats) -> str:
    """Return "Inbreng: …schulden bij de": a text begins so short before the hit that a narrow list shows the hit; of a
    betrokkene the name always comes first."""
    voor, begin, rest = " ".join(plaats.fragment.split()).partition(BEGIN)
    if plaats.bron != PERSOON and begin and len(voor) > _VOOR:
        voor = f"…{voor[-_VOOR:].partition(' ')[2]}"
    return f"{_PLAATSEN[plaats.bron][0]}: {voor}{rest.replace(BEGIN, '').replace(EINDE, '')}"


def vindplaats_tab(plaats: Vindplaats) -> str:
    """Return the tab in which the hit stands."""
    return _PLAATSEN[plaats.bron][1]


def vindplaats_woord(plaats: Vindplaats) -> str:
    """Return the words that were hit, as they stand in the text."""
    return plaats.fragment.partition(BEGIN)[2].partition(EINDE)[0]
