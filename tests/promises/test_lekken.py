"""Nothing of a meeting can be read outside the vault, nor in the files of the vault itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from merken import Merken, doorzoek, lekken, sporen
from proefkluis import WACHTWOORD, Site


@pytest.fixture
def meeting(site: Site) -> dict[str, Any]:
    """Hold the marked meeting in a process whose every folder lies under the root of the site."""
    root = site.root
    home = root / "thuis"
    places = {"HOME": home, "TMPDIR": root / "tijdelijk", "SQLITE_TMPDIR": root / "tijdelijk",
              "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data", "XDG_STATE_HOME": home / "state",
              "XDG_CACHE_HOME": home / "cache", "XDG_RUNTIME_DIR": home / "run"}  # fmt: skip
    for folder in places.values():
        folder.mkdir(parents=True, exist_ok=True)
    places["XDG_RUNTIME_DIR"].chmod(0o700)
    environment = {**os.environ, **{name: str(folder) for name, folder in places.items()}}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    program = Path(__file__).with_name("lekproef.py")
    done = subprocess.run(
        [sys.executable, str(program), str(root)],
        cwd=home, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    found["stderr"] = done.stderr
    return found


@pytest.mark.slow
def test_the_marks_of_a_whole_meeting_are_found_nowhere(site: Site, meeting: dict[str, Any]) -> None:
    marks = [*meeting["marks"], *meeting["secrets"], WACHTWOORD]
    assert len(marks) > 150
    assert meeting["empty"] == []  # every column for free text held a mark
    assert meeting["pdf"] > 10_000
    assert meeting["errors"] > 50
    assert doorzoek(site.root, marks) == []
    assert sporen(meeting["stderr"].encode(), marks) == set()
    assert meeting["outside"] == []
    assert meeting["deleted"] == []
    log = next((site.root / "thuis").rglob("vhdesk.log")).read_text(encoding="utf-8")
    assert "incident" in log
    assert "ms" in log
    assert list((site.root / "tijdelijk").iterdir()) == []
    assert meeting["leaks"] == []  # no exception shows what somebody typed


def test_this_search_finds_what_it_should(site: Site) -> None:
    """Marks in names, text, wide text and exceptions are found, or the test above proves nothing."""
    merk = Merken()
    marks = [merk() for _ in range(4)]
    folder = site.root / "zoek"
    folder.mkdir()
    (folder / f"{marks[0]}.txt").touch()
    (folder / "een").write_text(f"tekst {marks[1].upper()}", encoding="utf-8")
    (folder / "twee").write_bytes(marks[2].encode("utf-16-le"))
    assert len(doorzoek(folder, marks)) == 3
    try:
        try:
            raise ValueError(marks[3])
        except ValueError as error:
            raise KeyError("iets anders") from error
    except KeyError as error:
        assert list(lekken([error], marks))
    assert sporen(b"een geheim hier", ["een geheim"]) == {"een geheim"}
