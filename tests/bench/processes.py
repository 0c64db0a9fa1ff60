"""The figures of a whole process: how soon its first window stands, and how much memory it holds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figure import Figure, figure
from tests.bench.interleave import interleaved
from tests.bench.vaults import BenchVault
from vhdesk.clock import Clock

ROUNDS = 11
MEMORY_ROUNDS = 3
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


def _run(program: str, home: Path, *arguments: str) -> str:
    """Run a child with folders of its own and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        environment[name] = str(home)
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), environment.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(_HERE / program), *arguments],
        env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    if done.returncode != 0 or not done.stdout.strip():
        raise RuntimeError(f"{program} {arguments}: {done.stderr[-2000:]}")
    return done.stdout
