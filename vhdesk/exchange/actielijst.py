"""The open acties of one organisation as a table for a spreadsheet: .xlsx, or .csv as Dutch programs read it.

A cell that begins as a formula would be calculated by the program that opens it; here it stays the text it is (OWASP,
CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.vocabulary import CLASSIFICATIE

KOPPEN: Final = (
    "Nummer", "Casus", "Betreft", "Actie", "Voorwaarde", "Informering betrokkene", "Persoon", "Uiterlijk", "Dagen over",
    "Uitkomst", "Toelichting",
)  # fmt: skip
_BREEDTEN: Final = (10, 16, 24, 48, 24, 24, 24, 12, 11, 16, 36)  # characters
_UITERLIJK: Final = KOPPEN.index("Uiterlijk")
_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def actielijst_csv(acties: Sequence[ActieRow]) -> bytes:
    """Return the list as csv: semicolons, and a mark that says it is UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(KOPPEN)
    for row in _rijen(acties):
        writer.writerow([short_date(value) if isinstance(value, date) else _tekst(value) for value in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def actielijst_xlsx(organisatie: str, acties: Sequence[ActieRow]) -> bytes:
    """Return the list as a workbook of one sheet, which prints with its head on every page."""
    from openpyxl import Workbook  # not needed to start
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Open acties"
    sheet.append(KOPPEN)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(_rijen(acties), start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"  # a text that begins as a formula stays a text
            else:
                cell.value = value
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, _UITERLIJK + 1).number_format = "d-m-yyyy"
    for column, width in enumerate(_BREEDTEN, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader = HeaderFooterItem(
        left=_HeaderFooterPart(CLASSIFICATIE),
        right=_HeaderFooterPart(f"Open acties van {organisatie}".replace("&", "&&")),
    )
    sheet.oddFooter = HeaderFooterItem(right=_HeaderFooterPart("Pagina &P van &N"))
    book.properties.creator = "vhdesk"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _rijen(acties: Sequence[ActieRow]) -> Iterator[tuple[str | int | date | None, ...]]:
    for actie in acties:
        yield (
            f"A-{actie.nummer}", actie.casusnummer, actie.naam, actie.omschrijving, actie.conditie, actie.informering,
            actie.medewerker, actie.termijn, actie.dagen_over or None, "", "",
        )  # fmt: skip


def _tekst(value: str | int | None) -> str:
    """Return the text of a cell; an apostrophe before what would be calculated."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULE) else text
