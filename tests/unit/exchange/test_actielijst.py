"""The acties of one organisation as a table: whole, in Dutch, and never calculated by who opens it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.conftest import MOMENT
from vhdesk.exchange.actielijst import KOPPEN, actielijst_csv, actielijst_xlsx
from vhdesk.queries.acties import ActieRow
from vhdesk.vocabulary import Actiestatus

ACTIE = ActieRow(
    id="a", nummer=2031, casus_id="c", casusnummer="ZVH-2026-0149", naam="Emre Yılmaz", overleg_id=None, overlegnummer="",
    omschrijving="Bellen; vóór 9 uur", organisatie_id="o", organisatie="Politie", medewerker_id=None, medewerker="",
    termijn=date(2026, 12, 4), conditie="als hij opendoet", informering="", status=Actiestatus.OPEN, resultaat="",
    uitgesteld=0, ontstaan_op=date(2026, 11, 1), vastgelegd_op=MOMENT, afgehandeld_op=None, achteraf=False, version=1,
    leeftijd=31, dagen_over=0,
)  # fmt: skip
FORMULES = ("=1+1", "+31 6 0000 0000", "-2", "@som", "\tx")


def _csv(*acties: ActieRow) -> list[list[str]]:
    return list(csv.reader(io.StringIO(actielijst_csv(acties).decode("utf-8-sig")), delimiter=";"))


def test_the_csv_holds_every_column_and_opens_in_dutch() -> None:
    koppen, rij = _csv(ACTIE)
    assert koppen == list(KOPPEN)
    assert dict(zip(koppen, rij, strict=True)) == {
        "Nummer": "A-2031", "Casus": "ZVH-2026-0149", "Betreft": "Emre Yılmaz", "Actie": "Bellen; vóór 9 uur",
        "Voorwaarde": "als hij opendoet", "Informering betrokkene": "", "Persoon": "", "Uiterlijk": "4-12-2026",
        "Dagen over": "", "Uitkomst": "", "Toelichting": "",
    }  # fmt: skip


@pytest.mark.parametrize("formule", FORMULES)
def test_a_text_that_begins_as_a_formula_stays_a_text(formule: str) -> None:
    actie = replace(ACTIE, omschrijving=formule)
    assert _csv(actie)[1][KOPPEN.index("Actie")] == f"'{formule}"
    sheet = load_workbook(io.BytesIO(actielijst_xlsx("Politie", (actie,)))).active
    assert sheet is not None
    cell = sheet.cell(2, KOPPEN.index("Actie") + 1)
    assert (cell.value, cell.data_type) == (formule, "s")


def test_the_workbook_has_dates_heads_and_says_what_it_is() -> None:
    actie = replace(ACTIE, omschrijving="met een \x0b teken dat niet kan", dagen_over=3)
    sheet = load_workbook(io.BytesIO(actielijst_xlsx("B & W", (actie,)))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == list(KOPPEN)
    rij = {kop: cell.value for kop, cell in zip(KOPPEN, sheet[2], strict=True)}
    assert rij["Uiterlijk"].date() == date(2026, 12, 4)  # type: ignore[union-attr]
    assert rij["Dagen over"] == 3 and rij["Actie"] == "met een  teken dat niet kan"
    assert sheet.oddHeader is not None and sheet.oddHeader.left.text == "VERTROUWELIJK"
    assert sheet.oddHeader.right.text == "Open acties van B && W"
    assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
