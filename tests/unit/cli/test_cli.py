"""The command line on a real vault: every verb, its exit code, one sentence and no traceback when it goes wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.app import start
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import FixedClock
from vhdesk.resources import resource

Cli = Callable[..., tuple[int, str, str]]


def _access() -> tuple[str, ...]:
    return ("--naam", NAAM, "--wachtwoord-stdin")


@pytest.mark.parametrize(("argv", "kluis"), [((), ""), (("desk",), ""), (("desk", "X.vhkluis"), "X.vhkluis")])
def test_without_a_verb_the_window_starts(
    argv: tuple[str, ...], kluis: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[start.DeskArguments] = []

    def window(arguments: start.DeskArguments) -> int:
        asked.append(arguments)
        return 7

    monkeypatch.setattr(start, "start_desk", window)
    monkeypatch.setattr(start, "harden_process", dict)  # it would last for every test after this one
    assert start.run(argv) == 7
    assert asked == [start.DeskArguments(kluis)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(place, raising=False)
    assert start.start_desk(start.DeskArguments()) == Uitgang.OMGEVING
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "geen beeldscherm" in said


def test_a_vault_is_made_with_the_region_in_it(cli: Cli, tmp_path: Path) -> None:
    nieuw = tmp_path / "Nieuw.vhkluis"
    code, said, _ = cli("kluis", "maken", str(nieuw), "--naam", "Ina", "--wachtwoord-stdin", "--toch-hier")
    assert code == Uitgang.GOED
    assert "staat klaar" in said
    code, out, _ = cli("vragen", str(nieuw), "tafels", "--wachtwoord-stdin", "--toch-hier")
    assert code == Uitgang.GOED
    assert "Werktafel Enschede" in {tafel["naam"] for tafel in json.loads(out)}


def test_a_second_vault_on_the_same_place_is_refused(cli: Cli, kluismap: Path) -> None:
    before = sorted(path.name for path in kluismap.iterdir())
    code, _, said = cli("kluis", "maken", str(kluismap), *_access())
    assert code == Uitgang.OMGEVING
    assert said.count("\n") == 1
    assert sorted(path.name for path in kluismap.iterdir()) == before


def test_checking_says_that_all_is_well(cli: Cli, kluismap: Path) -> None:
    code, said, _ = cli("kluis", "controleren", str(kluismap), *_access())
    assert (code, "in orde" in said) == (Uitgang.GOED, True)
    code, said, _ = cli("journaal", "controleren", str(kluismap), *_access())
    assert (code, "in orde" in said) == (Uitgang.GOED, True)


def test_reading_only_changes_nothing_in_the_vault(cli: Cli, kluismap: Path) -> None:
    before = {path: path.read_bytes() for path in kluismap.rglob("*") if path.is_file()}
    for verb in (
        ("kluis", "controleren", str(kluismap)),
        ("journaal", "controleren", str(kluismap)),
        ("vragen", str(kluismap), "tafels"),
    ):
        code, _, said = cli(*verb, "--alleen-lezen", *_access())
        assert code == Uitgang.GOED, said
    assert {path: path.read_bytes() for path in kluismap.rglob("*") if path.is_file()} == before


def test_wrong_passphrase_has_its_own_exit_code(cli: Cli, kluismap: Path) -> None:
    code, _, said = cli("kluis", "controleren", str(kluismap), *_access(), invoer="mis mis mis mis\n")
    assert code == Uitgang.WACHTWOORD
    assert "wachtwoord" in said.lower()


def test_a_missing_vault_is_said_in_one_sentence_and_nothing_is_made(cli: Cli, tmp_path: Path) -> None:
    weg = tmp_path / "Weg.vhkluis"
    code, _, said = cli("kluis", "controleren", str(weg), *_access())
    assert code == Uitgang.OMGEVING
    assert said.count("\n") == 1
    assert not weg.exists()


def test_backup_and_restore_give_a_new_vault_that_opens(cli: Cli, kluismap: Path, tmp_path: Path) -> None:
    assert cli("kluis", "reservekopie", str(kluismap), *_access())[0] == Uitgang.GOED
    kopie = next(iter((kluismap / "reservekopieen").iterdir()))
    doel = tmp_path / "Terug.vhkluis"
    code, _, said = cli("kluis", "herstellen", str(kopie), str(doel), *_access())
    assert code == Uitgang.GOED, said
    assert cli("kluis", "controleren", str(doel), *_access())[0] == Uitgang.GOED


def test_a_delivered_list_is_shown_then_read_once(cli: Cli, kluismap: Path) -> None:
    bestand = str(resource("oefening/aanlevering Enschede TopX.xlsx"))
    code, said, _ = cli("lijst", "inlezen", str(kluismap), bestand, "--proef", *_access())
    assert code == Uitgang.GOED
    assert "334 regels kunnen casus worden" in said
    code, out, _ = cli("vragen", str(kluismap), "casuslijst", *_access())
    assert json.loads(out)["totaal"] == 0
    code, said, _ = cli("lijst", "inlezen", str(kluismap), bestand, *_access())
    assert (code, "334 casussen aangemaakt" in said) == (Uitgang.GOED, True)
    code, _, said = cli("lijst", "inlezen", str(kluismap), bestand, *_access())
    assert code == Uitgang.GEWEIGERD
    code, out, _ = cli("vragen", str(kluismap), "casuslijst", *_access())
    assert json.loads(out)["totaal"] == 334


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.7 nee", b"\x00\x01\x02\x03" * 100])
def test_a_file_that_is_no_list_is_refused_in_words(
    cli: Cli, kluismap: Path, tmp_path: Path, inhoud: bytes
) -> None:
    bestand = tmp_path / "lijst.csv"
    bestand.write_bytes(inhoud)
    code, _, said = cli("lijst", "inlezen", str(kluismap), str(bestand), *_access())
    assert code == Uitgang.GEWEIGERD
    assert len(said.strip().splitlines()) == 1


def test_acts_one_per_line_each_all_or_nothing(cli: Cli, kluismap: Path, tmp_path: Path) -> None:
    acten = tmp_path / "acten.jsonl"
    acten.write_text(
        "\n".join(
            [
                json.dumps(
                    {"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": "Proef"}}}
                ),
                json.dumps(
                    {"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": "  "}}}
                ),
                json.dumps({"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": 3}}),
                json.dumps(
                    {
                        "acte": "CasusAanmelden",
                        "velden": {"hoofdbetrokkene": {"geslachtsnaam": "X"}, "meer": 1},
                    }
                ),
                json.dumps({"acte": "Verzonnen"}),
                "geen json",
                "[1, 2]",
                "",
            ]
        ),
        encoding="utf-8",
    )
    code, out, _ = cli("uitvoeren", str(kluismap), str(acten), *_access())
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == Uitgang.GEWEIGERD
    assert [answer["gelukt"] for answer in answers] == [True, False, False, False, False, False, False]
    assert answers[0]["gebeurtenis"] == "CasusAangemeld"
    assert all(answer["uitleg"] for answer in answers[1:])
    code, out, _ = cli("vragen", str(kluismap), "casuslijst", *_access())
    assert json.loads(out)["totaal"] == 1


def test_acts_may_come_on_stdin_after_the_passphrase(cli: Cli, kluismap: Path) -> None:
    acte = json.dumps({"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": "Proef"}}})
    code, out, _ = cli("uitvoeren", str(kluismap), "-", *_access(), invoer=f"{WACHTWOORD}\n{acte}\n")
    assert code == Uitgang.GOED
    assert json.loads(out)["velden"]["nummer"].startswith("ZVH-2026-")


def test_every_act_and_query_is_listed_with_a_valid_schema(cli: Cli) -> None:
    for verb, least in (("uitvoeren", 40), ("vragen", 25)):
        code, out, _ = cli(verb, "--lijst")
        assert code == Uitgang.GOED
        entries = [json.loads(line) for line in out.splitlines()]
        assert len(entries) >= least
        for entry in entries:
            Draft202012Validator.check_schema(entry["velden"])
            assert entry["uitleg"] or verb == "uitvoeren"


def test_an_unknown_question_is_refused(cli: Cli, kluismap: Path) -> None:
    code, _, said = cli("vragen", str(kluismap), "verzonnen", *_access())
    assert (code, bool(said.strip())) == (Uitgang.GEWEIGERD, True)
    code, _, said = cli("vragen", str(kluismap), "casuslijst", "--json", "{kapot", *_access())
    assert code == Uitgang.GEBRUIK


def test_minutes_are_written_whole_and_journalled(cli: Cli, kluismap: Path, tmp_path: Path) -> None:
    code, out, _ = cli("vragen", str(kluismap), "tafels", *_access())
    tafel = next(row["id"] for row in json.loads(out) if row["naam"] == "Werktafel Enschede")
    acte = json.dumps({"acte": "OverlegPlannen", "velden": {"tafel_id": tafel, "datum": "2026-12-02"}})
    code, out, said = cli("uitvoeren", str(kluismap), "-", *_access(), invoer=f"{WACHTWOORD}\n{acte}\n")
    assert code == Uitgang.GOED, out
    nummer = json.loads(out)["velden"]["nummer"]
    doel = tmp_path / "verslag.pdf"
    code, _, said = cli("verslag", str(kluismap), nummer, "--uit", str(doel), *_access())
    assert code == Uitgang.GOED, said
    assert "Werktafel Enschede".lower() in PdfReader(doel).pages[0].extract_text().lower()
    pakket = tmp_path / "pakket.pdf"
    code, _, said = cli("overlegpakket", str(kluismap), nummer, "--uit", str(pakket), *_access())
    assert code == Uitgang.GOED, said
    assert "Overlegpakket" in PdfReader(pakket).pages[0].extract_text()
    sheet = tmp_path / "presentie.pdf"
    code, _, said = cli("presentielijst", str(kluismap), nummer, "--uit", str(sheet), *_access())
    assert code == Uitgang.GOED, said
    assert "Handtekening" in PdfReader(sheet).pages[0].extract_text()
    code, out, _ = cli("vragen", str(kluismap), "journaal", *_access())
    assert "verslag bewaren" in {line["actie"] for line in json.loads(out)}
    code, _, said = cli(
        "verslag", str(kluismap), nummer, "--uit", str(tmp_path / "nergens" / "x.pdf"), *_access()
    )
    assert code == Uitgang.OMGEVING
    code, out, _ = cli("vragen", str(kluismap), "journaal", *_access())
    bewaren = [line["resultaat"] for line in json.loads(out) if line["actie"] == "verslag bewaren"]
    assert bewaren == ["geweigerd", "gelukt", "gelukt"]  # newest first: the line stands before the file does
    code, _, said = cli("verslag", str(kluismap), "OV-1900-001", "--uit", str(doel), *_access())
    assert code == Uitgang.GEWEIGERD
    code, _, said = cli("verslag", str(kluismap), nummer, "--versie", "7", "--uit", str(doel), *_access())
    assert code == Uitgang.GEWEIGERD  # there is no such version


@pytest.mark.parametrize("bestand", ["kluis.db", "sleutels.json"])
def test_a_backup_in_which_a_byte_changed_is_found_by_a_check(cli: Cli, kluismap: Path, bestand: str) -> None:
    for _ in range(2):
        assert cli("kluis", "reservekopie", str(kluismap), *_access())[0] == Uitgang.GOED
    assert cli("kluis", "controleren", str(kluismap), *_access())[0] == Uitgang.GOED
    kopie = min((kluismap / "reservekopieen").iterdir())
    content = bytearray((kopie / bestand).read_bytes())
    content[len(content) // 2] ^= 1
    (kopie / bestand).write_bytes(content)
    code, out, err = cli("kluis", "controleren", str(kluismap), *_access())
    assert code == Uitgang.GEWEIGERD and "De kluis is in orde" in out
    assert err.startswith(f"Beschadigde reservekopieën: {kopie.name}. ")


def test_a_clock_that_was_set_back_is_said_and_stops_nothing(
    cli: Cli, kluismap: Path, clock: FixedClock
) -> None:
    assert cli("kluis", "reservekopie", str(kluismap), *_access())[2] == ""
    clock.moment -= timedelta(days=1)
    code, out, err = cli("journaal", "controleren", str(kluismap), *_access())
    assert code == Uitgang.GOED and out.startswith("Het journaal is in orde")
    assert err.startswith("De klok van deze computer loopt achter op het journaal") and err.count("\n") == 1
