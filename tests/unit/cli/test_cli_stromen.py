"""The command line between other programs: streams that are closed, full, in another encoding, or interrupted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.__main__ import main
from vhdesk.app import start as start_module
from vhdesk.cli.uitgang import Uitgang

FULL = Path("/dev/full")
POSIX = pytest.mark.skipif(os.name == "nt", reason="file descriptors and signals of POSIX")
ACCESS = ("--naam", NAAM, "--wachtwoord-stdin", "--toch-hier")
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(kluismap: Path, tmp_path: Path) -> Iterator[Start]:
    """Start a verb on the vault as a process of its own."""
    running: list[subprocess.Popen[bytes]] = []

    def call(*argv: str, stdin: int | None = subprocess.PIPE, **more: object) -> subprocess.Popen[bytes]:
        settings: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
        env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "staat"), "PYTHONUTF8": "0"}
        running.append(
            subprocess.Popen(
                [sys.executable, "-m", "vhdesk", *argv], stdin=stdin,
                **settings | {"env": env | dict(settings.pop("env", {}))},  # type: ignore[call-overload]
            )
        )  # fmt: skip
        return running[-1]

    yield call
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def spoken(said: bytes) -> bytes:
    """Return what was said but for the clock of this machine, which may stand before the vaults of the tests."""
    return b"".join(line for line in said.splitlines(keepends=True) if not line.startswith(b"De klok"))


def test_input_and_output_are_utf8_whatever_the_console_thinks(start: Start, kluismap: Path) -> None:
    """A byte-order mark before the passphrase, as some shells write one, is no part of it."""
    acte = {"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": "Łukaszčik"}}}
    lines = f"\ufeff{WACHTWOORD}\n{json.dumps(acte, ensure_ascii=False)}\n".encode()
    env = {"PYTHONIOENCODING": "latin-1"}
    done = start("uitvoeren", str(kluismap), "-", *ACCESS, env=env)
    out, said = done.communicate(lines)
    assert (done.returncode, spoken(said)) == (Uitgang.GOED, b"")
    done = start("vragen", str(kluismap), "casuslijst", *ACCESS, env=env)
    out, _ = done.communicate(f"{WACHTWOORD}\n".encode())
    assert json.loads(out)["rijen"][0]["geslachtsnaam"] == "Łukaszčik"


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("verb", ["uitvoeren", "vragen"])  # short lines and long ones
def test_a_full_disk_behind_the_output_is_one_sentence(start: Start, verb: str) -> None:
    with FULL.open("wb") as full:
        done = start(verb, "--lijst", stdout=full)
        _, said = done.communicate()
    assert (done.returncode, said.count(b"\n"), b"schijf vol" in said) == (Uitgang.OMGEVING, 1, True)


@POSIX
@pytest.mark.parametrize("gesloten", [0, 1, 2])
def test_a_stream_that_is_not_there(start: Start, kluismap: Path, gesloten: int) -> None:
    argv = ["vragen", str(kluismap), "tafels", *ACCESS]
    shell = f'exec "$0" -m vhdesk "$@" {gesloten}>&-' if gesloten else 'exec "$0" -m vhdesk "$@" <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable, *argv],
        input=b"mis mis mis\n" if gesloten == 2 else f"{WACHTWOORD}\n".encode(),
        capture_output=True,
        check=False,
    )
    expected = (Uitgang.WACHTWOORD, Uitgang.ONDERBROKEN, Uitgang.WACHTWOORD)[gesloten]
    assert done.returncode == expected
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


@POSIX
def test_without_a_terminal_the_passphrase_is_not_read_from_where_it_would_show(
    start: Start, kluismap: Path
) -> None:
    done = start("kluis", "controleren", str(kluismap), "--toch-hier", start_new_session=True)
    out, said = done.communicate(f"{WACHTWOORD}\n".encode())
    assert (done.returncode, out, said.count(b"\n")) == (Uitgang.GEBRUIK, b"", 1)
    assert b"--wachtwoord-stdin" in said


def test_a_passphrase_that_is_no_text(start: Start, kluismap: Path) -> None:
    done = start("kluis", "controleren", str(kluismap), *ACCESS)
    _, said = done.communicate(b"caf\xe9\xff\n")
    assert (done.returncode, said.count(b"\n")) == (Uitgang.GEWEIGERD, 1)
    assert b"UTF-8" in said


def test_an_interrupt_before_any_verb_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C during the imports, of which there are a second's worth."""

    def interrupted(argv: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(start_module, "run", interrupted)
    assert main() == Uitgang.ONDERBROKEN
    assert capsys.readouterr().err == "Onderbroken. Wat bevestigd was, is opgeslagen.\n"


def test_a_file_with_acts_in_any_shape_answers_line_by_line(
    start: Start, kluismap: Path, tmp_path: Path
) -> None:
    goed = b'{"acte": "CasusAanmelden", "velden": {"hoofdbetrokkene": {"geslachtsnaam": "Goed"}}}'
    diep = b'{"acte": "CasusAanmelden", "velden": ' + b"[" * 200_000 + b"}"
    acten = tmp_path / "acten.jsonl"
    acten.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join([goed, b"\xff\xfe\x00", b"", diep, goed]))
    done = start("uitvoeren", str(kluismap), str(acten), *ACCESS)
    out, said = done.communicate(f"{WACHTWOORD}\n".encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert (done.returncode, spoken(said)) == (Uitgang.GEWEIGERD, b"")
    assert [(answer["regel"], answer.get("code")) for answer in answers] == [
        (1, None), (2, "acte_geen_json"), (4, "acte_geen_json"), (5, None),
    ]  # fmt: skip
