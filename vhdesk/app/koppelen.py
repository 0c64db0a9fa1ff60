"""Telling the system that vhdesk opens vaults, for this user only, so that a double click works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from platformdirs import user_data_path

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import read_bytes, read_text

NAME = "nl.vhdesk.vhdesk"
_PLAIN_WORD = re.compile(r"[\w@%+=:,./-]+")
REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


def link(command: tuple[str, ...]) -> Path | str:
    """Register ``command`` (without the file) for ``*.vhdesk``; returns what was written.

    Raises EnvironmentFault ``koppelen_niet_mogelijk`` where the system has no such place.
    """
    if sys.platform.startswith("linux"):
        return _link_linux(command, user_data_path())
    if sys.platform == "win32":
        return _link_windows(command)
    raise EnvironmentFault("koppelen_niet_mogelijk")


def _link_linux(command: tuple[str, ...], data: Path) -> Path:
    quoted = " ".join(_exec_word(part) for part in command)
    entry = read_text(f"desktop/{NAME}.desktop").replace("Exec=vhdesk ", f"Exec={quoted} ")
    targets = {
        data / "applications" / f"{NAME}.desktop": entry.encode(),
        data / "mime" / "packages" / f"{NAME}.xml": read_bytes(f"desktop/{NAME}.xml"),
        data / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg": read_bytes("icons/vhdesk.svg"),
    }
    for path, content in targets.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for program, folder in REFRESH:
        found = shutil.which(program)
        if found is not None:
            subprocess.run([found, str(data / folder)], check=False, capture_output=True)  # noqa: S603 - fixed names
    return next(iter(targets))


def _exec_word(part: str) -> str:
    """Return a word as the Exec line of a desktop entry wants it: a space asks for quotes, a percent for another."""
    doubled = part.replace("%", "%%")
    return doubled if _PLAIN_WORD.fullmatch(part) else f'"{doubled}"'


def _link_windows(command: tuple[str, ...]) -> str:
    import winreg  # only there

    quoted = " ".join(f'"{part}"' for part in command)
    root = r"Software\Classes"
    for key, value in (
        (rf"{root}\.vhdesk", "vhdesk.kluis"),
        (rf"{root}\vhdesk.kluis", "Kluis van vhdesk"),
        (rf"{root}\vhdesk.kluis\shell\open\command", f'{quoted} desk "%1"'),
    ):
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as handle:  # type: ignore[attr-defined,unused-ignore]
            winreg.SetValueEx(handle, "", 0, winreg.REG_SZ, value)  # type: ignore[attr-defined,unused-ignore]
    return rf"HKCU\{root}\.vhdesk"
