"""Which actions are shown: of one table, of one organisation or person, late or without a date, with certain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vhdesk.folding import fold
from vhdesk.queries.acties import ActiepersoonRow, Actietelling
from vhdesk.ui.onderdelen.woorden import getal, met_hoofdletter, telling

OVER, ZONDER = "over", "zonder_termijn"
DATUMS = ((OVER, "Over datum"), (ZONDER, "Zonder datum"))


def personen(rows: Iterable[ActiepersoonRow]) -> list[tuple[str, str]]:
    """Return who has these actions to do, as choices; of two people with one name with where they work."""
    rows = tuple(rows)
    vaak = Counter(fold(row.naam) for row in rows)
    return [
        (row.id, f"{row.naam}, {row.organisatie}" if vaak[fold(row.naam)] > 1 else row.naam) for row in rows
    ]


def telregel(shown: int, stand: Actietelling, *, meer: bool) -> str:
    """Return the line under the heading: how many, how many of them late. ``meer``: these are only the first."""
    if not stand.aantal:
        return "Geen open acties"
    words = telling(stand.aantal, "open actie", "open acties")
    if shown < stand.aantal:
        words = f"{'de eerste ' if meer else ''}{getal(shown)} van {words}"
    if meer and shown < stand.aantal:
        words = f"{words}; kies of zoek om te verfijnen"
    return met_hoofdletter(f"{words}  ·  {getal(stand.over)} over datum" if stand.over else words)
