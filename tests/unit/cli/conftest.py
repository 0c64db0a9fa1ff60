"""The command line as a function."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import WACHTWOORD
from vhdesk.cli.main import run_verb
from vhdesk.cli.parser import build_parser
from vhdesk.clock import FixedClock

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cli(
    kluismap: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Cli:
    """Run a command line with the passphrase on stdin; returns exit code, stdout and stderr."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "staat"))

    def call(*argv: str, invoer: str = WACHTWOORD + "\n") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(invoer))
        code = run_verb(build_parser().parse_args(argv), clock)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return call
