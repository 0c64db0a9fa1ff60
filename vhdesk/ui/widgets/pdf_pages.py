"""The pages of a PDF as pictures and text, from bytes; nothing is written to disk.

PDFium is not safe for threads, so every call takes the lock of the document; one document is used at a time by the
window, and a lock shared by all documents would serve no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

from vhdesk.errors import Interrupted
from vhdesk.folding import fold

# PDFium keeps state for the whole process, so this lock must too.
_PDFIUM: Final = Lock()
MAX_MATCHES: Final = 500


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One rendered page: RGB bytes, ``stride`` bytes a line."""

    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Match:
    """Where a word was found: page and boxes as fractions of the page (left, top, width, height)."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


class PdfPages:
    """Opened from bytes; raises ValueError when they are no PDF. Call from a job: it takes tens of milliseconds."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2  # deferred: reading the library takes longer than showing the window

        with _PDFIUM:
            try:
                self._document: Any = pypdfium2.PdfDocument(content)
            except pypdfium2.PdfiumError as error:
                raise ValueError("no PDF") from error
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )

        self._closed = False

    def close(self) -> None:
        """Let go of the document; whatever is still asked of it ends as Interrupted."""
        with _PDFIUM:
            if not self._closed:
                self._closed = True
                self._document.close()

    def _page(self, number: int) -> Any:
        """Return an opened page; the caller holds the lock and closes it."""
        if self._closed:
            raise Interrupted("document_closed")
        return self._document[number]

    def render(self, page: int, width: int) -> PagePicture:
        """Return page ``page`` (from 0) at ``width`` device pixels."""
        with _PDFIUM:
            opened = self._page(page)
            bitmap = opened.render(scale=width / self.sizes[page][0], rev_byteorder=True)
            picture = PagePicture(page, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            channels = bitmap.n_channels
            bitmap.close()
            opened.close()
        if channels != 3:
            raise ValueError(f"{channels} channels")
        return picture

    def text(self, page: int) -> str:
        """Return the text of a page, for the screen reader."""
        with _PDFIUM:
            opened = self._page(page)
            layer = opened.get_textpage()
            text: str = layer.get_text_bounded()
            layer.close()
            opened.close()
        return text

    def search(self, words: str) -> tuple[Match, ...]:
        """Return where ``words`` stands, page by page, without regard to case."""
        if not fold(words).strip():
            return ()
        found: list[Match] = []
        for number, (width, height) in enumerate(self.sizes):
            with _PDFIUM:
                found += self._search_page(number, words, width, height)
            if len(found) >= MAX_MATCHES:
                break
        return tuple(found[:MAX_MATCHES])

    def _search_page(self, number: int, words: str, width: float, height: float) -> list[Match]:
        opened = self._page(number)
        layer = opened.get_textpage()
        searcher = layer.search(words, match_case=False)
        found = []
        while (place := searcher.get_next()) is not None:
            boxes = []
            for box in range(layer.count_rects(*place)):
                left, bottom, right, top = layer.get_rect(box)
                boxes.append(
                    (left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
                )
            found.append(Match(number, tuple(boxes)))
        searcher.close()
        layer.close()
        opened.close()
        return found
