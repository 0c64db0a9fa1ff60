"""The practice lists and meeting speak the words of the reference data, and say that everybody is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from vhdesk.reference_lists import ReferenceList, normalise, reference_list
from vhdesk.resources import read_text, read_yaml, resource
from vhdesk.vocabulary import Bronregime


def body_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a delivered workbook below its heading row, as text."""
    book = openpyxl.load_workbook(path)
    rows = [
        ["" if cell is None else str(cell) for cell in row]
        for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    first = next(index for index, row in enumerate(rows) if sum(map(bool, row)) >= 6)
    for row in rows[first + 1 :]:
        if sum(map(bool, row)) >= 3:
            yield dict(zip(rows[first], row, strict=True))


@pytest.mark.parametrize(
    ("gemeente", "rows"), [("Enschede", 334), ("Losser", 25), ("Almelo", 210), ("Hengelo", 176)]
)
def test_every_word_of_a_delivered_list_is_known(gemeente: str, rows: int) -> None:
    doelgroepen, organisaties = reference_list("doelgroepen").words(), reference_list("organisaties").words()
    body = list(body_of(resource(f"oefening/aanlevering {gemeente} TopX.xlsx")))
    assert len(body) == rows
    for row in body:
        groep = row.get("Categorie") or row["Doelgroep"]
        assert normalise(groep) in doelgroepen, groep
        partners = row.get("Ketenpartners") or row["Betrokken instanties"]
        for partner in re.split(r"[;,/\n]", partners):
            assert normalise(partner) in organisaties, partner


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("CTER", "radicalisering"),
        ("GGZ", "verward-gedrag"),
        ("HIC", "geweldpleger"),
        ("JOR", "risicojeugd"),
        ("KM", "kindermishandeling"),
        ("OGGZ", "verward-gedrag"),
        ("Overlast", "woonoverlast"),
        ("VT-melding", "kindermishandeling"),
        ("burenoverlast", "woonoverlast"),
        ("ex-ged.", "ex-gedetineerde"),
        ("huis. geweld", "huiselijk-geweld"),
        ("jeugd overlast", "risicojeugd"),
        ("nazorg", "ex-gedetineerde"),
        ("relationeel geweld", "huiselijk-geweld"),
        ("CODE ROOD", "code-rood"),
        ("Code Rood HG", "code-rood"),
    ],
)
def test_delivered_spellings_mean_the_right_target_group(spelling: str, code: str) -> None:
    item = reference_list("doelgroepen").find(spelling)
    assert item is not None and item["code"] == code


def body_named(gremia: ReferenceList, organisaties: ReferenceList, text: str) -> str | None:
    """The body that minutes mean with ``text``: by its own name, or through an organisation's group."""
    gremium = gremia.find(text)
    if gremium is not None:
        return str(gremium["code"])
    organisatie = organisaties.find(text)
    for item in gremia.items:
        if organisatie is not None and organisatie["groep"] in item["groepen"]:
            return str(item["code"])
    return None


def test_every_word_of_the_practice_meeting_is_known() -> None:
    meeting = read_yaml("oefening/werktafel-enschede.yaml")
    organisaties, zrm = reference_list("organisaties"), reference_list("zrm_domeinen")
    doelgroepen, leefgebieden = reference_list("doelgroepen"), reference_list("leefgebieden")
    functies = reference_list("functies")
    assert len(meeting["casussen"]) == 12
    assert reference_list("tafels").find(meeting["tafel"]) is not None
    for persoon in meeting["deelnemers"]:
        assert organisaties.find(persoon["organisatie"]) is not None, persoon["organisatie"]
        assert functies.find(persoon["functie"]) is not None, persoon["functie"]
    for casus in meeting["casussen"]:
        assert doelgroepen.find(casus["doelgroep"]) is not None, casus["doelgroep"]
        assert all(zrm.find(domein) is not None for domein in casus["zrm"])
        words = {*casus["uitgenodigd"], *casus["niveaus"], casus["verantwoordelijke"], casus["aanmelder"]}
        words |= {item["organisatie"] for item in (*casus["inbreng"], *casus["acties"])}
        assert {word for word in words if organisaties.find(word) is None} == set()
        for item in casus["inbreng"]:
            assert leefgebieden.find(item["leefgebied"]) is not None, item["leefgebied"]
            Bronregime(item["regime"])


def test_the_practice_meeting_holds_exactly_one_decision_without_a_competent_body() -> None:
    gremia, organisaties = reference_list("gremia"), reference_list("organisaties")
    besluittypen = reference_list("besluittypen")
    refused = []
    for casus in read_yaml("oefening/werktafel-enschede.yaml")["casussen"]:
        for besluit in casus["besluiten"]:
            type_ = besluittypen.find(besluit["type"])
            assert type_ is not None, besluit["type"]
            gremium = body_named(gremia, organisaties, besluit["gremium"])
            assert gremium is not None, besluit["gremium"]
            if gremium not in type_["gremia"]:
                refused.append((casus["nummer"], type_["code"], gremium))
    assert refused == [("ZVH-2024-0117", "isd-vordering", "werktafel")]


def test_the_practice_folder_says_that_everybody_is_invented() -> None:
    text = read_text("oefening/LEESMIJ.md")
    assert "verzonnen" in text
    shipped = {path.name for path in resource("oefening").iterdir()} - {"LEESMIJ.md"}
    missing = {name for name in shipped if f"`{name}`" not in text}
    assert missing == set()
