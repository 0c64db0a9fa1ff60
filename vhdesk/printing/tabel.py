"""Tables: columns with a share of the width, a quiet head that repeats, rows that stay whole.

A row tears only when it is marked ``breekbaar`` (running prose) or is taller than a sheet; then it tears between
lines, never through one.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok, Geplaatst, Stuk
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import A4, LIJN, MARGE, TABELKOP, VLAK
from vhdesk.printing.structuur import Element, verzamel
from vhdesk.printing.zetter import Zetter

_BINNEN: float = 5  # white left and right inside a cell
_BOVEN: float = 3
_ONDER: float = 4
_SAMEN: float = 100  # up to this height the first lines of a torn row stay together
_VOOR: float = 6  # white above a table
# A row above this height is laid out in bands even when it may not tear, since no sheet would hold it.
_HOOGSTE: float = A4[1] - 2 * MARGE - 60

Cel = tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head and its share of the width."""

    kop: str
    deel: float


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of cells. ``breekbaar``: may be divided over two sheets between lines; ``vlak``: its ground; ``koppen``: which
    cells say what the cell after them is about."""

    cellen: tuple[Cel, ...]
    breekbaar: bool = False
    vlak: str = ""
    koppen: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True)
class RijStuk(Stuk):
    """A row, or a band of lines of a row that tears. ``inhoud``: (x, y below the top, line)."""

    inhoud: list[tuple[float, float, Stuk]]
    breedte: float
    lijn_onder: bool = True
    lijn_boven: bool = False
    vlak: str = ""

    def teken(self, pen: Pen, x: float, top: float) -> None:
        if self.vlak:
            pen.rectangle(x, top - self.hoogte, self.breedte, self.hoogte, self.vlak)
        for left, y, stuk in self.inhoud:
            stuk.teken(pen, x + left, top - y)
        if self.lijn_boven:
            pen.line(x, top, x + self.breedte, LIJN)
        if self.lijn_onder:
            pen.line(x, top - self.hoogte, x + self.breedte, LIJN)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. Without heads in its columns it begins with a hairline instead of a head row; ``bijeen`` keeps
    all rows on one sheet where they fit; without ``lijnen`` there are no hairlines. One without any head is a way of
    placing: what stands in it is read from left to right, without a table being called."""

    kolommen: tuple[Kolom, ...]
    rijen: Sequence[Rij]
    voor: float = _VOOR
    binnen_links: float = _BINNEN
    bijeen: bool = False
    lijnen: bool = True

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Lay out the head and the rows; nothing when there are no rows."""
        if not self.rijen:
            return []
        lefts, widths = self._columns(breedte)
        is_table = any(kolom.kop for kolom in self.kolommen) or any(rij.koppen for rij in self.rijen)
        whole = Element("Table" if is_table else "Div")
        head = self._head(zetter, breedte, lefts, widths, whole)
        pieces: list[Stuk] = [] if head is None else [head]
        for index, rij in enumerate(self.rijen):
            row = self._row(zetter, rij, breedte, lefts, widths, whole)
            for piece in row:
                piece.herhaal = head
                piece.lijn_onder = piece.lijn_onder and self.lijnen
                piece.bij_volgende = piece.bij_volgende or (self.bijeen and rij is not self.rijen[-1])
            if head is None and index == 0:
                row[0].lijn_boven = self.lijnen
                row[0].voor = self.voor
            if index == len(self.rijen) - 1 and index and len(row) == 1:
                pieces[-1].bij_volgende = True  # the last row does not stand alone on a sheet
            pieces += row
        return pieces

    def _columns(self, breedte: float) -> tuple[list[float], list[float]]:
        """Return the left side and the width of the text of each column."""
        total = sum(kolom.deel for kolom in self.kolommen)
        lefts: list[float] = []
        widths: list[float] = []
        x = 0.0
        for index, kolom in enumerate(self.kolommen):
            width = breedte * kolom.deel / total
            left = self.binnen_links if index == 0 else _BINNEN
            lefts.append(x + left)
            widths.append(width - left - _BINNEN)
            x += width
        return lefts, widths

    def _head(
        self, zetter: Zetter, breedte: float, lefts: list[float], widths: list[float], whole: Element
    ) -> RijStuk | None:
        if not any(kolom.kop for kolom in self.kolommen):
            return None
        cells = [(alinea(kolom.kop, TABELKOP),) for kolom in self.kolommen]
        content, height, parts = _lay_out(zetter, cells, lefts, widths)
        whole.inhoud.append(_row_element(parts, {index: "Column" for index in range(len(parts))}))
        return RijStuk(
            element=whole,
            hoogte=height + _ONDER,
            voor=self.voor,
            bij_volgende=True,
            inhoud=content,
            breedte=breedte,
            vlak=VLAK,
        )

    def _row(
        self,
        zetter: Zetter,
        rij: Rij,
        breedte: float,
        lefts: list[float],
        widths: list[float],
        whole: Element,
    ) -> list[RijStuk]:
        content, height, parts = _lay_out(zetter, rij.cellen, lefts, widths)
        if whole.soort == "Table":
            whole.inhoud.append(_row_element(parts, dict.fromkeys(rij.koppen, "Row")))
        else:
            whole.inhoud += itertools.chain.from_iterable(parts)
        if not rij.breekbaar and height + _ONDER <= _HOOGSTE:
            bands = [RijStuk(hoogte=height + _ONDER, inhoud=content, breedte=breedte)]
        else:
            bands = _bands(content, height, breedte)
        for band in bands:
            band.vlak = rij.vlak
            band.element = whole
        return bands


def _row_element(parts: list[list[Element]], koppen: Mapping[int, str]) -> Element:
    """Return the element of a row of cells; ``koppen``: of which cells are heads, and of what."""
    cells = (
        _cell_element("TH" if index in koppen else "TD", part, koppen.get(index, ""))
        for index, part in enumerate(parts)
    )
    return Element("TR", list(cells))


def _cell_element(soort: str, parts: list[Element], kop_van: str) -> Element:
    """Return the element of a cell; a single paragraph is the cell itself."""
    if len(parts) == 1 and parts[0].soort == "P":
        parts[0].soort, parts[0].kop_van = soort, kop_van
        return parts[0]
    return Element(soort, list(parts), kop_van=kop_van)


def _lay_out(
    zetter: Zetter, cells: Sequence[Cel], lefts: list[float], widths: list[float]
) -> tuple[list[tuple[float, float, Stuk]], float, list[list[Element]]]:
    """Return the lines of all cells as (x, y, line), the height down to the last line, and the elements per cell."""
    content: list[tuple[float, float, Stuk]] = []
    parts: list[list[Element]] = []
    tallest = 0.0
    for cell, left, width in zip(cells, lefts, widths, strict=True):
        placed = stack(zetter, cell, width)
        content += [(left, _BOVEN + y, stuk) for stuk, y, _ in placed]
        parts.append(verzamel(stuk for stuk, _, _ in placed))
        if placed:
            tallest = max(tallest, placed[-1].y + placed[-1].stuk.hoogte)
    return content, _BOVEN + tallest, parts


def stack(zetter: Zetter, cell: Cel, width: float) -> list[Geplaatst]:
    """Place the lines of a cell below each other."""
    placed: list[Geplaatst] = []
    y = 0.0
    for paragraph in cell:
        for stuk in paragraph.stukken(zetter, width):
            y += stuk.voor if placed else 0.0
            placed.append(Geplaatst(stuk, y))
            y += stuk.hoogte
    return placed


def _bands(content: list[tuple[float, float, Stuk]], height: float, breedte: float) -> list[RijStuk]:
    """Cut a row between the lines of its tallest cell. As far as the other cells reach it is one band (a date
    beside a text stays beside it, and is read before it), and never does one line stand alone."""
    ends: dict[float, float] = {}
    for left, y, stuk in content:
        ends[left] = max(ends.get(left, 0.0), y + stuk.hoogte)
    tallest = max(ends, key=lambda left: (ends[left], left))
    others = max((end for left, end in ends.items() if left != tallest), default=0.0)
    together = others if others < _SAMEN else 0.0
    cuts = [y for left, y, _ in content if left == tallest and y >= together - 0.01][0 if together else 1 :]
    edges = [0.0, *cuts, height + _ONDER]
    bands = [
        RijStuk(
            hoogte=bottom - top,
            inhoud=[(x, y - top, stuk) for x, y, stuk in content if top - 0.01 <= y < bottom - 0.01],
            breedte=breedte,
            lijn_onder=False,
        )
        for top, bottom in itertools.pairwise(edges)
    ]
    bands[-1].lijn_onder = True
    if len(bands) > 1:
        bands[0].bij_volgende = True
        bands[-2].bij_volgende = True
    return bands
