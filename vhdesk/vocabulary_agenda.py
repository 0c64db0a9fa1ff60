"""The words of an agenda that is being made: why a case is proposed for it, and what changed after it was fixed."""

from __future__ import annotations

from typing import Final

from vhdesk.vocabulary import Agendasoort, Term

MET_OUDE_ACTIES: Final = frozenset({Agendasoort.VORIG_VERSLAG, Agendasoort.ACTIES})
BLIJFT: Final = frozenset({Agendasoort.OPENING, Agendasoort.SLUITING})  # no meeting without them
ZONDER_CASUS: Final = tuple(soort for soort in Agendasoort if soort is not Agendasoort.CASUS)


def punt_naam(soort: Agendasoort, titel: str) -> str:
    """Return what an item without a case is called: its own title, else the name of its kind."""
    return titel or soort.label


class Voorstelreden(Term):
    """Why a case is due for its table, in the order in which it is said."""

    CODE_ROOD = (
        "code rood",
        "Code Rood",
        "Rechtstreeks naar de tafel, nog niet besproken (jaarplan Twente 2015 §2).",
    )
    TRIAGE = "triage", "nieuw uit de triage", "Opgenomen na weging en sindsdien niet besproken."
    BESLUIT = "besluit", "antwoord op een gevraagd besluit", "Beantwoord en sindsdien niet besproken."
    ACTIES = (
        "acties",
        "acties over datum",
        "Open acties waarvan de termijn op de dag van het overleg voorbij is.",
    )
    EVALUATIE = "evaluatie", "plan evalueren", "De evaluatiedatum van het plan is bereikt."
    NAZORG = "nazorg", "nazorg beoordelen", "De datum van de beoordeling in nazorg is bereikt."
    PARKEERDATUM = "parkeerdatum", "parkeerdatum bereikt", "Geparkeerd tot een datum die bereikt is."
    DATUM = "datum", "afgesproken datum bereikt", "De volgende datum van de casus is bereikt."
    ZONDER_DATUM = (
        "zonder datum",
        "zonder volgende datum",
        "De casus loopt zonder datum waarop hij terugkomt.",
    )


class Agendawijziging(Term):
    """What changed on an agenda after it was fixed."""

    TOEGEVOEGD = "toegevoegd", "toegevoegd", "Stond niet op de vastgestelde agenda."
    VERPLAATST = "verplaatst", "verplaatst", "Staat op een andere plaats dan vastgesteld."
    MINUTEN = "minuten", "andere minuten", "Heeft een andere duur dan vastgesteld."
    HERNOEMD = "hernoemd", "hernoemd", "Heet anders dan vastgesteld."
    VERVALLEN = "vervallen", "vervallen", "Stond op de vastgestelde agenda en niet meer."


class Deelnemersoort(Term):
    """As what somebody is at a meeting (domein.md §2: level 3 knows that there is an outcome, no more)."""

    LID = "deelnemer", "deelnemer", "Zit aan tafel namens een organisatie, stemt mee en telt mee."
    TOEHOORDER = (
        "toehoorder",
        "toehoorder",
        "Luistert mee bij genoemde punten; stemt niet mee en telt niet mee.",
    )
    BETROKKENE = (
        "betrokkene",
        "betrokkene",
        "Over wie het gaat; alleen bij zijn eigen casus of een punt zonder casus.",
    )
    VERTEGENWOORDIGER = (
        "vertegenwoordiger",
        "vertegenwoordiger van betrokkene",
        "Komt voor de betrokkene; alleen bij diens casus of een punt zonder casus.",
    )


GASTEN: Final = tuple(soort for soort in Deelnemersoort if soort is not Deelnemersoort.LID)
VAN_CASUS: Final = frozenset({Deelnemersoort.BETROKKENE, Deelnemersoort.VERTEGENWOORDIGER})
BESLOTEN_DEEL: Final = "Besloten deel"
