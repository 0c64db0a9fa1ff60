"""How a decision that was asked of another body reads, on screen and on paper the same."""

from __future__ import annotations

from datetime import date

from vhdesk.dutch_date import short_date
from vhdesk.vocabulary import Vraagstand


def gevraagd_aan(gremium: str, antwoord_voor: date | None) -> str:
    """Return "gevraagd aan burgemeester, antwoord vóór 4-12-2026"."""
    voor = f", antwoord vóór {short_date(antwoord_voor)}" if antwoord_voor is not None else ""
    return f"gevraagd aan {gremium}{voor}"


def antwoord_van(stand: Vraagstand, op: date | None, door: str, antwoord: str) -> str:
    """Return "genomen op 2-12-2026 door burgemeester De Wit: tot 1 maart"."""
    wanneer = f" op {short_date(op)}" if op is not None else ""
    woorden = f": {antwoord}" if antwoord else ""
    return f"{stand.label}{wanneer} door {door}{woorden}"
