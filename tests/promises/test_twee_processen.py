"""Two processes on one vault: the second is told who has it since when, and changes nothing."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from proefkluis import NAAM, WACHTWOORD, Site, besluit_ids, besluiten, casus_aanmelden
from vergrendeld_houder import SINDS

from vhdesk.cli.uitgang import Uitgang
from vhdesk.errors import VaultInUse, VaultReadOnly
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.services.kluis import Kluis

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


@contextmanager
def lezer(site: Site) -> Iterator[subprocess.Popen[str]]:
    """Let another process read the vault."""
    with subprocess.Popen(
        [sys.executable, str(HOUDER), str(site.root), "lezen"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "gelezen\n"
        yield process
        process.kill()


def casus_van(kluis: Kluis) -> str:
    return kluis.desk.ask(casuslijst).rijen[0].id


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_second_is_refused_with_who_and_since_when(site: Site) -> None:
    with houder(site) as (process, _):
        before = contents(site.root)
        for changes in ({}, {"accept_rollback": True}):
            with pytest.raises(VaultInUse) as refused:
                site.open(**changes)
            assert refused.value.code == "vault_in_use_here"
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


def test_the_second_may_read_beside_the_first(site: Site) -> None:
    """It sees what the first commits, writes nothing, and does not disturb it."""
    with houder(site) as (process, besluit_id):
        kluis = site.open(read_only=True)
        (besluit,) = kluis.desk.ask(dossier, casus_van(kluis)).besluiten
        assert besluit.id == besluit_id
        assert process.stdin is not None
        assert process.stdout is not None
        for more in range(2, 5):
            process.stdin.write("verder\n")
            process.stdin.flush()
            assert process.stdout.readline() == "nog een\n"
            assert len(kluis.desk.ask(dossier, casus_van(kluis)).besluiten) == more
        with pytest.raises(VaultReadOnly, match="opened_read_only"):
            besluiten(kluis.desk, casus_van(kluis), 1)
        with pytest.raises(VaultReadOnly):
            kluis.desk.save_draft("proef", "half", 1)
        assert kluis.controleren().in_orde
        kluis.sluiten()
        process.stdin.close()
        process.wait(30)
    with site.raw() as raw:
        readings = raw.execute("SELECT count(*) FROM journaal WHERE actie = 'casus inzien'").fetchone()[0]
        assert len(besluit_ids(raw)) == 4
    assert readings == 0


@pytest.mark.slow
def test_opening_to_read_beside_a_busy_writer_never_finds_damage(site: Site) -> None:
    with houder(site) as (process, _):
        assert process.stdin is not None
        process.stdin.write("verder\n" * 400)
        process.stdin.flush()
        for _ in range(25):
            kluis = site.open(read_only=True)
            assert kluis.journaal_controleren().in_orde
            kluis.sluiten()


def test_a_writer_on_another_computer_is_not_read_beside(site: Site) -> None:
    with houder(site):
        lock = site.folder / "kluis.lock"
        with lock.open("r+b") as stream:
            held = json.loads(stream.read())
            held["host"] = "WS-0412"
            stream.seek(0)
            stream.truncate()
            stream.write(json.dumps(held).encode())
        with pytest.raises(VaultInUse) as refused:
            site.open(read_only=True)
        assert refused.value.details["host"] == "WS-0412"


def test_who_reads_keeps_the_key_from_being_replaced(site: Site) -> None:
    first = site.open()
    with lezer(site) as process:
        with pytest.raises(VaultInUse, match="vault_has_readers"):
            first.sleutel_vernieuwen()
        besluiten(first.desk, casus_aanmelden(first.desk), 1)  # writing goes on
        process.kill()
        process.wait()
    first.sleutel_vernieuwen()


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
    with houder(site):
        command = [sys.executable, "-m", "vhdesk", "kluis", "controleren", str(site.folder),
                   "--naam", NAAM, "--wachtwoord-stdin"]  # fmt: skip
        done = subprocess.run(
            command, input=WACHTWOORD + "\n", capture_output=True, text=True, check=False, env=environment
        )
        assert done.returncode == Uitgang.OMGEVING, done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.strip().count("\n") == 0
        assert "op deze computer sinds 2-12-2026" in done.stderr
