"""A writer that is killed loses nothing it was told stands, and leaves nothing broken."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from proefkluis import Site

KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.timeout(180)
def test_two_hundred_kills_lose_nothing(site: Site) -> None:
    program = Path(__file__).with_name("gedode_schrijver.py")
    done = subprocess.run(
        [sys.executable, str(program), str(site.root), str(KILLS), "20261202"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["stil"] + seen["bezig"] == KILLS
    # The moments were spread: some before the vault was open, most in the middle of many kinds of work.
    assert seen["stil"] >= 5
    assert seen["bezig"] >= KILLS // 2
    assert seen["besluit"] >= 200
    assert min(seen[what] for what in ("actie", "tekst", "concept", "terug", "kopie")) >= 5
    assert seen["halve_kopie"] >= 1
