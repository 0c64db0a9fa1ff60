"""A sheet of raw cells: what every reader delivers and every later step works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vhdesk.errors import InvalidPackage
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Weigering

Cel = str | int | float | date | None

MAX_BYTES = 20 * 2**20  # a list of 12,000 persons is about 1 MB
MAX_REGELS = 50_000
MAX_KOLOMMEN = 200
MAX_CEL = 32_767  # what a cell of a workbook can hold

FORMULE = "="  # stands for a formula whose result is not in the file


@dataclass(frozen=True, slots=True)
class Regel:
    """One row that holds something: its number as the spreadsheet shows it, and its cells."""

    nummer: int
    cellen: tuple[Cel, ...]

    def cel(self, kolom: int) -> Cel:
        """Return the cell of a column (counted from 0); None beyond the end of the row."""
        return self.cellen[kolom] if kolom < len(self.cellen) else None

    @property
    def gevuld(self) -> int:
        """How many cells hold something."""
        return sum(1 for cel in self.cellen if cel is not None)


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet. ``meldingen`` are remarks of the reader about the file itself; blank rows are left out."""

    naam: str
    regels: tuple[Regel, ...]
    zichtbaar: bool = True
    soort: str = "xlsx"
    tekenset: str = ""
    scheiding: str = ""
    meldingen: tuple[Opmerkingcode, ...] = ()

    @property
    def breedte(self) -> int:
        """The number of columns of the widest row."""
        return max((len(regel.cellen) for regel in self.regels), default=0)


def verzamel(rijen: Iterable[tuple[int, list[Cel]]]) -> tuple[Regel, ...]:
    """Keep the rows that hold something, trimmed on the right.

    Raises InvalidPackage beyond the limits of rows, columns and text in one cell.
    """
    regels: list[Regel] = []
    for nummer, cellen in rijen:
        while cellen and cellen[-1] is None:
            cellen.pop()
        if not cellen:
            continue
        if len(cellen) > MAX_KOLOMMEN:
            raise InvalidPackage(Weigering.TE_VEEL_KOLOMMEN, grens=MAX_KOLOMMEN)
        if len(regels) >= MAX_REGELS:
            raise InvalidPackage(Weigering.TE_VEEL_RIJEN, grens=MAX_REGELS)
        if any(isinstance(cel, str) and len(cel) > MAX_CEL for cel in cellen):
            raise InvalidPackage(Weigering.CEL_TE_LANG, rij=nummer)
        regels.append(Regel(nummer, tuple(cellen)))
    return tuple(regels)
