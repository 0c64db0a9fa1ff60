"""A delivered list on the command line: looked at, put right, rows left out with a reason, read in and named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NAAM
from vhdesk.cli.parser import build_parser
from vhdesk.cli.uitgang import Uitgang
from vhdesk.exchange.aanlevering.blad import MAX_BYTES
from vhdesk.vocabulary_aanlevering import Weglaatreden

Cli = Callable[..., tuple[int, str, str]]

ACCESS = ("--naam", NAAM, "--wachtwoord-stdin")
LIJST = """Aanmeldingen gemeente Losser;;;;;
Naam;Geboortedatum;BSN;Woonplaats;Doelgroep;Soort zaak
Jansen, P.J.;31-02-1992;123456782;Losser;Veelplegers;HG
Brink, A. ten;07-07-1980;111222333;Overdinkel;huiselijk geweld;VP
Brink, A. ten;07-07-1980;;Overdinkel;huiselijk geweld;VP
Vos, S. (roepnaam Merkwaard);1-1-1990;;Losser;onzin;
;01-02-1970;;Losser;Veelplegers;
"""


@pytest.fixture
def lijst(tmp_path: Path) -> str:
    path = tmp_path / "aanlevering Losser.csv"
    path.write_text(LIJST, encoding="utf-8")
    return str(path)


@pytest.fixture
def inlezen(cli: Cli, kluismap: Path, lijst: str) -> Cli:
    def call(*more: str, bestand: str = lijst) -> tuple[int, str, str]:
        return cli("lijst", "inlezen", str(kluismap), bestand, *more, *ACCESS)

    return call


@pytest.fixture
def vraag(cli: Cli, kluismap: Path) -> Callable[..., Any]:
    def call(naam: str) -> Any:
        code, out, said = cli("vragen", str(kluismap), naam, *ACCESS)
        assert (code, said) == (Uitgang.GOED, "")
        return json.loads(out)

    return call


def test_rows_left_out_are_counted_with_their_reason_and_stay_in_the_journaal(
    inlezen: Cli, vraag: Callable[..., Any]
) -> None:
    code, out, said = inlezen("--weglaten", "3=criteria", "--weglaten", "5")
    assert (code, said) == (Uitgang.GOED, "")
    assert "2 regels kunnen casus worden; 2 overgeslagen, 1 zonder achternaam, 2 weggelaten." in out
    assert "regel 3: weggelaten, voldoet niet aan de criteria." in out
    assert "regel 5: weggelaten, dubbel." in out  # row 4 is the same person and stays
    assert out.endswith("2 casussen aangemaakt.\n")
    assert {rij["geslachtsnaam"] for rij in vraag("casuslijst")["rijen"]} == {"Brink", "Vos"}
    (gelezen,) = vraag("inlezingen")
    assert (gelezen["aantal"], gelezen["weggelaten"]) == (2, 2)
    regel = next(rij for rij in vraag("journaal") if rij["actie"] == "Aanlevering inlezen")
    assert regel["bijzonderheden"].endswith("; 2 weggelaten: regel 3 (criteria); regel 5 (dubbel)")


def test_ranges_and_repeats(inlezen: Cli) -> None:
    _, out, _ = inlezen("--proef", "--weglaten", "3-5, 6")
    assert "0 regels kunnen casus worden; 2 overgeslagen, 1 zonder achternaam, 4 weggelaten." in out
    _, out, _ = inlezen("--proef", "--weglaten", "4", "--weglaten", "5")
    assert out.count("geen reden genoemd") == 2  # neither is a double of a row that stays
    _, out, _ = inlezen("--proef", "--weglaten", "4=bekend", "--weglaten", "4=elders")
    assert "regel 4: weggelaten, hoort bij een andere gemeente of tafel." in out


def test_nothing_is_left_to_read_in(inlezen: Cli, vraag: Callable[..., Any]) -> None:
    code, _, said = inlezen("--weglaten", "3-6")
    assert (code, said.count("\n")) == (Uitgang.GEWEIGERD, 1)
    assert vraag("casuslijst")["totaal"] == 0


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("7", Uitgang.GEWEIGERD), ("2", Uitgang.GEWEIGERD), ("99", Uitgang.GEWEIGERD), ("0", Uitgang.GEWEIGERD),
        ("x", Uitgang.GEBRUIK), ("", Uitgang.GEBRUIK), ("3=mooi", Uitgang.GEBRUIK), ("3-", Uitgang.GEBRUIK),
        ("-3", Uitgang.GEBRUIK), ("1-9999999", Uitgang.GEBRUIK), ("٣", Uitgang.GEBRUIK),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_left_out_is_refused(
    inlezen: Cli, vraag: Callable[..., Any], argument: str, code: Uitgang
) -> None:
    got, out, said = inlezen(f"--weglaten={argument}")
    assert (got, out, said.count("\n")) == (code, "", 1)
    assert vraag("casuslijst")["totaal"] == 0


def test_the_help_names_every_reason() -> None:
    verbs = build_parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    text = verbs["lijst"]._subparsers._group_actions[0].choices["inlezen"].format_help()  # type: ignore[index]
    assert f"({', '.join(Weglaatreden)})" in " ".join(text.split())


def test_columns_are_corrected(inlezen: Cli, vraag: Callable[..., Any]) -> None:
    _, out, _ = inlezen("--kolom", "soort zaak=doelgroep", "--kolom", "3=niets")
    assert "De kolom “BSN” wordt niet overgenomen." in out
    assert {rij["doelgroep_code"] for rij in vraag("casuslijst")["rijen"]} == {
        "huiselijk-geweld", "veelpleger", None,
    }  # fmt: skip


@pytest.mark.parametrize("argument", ["Naam", "Naam=onzin", "Onzin=naam", "9=naam", "=naam", "0=naam"])
def test_a_column_or_field_that_does_not_exist_is_wrong_usage(inlezen: Cli, argument: str) -> None:
    code, out, said = inlezen("--proef", "--kolom", argument)
    assert (code, out, said.count("\n")) == (Uitgang.GEBRUIK, "", 1)


def test_municipality_and_table_by_name_or_code(inlezen: Cli, vraag: Callable[..., Any]) -> None:
    assert inlezen("--gemeente", "Hof van Twente", "--tafel", "werktafel-almelo")[0] == Uitgang.GOED
    rijen = vraag("casuslijst")["rijen"]
    assert {(rij["gemeente"], rij["tafel"]) for rij in rijen} == {("Hof van Twente", "Werktafel Almelo")}


@pytest.mark.parametrize(("wat", "noemt"), [("--gemeente", "gemeenten"), ("--tafel", "tafels")])
def test_what_the_vault_does_not_know_is_refused_with_the_way_to_look(
    inlezen: Cli, wat: str, noemt: str
) -> None:
    code, out, said = inlezen("--proef", wat, "Onbekend")
    assert (code, out) == (Uitgang.GEWEIGERD, "")
    assert "Onbekend" in said and f"vhdesk vragen KLUIS {noemt}" in said


def test_a_list_that_does_not_name_its_municipality_asks_for_it(
    inlezen: Cli, tmp_path: Path, vraag: Callable[..., Any]
) -> None:
    zonder = tmp_path / "lijst.csv"
    zonder.write_text(LIJST.split("\n", 1)[1], encoding="utf-8")
    code, out, said = inlezen(bestand=str(zonder))
    assert (code, said.count("\n")) == (Uitgang.GEWEIGERD, 1)
    assert "--gemeente" in said and "4 regels kunnen casus worden" in out
    assert vraag("inlezingen") == []


def test_remarks_name_rows_and_fields_but_nothing_of_a_person(inlezen: Cli) -> None:
    _, out, _ = inlezen("--proef")
    assert "regel 3, geboortedatum: De datum" in out
    assert "regel 4 en regel 5: mogelijk dezelfde persoon." in out
    assert "regel 6, doelgroep: De doelgroep “onzin” is niet bekend." in out
    for words in ("Jansen", "Brink", "Merkwaard", "31-02-1992", "123456782", "111222333", "Overdinkel"):
        assert words not in out


@pytest.mark.parametrize("bestaat", [True, False])
def test_a_file_that_cannot_be_read_is_said_before_the_passphrase(
    cli: Cli, tmp_path: Path, bestaat: bool
) -> None:
    bestand = tmp_path if bestaat else tmp_path / "weg.xlsx"
    for argv in (
        ("lijst", "inlezen", "weg.vhkluis", str(bestand)),
        ("uitvoeren", "weg.vhkluis", str(bestand)),
    ):
        code, out, said = cli(*argv, invoer="")
        assert (code, out, said.count("\n")) == (Uitgang.OMGEVING, "", 1)
        assert bestand.name in said


def test_no_more_is_read_than_a_list_may_be(inlezen: Cli, tmp_path: Path) -> None:
    groot = tmp_path / "groot.csv"
    with groot.open("wb") as file:
        file.truncate(MAX_BYTES * 50)
    code, _, said = inlezen(bestand=str(groot))
    assert (code, "20 MB" in said) == (Uitgang.GEWEIGERD, True)


def test_a_gemeente_that_does_not_refer_to_the_table_is_told_and_nothing_is_lost(
    cli: Cli, kluismap: Path, tmp_path: Path, inlezen: Cli, vraag: Callable[..., Any]
) -> None:
    kamer, acten = "Veiligheidskamer Achterhoek", tmp_path / "acten.jsonl"
    velden = {"naam": kamer, "soort": "veiligheidskamer", "regime": "WGS"}
    acten.write_text(json.dumps({"acte": "TafelToevoegen", "velden": velden}), encoding="utf-8")
    assert cli("uitvoeren", str(kluismap), str(acten), *ACCESS)[0] == Uitgang.GOED
    code, gezegd, _ = inlezen("--tafel", kamer, "--proef")
    assert code == Uitgang.GOED and "meldt niet aan bij deze tafel" in gezegd
    code, _, gezegd = inlezen("--tafel", kamer)
    assert code == Uitgang.GEWEIGERD and f"Losser meldt niet aan bij {kamer}" in gezegd
    assert vraag("casuslijst")["totaal"] == 0
