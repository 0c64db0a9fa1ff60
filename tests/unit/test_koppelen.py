"""The double click: what the system is told, and that the file in every vault leads back to it."""

from __future__ import annotations

import fnmatch
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from vhdesk.app import koppelen, start
from vhdesk.errors import EnvironmentFault
from vhdesk.services.kluis import Kluis
from vhdesk.store.layout import vault_folder

COMMAND = ("/opt/mijn python/bin/python3", "-m", "vhdesk")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
NAME = "nl.vhdesk.vhdesk"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places of Linux")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user of this system tells it about programs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def entry(data: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys of an entry have capitals
    parser.read(data / "applications" / f"{NAME}.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


@linux
def test_the_entry_starts_this_program_on_the_file(data: Path) -> None:
    assert koppelen.link(COMMAND) == data / "applications" / f"{NAME}.desktop"
    assert shlex.split(entry(data)["Exec"]) == [*COMMAND, "desk", "%f"]
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / f"{entry(data)['Icon']}.svg").is_file()
    koppelen.link(("/elders (100%)/python3", "-m", "vhdesk"))  # once more, after the program moved
    assert shlex.split(entry(data)["Exec"])[0] == "/elders (100%%)/python3"


@linux
def test_the_type_of_the_entry_is_that_of_the_file_in_a_vault(data: Path, kluis: Kluis) -> None:
    koppelen.link(COMMAND)
    known = ElementTree.parse(data / "mime" / "packages" / f"{NAME}.xml").getroot()
    (kind,) = known.findall(f"{MIME}mime-type")
    assert entry(data)["MimeType"].split(";") == [kind.attrib["type"], ""]
    patterns = [glob.attrib["pattern"] for glob in kind.findall(f"{MIME}glob")]
    (handle,) = kluis.pad.glob("*.vhdesk")
    assert [pattern for pattern in patterns if fnmatch.fnmatch(handle.name, pattern)] == patterns


@linux
@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no validator on this machine")
def test_the_entry_is_valid(data: Path) -> None:
    path = koppelen.link(COMMAND)
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_double_click_opens_the_window_on_that_vault(kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[start.DeskArguments] = []
    monkeypatch.setattr(start, "start_desk", lambda arguments: asked.append(arguments) or 0)
    monkeypatch.setattr(start, "harden_process", lambda: None)
    (handle,) = kluis.pad.glob("*.vhdesk")
    assert start.run(["desk", str(handle)]) == 0
    assert vault_folder(Path(asked[0].kluis)) == kluis.pad


def test_windows_is_told_for_this_user_only(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, Any] = {}

    class Key(SimpleNamespace):
        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    winreg = ModuleType("winreg")
    winreg.HKEY_CURRENT_USER, winreg.REG_SZ = "gebruiker", 1  # type: ignore[attr-defined]
    winreg.CreateKey = lambda root, path: Key(path=f"{root}\\{path}")  # type: ignore[attr-defined]
    winreg.SetValueEx = lambda key, _name, _zero, _kind, value: written.update({key.path: value})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    koppelen._link_windows((r"C:\Program Files\vhdesk\python.exe", "-m", "vhdesk"))
    classes = r"gebruiker\Software\Classes"
    assert written[rf"{classes}\.vhdesk"] == "vhdesk.kluis"
    opening = written[rf"{classes}\vhdesk.kluis\shell\open\command"]
    assert opening == r'"C:\Program Files\vhdesk\python.exe" "-m" "vhdesk" desk "%1"'


def test_where_there_is_no_such_place_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(EnvironmentFault, match="koppelen_niet_mogelijk"):
        koppelen.link(COMMAND)
