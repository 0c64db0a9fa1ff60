"""Two processes on one vault: the second is told who has it since when, and changes nothing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from proefkluis import NAAM, WACHTWOORD, Site, besluit_ids
from vergrendeld_houder import SINDS

from vhdesk.cli.uitgang import Uitgang
from vhdesk.errors import VaultInUse

HOUDER = Path(__file__).with_name("vergrendeld_houder.py")


@contextmanager
def houder(site: Site) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Let another process hold the vault; yields it and the id of a decision it recorded."""
    with subprocess.Popen(
        [sys.executable, str(HOUDER), str(site.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
        process.kill()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_second_is_refused_with_who_and_since_when(site: Site) -> None:
    with houder(site) as (process, _):
        before = contents(site.root)
        for changes in ({}, {"read_only": True}, {"accept_rollback": True}):
            with pytest.raises(VaultInUse) as refused:
                site.open(**changes)
            assert refused.value.code == "vault_in_use"
            assert refused.value.details == {
                "pid": process.pid,
                "host": socket.gethostname(),
                "since": SINDS.isoformat(timespec="seconds"),
            }
        assert contents(site.root) == before
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("verder\n")  # the first one is not disturbed
        process.stdin.flush()
        assert process.stdout.readline() == "nog een\n"


def test_after_the_first_is_killed_the_second_gets_in_and_finds_everything(site: Site) -> None:
    with houder(site) as (process, besluit_id):
        process.kill()
        process.wait()
        kluis = site.open()
        assert kluis.controleren().in_orde
        kluis.sluiten()
    with site.raw() as raw:
        assert besluit_ids(raw) == {besluit_id}


def test_the_command_line_says_it_in_one_sentence(site: Site) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(site.root / "staat")}
    with houder(site) as (process, _):
        command = [sys.executable, "-m", "vhdesk", "kluis", "controleren", str(site.folder),
                   "--naam", NAAM, "--wachtwoord-stdin"]  # fmt: skip
        done = subprocess.run(
            command, input=WACHTWOORD + "\n", capture_output=True, text=True, check=False, env=environment
        )
        assert done.returncode == Uitgang.OMGEVING, done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.strip().count("\n") == 0
        assert socket.gethostname() in done.stderr or str(process.pid) in done.stderr
