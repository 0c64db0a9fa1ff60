"""Pieces that never tear, and how they are divided over sheets.

Every part of a paper becomes a list of pieces (``Stuk``). A piece has a height, the white above it, and a few rules
for where a sheet may end. Dividing looks at nothing else, so headings, lines of text and rows of tables all keep
the same promises: no heading at the foot of a sheet, no torn row, no empty sheet.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vhdesk.printing.structuur import Element

if TYPE_CHECKING:
    from vhdesk.printing.pen import Pen
    from vhdesk.printing.zetter import Zetter

_EPSILON = 0.01


@dataclass(slots=True, kw_only=True)
class Stuk:
    """The smallest thing that stays whole.

    voor: white above it, left out at the top of a sheet; bij_volgende: stays with what follows; herhaal: drawn
    again above this piece where a sheet begins with it; nieuw_blad: begins a sheet; anker: name that contents
    and bookmarks refer to; opschrift: what the header of this and the next sheets adds to the title; element: of which
    element of the paper it is a part, None for what is not read (a line, a ground).
    """

    hoogte: float
    voor: float = 0.0
    bij_volgende: bool = False
    herhaal: Stuk | None = None
    nieuw_blad: bool = False
    anker: str = ""
    opschrift: str | None = None
    element: Element | None = None

    @abstractmethod
    def teken(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the left top corner at (x, top), in points from the left bottom of the sheet."""


class Blok(Protocol):
    """A part of a paper that can be laid out for a width."""

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return the pieces, in order."""


@dataclass(frozen=True, slots=True)
class OpNieuwBlad:
    """A block that begins a sheet. ``opschrift`` is what the header adds from here on ('' for nothing)."""

    blok: Blok
    opschrift: str = ""

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return the pieces of the block; the first begins a sheet."""
        pieces = self.blok.stukken(zetter, breedte)
        for piece in pieces[:1]:
            piece.nieuw_blad = True
            piece.opschrift = self.opschrift
        return pieces


class Geplaatst(NamedTuple):
    """A piece on a sheet, ``y`` points below the top of the text area. ``herhaald``: it was read on an earlier sheet."""

    stuk: Stuk
    y: float
    herhaald: bool = False


@dataclass(slots=True)
class Blad:
    """One sheet."""

    opschrift: str
    geplaatst: list[Geplaatst] = field(default_factory=list)


def verdeel(stukken: Iterable[Stuk], hoogte: float) -> list[Blad]:
    """Divide pieces over sheets with a text area of ``hoogte`` points. At least one piece per sheet."""
    divider = _Divider(hoogte)
    chain: list[Stuk] = []
    for stuk in stukken:
        if stuk.nieuw_blad and chain:
            divider.add(chain)
            chain = []
        chain.append(stuk)
        if not stuk.bij_volgende:
            divider.add(chain)
            chain = []
    if chain:
        divider.add(chain)
    return divider.bladen


class _Divider:
    """Fills sheets with chains of pieces that stay together."""

    def __init__(self, hoogte: float) -> None:
        self.hoogte = hoogte
        self.bladen: list[Blad] = []
        self.y = 0.0

    def add(self, chain: Sequence[Stuk]) -> None:
        """Place ``chain`` on this sheet or the next; longer than a sheet, it is broken piece by piece."""
        if chain[0].nieuw_blad or not self.bladen:
            self._new_sheet(chain[0])
        elif self.y + self._height(chain, at_top=not self._filled()) > self.hoogte + _EPSILON:
            if self._height(chain, at_top=True) > self.hoogte + _EPSILON:
                self._add_loose(chain)
                return
            self._new_sheet(chain[0])
        for stuk in chain:
            if self._filled() and self.y + stuk.voor + stuk.hoogte > self.hoogte + _EPSILON:
                self._new_sheet(stuk)
            self._place(stuk)

    def _add_loose(self, chain: Sequence[Stuk]) -> None:
        """Place a chain that fits no sheet: its last pieces that must share a sheet still do where they can."""
        for index, stuk in enumerate(chain):
            pair = chain[index : index + 2]
            need = self._height(pair, at_top=not self._filled())
            if self._filled() and self.y + need > self.hoogte + _EPSILON:
                self._new_sheet(stuk)
            self._place(stuk)

    def _filled(self) -> bool:
        return bool(self.bladen[-1].geplaatst)

    def _height(self, chain: Sequence[Stuk], *, at_top: bool) -> float:
        height = sum(stuk.voor + stuk.hoogte for stuk in chain)
        if at_top:
            height -= chain[0].voor
            if chain[0].herhaal is not None:
                height += chain[0].herhaal.hoogte
        return height

    def _new_sheet(self, first: Stuk) -> None:
        previous = self.bladen[-1].opschrift if self.bladen else ""
        self.bladen.append(Blad(previous if first.opschrift is None else first.opschrift))
        self.y = 0.0

    def _place(self, stuk: Stuk) -> None:
        blad = self.bladen[-1]
        if blad.geplaatst:
            self.y += stuk.voor
        elif stuk.herhaal is not None:
            blad.geplaatst.append(Geplaatst(stuk.herhaal, self.y, herhaald=True))
            self.y += stuk.herhaal.hoogte
        blad.geplaatst.append(Geplaatst(stuk, self.y))
        self.y += stuk.hoogte
