"""Fields of acts and queries: what the schema says is what is taken, and nothing falls off on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.cli import acten
from vhdesk.cli.uitgang import Uitgang

Cli = Callable[..., tuple[int, str, str]]
ACCESS = ("--naam", NAAM, "--wachtwoord-stdin")
PERSOON = {"geslachtsnaam": "Proef", "geboortedatum": "1990-02-01"}


def schema_of(acte: str) -> dict[str, Any]:
    return next(entry["velden"] for entry in acten.list_acts() if entry["acte"] == acte)


@pytest.mark.parametrize(
    ("acte", "velden", "uitleg"),
    [
        ("CasusAanmelden", {"hoofdbetrokkene": {**PERSOON, "merk": "x"}}, "onbekend veld: hoofdbetrokkene.merk"),
        ("CasusAanmelden", {"hoofdbetrokkene": PERSOON, "merk": 1}, "onbekend veld: merk"),
        ("CasusAanmelden", {"hoofdbetrokkene": ["x"]}, "ongeldige waarde bij $.hoofdbetrokkene"),
        ("AanleveringInlezen", {"bestandsnaam": "x", "sha256": "x", "gemeente_id": "x", "rijen": [
            {"rij": 1, "geslachtsnaam": "A"}, {"rij": 2, "geslachtsnaam": "A", "merk": 1}]},
         "onbekend veld: rijen[1].merk"),
        ("AanleveringInlezen", {"bestandsnaam": "x", "sha256": "x", "gemeente_id": "x", "rijen": [],
                                "weggelaten": [{"rij": 1, "reden": "mooi"}]}, "ongeldige waarde bij"),
    ],
)  # fmt: skip
def test_schema_and_program_refuse_the_same(
    cli: Cli, kluismap: Path, acte: str, velden: dict[str, Any], uitleg: str
) -> None:
    assert not Draft202012Validator(schema_of(acte)).is_valid(velden)
    line = json.dumps({"acte": acte, "velden": velden})
    code, out, _ = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=f"{WACHTWOORD}\n{line}\n")
    answer = json.loads(out)
    assert (code, answer["code"]) == (Uitgang.GEWEIGERD, "acte_velden")
    assert uitleg in answer["uitleg"]


def test_what_the_schema_takes_is_taken(cli: Cli, kluismap: Path) -> None:
    velden = {"hoofdbetrokkene": PERSOON, "titel": "Proef", "tafel_id": None}
    Draft202012Validator(schema_of("CasusAanmelden")).validate(velden)
    line = json.dumps({"acte": "CasusAanmelden", "velden": velden})
    code, out, _ = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=f"{WACHTWOORD}\n{line}\n")
    assert (code, json.loads(out)["gelukt"]) == (Uitgang.GOED, True)


def test_no_object_of_an_act_or_query_takes_other_fields() -> None:
    for entry in (*acten.list_acts(), *acten.list_queries()):
        for naam, definition in entry["velden"]["$defs"].items():
            if "properties" in definition:
                assert definition["additionalProperties"] is False, naam


@pytest.mark.parametrize("getal", [2**63, -(2**63) - 1, 10**30])
def test_a_number_that_the_store_cannot_hold_is_refused_by_its_place(
    cli: Cli, kluismap: Path, getal: int
) -> None:
    code, _, said = cli("vragen", str(kluismap), "casuslijst", "--json", f'{{"limiet": {getal}}}', *ACCESS)
    assert (code, "te groot getal bij $.limiet" in said) == (Uitgang.GEWEIGERD, True)


def test_other_words_beside_acte_and_velden_are_refused(cli: Cli, kluismap: Path) -> None:
    line = json.dumps({"acte": "RegioInrichten", "fields": {}})
    _, out, _ = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=f"{WACHTWOORD}\n{line}\n")
    assert json.loads(out)["code"] == "acte_geen_json"


def test_today_may_be_left_out_and_the_schema_says_so(cli: Cli, kluismap: Path) -> None:
    entry = next(found for found in acten.list_queries() if found["vraag"] == "open_acties")
    Draft202012Validator(entry["velden"]).validate({})
    assert cli("vragen", str(kluismap), "open_acties", *ACCESS)[0] == Uitgang.GOED


def test_an_act_without_words_of_its_own_has_no_explanation() -> None:
    explained = {entry["acte"]: entry["uitleg"] for entry in acten.list_acts()}
    assert [acte for acte, uitleg in explained.items() if uitleg.startswith(f"{acte}(")] == []
    assert explained["AanleveringInlezen"]
