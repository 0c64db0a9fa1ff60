"""Who decides at a table, and how a decision that was asked of another body reads, on screen and on paper the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from vhdesk.dutch_date import short_date
from vhdesk.vocabulary import Tafelsoort, Vraagstand

_EIGEN_GREMIUM: Final = {
    Tafelsoort.WERKTAFEL: "werktafel",
    Tafelsoort.CASUSTAFEL: "casustafel",
    Tafelsoort.VEILIGHEIDSKAMER: "veiligheidskamer",
    Tafelsoort.CASUSOVERLEG: "casustafel",
}


def eigen_gremium(soort: Tafelsoort) -> str:
    """Return the code of the gremium that a table of this kind is itself."""
    return _EIGEN_GREMIUM[soort]


def moet_gevraagd(
    type_kenmerken: Mapping[str, Any], eigen: str, gremium_kenmerken: Mapping[str, Any]
) -> bool:
    """Return whether the table ``eigen`` has to ask this kind of decision of that other gremium.

    A partner at the table speaks for its own authority. What the table may not decide at all is asked, and so is
    what an office or another meeting decides (no group of organisations sits at the table for it). Advising and
    requesting is what the table does itself. Source: besluittypen and gremia; jaarplan NOG 2017.
    """
    if type_kenmerken.get("gremium_is") == "ontvanger":
        return False
    gremia = type_kenmerken.get("gremia") or ()
    return bool(gremia and eigen not in gremia) or gremium_kenmerken.get("groepen") == []


def gevraagd_aan(gremium: str, antwoord_voor: date | None) -> str:
    """Return "gevraagd aan burgemeester, antwoord vóór 4-12-2026"."""
    voor = f", antwoord vóór {short_date(antwoord_voor)}" if antwoord_voor is not None else ""
    return f"gevraagd aan {gremium}{voor}"


ONDER_VOORBEHOUD: Final = "onder voorbehoud"


def voorbehoud_van(voorbehoud: str, op: date | None, door: str) -> str:
    """Return "onder voorbehoud: OM niet aanwezig", once confirmed "bekrachtigd op 2-12-2026 door de officier; genomen
    zonder OM", and "" for what was taken with everyone there."""
    if not voorbehoud:
        return ""
    if op is None:
        return f"{ONDER_VOORBEHOUD}: {voorbehoud} niet aanwezig"
    return f"bekrachtigd op {short_date(op)} door {door}; genomen zonder {voorbehoud}"


def antwoord_van(stand: Vraagstand, op: date | None, door: str, antwoord: str) -> str:
    """Return "genomen op 2-12-2026 door burgemeester De Wit: tot 1 maart"."""
    wanneer = f" op {short_date(op)}" if op is not None else ""
    woorden = f": {antwoord}" if antwoord else ""
    return f"{stand.label}{wanneer} door {door}{woorden}"
