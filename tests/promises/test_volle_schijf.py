"""A disk that runs full, in every phase: its own error, nothing lost, and work goes on once there is room."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from proefkluis import Site
from volle_schijf import PHASES, REKEY_PHASES, ROOM

MOUNT = 'mount -t tmpfs -o size=12m none "$0" && exec "$@"'


def on_a_small_disk(disk: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run ``command`` where ``disk`` is a file system of twelve megabytes; skips where nothing may be mounted."""
    disk.mkdir()
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("mounts a small disk of its own")
    flags = ["-m"] if os.getuid() == 0 else ["-U", "-r", "-m"]
    tried = subprocess.run(
        ["unshare", *flags, "sh", "-c", MOUNT, str(disk), "true"], capture_output=True, check=False
    )
    if tried.returncode != 0:
        pytest.skip("mounting is not allowed here")
    return subprocess.run(
        ["unshare", *flags, "sh", "-c", MOUNT, str(disk), *command],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_full_in_every_phase(site: Site, tmp_path: Path) -> None:
    (site.folder / "ballast.bin").unlink()  # it would fill the small disk by itself
    program = Path(__file__).with_name("volle_schijf.py")
    done = on_a_small_disk(
        tmp_path / "schijf", sys.executable, str(program), str(tmp_path / "schijf"), str(site.root)
    )
    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(PHASES) * len(ROOM) + len(REKEY_PHASES) * 3
    assert [report for report in reports if report["bug"]] == []
    assert [report for report in reports if report["after"]] == []
    assert [report for report in reports if report["said"] not in ("", "disk_full")] == []
    full = {report["phase"] for report in reports if report["said"]}
    assert full >= set(PHASES) - {"sluiten"}  # closing never fails: what is in the log is folded in next time
    assert "sleutel:kopie" in full
    for report in reports:
        if report["room"] == 0 and report["phase"] in PHASES and report["phase"] != "sluiten":
            assert report["said"] == "disk_full", report
