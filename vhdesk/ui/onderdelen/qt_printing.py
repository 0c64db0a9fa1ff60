"""Printing by painting page images, where nothing takes a PDF from memory (Windows, or a system without ``lp``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter

from vhdesk.printing.printer import TITEL, Duplex
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.widgets.pdf_pages import PagePicture, PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300  # text is sharp, and a page is 25 MB for the moment it is painted


def qt_printer_names() -> tuple[str, ...]:
    """Return the printers Qt knows, the default first."""
    from PySide6.QtPrintSupport import QPrinterInfo  # deferred: only where there is no ``lp``

    default = QPrinterInfo.defaultPrinterName()
    names = list(QPrinterInfo.availablePrinterNames())
    return tuple(sorted(names, key=lambda name: (name != default, name.casefold())))


def make_printer(name: str, copies: int, duplex: Duplex | None) -> QPrinter:
    """Return a printer on A4 without margins of its own; the job has a neutral name."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter  # deferred, as above

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setDocName(TITEL)
    printer.setCopyCount(copies)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    modes = {
        Duplex.EENZIJDIG: QPrinter.DuplexMode.DuplexNone,
        Duplex.LANGE_ZIJDE: QPrinter.DuplexMode.DuplexLongSide,
        Duplex.KORTE_ZIJDE: QPrinter.DuplexMode.DuplexShortSide,
    }
    if duplex is not None:
        printer.setDuplex(modes[duplex])
    return printer


def page_numbers(pages: str, count: int) -> tuple[int, ...]:
    """Return the pages (from 0) that "1-3,7" means in a document of ``count``; all of them for ""."""
    if not pages:
        return tuple(range(count))
    chosen: list[int] = []
    for part in pages.split(","):
        first, _, last = part.partition("-")
        chosen += range(int(first) - 1, min(int(last or first), count))
    return tuple(number for number in dict.fromkeys(chosen) if 0 <= number < count)


class QtPrintJob(QObject):
    """Renders beside the window and paints page by page. Signals: ``finished(bool)``; False when the printer refused."""

    finished = Signal(bool)

    def __init__(
        self, jobs: Jobs, printer: QPrinter, content: bytes, pages: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._printer = printer
        self._content = content
        self._wanted = pages
        self._queue: list[int] = []
        self._document: PdfPages | None = None
        self._painter: QPainter | None = None

    def start(self) -> None:
        """Open the document and print the first page."""
        self._jobs.compute(self, PdfPages, self._content, done=self._opened, failed=self._failed)

    def _opened(self, document: PdfPages) -> None:
        self._document = document
        self._queue = list(page_numbers(self._wanted, len(document.sizes)))
        self._painter = QPainter()
        if not self._queue or not self._painter.begin(self._printer):
            self._end(fine=False)
            return
        self._render()

    def _render(self) -> None:
        assert self._document is not None
        width, _height = self._document.sizes[self._queue[0]]
        self._jobs.compute(
            self,
            self._document.render,
            self._queue[0],
            round(width / 72 * DPI),
            done=self._paint,
            failed=self._failed,
        )

    def _paint(self, picture: PagePicture) -> None:
        assert self._painter is not None and self._document is not None
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888
        )
        target = self._target(self._document.sizes[picture.page])
        self._painter.drawImage(target, image, QRectF(image.rect()))
        self._queue.pop(0)
        if not self._queue:
            self._end(fine=self._painter.end())
        elif self._printer.newPage():
            self._render()
        else:
            self._end(fine=False)

    def _target(self, size: Sequence[float]) -> QRectF:
        """The place of a page on the paper, at its own size."""
        dots = self._printer.resolution() / 72
        paper = QSizeF(size[0] * dots, size[1] * dots)
        return QRectF(0, 0, paper.width(), paper.height())

    def _failed(self, _fault: Exception) -> None:
        self._end(fine=False)

    def _end(self, *, fine: bool) -> None:
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = None
        self.finished.emit(fine)
        self.deleteLater()
