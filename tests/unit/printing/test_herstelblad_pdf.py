"""The recovery sheet: one page, the code readable in groups, nothing else of the vault."""

from __future__ import annotations

from datetime import date

import pytest
from papier_lezen import reader, sheets

from vhdesk.crypto.recovery import ALPHABET, clean, new_code
from vhdesk.printing.herstelblad import groepen, herstelblad_pdf

DAG = date(2026, 12, 2)


def test_one_page_with_the_code_in_groups() -> None:
    code = new_code()
    (page,) = sheets(herstelblad_pdf("Soraya Ramdin", "Enschede", code, DAG))
    assert " ".join(code.split("-")) in page
    assert clean("".join(groepen(code))) == code.replace("-", "")
    for words in (
        "Soraya Ramdin",
        "Enschede",
        "woensdag 2 december 2026",
        "Bewaren",
        "Gebruiken",
        "journaal",
    ):
        assert words in page
    assert page.startswith("VERTROUWELIJK")


def test_what_the_sheet_says_about_the_alphabet_is_true() -> None:
    (page,) = sheets(herstelblad_pdf("a", "b", new_code(), DAG))
    assert "geen 0, 1, I, L of O" in page
    assert not set("01ILO") & set(ALPHABET)


@pytest.mark.parametrize("name", ["Kluis " * 60, "", "Ünal & <Zn>", "م\x00"])
def test_any_name_still_gives_one_page(name: str) -> None:
    document = reader(herstelblad_pdf(name, name, new_code(), DAG))
    assert len(document.pages) == 1


def test_the_same_sheet_is_the_same_file_and_the_code_is_not_in_its_metadata() -> None:
    code = new_code()
    pdf = herstelblad_pdf("a", "b", code, DAG)
    assert pdf == herstelblad_pdf("a", "b", code, DAG)
    metadata = reader(pdf).metadata
    assert metadata is not None
    assert not any(part in str(metadata) for part in code.split("-"))
    assert b"Helvetica" not in pdf


def test_a_code_without_hyphens_is_grouped() -> None:
    assert groepen("ABCDEFGH23") == ["ABCD", "EFGH", "23"]
    assert groepen("AB-CD EF") == ["AB", "CD", "EF"]
