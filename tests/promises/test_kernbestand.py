"""After start-up no crash writes our memory to disk, and no other program of this user reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
import ctypes, resource
from vhdesk.crypto.process import harden_process
done = harden_process()
prctl = ctypes.CDLL(None).prctl
print(done, resource.getrlimit(resource.RLIMIT_CORE), prctl(3, 0, 0, 0, 0))
"""
CRASH = """
import os, resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from vhdesk.crypto.process import harden_process
if {harden}:
    harden_process()
os.abort()
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


@LINUX
def test_the_process_says_so(tmp_path: Path) -> None:
    done = run(ASK, tmp_path)
    assert done.stdout.strip() == "{'kernbestand': True, 'meelezen': True} (0, 0) 0", done.stderr


@LINUX
def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    assert run(CRASH.format(harden=True), tmp_path).returncode < 0
    assert list(tmp_path.iterdir()) == []


@LINUX
@pytest.mark.parametrize(
    "arguments", [["--versie"], ["kluis", "controleren", "/nergens.vhkluis"], ["desk", "--help"]]
)
def test_every_way_to_start_hardens_first(tmp_path: Path, arguments: list[str]) -> None:
    program = f"""
import sys
from vhdesk.app import start
done = []
def harden():
    done.append(sorted(name for name in sys.modules if name.startswith(("PySide6", "sqlalchemy", "sqlcipher3"))))
start.harden_process = harden
try:
    start.run({arguments!r})
except SystemExit:
    pass
print("gehard", done)
"""
    assert "gehard [[]]" in run(program, tmp_path).stdout
