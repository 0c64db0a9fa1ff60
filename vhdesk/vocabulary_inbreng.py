"""Words about what is brought in and on what ground: where a ground came from, and what is refused about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.vocabulary import Term, met_hoofdletter


class Herkomst(Term):
    """Where grondslag, doel or aanbrenger of a case came from when nobody wrote it for this case."""

    STANDAARD = "standaard", "standaard van de tafel", "Ingevuld uit de instelling van de tafel."
    AANMELDING = "aanmelding", "uit de aanmelding", "De organisatie die de casus aanmeldde of aanleverde."


class Informeerstand(Term):
    """Whether the person was told that the case is discussed (AVG 13 and 14; the informering of domein.md §2)."""

    INGELICHT = "ingelicht", "ingelicht", "De persoon weet dat de casus wordt besproken."
    NIET_INGELICHT = "niet ingelicht", "niet ingelicht", "Alleen met de reden: veiligheid of een onderzoek."


def informeer_woorden(stand: Informeerstand | None, op: date | None) -> str:
    """Return "Ingelicht op 1-12-2026." or "Niet ingelicht."; "" when it was not recorded."""
    if stand is None:
        return ""
    dag = f" op {short_date(op)}" if op is not None else ""
    return f"{met_hoofdletter(stand.label)}{dag}."


# What a case needs before it reaches an agenda: the field of the case, and what it is called.
VERPLICHT: Final[Mapping[str, str]] = {
    "grondslag": "grondslag",
    "doelbinding": "doel van het delen",
    "aanbrenger_id": "aanbrengende organisatie",
}

_CITAAT: Final = re.compile(r"\[I-([1-9]\d{0,8})\]")


def citaten(tekst: str) -> tuple[int, ...]:
    """Return the numbers of the statements that a text cites as [I-12], in order of first mention.

    >>> citaten("Hij woont alleen [I-3], niet bij zijn moeder [I-12]. Zie ook [I-3].")
    (3, 12)
    """
    return tuple(dict.fromkeys(int(nummer) for nummer in _CITAAT.findall(tekst)))


def citaat(nummer: int) -> str:
    """Return how a text cites a statement: '[I-12]'."""
    return f"[I-{nummer}]"


# A sentence ends before a capital or a citation; not after an abbreviation, so that too much stays one sentence, never too
# little.
_EINDE: Final = re.compile(r"(?P<woord>\S+)[.!?][\"”’)]*(?P<ruimte>\s+)(?=[\[\"“A-ZÀ-Þ])")
_VOORAAN: Final = re.compile(r"(?:\[I-\d+\][.,;]?\s*)+")
_AFKORTING: Final = 3  # letters


def zonder_bron(tekst: str, mag: Callable[[int], bool]) -> str:
    """Return a text without the sentences that cite a statement for which ``mag`` says no. A citation between two sentences
    counts for both.

    >>> zonder_bron("Hij woont alleen [I-3]. Hij slikt o.a. methadon [I-4]. Zijn moeder helpt.", lambda n: n == 3)
    'Hij woont alleen [I-3]. Zijn moeder helpt.'
    """
    regels = []
    for regel in tekst.split("\n"):
        over = _zinnen_over(_zinnen(regel), mag)
        if over or not regel.strip():
            regels.append(" ".join(over))
    return "\n".join(regels).strip("\n")


def _zinnen(regel: str) -> list[str]:
    zinnen, begin = [], 0
    for einde in _EINDE.finditer(regel):
        woord = einde["woord"].strip('([“"')
        if len(woord) > _AFKORTING and "." not in woord:
            zinnen.append(regel[begin : einde.start("ruimte")])
            begin = einde.end("ruimte")
    return [*zinnen, regel[begin:].rstrip()]


def _zinnen_over(zinnen: Sequence[str], mag: Callable[[int], bool]) -> list[str]:
    weg = [any(not mag(nummer) for nummer in citaten(zin)) for zin in zinnen]
    for plaats, zin in enumerate(zinnen[1:], start=1):
        vooraan = _VOORAAN.match(zin)
        if vooraan and any(not mag(nummer) for nummer in citaten(vooraan[0])):
            weg[plaats - 1] = True
    return [zin for zin, is_weg in zip(zinnen, weg, strict=True) if not is_weg and zin]


_VUL_IN: Final = "Vul het in bij de casus (Bescherming) of als standaard van de tafel (Beheer)."

INBRENG: Final[Mapping[str, tuple[str, str]]] = {
    "informeren_zonder_reden": (
        "Niet inlichten kan alleen met de reden.",
        "Schrijf bij “Informeren van betrokkene” waarom niet, en kies het daarna.",
    ),
    "inbreng_aangehaald": (
        "I-{nummer} wordt aangehaald in het gezamenlijk beeld.",
        "Haal [I-{nummer}] daar eerst weg.",
    ),
    "inbreng_weersproken": (
        "I-{nummer} wordt weersproken door I-{door}.",
        "Zeg eerst dat zij elkaar niet tegenspreken, of haal I-{door} weg.",
    ),
    "inbrengnummer_onjuist": ("Dit nummer kan de inbreng niet krijgen.", "Laat het nummer weg."),
    "tegenspraak_andere_casus": (
        "Deze inbreng hoort bij een andere casus.",
        "Kies een inbreng van dezelfde casus.",
    ),
    "tegenspraak_keten": (
        "Wat zelf iets weerspreekt of weersproken wordt, kan hier niet nog een keer bij.",
        "Kies de eerste inbreng waar het om gaat.",
    ),
    "casus_zonder_grondslag": (
        "Casus {nummer} kan niet op de agenda. Dit ontbreekt: {ontbreekt}.",
        _VUL_IN,
    ),
    "verplicht_op_agenda": (
        "Casus {nummer} staat op een agenda; dit kan dan niet leeg zijn ({ontbreekt}).",
        "Schrijf er iets anders voor in de plaats.",
    ),
}
