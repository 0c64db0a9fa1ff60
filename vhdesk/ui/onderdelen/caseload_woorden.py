"""How the counts of the Top X read: n / 250, of the house or of a table with a list of its own."""

from __future__ import annotations

from collections.abc import Iterable

from vhdesk.queries.caseload import CaseloadStand
from vhdesk.ui.onderdelen.woorden import getal


def teller(stand: CaseloadStand) -> str:
    """Return "Top X 248 / 250", with the table when it is its own list, and how many are too many."""
    van = f" {stand.tafel}" if stand.tafel else ""
    over = f" ({getal(stand.over)} te veel)" if stand.over else ""
    return f"Top X{van} {getal(stand.top_x)} / {getal(stand.norm)}{over}"


def caseload_words(stand: CaseloadStand) -> str:
    """Return both counts of a list: "Top X 248 / 250 · hulp in de uitvoering 31"; short behind the name of a table."""
    hulp = "hulp" if stand.tafel else "hulp in de uitvoering"
    return f"{teller(stand)} · {hulp} {getal(stand.hulp)}"


def lijst_woorden(lijsten: Iterable[CaseloadStand]) -> str:
    """Return a line per list."""
    return "\n".join(map(caseload_words, lijsten))
