"""The sheet: classification and title above, copy and page x of y below, a watermark on a concept.

``zet_papier`` is the one place where blocks become bytes: lay out, divide over sheets, draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from vhdesk.printing.alinea import Loop, Regel, break_lines, zet_regel
from vhdesk.printing.blok import Blad, Blok, Stuk, verdeel
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import (
    A4,
    INHOUD,
    KLASSE,
    KOPREGEL,
    LIJN,
    MARGE,
    MM,
    OEFENMERK,
    OEFENORANJE,
    VELDLIJN,
    VOETREGEL,
    WATERMERK,
    ZETBREEDTE,
    Stijl,
)
from vhdesk.printing.structuur import Element, document
from vhdesk.printing.typografie import als_metagegeven, schoon
from vhdesk.printing.zetter import Zetter
from vhdesk.vocabulary import CLASSIFICATIE, OEFENING
from vhdesk.vocabulary_methode import BESCHERMD

_KOP_BASIS = A4[1] - 12.6 * MM  # baseline of the first header line
_VOET_BASIS = 12.5 * MM
_BOVEN = 21 * MM
_ONDER = 20 * MM
_TITELBREEDTE = 112 * MM
_MERKBREEDTE = 34 * MM  # what the mark of extra protection takes of it


@dataclass(frozen=True, slots=True)
class Bladwijzer:
    """A line of the bookmarks: what it says, where it leads, and how deep it stands."""

    titel: str
    anker: str
    niveau: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Papier:
    """What every sheet of a paper says, and what the file says about itself. ``beschermd``: the method of the case gives
    extra protection."""

    titel: str
    kopregel: str
    onderwerp: str
    exemplaar: str
    maker: str
    gemaakt_op: datetime
    oefening: bool
    concept: bool
    beschermd: bool = False
    bladwijzers: Sequence[Bladwijzer] = ()


@dataclass(slots=True, kw_only=True)
class _InhoudStuk(Stuk):
    """A line of the contents: title, dots, page number; the whole line is a link."""

    regel: Bladwijzer
    regels: list[Regel]
    breedte: float
    zetter: Zetter
    koppeling: Element

    def teken(self, pen: Pen, x: float, top: float) -> None:
        letter = INHOUD.letter
        baseline = top - INHOUD.regel / 2 - letter.grootte * 0.36
        for line in self.regels:
            zet_regel(pen, line._replace(spatie=True), x, baseline, self.koppeling)
            baseline -= INHOUD.regel
        baseline += INHOUD.regel
        number = str(pen.page_of(self.regel.anker))
        width = self.zetter.width(letter.font, number) * letter.grootte
        right = x + self.breedte
        pen.dots(x + self.regels[-1].width + 6, baseline, right - width - 6, VELDLIJN)
        pen.text(right - width, baseline, number, letter, width, self.koppeling)
        pen.link(
            als_metagegeven(self.regel.titel),
            self.regel.anker,
            x,
            top - self.hoogte,
            self.breedte,
            self.hoogte,
            self.koppeling,
        )


@dataclass(frozen=True, slots=True)
class Inhoudsopgave:
    """The contents: a block of lines that lead to anchors and say on which page they are."""

    regels: Sequence[Bladwijzer]

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        pieces: list[Stuk] = []
        for regel in self.regels:
            loop = Loop(schoon(regel.titel), INHOUD.letter)
            lines = break_lines(zetter, (loop,), breedte - 40, INHOUD)
            link = Element("Link")
            pieces.append(
                _InhoudStuk(
                    element=Element("TOCI", [Element("Reference", [link])]),
                    koppeling=link,
                    hoogte=INHOUD.regel * len(lines),
                    regel=regel,
                    regels=lines,
                    breedte=breedte,
                    zetter=zetter,
                )
            )
        return pieces


def aantal_bladen(papier: Papier, blokken: Sequence[Blok]) -> int:
    """Return over how many sheets ``zet_papier`` divides these blocks."""
    with Zetter() as zetter:
        return len(_bladen(zetter, papier, blokken)[0])


def _bladen(zetter: Zetter, papier: Papier, blokken: Sequence[Blok]) -> tuple[list[Blad], float]:
    """Lay out the blocks and divide them; returns the sheets and where their text begins."""
    pieces = [piece for blok in blokken for piece in blok.stukken(zetter, ZETBREEDTE)]
    headings = {piece.opschrift for piece in pieces if piece.opschrift}
    extra = max((len(_title_lines(zetter, papier, text)) for text in {"", *headings}), default=1) - 1
    top = A4[1] - _BOVEN - extra * KOPREGEL.regel
    return verdeel(pieces, top - _ONDER), top


def zet_papier(papier: Papier, blokken: Sequence[Blok]) -> bytes:
    """Lay out ``blokken``, divide them over sheets and return the PDF. Same input, same bytes."""
    with Zetter() as zetter:
        sheets, top = _bladen(zetter, papier, blokken)
        whole = document(placed.stuk for sheet in sheets for placed in sheet.geplaatst if not placed.herhaald)
        pages = {
            placed.stuk.anker: number
            for number, sheet in enumerate(sheets, start=1)
            for placed in sheet.geplaatst
            if placed.stuk.anker
        }
        pen = Pen(
            titel=als_metagegeven(papier.titel),
            onderwerp=papier.onderwerp,
            maker=papier.maker,
            gemaakt_op=papier.gemaakt_op,
            pages=pages,
        )
        for bladwijzer in papier.bladwijzers:
            if bladwijzer.anker in pages:
                pen.bookmark(als_metagegeven(bladwijzer.titel), bladwijzer.anker, bladwijzer.niveau)
        for number, sheet in enumerate(sheets, start=1):
            _frame(pen, zetter, papier, sheet, f"Pagina {number} van {len(sheets)}")
            for stuk, y, repeated in sheet.geplaatst:
                if stuk.anker:
                    pen.anchor(stuk.anker, top - y + 12)
                with pen.unread() if repeated else nullcontext():
                    stuk.teken(pen, MARGE, top - y)
            pen.next_page()
        return pen.finish(whole)


def _title_lines(zetter: Zetter, papier: Papier, opschrift: str) -> list[Regel]:
    text = f"{schoon(papier.kopregel)} · {schoon(opschrift)}" if opschrift else schoon(papier.kopregel)
    width = _TITELBREEDTE - (_MERKBREEDTE if papier.beschermd else 0)
    return break_lines(zetter, (Loop(text, KOPREGEL.letter),), width, KOPREGEL)


def _frame(pen: Pen, zetter: Zetter, papier: Papier, sheet: Blad, page: str) -> None:
    """Draw what stands on every sheet."""
    if papier.concept:
        pen.watermark("CONCEPT", WATERMERK, zetter.width(WATERMERK.font, "CONCEPT") * WATERMERK.grootte)
    right = A4[0] - MARGE
    klasse = f"{CLASSIFICATIE} – {BESCHERMD.upper()}" if papier.beschermd else CLASSIFICATIE
    x = MARGE + _write(pen, zetter, klasse, KLASSE, MARGE, _KOP_BASIS)
    if papier.oefening:
        letter = OEFENMERK.letter
        width = zetter.width(letter.font, OEFENING) * letter.grootte
        pen.rectangle(x + 10, _KOP_BASIS - 4, width + 12, 14, OEFENORANJE)
        pen.text(x + 16, _KOP_BASIS, OEFENING, letter, width)
    lines = _title_lines(zetter, papier, sheet.opschrift)
    baseline = _KOP_BASIS
    for line in lines:
        zet_regel(pen, line, right - line.width, baseline, None)
        baseline -= KOPREGEL.regel
    pen.line(MARGE, baseline + KOPREGEL.regel - 8, right, LIJN)
    pen.line(MARGE, _VOET_BASIS + 12, right, LIJN)
    _write(pen, zetter, schoon(papier.exemplaar), VOETREGEL, MARGE, _VOET_BASIS)
    _write(pen, zetter, page, VOETREGEL, right, _VOET_BASIS, to_left=True)


def _write(
    pen: Pen, zetter: Zetter, text: str, stijl: Stijl, x: float, y: float, *, to_left: bool = False
) -> float:
    """Write one short line from ``x``, or up to it; return its width."""
    line = break_lines(zetter, (Loop(text, stijl.letter),), ZETBREEDTE, stijl)[0]
    zet_regel(pen, line, x - (line.width if to_left else 0), y, None)
    return line.width
