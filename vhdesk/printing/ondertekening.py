"""Where the chair signs."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Stuk
from vhdesk.printing.onderdelen import NIET_VASTGELEGD
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import CEL_LABEL, CEL_STERK, VELDLIJN
from vhdesk.printing.structuur import Element, verzamel
from vhdesk.printing.typografie import schoon
from vhdesk.printing.zetter import Zetter


@dataclass(slots=True, kw_only=True)
class _OndertekeningStuk(Stuk):
    """A line to sign on, with what stands under it."""

    velden: list[tuple[float, float, list[Stuk]]]

    def teken(self, pen: Pen, x: float, top: float) -> None:
        line = top - 54
        for left, width, pieces in self.velden:
            pen.line(x + left, line, x + left + width, VELDLIJN)
            y = line - 3
            for piece in pieces:
                piece.teken(pen, x + left, y)
                y -= piece.hoogte


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Place for the signature of the chair and for the date; never torn from each other."""

    naam: str

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return one piece with two fields beside each other."""
        width = (breedte - 24) / 2
        left = [
            *alinea("Voorzitter", CEL_LABEL).stukken(zetter, width),
            *alinea(schoon(self.naam) or NIET_VASTGELEGD, CEL_STERK).stukken(zetter, width),
        ]
        right = alinea("Datum", CEL_LABEL).stukken(zetter, width)
        height = 57 + sum(piece.hoogte for piece in left)
        velden = [(0.0, width, left), (width + 24, width, right)]
        part = Element("Div", list(verzamel([*left, *right])))
        return [_OndertekeningStuk(hoogte=height, voor=14, velden=velden, element=part)]
