"""The figures of a whole process: how soon its first window stands, how much memory it holds, how soon a killed one is
back where it was, and how smoothly it holds a meeting of two hours."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figure import MEETING_MS, Figure, figure
from tests.bench.interleave import interleaved
from tests.bench.vaults import BenchVault
from vhdesk.clock import Clock

ROUNDS = 11
MEMORY_ROUNDS = 3
RECOVERIES = 7
MEETING_PATIENCE = 1800  # seconds
WORST = 5
_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


def first_window(vault: BenchVault, home: Path) -> Figure:
    """From starting the process to the unlock page on the screen, beside a bare Qt window."""

    def started(*arguments: str) -> float:
        began = time.monotonic()
        moment = _run("child_window.py", home, *arguments).split()[0]
        return float(moment) - began

    value, floor = interleaved(
        lambda _: started("desk", str(vault.folder)), lambda _: started("bare"), ROUNDS, warm=1
    )
    return figure("first_window", 0, value, floor)


def memory(vault: BenchVault, home: Path, clock: Clock) -> Figure:
    """Resident memory with the vault open and every page made, beside a bare Qt window."""

    def megabytes(what: str) -> float:
        where = vault.folder.parent
        text = _run("child_memory.py", home, what, str(where.parent), where.name, clock.now().isoformat())
        return float(text)

    values = [megabytes("desk") for _ in range(MEMORY_ROUNDS)]
    floors = [megabytes("bare") for _ in range(MEMORY_ROUNDS)]
    return figure("memory", vault.cases, statistics.median(values), statistics.median(floors), "MB")


def recovery(vault: BenchVault, home: Path, clock: Clock) -> Figure:
    """After a kill in the middle of a decision: from the passphrase, with the cheap key derivation of this vault, to the
    cursor in the same half-typed word; beside all that a bare Qt window takes."""
    where = vault.folder.parent
    rest = (str(where.parent), where.name, clock.now().isoformat(), vault.made.lopend_id)
    _run("child_recovery.py", home, "type", *rest)

    def bare(_: int) -> float:
        began = time.monotonic()
        return float(_run("child_window.py", home, "bare").split()[0]) - began

    value, floor = interleaved(
        lambda _: float(_run("child_recovery.py", home, "return", *rest)), bare, RECOVERIES, warm=1
    )
    return figure("recovery", vault.cases, value, floor)


def meeting(vault: BenchVault, home: Path, clock: Clock) -> Figure:
    """How many turns of the event loop took longer than a frame may, in the meeting of the story with thirty cases on
    its agenda: two hours, recorded key by key and replayed without the waiting. Beside the plain twin."""
    played = {}
    for what in ("record", "encrypted", "plain"):
        place = Path(shutil.copytree(vault.folder.parent, home / what / str(vault.cases)))
        rest = (
            str(place.parent),
            place.name,
            clock.now().isoformat(),
            vault.verhaal_id,
            str(home / "opname"),
        )
        played[what] = json.loads(_run("child_meeting.py", home, what, *rest, patience=MEETING_PATIENCE))
        shutil.rmtree(place.parent)
    slow = {
        what: [turn for turn in played[what]["traag"] if turn[0] > MEETING_MS]
        for what in ("encrypted", "plain")
    }
    own = sum(worked > MEETING_MS for _, worked, _ in slow["encrypted"])
    told = f"of {played['encrypted']['beurten']} turns, {played['record']['toetsen']} keys; {own} by their own work"
    for took, worked, what in sorted(slow["encrypted"], reverse=True)[:WORST]:
        told += f"\n{took:.0f} ms ({worked:.0f} of its own): {what}"
    return figure("meeting", vault.cases, len(slow["encrypted"]), len(slow["plain"]), "frames", told=told)


def _run(program: str, home: Path, *arguments: str, patience: float = 120) -> str:
    """Run a child with folders of its own and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        environment[name] = str(home)
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), environment.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(_HERE / program), *arguments],
        env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=patience,
    )  # fmt: skip
    if done.returncode != 0 or not done.stdout.strip():
        raise RuntimeError(f"{program} {arguments}: {done.stderr[-2000:]}")
    return done.stdout
