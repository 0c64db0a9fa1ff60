"""Room to write by hand: dotted lines, and boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vhdesk.printing.blok import Stuk
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import CEL, HAARLIJN, VELDLIJN
from vhdesk.printing.structuur import Element
from vhdesk.printing.zetter import Zetter

LIJN_HOOGTE: Final = 22.0  # points: a hand writes in 7 to 8 mm
_VAKJE: Final = 8.0
_NA_VAKJE: Final = 4.0
_TUSSEN: Final = 12.0


@dataclass(slots=True, kw_only=True)
class _LijnStuk(Stuk):
    """One line to write on."""

    breedte: float

    def teken(self, pen: Pen, x: float, top: float) -> None:
        pen.dots(x, top - self.hoogte + 4, x + self.breedte, VELDLIJN)


@dataclass(frozen=True, slots=True)
class Schrijflijnen:
    """``aantal`` dotted lines under each other, which stay on one sheet."""

    aantal: int

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return a piece per line."""
        return [
            _LijnStuk(hoogte=LIJN_HOOGTE, breedte=breedte, bij_volgende=number < self.aantal - 1)
            for number in range(self.aantal)
        ]


@dataclass(slots=True, kw_only=True)
class _VakjesStuk(Stuk):
    """Boxes with a word behind each, on one line."""

    plaatsen: tuple[tuple[float, float, str], ...]

    def teken(self, pen: Pen, x: float, top: float) -> None:
        for left, width, words in self.plaatsen:
            pen.box(x + left, top - self.hoogte + 3, _VAKJE, _VAKJE, VELDLIJN, HAARLIJN)
            at = x + left + _VAKJE + _NA_VAKJE
            pen.text(at, top - self.hoogte + 4, f"{words} ", CEL.letter, width, self.element)


@dataclass(frozen=True, slots=True)
class Vakjes:
    """A box per word, side by side and on the next line when the line is full."""

    woorden: tuple[str, ...]

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return a piece per line."""
        lijnen: list[list[tuple[float, float, str]]] = [[]]
        at = 0.0
        for woord in self.woorden:
            width = zetter.width(CEL.letter.font, woord) * CEL.letter.grootte
            needed = _VAKJE + _NA_VAKJE + width
            if at and at + needed > breedte:
                lijnen.append([])
                at = 0.0
            lijnen[-1].append((at, width, woord))
            at += needed + _TUSSEN
        return [_VakjesStuk(hoogte=15.0, plaatsen=tuple(lijn), element=Element("P")) for lijn in lijnen]
