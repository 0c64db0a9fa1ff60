"""The pen: draws text and lines on the canvas of the PDF library, quickly and with the shipped fonts only.

Text goes straight into the page stream in one operator per stretch; the library's own text object asks every
character anew. Every mark on paper passes here and is noted as part of an element of the paper or, without one, as
something that is not read.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from threading import Lock
from typing import Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from vhdesk.clock import local
from vhdesk.printing.arabisch import to_logical
from vhdesk.printing.fonts import REGULIER, is_arabisch, load_font
from vhdesk.printing.stijl import A4, HAARLIJN, Letter
from vhdesk.printing.structuur import Element, Koppeling, Plek
from vhdesk.printing.toegankelijk import Springplek, mark_document, mark_page, write_tree
from vhdesk.printing.typografie import NBSP

_ESCAPED: Final = {code: f"\\{chr(code)}" if code in b"()\\" else chr(code) for code in range(32, 127)}
# Cutting a subset walks through the one open font of the process: two papers at once would lose each other's place.
_EEN_TEGELIJK: Final = Lock()
_STRIKE: Final = 0.28  # height of a line through text, in parts of its size


def _pdf_date(moment: datetime) -> str:
    """Return a moment as a PDF date with the offset of the Netherlands."""
    wall = local(moment)
    offset = wall.strftime("%z")
    return f"D:{wall:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'"


@functools.cache
def _rgb(colour: str) -> str:
    """Return '#RRGGBB' as three PDF numbers."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))


class Pen:
    """Draws one paper. Coordinates are points from the left bottom of an A4 sheet."""

    def __init__(
        self, *, titel: str, onderwerp: str, maker: str, gemaakt_op: datetime, pages: Mapping[str, int]
    ) -> None:
        """``gemaakt_op`` (aware) is when the paper says it was made: the bytes depend on nothing else; ``pages`` says on
        which page each anchor is."""
        self._pages = pages
        rl_config.useA85 = 0  # read when streams are written; a text encoding would only add a quarter
        load_font(REGULIER)
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULIER,  # type: ignore[arg-type]  # the stub says float
            lang="nl-NL",
            pdfVersion=(1, 7),
        )
        # The file id is a digest of the content only; the library mixes SOURCE_DATE_EPOCH into it.
        self._canvas._doc.signature = hashlib.md5(b"vhdesk", usedforsecurity=False)  # type: ignore[attr-defined]
        self._canvas.setTitle(titel)
        self._canvas.setSubject(onderwerp)
        self._canvas.setAuthor("")
        self._canvas.setCreator(maker)
        self._canvas.setProducer(maker)
        self._canvas.setDateFormatter(lambda *_: _pdf_date(gemaakt_op))
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()
        document = self._canvas._doc  # type: ignore[attr-defined]
        mark_document(document, titel=titel, onderwerp=onderwerp, maker=maker, gemaakt_op=gemaakt_op)
        self._codes: dict[str, dict[str, tuple[str, str]]] = {}
        self._blad = 0
        self._stretches: list[Element] = []
        self._ouders: list[list[Element] | Element] = [self._stretches]  # by key: of a sheet, or of a link
        self._key = 0
        self._open = False
        self._inside: Element | None = None
        self._unread = False

    def text(
        self, x: float, y: float, text: str, letter: Letter, width: float, element: Element | None = None
    ) -> None:
        """Write ``text`` with its baseline at (x, y), as part of ``element`` (None: it is not read)."""
        self._mark(element)
        colour = _rgb(letter.kleur)
        parts = self._encode(letter.font, text)
        shown = " ".join(f"{name} {letter.grootte:g} Tf ({codes}) Tj" for name, codes in parts)
        if is_arabisch(letter.font):  # drawn from left to right in shapes; read as it was written
            spoken = to_logical(text).encode("utf-16-be").hex().upper()
            shown = f"/Span <</ActualText <FEFF{spoken}>>> BDC {shown} EMC"
        self._canvas.addLiteral(f"BT {colour} rg 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET")
        if letter.doorgehaald:
            self._line(x, y + letter.grootte * _STRIKE, x + width, letter.kleur, 0.6)

    @contextmanager
    def unread(self) -> Iterator[None]:
        """Draw what was read before (the head of a table on its next sheet): it is not read again."""
        self._unread = True
        yield
        self._unread = False

    def _mark(self, element: Element | None) -> None:
        """What is drawn from here on belongs to ``element``, or is not read."""
        if self._unread:
            element = None
        if self._open and element is self._inside:
            return
        self._close()
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
        else:
            number = len(self._stretches)
            self._stretches.append(element)
            element.inhoud.append(Plek(self._blad, number))
            self._canvas.addLiteral(f"/{element.soort} <</MCID {number}>> BDC")
        self._open, self._inside = True, element

    def _close(self) -> None:
        if self._open:
            self._canvas.addLiteral("EMC")
        self._open = False

    def _encode(self, font: str, text: str) -> list[tuple[str, str]]:
        """Return (PDF font, escaped codes) per stretch in one subset; most text is one stretch."""
        known = self._codes.setdefault(font, {})
        try:
            codes = [known[char] for char in text]
        except KeyError:
            self._learn(font, text)
            codes = [known[char] for char in text]
        names = {name for name, _ in codes}
        if len(names) == 1:
            return [(names.pop(), "".join([code for _, code in codes]))]
        parts: list[tuple[str, str]] = []
        for name, code in codes:
            if parts and parts[-1][0] == name:
                parts[-1] = (name, parts[-1][1] + code)
            else:
                parts.append((name, code))
        return parts

    def _learn(self, font: str, text: str) -> None:
        """Give every new character of ``text`` a code in a subset, in order of first use."""
        ttf = load_font(font)
        document = self._canvas._doc  # type: ignore[attr-defined]  # the library keys its font subsets by it
        known = self._codes[font]
        for char in text:
            if char not in known:
                ((subset, raw),) = ttf.splitString(" " if char == NBSP else char, document)
                name = ttf.getSubsetInternalName(subset, document)
                known[char] = (name, "".join(_ESCAPED.get(code) or f"\\{code:03o}" for code in raw))

    def line(self, x: float, y: float, x_end: float, colour: str, thickness: float = HAARLIJN) -> None:
        """Draw a horizontal line."""
        self._mark(None)
        self._line(x, y, x_end, colour, thickness)

    def _line(self, x: float, y: float, x_end: float, colour: str, thickness: float) -> None:
        self._canvas.addLiteral(
            f"{_rgb(colour)} RG {thickness:g} w {x:.2f} {y:.2f} m {x_end:.2f} {y:.2f} l S"
        )

    def through(self, points: Sequence[tuple[float, float]], colour: str, thickness: float) -> None:
        """Draw a line through ``points``."""
        self._mark(None)
        path = " ".join(f"{x:.2f} {y:.2f} {'l' if n else 'm'}" for n, (x, y) in enumerate(points))
        self._canvas.addLiteral(f"{_rgb(colour)} RG {thickness:g} w 1 j {path} S")

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle with its left bottom corner at (x, y)."""
        self._mark(None)
        self._canvas.addLiteral(f"{_rgb(colour)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def box(self, x: float, y: float, width: float, height: float, colour: str, thickness: float) -> None:
        """Draw the outline of a rectangle, inside its measures."""
        self._mark(None)
        half = thickness / 2
        self._canvas.addLiteral(
            f"{_rgb(colour)} RG {thickness:g} w {x + half:.2f} {y + half:.2f} "
            f"{width - thickness:.2f} {height - thickness:.2f} re S"
        )

    def watermark(self, text: str, letter: Letter, width: float) -> None:
        """Write ``text`` large across the middle of the sheet, rising; draw it before anything else."""
        self._mark(None)
        self._canvas.saveState()
        self._canvas.translate(A4[0] / 2, A4[1] / 2)
        self._canvas.rotate(52)
        self.text(-width / 2, -letter.grootte * 0.36, text, letter, width)
        self._canvas.restoreState()

    def dots(self, x: float, y: float, x_end: float, colour: str) -> None:
        """Draw a dotted line, on the same grid wherever it begins."""
        self._mark(None)
        first = x + 4 - x % 4
        if first < x_end:
            self._canvas.addLiteral(
                f"q {_rgb(colour)} RG 0.8 w 1 J [0 4] 0 d {first:.2f} {y:.2f} m {x_end:.2f} {y:.2f} l S Q"
            )

    def page_of(self, key: str) -> int:
        """Return the page of an anchor. Raises KeyError for one that no piece carries."""
        return self._pages[key]

    def anchor(self, key: str, top: float) -> None:
        """Give this place a name that links and bookmarks go to."""
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)

    def bookmark(self, title: str, key: str, level: int) -> None:
        """Add a line to the bookmarks of the document."""
        self._canvas.addOutlineEntry(title, key, level=level, closed=False)

    def link(
        self, title: str, key: str, x: float, y: float, width: float, height: float, element: Element
    ) -> None:
        """Make a rectangle lead to an anchor; ``element`` is what is read of it."""
        number = len(self._ouders)
        self._ouders.append(element)
        name = f"koppeling-{number}"
        element.inhoud.append(Koppeling(self._blad, name))
        jump = Springplek(
            Rect=(x, y, x + width, y + height),
            Contents=title,
            Destination=self._canvas._bookmarkReference(key),  # type: ignore[attr-defined]
            Border="[0 0 0]",
            F=4,  # it prints
            StructParent=number,
        )
        self._canvas._addAnnotation(jump, name)  # type: ignore[attr-defined]

    def next_page(self) -> None:
        """Finish this sheet."""
        self._close()
        self._canvas.showPage()
        mark_page(self._canvas._doc.Pages.pages[-1], self._key)  # type: ignore[attr-defined]
        self._blad += 1
        self._key = len(self._ouders)
        self._stretches = []
        self._ouders.append(self._stretches)

    def finish(self, whole: Element) -> bytes:
        """Return the document, of which ``whole`` is the structure. The pen cannot be used afterwards."""
        write_tree(self._canvas._doc, whole, self._ouders)  # type: ignore[attr-defined]
        with _EEN_TEGELIJK:
            self._canvas.save()
        return self._buffer.getvalue()
