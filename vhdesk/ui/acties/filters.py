"""Which actions are shown: of one table, of one organisation or person, late or without a date, with certain words."""

from __future__ import annotations

from collections.abc import Iterable

from vhdesk.queries.acties import ActieRow
from vhdesk.ui.folding import fold, found_in
from vhdesk.ui.onderdelen.actie_regel import actie_nummer
from vhdesk.ui.onderdelen.woorden import telling

OVER, ZONDER = "over", "zonder_termijn"
DATUMS = ((OVER, "Over datum"), (ZONDER, "Zonder datum"))


def gefilterd(rows: Iterable[ActieRow], datum: str, words: str) -> list[ActieRow]:
    """Return the rows that meet the date filter and hold every word."""
    return [row for row in rows if _datum_past(row, datum) and _woorden_passen(row, words)]


def personen(rows: Iterable[ActieRow]) -> list[tuple[str, str]]:
    """Return who has these actions to do, by name."""
    found = {row.medewerker_id: row.medewerker for row in rows if row.medewerker_id}
    return sorted(found.items(), key=lambda person: fold(person[1]))


def _datum_past(row: ActieRow, datum: str) -> bool:
    if datum == OVER:
        return bool(row.dagen_over)
    if datum == ZONDER:
        return row.termijn is None
    return True


def _woorden_passen(row: ActieRow, words: str) -> bool:
    if not words:
        return True
    delen = (
        actie_nummer(row), row.omschrijving, row.naam, row.casusnummer, row.organisatie, row.medewerker, row.conditie,
    )  # fmt: skip
    return found_in(words, fold(" ".join(delen)))


def telregel(shown: int, total: int, over: int) -> str:
    """Return the line under the heading: how many, how many of them late."""
    if not total:
        return "Geen open acties"
    words = telling(total, "open actie", "open acties")
    if shown < total:
        words = f"{shown} van {words}"
    return f"{words}  ·  {over} over datum" if over else words
