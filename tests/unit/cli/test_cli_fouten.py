"""What the command line says when something unexpected goes wrong: one sentence or one line, never what was typed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.cli import main, velden
from vhdesk.cli.main import run_verb
from vhdesk.cli.parser import EPILOG, build_parser
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock, FixedClock
from vhdesk.services import kluis as kluisdienst
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.store.opening import OpenOptions
from vhdesk.store.restore import restore_backup

Cli = Callable[..., tuple[int, str, str]]

ACCESS = ("--naam", NAAM, "--wachtwoord-stdin")


def _aanmelden(naam: object) -> str:
    return json.dumps({"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": naam}}})


def test_a_bug_on_one_line_leaves_the_other_lines_answered(
    cli: Cli, kluismap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = Desk.execute

    def broken(desk: Desk, command: Command, initiator: object | None = None) -> object:
        if "Jansen" in repr(command):
            raise KeyError("Jansen")
        return execute(desk, command, initiator)

    monkeypatch.setattr(Desk, "execute", broken)
    lines = "\n".join([WACHTWOORD, _aanmelden("Eerst"), _aanmelden("Jansen"), _aanmelden("Laatst"), ""])
    code, out, said = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == Uitgang.GEWEIGERD
    assert [answer["gelukt"] for answer in answers] == [True, False, True]
    assert (answers[1]["regel"], answers[1]["code"]) == (2, "fout")
    assert answers[1]["uitleg"].startswith("Er ging iets mis in vhdesk.")
    assert "Jansen" not in out + said


def test_a_bug_in_a_verb_is_one_sentence_and_a_code_of_its_own(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(arguments: Namespace, clock: Clock) -> Uitgang:
        raise RuntimeError("dossier van Jansen")

    monkeypatch.setitem(main.VERBS, "journaal controleren", broken)
    code, out, said = cli("journaal", "controleren", "X.vhkluis")
    assert (code, out, said.count("\n")) == (Uitgang.FOUT, "", 1)
    assert said.startswith("Er ging iets mis in vhdesk.")
    assert "Jansen" not in said
    assert f"{Uitgang.FOUT:d} fout in vhdesk" in EPILOG


@pytest.mark.parametrize(
    ("velden", "uitleg"),
    [
        (
            {"hoofdbetrokkene": {"geslachtsnaam": ["Jansen"]}},
            "ongeldige waarde bij $.hoofdbetrokkene.geslachtsnaam",
        ),
        (
            {"hoofdbetrokkene": {"geslachtsnaam": "X", "geboortedatum": "Jansen"}},
            "ongeldige waarde bij $.hoofdbetrokkene.geboortedatum",
        ),
        ({"hoofdbetrokkene": {"geslachtsnaam": "X"}, "status": "Jansen"}, "ongeldige waarde bij $.status"),
        ({"hoofdbetrokkene": "Jansen"}, "ongeldige waarde bij $.hoofdbetrokkene"),
        ("Jansen", "ongeldige waarde bij $"),
        ({"titel": "Jansen"}, "$.hoofdbetrokkene ontbreekt"),
    ],
)
def test_a_value_that_does_not_fit_is_not_repeated(
    cli: Cli, kluismap: Path, velden: object, uitleg: str
) -> None:
    acte = json.dumps({"acte": "CasusAanmelden", "velden": velden})
    code, out, said = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=f"{WACHTWOORD}\n{acte}\n")
    answer = json.loads(out)
    assert (code, answer["code"]) == (Uitgang.GEWEIGERD, "acte_velden")
    assert uitleg in answer["uitleg"]
    assert "Jansen" not in out + said


@pytest.mark.parametrize(
    "message",
    [
        "Invalid enum value 'Jansen'",
        "Invalid enum value 'x - at `$.Jansen`'",
        "Object contains unknown field `$Jansen`",
        "Invalid enum value 'Jansen' - at `key` in `$.velden`",
    ],
)
def test_only_the_place_is_kept_of_what_the_library_says(message: str) -> None:
    assert "Jansen" not in velden.where(message)


@pytest.mark.parametrize(
    "regel", ['{"acte": ["CasusAanmelden"]}', _aanmelden("\ud800"), '{"acte": "X\udcff"}']
)
def test_a_line_that_is_no_text_or_no_name_is_refused_by_itself(cli: Cli, kluismap: Path, regel: str) -> None:
    lines = f"{WACHTWOORD}\n{regel}\n{_aanmelden('Goed')}\n"
    _, out, _ = cli("uitvoeren", str(kluismap), "-", *ACCESS, invoer=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer.get("code") for answer in answers] == ["acte_geen_json", None]


def test_bytes_that_are_no_text_do_not_stop_the_lines_after_them(
    kluismap: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "staat"))
    lines = [WACHTWOORD.encode(), b'{"acte": "\xff\xfe"}', _aanmelden("Goed").encode(), b""]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines)), encoding="utf-8"))
    run_verb(build_parser().parse_args(["uitvoeren", str(kluismap), "-", *ACCESS]), clock)
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("code") for answer in answers] == ["acte_geen_json", None]


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
@pytest.mark.parametrize("verb", ["vragen", "uitvoeren"])  # long lines and short ones
def test_a_reader_who_leaves_is_no_error(verb: str) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "vhdesk", verb, "--lijst"],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (Uitgang.ONDERBROKEN, b"")


def test_restoring_honours_what_was_accepted_about_the_place(
    cli: Cli, kluismap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("kluis", "reservekopie", str(kluismap), *ACCESS)[0] == Uitgang.GOED
    kopie = next(iter((kluismap / "reservekopieen").iterdir()))
    given: list[OpenOptions] = []
    restore = restore_backup

    def seen(
        backup: Path, target: Path, key: object, clock: Clock, options: OpenOptions, **more: object
    ) -> Path:
        given.append(options)
        return restore(backup, target, key, clock, options, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(kluisdienst, "restore_backup", seen)
    cli("kluis", "herstellen", str(kopie), str(tmp_path / "Een.vhkluis"), *ACCESS)
    cli("kluis", "herstellen", str(kopie), str(tmp_path / "Twee.vhkluis"), *ACCESS, "--toch-hier")
    assert [options.accept_location for options in given] == [False, True]
    with pytest.raises(SystemExit):
        cli("kluis", "herstellen", str(kopie), str(tmp_path / "Drie.vhkluis"), "--aanvaard-oudere-stand")
