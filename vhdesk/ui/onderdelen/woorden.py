"""How screens word numbers, days and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vhdesk.vocabulary import Tekort
from vhdesk.vocabulary import met_hoofdletter as met_hoofdletter  # of the words of screens
from vhdesk.vocabulary import opsomming as opsomming


def telling(aantal: int, enkel: str, meer: str) -> str:
    """Return "1 casus" or "12.000 casussen", with Dutch thousands."""
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


def eventueel(aantal: int, enkel: str, meer: str) -> str:
    """Return "1 casus" or "12 casussen"; "" for none."""
    return telling(aantal, enkel, meer) if aantal else ""


def met_punten(delen: Iterable[str]) -> str:
    """Return the parts that are not empty with a dot between them."""
    return "  ·  ".join(deel for deel in delen if deel)


def getal(aantal: int) -> str:
    """Return a whole number with points between the thousands."""
    return f"{aantal:,}".replace(",", ".")


def dagen(aantal: int) -> str:
    """Return "1 dag" or "6 dagen"."""
    return telling(aantal, "dag", "dagen")


def over_dagen(aantal: int) -> str:
    """Return when something is, counted from today: "vandaag", "morgen", "over 4 dagen", "3 dagen geleden"."""
    near = {0: "vandaag", 1: "morgen", -1: "gisteren"}
    if aantal in near:
        return near[aantal]
    return f"over {dagen(aantal)}" if aantal > 0 else f"{dagen(-aantal)} geleden"


_ZONDER = {
    Tekort.CASEMANAGER: "casemanager",
    Tekort.VERANTWOORDELIJKE: "verantwoordelijke",
    Tekort.PLAN: "plan",
    Tekort.VOLGENDE_DATUM: "datum",
    Tekort.BESLUIT: "besluit",
}


def zonder(tekorten: Sequence[Tekort]) -> str:
    """Return "geen casemanager, verantwoordelijke of datum"; "" when nothing is missing."""
    delen = [_ZONDER[tekort] for tekort in tekorten if tekort in _ZONDER]
    woorden = [f"geen {opsomming(delen, 'of')}"] if delen else []
    if Tekort.ROL_WEG in tekorten:
        woorden.append(Tekort.ROL_WEG.label)
    return ", ".join(woorden)
