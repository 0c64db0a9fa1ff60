"""The words of the named methods of the jaarplannen: what a method may ask, and what is refused about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from vhdesk.vocabulary import Term, opsomming


class Methodenotitiesoort(Term):
    """What is written down at a moment because the method asks for it."""

    KENNIS = "kennis", "stand van kennis", "Wat de partners nu weten, met dag en tijd (10 in Twente)."
    RISICO = "risico", "risicotaxatie", "Het eigen risico-instrument van de methode, ingevuld (Code Rood)."
    VOORWAARDEN = "voorwaarden", "voorwaarden", "Wat geregeld moet zijn, zoals de vijf basisvoorwaarden."


class Methodeeis(Term):
    """What a method may ask of a case; the order is that in which it is shown."""

    LEEFTIJD = "leeftijd", "leeftijd"
    BESCHERMING = "bescherming", "extra bescherming"
    CASUSREGIE = "casusregie", "casusregie"
    RITME = "ritme", "volgende bespreking"
    RISICO = "risico", "risicotaxatie"
    VOORWAARDEN = "voorwaarden", "voorwaarden"
    KENNIS = "kennis", "stand van kennis"
    CRISISKAART = "crisiskaart", "crisiskaart"
    AFSCHAALCRITERIUM = "afschaalcriterium", "afschaalcriterium"


BESCHERMD: Final = "Extra bescherming"
BESCHERMD_PAPIER: Final = "Extra bescherming: geef dit blad alleen aan wie de inhoud mag kennen."


def onder_voorbehoud(namen: Sequence[str]) -> str:
    """Return the mark of a discussion at which somebody missed who had to be there."""
    return f"Onder voorbehoud: {opsomming(namen)} niet aanwezig."


METHODE: Final[Mapping[str, tuple[str, str]]] = {
    "casus_zonder_methode": (
        "Bij casus {nummer} is geen methode gekozen.",
        "Kies eerst de methode, op het tabblad Methode.",
    ),
    "getal_buiten_bereik": (
        "Dit getal kan niet.",
        "Kies 0 tot en met {maximum}; 0 betekent: wordt niet gevraagd.",
    ),
    "leeftijd_omgekeerd": (
        "De hoogste leeftijd is lager dan de laagste.",
        "Draai de twee om, of laat er een leeg.",
    ),
    "meetlijst_voldaan_onbekend": (
        "Een waarde die in orde betekent, staat niet in de schaal.",
        "Neem een woord over uit de schaal.",
    ),
    "meetlijst_zonder_onderdelen": (
        "Er staat niet wat er wordt ingevuld.",
        "Schrijf elk onderdeel op een eigen regel, of maak ook de naam leeg.",
    ),
    "meetlijst_zonder_schaal": (
        "Een schaal heeft ten minste twee waarden.",
        "Schrijf ze achter elkaar, met komma's ertussen.",
    ),
    "methode_al_beeindigd": (
        "Deze methode geldt al niet meer voor de casus.",
        "Kijk op het tabblad Methode welke nu geldt.",
    ),
    "methode_al_gekozen": ("Deze methode geldt al voor casus {nummer}.", "Kies een andere, of laat het zo."),
    "methode_ander_regime": (
        "Deze methode is alleen voor een tafel met het regime {regime}.",
        "Draag de casus eerst over aan die tafel, of kies een andere methode.",
    ),
    "methode_andere_casus": (
        "Deze methode hoort bij een andere casus.",
        "Open die casus, of kies hier een methode.",
    ),
    "methode_onbekend": ("Deze methode staat niet in de lijst.", "Kies er een uit de lijst."),
    "methode_regime_onbekend": ("Dit regime bestaat niet.", "Laat het leeg of neem dat van een tafel over."),
    "methode_vraagt_dit_niet": (
        "De methode {methode} vraagt geen {soort}.",
        "Leg vast wat de methode wel vraagt, of pas de methode aan bij Beheer, Lijsten.",
    ),
    "notitie_in_toekomst": ("Dit moment moet nog komen.", "Vul een dag en tijd in die voorbij zijn."),
    "notitie_zonder_tekst": ("Er staat nog niets.", "Schrijf op wat u weet."),
    "organisatie_mag_niet_weten": (
        "De methode {methode} geeft deze casus extra bescherming: deze organisatie mag de inhoud niet kennen.",
        "Kies een lager niveau, of vul bij Beheer, Lijsten aan wie de inhoud mag kennen.",
    ),
    "score_onbekend": (
        "“{waarde}” past niet bij “{onderdeel}” in deze methode.",
        "Kies een onderdeel en een waarde uit de lijst.",
    ),
    "zetel_organisatie_onbekend": (
        "Bij {zetel} staat een organisatie die niet bestaat.",
        "Neem de naam over van Beheer, Organisaties.",
    ),
    "zetel_zonder_organisatie": (
        "Bij {zetel} staat niet welke organisaties dat zijn.",
        "Schrijf de naam, een dubbele punt, en de organisaties met komma's ertussen.",
    ),
    "scores_ontbreken": ("Er is nog niets ingevuld.", "Kies bij ten minste één onderdeel een waarde."),
}
