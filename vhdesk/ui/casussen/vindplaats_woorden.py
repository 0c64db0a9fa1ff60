"""Where a hit of the search stands, in words, in which tab of the case, and what to look for there."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.queries.zoektaal import BEGIN, EINDE

_VOOR = 24  # characters before the hit
_ROND = (24, 8, 0)  # characters around it by which its place is recognised, the most exact first

AANMELDING = "aanmelding"  # not a tab of the case: the page of the referrals shows it
# the table of the text -> what the row says, and the tab that shows it
_PLAATSEN = {
    "casus": ("Casus", "overzicht"),
    "grondslag": ("Grondslag", "bescherming"),
    "aanmelding": ("Aanmelding", AANMELDING),
    "bekendheid": ("Bekendheid", "bescherming"),
    "bijlage": ("Bijlage", "overzicht"),
    "uitvraag": ("Uitvraag", "tijdlijn"),
    "weging": ("Weging", AANMELDING),
    "plicht": ("Terugkoppeling", AANMELDING),
    "besluit": ("Besluit", "besluiten"),
    "actie": ("Actie", "acties"),
    "inbreng": ("Inbreng", "leefgebieden"),
    "factor": ("Factor", "leefgebieden"),
    "plan_van_aanpak": ("Plan", "plan"),
    "planversie": ("Vastgesteld plan", "plan"),
    "plandoel": ("Doel", "plan"),
    "scenario": ("Crisiskaart", "plan"),
    "belnummer": ("Belnummer", "plan"),
    "escalatieafspraak": ("Opschalen", "plan"),
    "casusmethode": ("Methode", "tijdlijn"),
    "methodenotitie": ("Methode", "methode"),
    "casusgebeurtenis": ("Stap", "tijdlijn"),
    "agendapunt": ("Overleg", "tijdlijn"),
    "betrokkene": ("Betrokkene", "betrokkenen"),
    PERSOON: ("Betrokkene", "betrokkenen"),
}


@dataclass(frozen=True, slots=True)
class Gemarkeerd:
    """A line to show and (start, length) of what was found in it."""

    tekst: str
    raak: tuple[tuple[int, int], ...]


def gemarkeerd(fragment: str) -> Gemarkeerd:
    """Return a fragment without its signs, with the places that stood between them."""
    tekst, raak = "", []
    for stuk in fragment.split(BEGIN):
        woord, sluit, rest = stuk.partition(EINDE)
        if sluit:
            raak.append((len(tekst), len(woord)))
        tekst += woord + rest
    return Gemarkeerd(tekst, tuple(raak))


def vindplaats_regel(plaats: Vindplaats) -> Gemarkeerd:
    """Return "Inbreng: …schulden bij de": a text begins so short before the hit that a narrow list shows the hit; of a
    betrokkene the name always comes first."""
    voor, begin, rest = " ".join(plaats.fragment.split()).partition(BEGIN)
    if plaats.bron != PERSOON and begin and len(voor) > _VOOR:
        voor = f"…{voor[-_VOOR:].partition(' ')[2]}"
    return gemarkeerd(f"{_PLAATSEN[plaats.bron][0]}: {voor}{begin}{rest}")


def vindplaats_tab(plaats: Vindplaats) -> str:
    """Return the tab in which the hit stands, or ``AANMELDING``."""
    return _PLAATSEN[plaats.bron][1]


def vindplaats_woorden(plaats: Vindplaats) -> tuple[str, ...]:
    """Return what to look for in the file: the hit with the words around it, with less of them, and by itself."""
    regel = gemarkeerd(" ".join(plaats.fragment.split()))
    if not regel.raak:
        return ("",)
    (begin, lengte), einde = regel.raak[0], len(regel.tekst)
    randen = [(max(0, begin - rond), min(einde, begin + lengte + rond)) for rond in _ROND]
    return tuple(dict.fromkeys(regel.tekst[van:tot].strip("… ") for van, tot in randen))


def naam_raak(naam: str, plaats: Vindplaats) -> tuple[tuple[int, int], ...]:
    """Return which places of a name, as the list shows it, were found."""
    spreektaal = gemarkeerd(plaats.fragment.split(", ")[0])
    woorden = {spreektaal.tekst[begin : begin + lengte] for begin, lengte in spreektaal.raak}
    plekken = ((naam.find(woord), len(woord)) for woord in woorden)
    return tuple(sorted(plek for plek in plekken if plek[0] >= 0))
