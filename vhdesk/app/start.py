"""From the command line to the window or to a verb."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from vhdesk.cli.parser import build_parser
from vhdesk.crypto.process import harden_process
from vhdesk.store.layout import vault_folder


def run(argv: Sequence[str]) -> int:
    """Harden the process, then do what the command line says; returns the exit code."""
    harden_process()
    arguments = build_parser().parse_args(list(argv) or ["desk"])
    if arguments.verb in (None, "desk"):
        return start_desk(arguments)
    if arguments.verb == "koppelen":
        return _link()
    from vhdesk.cli.main import run_verb  # deferred: the window must not wait for what the verbs import

    return run_verb(arguments)


def _link() -> int:
    from vhdesk.app.koppelen import link  # deferred: rarely asked
    from vhdesk.cli.uitgang import Uitgang, meld, meld_fout
    from vhdesk.errors import VhdeskError

    try:
        written = link((sys.executable, "-m", "vhdesk"))
    except VhdeskError as error:
        return meld_fout(error)
    meld(f"Een dubbelklik op openen.vhdesk in een kluis opent nu vhdesk ({written}).")
    return Uitgang.GOED


def start_desk(arguments: Namespace) -> int:
    """Open the window, or hold the practice meeting offscreen; returns the exit code."""
    if arguments.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from vhdesk.app.offscreen import hold_meeting  # deferred: pulls in everything at once

        return hold_meeting(Path(arguments.uit))
    from vhdesk.app.desktop import run_desktop  # deferred: Qt only, the record follows while one types

    folder = vault_folder(Path(arguments.kluis).expanduser().absolute()) if arguments.kluis else None
    return run_desktop(folder, practice=arguments.oefening)
