"""Run by test_rekey as a program: re-keys copies of a vault in child processes that die on the way.

Prints one JSON line per child: its folder, the phase at which it died ("" when it lived), the number of that report.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from vhdesk.clock import FixedClock
from vhdesk.store.opening import OpenOptions, open_vault
from vhdesk.store.rekey import rekey_vault

CLOCK = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
RANDOM_KILLS = 6


def main(template: Path, work: Path, name: str, passphrase: str, remove: str) -> None:
    number = 0
    while True:
        number += 1
        if not _report(work / f"stap{number}", template, name, passphrase, remove, kill_at=number):
            break
    started = time.perf_counter()
    _report(work / "heel", template, name, passphrase, remove)
    whole = time.perf_counter() - started
    chance = random.Random(7)
    for number in range(RANDOM_KILLS):
        delay = chance.uniform(0.2, 1.0) * whole
        _report(work / f"willekeurig{number}", template, name, passphrase, remove, kill_after=delay)


def _report(
    root: Path,
    template: Path,
    name: str,
    passphrase: str,
    remove: str,
    *,
    kill_at: int = 0,
    kill_after: float = 0.0,
) -> bool:
    """Run one child; tell whether it was killed."""
    shutil.copytree(template, root)
    child = os.fork()
    if child == 0:
        _rekey(root, name, passphrase, remove, kill_at)
        os._exit(0)
    if kill_after:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"child failed in {root}")
    phase = (root / "fase").read_text() if killed and (root / "fase").exists() else ""
    print(json.dumps({"root": str(root), "killed": killed, "phase": phase}), flush=True)
    return killed


def _rekey(root: Path, name: str, passphrase: str, remove: str, kill_at: int) -> None:
    reports = 0

    def progress(phase: str, done: int, total: int) -> None:
        nonlocal reports
        reports += 1
        (root / "fase").write_text(f"{phase} {done}/{total}")
        if reports == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    options = OpenOptions(anchor_home=root / "ankers")
    vault = open_vault(root / "proef.vhkluis", name, passphrase, CLOCK, options)
    rekey_vault(vault, progress, remove=frozenset({remove}))
    vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5])
