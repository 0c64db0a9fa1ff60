"""Printing by painting, for systems where nothing takes a PDF from memory; painted here onto a PDF on disk."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from tests.ui.casussen.bureau import Bureau
from vhdesk.printing.printer import TITEL, Duplex
from vhdesk.queries.verslag import verslagen
from vhdesk.ui.onderdelen.qt_printing import QtPrintJob, make_printer, page_numbers


@pytest.mark.parametrize(
    ("pages", "count", "numbers"),
    [
        ("", 3, (0, 1, 2)),
        ("1-2", 3, (0, 1)),
        ("3,1", 3, (2, 0)),
        ("2-9", 3, (1, 2)),
        ("7", 3, ()),
        ("1,1-2", 3, (0, 1)),
    ],
)
def test_which_pages(pages: str, count: int, numbers: tuple[int, ...]) -> None:
    assert page_numbers(pages, count) == numbers


def test_a_printer_has_a_neutral_name_and_what_was_asked(bureau: Bureau) -> None:
    printer = make_printer("", 3, Duplex.LANGE_ZIJDE)
    assert printer.docName() == TITEL and printer.copyCount() == 3
    assert printer.fullPage()


def test_pages_are_painted_on_a4(bureau: Bureau, tmp_path: Path) -> None:
    content = bureau.context.pdf(bureau.desk.ask(verslagen)[0].id)
    printer = make_printer("", 1, None)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    ended: list[bool] = []
    job = QtPrintJob(bureau.jobs, printer, content, "1-2", bureau.window)
    job.finished.connect(ended.append)
    job.start()
    bureau.wait(lambda: bool(ended))
    assert ended == [True]
    pages = pypdf.PdfReader(tmp_path / "papier.pdf").pages
    assert len(pages) == 2
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]


def test_pages_that_are_not_there_print_nothing(bureau: Bureau, tmp_path: Path) -> None:
    content = bureau.context.pdf(bureau.desk.ask(verslagen)[0].id)
    printer = make_printer("", 1, None)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    ended: list[bool] = []
    job = QtPrintJob(bureau.jobs, printer, content, "400", bureau.window)
    job.finished.connect(ended.append)
    job.start()
    bureau.wait(lambda: bool(ended))
    assert ended == [False] and not (tmp_path / "papier.pdf").exists()
