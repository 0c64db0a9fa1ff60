"""Every code has its sentence, every sentence has what it needs, and no code is there for nothing."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import vhdesk.exchange.aanlevering as pakket
from vhdesk.vocabulary_aanlevering import (
    OPMERKINGEN,
    WEIGERINGEN,
    Opmerkingcode,
    Opmerkingsoort,
    Weigering,
    weigeringszin,
    zin,
)

BRON = "\n".join(pad.read_text(encoding="utf-8") for pad in Path(pakket.__path__[0]).glob("*.py"))


def test_every_code_has_a_sentence() -> None:
    assert set(OPMERKINGEN) == set(Opmerkingcode)
    assert set(WEIGERINGEN) == set(Weigering)
    assert {soort for soort, _ in OPMERKINGEN.values()} == set(Opmerkingsoort)


@pytest.mark.parametrize("code", [*Opmerkingcode, *Weigering])
def test_every_code_is_used_by_the_reader(code: Opmerkingcode | Weigering) -> None:
    assert re.search(rf"\b{code.name}\b", BRON)


@pytest.mark.parametrize("tekst", [*(tekst for _, tekst in OPMERKINGEN.values()), *WEIGERINGEN.values()])
def test_the_sentences_are_calm_and_whole(tekst: str) -> None:
    assert tekst.endswith(".")
    assert "!" not in tekst
    assert tekst[0].isupper() or tekst[0] in "“"


def test_details_fill_the_sentence_and_a_missing_one_is_no_crash() -> None:
    assert zin(Opmerkingcode.DATUM_ONMOGELIJK, {"tekst": "31-2-1990"}).startswith(
        "De datum “31-2-1990” bestaat niet"
    )
    for code, (_, tekst) in OPMERKINGEN.items():
        namen = [naam for _, naam, _, _ in Formatter().parse(tekst) if naam]
        assert "{" not in zin(code, {})
        assert all(f"<{naam}>" in zin(code, {naam: f"<{naam}>" for naam in namen}) for naam in namen)
    assert "20 MB" in weigeringszin(Weigering.TE_GROOT, {"grens_mb": 20})
    with pytest.raises(ValueError, match="onbekend"):
        weigeringszin("onbekend", {})


def test_braces_in_a_cell_stay_text() -> None:
    assert "{kop}" in zin(Opmerkingcode.DATUM_ONLEESBAAR, {"tekst": "{kop}"})
