"""Which actions are shown: of one table, of one organisation or person, late or without a date, with certain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vhdesk.folding import fold, found_in
from vhdesk.queries.acties import ActiepersoonRow, ActieRow
from vhdesk.ui.onderdelen.actie_regel import actie_nummer
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling

OVER, ZONDER = "over", "zonder_termijn"
DATUMS = ((OVER, "Over datum"), (ZONDER, "Zonder datum"))


def gefilterd(rows: Iterable[ActieRow], words: str) -> list[ActieRow]:
    """Return the rows that hold every word."""
    return [row for row in rows if _woorden_passen(row, words)]


def personen(rows: Iterable[ActiepersoonRow]) -> list[tuple[str, str]]:
    """Return who has these actions to do, as choices; of two people with one name with where they work."""
    rows = tuple(rows)
    vaak = Counter(fold(row.naam) for row in rows)
    return [
        (row.id, f"{row.naam}, {row.organisatie}" if vaak[fold(row.naam)] > 1 else row.naam) for row in rows
    ]


def _woorden_passen(row: ActieRow, words: str) -> bool:
    if not words:
        return True
    delen = (
        actie_nummer(row), row.omschrijving, row.naam, row.casusnummer, row.organisatie, row.medewerker, row.conditie,
    )  # fmt: skip
    return found_in(words, fold(" ".join(delen)))


def telregel(shown: int, total: int, over: int, *, meer: bool) -> str:
    """Return the line under the heading: how many, how many of them late. ``meer``: these are only the first."""
    if not total:
        return "Geen open acties"
    words = telling(total, "open actie", "open acties")
    if meer:
        words = f"de eerste {words}; kies een filter voor meer"
    if shown < total:
        words = f"{shown} van {words}"
    return met_hoofdletter(f"{words}  ·  {over} over datum" if over else words)
