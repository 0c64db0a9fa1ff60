"""``python -m tests.bench [--json FILE] [--only NAME ...] [--cases N ...]``: measure, print, and say what was missed."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench import processes
from tests.bench.figure import LARGE, NAMES, SMALL, Figure, table
from tests.bench.screens import Screens
from tests.bench.unlocking import Unlocking
from tests.bench.vaults import BenchVault, make_vault
from vhdesk.app.desktop import make_application
from vhdesk.clock import Clock, FixedClock
from vhdesk.ui.settings import DeskSettings

MOMENT = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)
SCREENS = ("open_case", "agenda", "search", "act", "minutes")  # acts last: they add to what the others read


def measure(
    app: QApplication, vault: BenchVault, only: Sequence[str], clock: Clock, home: Path
) -> Iterator[Figure]:
    """Yield the figures of one vault that were asked."""
    unlocking = Unlocking(app, vault, clock, home)
    alone: dict[str, Callable[[], Figure]] = {
        "unlock": unlocking.without_kdf,
        "unlock_kdf": unlocking.with_kdf,
        "memory": lambda: processes.memory(vault, home, clock),
    }
    for name, work in alone.items():
        if name in only:
            yield work()
    if set(only) & set(SCREENS):
        screens = Screens(app, vault, clock, home)
        for name in SCREENS:
            if name in only:
                yield getattr(screens, name)()
        screens.close()


def run(only: Sequence[str], sizes: Sequence[int]) -> list[Figure]:
    """Make the vaults, measure, and return the figures in the order of their names."""
    clock = FixedClock(MOMENT)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="vhdesk-bench-") as folder:
        home = Path(folder)
        app = make_application(DeskSettings(home / "bench.ini"))
        for cases in sizes:
            vault = make_vault(home / str(cases), cases, clock)
            if "first_window" in only and cases == sizes[0]:
                figures.append(processes.first_window(vault, home))
            figures.extend(measure(app, vault, only, clock, home))
    return sorted(figures, key=lambda one: (NAMES.index(one.name), one.cases))


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
    if arguments.json:
        shown = {"figures": [one.as_json() for one in figures]}
        arguments.json.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
    return 0 if all(one.ok for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
