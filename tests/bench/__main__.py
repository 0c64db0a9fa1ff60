"""``python -m tests.bench [--json FILE] [--only NAME ...] [--cases N ...]``: measure, print, and say what was missed."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench import processes
from tests.bench.figure import LARGE, NAMES, SMALL, Figure, table
from tests.bench.screens import Screens
from tests.bench.table import Table
from tests.bench.unlocking import Unlocking
from tests.bench.vaults import BenchVault, make_vault
from vhdesk.app.desktop import make_application
from vhdesk.clock import Clock, FixedClock
from vhdesk.ui.garbage import GuiGarbage
from vhdesk.ui.settings import DeskSettings

MOMENT = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)
QUIET = 0.75  # load per core; the bench itself keeps one core busy
SCREENS = (
    "open_case", "full_case", "agenda", "search", "duplicates", "triage", "switch_item", "suggest", "room", "act",
    "minutes",
)  # fmt: skip
# acts last: they add to what the others read


def measure(
    app: QApplication, vault: BenchVault, only: Sequence[str], clock: Clock, home: Path
) -> Iterator[Figure]:
    """Yield the figures of one vault that were asked."""
    unlocking = Unlocking(app, vault, clock, home)
    alone: dict[str, Callable[[], Figure]] = {
        "unlock": unlocking.without_kdf,
        "unlock_kdf": unlocking.with_kdf,
        "memory": lambda: processes.memory(vault, home, clock),
        "recovery": lambda: processes.recovery(vault, home, clock),
        "meeting": lambda: processes.meeting(vault, home, clock),
    }
    for name, work in alone.items():
        if name in only:
            yield work()
    if set(only) & set(SCREENS):
        screens = Screens(app, vault, clock, home)
        table_of = Table(screens)
        for name in SCREENS:
            if name in only:
                yield getattr(table_of if hasattr(Table, name) else screens, name)()
        screens.close()


def made_elsewhere(home: Path, cases: int, clock: Clock) -> BenchVault:
    """Generate a vault in a process of its own, so that what that leaves behind is not measured with the desk."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(make_vault, home, cases, clock).result()


def run(only: Sequence[str], sizes: Sequence[int]) -> list[Figure]:
    """Make the vaults, measure, and return the figures in the order of their names."""
    clock = FixedClock(MOMENT)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="vhdesk-bench-") as folder:
        home = Path(folder)
        app = make_application(DeskSettings(home / "bench.ini"))
        garbage = GuiGarbage(app)  # as the program: cycles are collected between the acts, not in one
        for cases in sizes:
            vault = made_elsewhere(home / str(cases), cases, clock)
            garbage.clear()
            if "first_window" in only and cases == sizes[0]:
                figures.append(processes.first_window(vault, home))
            figures.extend(measure(app, vault, only, clock, home))
    return sorted(figures, key=lambda one: (NAMES.index(one.name), one.cases))


def busy() -> str:
    """Return a warning when other programs had the processors: medians side by side stay fair, times do not."""
    if not hasattr(os, "getloadavg"):
        return ""
    load, cores = os.getloadavg()[1], os.cpu_count() or 1
    if load <= cores * QUIET:
        return ""
    return f"The machine was busy (load {load:.1f} on {cores} cores): trust the ratios, not the times.\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Return 1 when a target was missed."""
    parser = argparse.ArgumentParser(prog="run.py bench", description="Meet wat een gebruiker afwacht.")
    parser.add_argument("--json", metavar="FILE", type=Path, help="schrijf de cijfers als JSON")
    parser.add_argument(
        "--only", metavar="NAME", action="append", choices=NAMES, help="alleen dit cijfer; mag vaker"
    )
    parser.add_argument(
        "--cases", metavar="N", type=int, action="append", help="alleen deze omvang; mag vaker"
    )
    arguments = parser.parse_args(argv)
    figures = run(arguments.only or NAMES, arguments.cases or (SMALL, LARGE))
    sys.stdout.write(table(figures) + "\n")
    sys.stderr.write(busy())
    if arguments.json:
        shown = {"figures": [one.as_json() for one in figures]}
        arguments.json.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
    return 0 if all(one.ok for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
