"""A sheet of raw cells: what every reader delivers and every later step works on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from vhdesk.errors import InvalidPackage
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Weigering

Cel = str | int | float | date | None
Voortgang = Callable[[str, int, int], None]
"""Called now and then with a phase, the rows done and the total (0: unknown); may raise ``Interrupted``."""

LEZEN, BEGRIJPEN, VERGELIJKEN = "lezen", "begrijpen", "vergelijken"  # the phases of reading a list
STAP = 500  # rows between two reports of progress

MAX_BYTES = 20 * 2**20  # a list of 12,000 persons is about 1 MB
MAX_REGELS = 50_000
MAX_KOLOMMEN = 200
MAX_CEL = 32_767  # what a cell of a workbook can hold

FORMULE = "="  # stands for a cell whose result is not in the file: a formula, or an error such as #N/A
_REKENFOUTEN = frozenset(
    [
        "#N/A",
        "#N/B",
        "#VALUE!",
        "#WAARDE!",
        "#REF!",
        "#VERW!",
        "#NAME?",
        "#NAAM?",
        "#DIV/0!",
        "#DEEL/0!",
        "#NUM!",
        "#GETAL!",
        "#NULL!",
        "#LEEG!",
        "#SPILL!",
        "#OVERLOOP!",
        "#CALC!",
        "#BEREKEN!",
        "#####",
    ]
)


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


def is_rekenfout(cel: Cel) -> bool:
    """Return whether a spreadsheet shows this instead of a result: "#N/A", or "#N/B" as a Dutch Excel exports it."""
    return isinstance(cel, str) and cel.startswith("#") and cel.strip().upper() in _REKENFOUTEN


def verzamel(rijen: Iterable[tuple[int, list[Cel]]], voortgang: Voortgang | None = None) -> tuple[Regel, ...]:
    """Keep the rows that hold something, trimmed on the right.

    Raises InvalidPackage beyond the limits of rows, columns and text in one cell.
    """
    regels: list[Regel] = []
    for gelezen, (nummer, cellen) in enumerate(rijen):
        if voortgang is not None and gelezen % STAP == 0:
            voortgang(LEZEN, gelezen, 0)
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
        regels.append(Regel(nummer, tuple(FORMULE if is_rekenfout(cel) else cel for cel in cellen)))
    return tuple(regels)
