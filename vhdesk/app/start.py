"""From the command line to the window or to a verb."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from vhdesk import spelling
from vhdesk.crypto.process import harden_process
from vhdesk.store.layout import vault_folder


class DeskArguments(NamedTuple):
    """How the window starts: on which vault, on the practice vault, or without a display."""

    kluis: str = ""
    oefening: bool = False
    offscreen: bool = False
    uit: str = "uit"


def run(argv: Sequence[str]) -> int:
    """Guard the process, then do what the command line says; returns the exit code."""
    harden_process()
    if not argv or (
        len(argv) == 2 and argv[0] == "desk" and not argv[1].startswith("-")
    ):  # the icon, a double click
        return start_desk(DeskArguments("".join(argv[1:])))
    if list(argv) == [spelling.VERB]:  # not for people: the window asks it of itself
        return spelling.serve()
    from vhdesk.cli.parser import build_parser  # deferred: argparse is not for the first window

    arguments = build_parser().parse_args(list(argv))
    if arguments.verb in (None, "desk"):
        return start_desk(
            DeskArguments(arguments.kluis, arguments.oefening, arguments.offscreen, arguments.uit)
        )
    if arguments.verb == "koppelen":
        return _link()
    from vhdesk.cli.main import run_verb  # deferred: so are the verbs

    return run_verb(arguments)


def _nowhere_to_show() -> bool:
    """Return whether Qt would find no display; it would end the program with words for programmers."""
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(place) for place in places)


def _no_display() -> int:
    from vhdesk.cli.uitgang import meld_fout  # deferred: rarely needed
    from vhdesk.errors import EnvironmentFault

    return meld_fout(EnvironmentFault("geen_beeldscherm"))


def _link() -> int:
    from vhdesk.app.koppelen import link  # deferred: rarely asked
    from vhdesk.cli.stromen import zeg
    from vhdesk.cli.uitgang import Uitgang, meld_fout
    from vhdesk.errors import VhdeskError

    try:
        written = link((sys.executable, "-m", "vhdesk"))
    except VhdeskError as error:
        return meld_fout(error)
    zeg(f"Een dubbelklik op openen.vhdesk in een kluis opent nu vhdesk ({written}).")
    return Uitgang.GOED


def plain_imports() -> None:
    """Import as Python does, not as PySide6 does.

    PySide6 reads the source text of every module imported after it, and keeps it, to see whether the module asks for
    its snake_case names. None here does; it costs 25 MB and a fifth of the first window.
    """
    import PySide6.QtCore  # noqa: F401 - puts its own import in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def start_desk(arguments: DeskArguments) -> int:
    """Open the window, or hold the practice meeting offscreen; returns the exit code."""
    if arguments.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from vhdesk.app.offscreen import hold_meeting  # deferred: pulls in everything at once

        return hold_meeting(Path(arguments.uit))
    gc.disable()  # ``ui.garbage`` collects once there is a window
    plain_imports()
    if _nowhere_to_show():
        return _no_display()
    from vhdesk.app.desktop import run_desktop  # deferred: Qt only, the record follows while one types

    folder = vault_folder(Path(arguments.kluis).expanduser().absolute()) if arguments.kluis else None
    return run_desktop(folder, practice=arguments.oefening)
