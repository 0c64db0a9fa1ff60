"""The kit of a meeting without a computer: everything the chair needs, from the record as it stands."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from vhdesk.plain_markdown import paragraphs
from vhdesk.printing.overlegpakket import LOSSE_BLADEN, pakket_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.queries.acties import acties_vorige
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.verslag import verslag
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.vocabulary import Actiestatus


@pytest.fixture
def pakket(oefen: Any) -> tuple[Any, str, bytes]:
    desk, result = oefen
    druk = Druk.nu(desk.clock, oefening=True)
    rows = desk.ask(verslag, result.overleg_id)
    return desk, result.overleg_id, pakket_pdf(rows, read_text(GEHEIMHOUDING), druk)


def flat(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def test_everybody_every_case_and_every_open_action_is_in_it(pakket: tuple[Any, str, bytes]) -> None:
    desk, overleg_id, pdf = pakket
    pages = [flat(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]
    whole = " ".join(pages)
    for row in desk.ask(deelnemers, overleg_id):
        assert row.naam in whole
    cases = [punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id]
    assert len(cases) == 12
    for number, punt in enumerate(cases, 1):
        assert any(page.find(f"{number}. {punt.casusnummer}") >= 0 for page in pages)
    for actie in desk.ask(acties_vorige, overleg_id):
        if actie.status is Actiestatus.OPEN:
            assert f"A-{actie.nummer} " in whole
    assert sum("Los blad" in page for page in pages) == LOSSE_BLADEN
    assert whole.count("Wie besluit") == len(cases) + LOSSE_BLADEN


def test_the_secrecy_that_is_signed_is_the_shipped_text(pakket: tuple[Any, str, bytes]) -> None:
    _, _, pdf = pakket
    pages = [flat(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]
    (sheet,) = [page for page in pages if "Handtekening" in page and "vertrouwelijk" in page][:1]
    for line in paragraphs(read_text(GEHEIMHOUDING)):
        if line.kind == "text":
            assert flat(line.words)[:40] in sheet


def test_what_was_said_in_confidence_is_not_in_it(pakket: tuple[Any, str, bytes]) -> None:
    _, _, pdf = pakket
    whole = " ".join(flat(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "in het voorjaar een intake is geweest" not in whole  # mondeling, Mediant GGZ


def test_the_same_rows_give_the_same_bytes(
    pakket: tuple[Any, str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, overleg_id, pdf = pakket
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    druk = Druk.nu(desk.clock, oefening=True)
    assert pakket_pdf(desk.ask(verslag, overleg_id), read_text(GEHEIMHOUDING), druk) == pdf
