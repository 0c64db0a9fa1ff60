"""From the command line to the window or to a verb."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from vhdesk.crypto.process import harden_process


def run(argv: Sequence[str]) -> int:
    """Harden the process, then do what the command line says; returns the exit code."""
    harden_process()
    if not argv or argv[0] == "desk" or argv[0].startswith("-psn"):
        # The window must not wait for the imports of the command line.
        return _desk_arguments(list(argv))
    from vhdesk.cli.main import run as run_cli  # deferred: see above

    return run_cli(argv, start_desk)


def _desk_arguments(argv: list[str]) -> int:
    from vhdesk.cli.parser import build_parser  # light: argparse only

    return start_desk(build_parser().parse_args(argv or ["desk"]))


def start_desk(arguments: Namespace) -> int:
    """Open the window, or hold the practice meeting offscreen; returns the exit code."""
    if arguments.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from vhdesk.app.offscreen import hold_meeting  # deferred: pulls in everything at once

        return hold_meeting(Path(arguments.uit))
    from vhdesk.app.desktop import run_desktop  # deferred: Qt only, the record follows while one types

    folder = Path(arguments.kluis).expanduser() if arguments.kluis else None
    return run_desktop(folder, practice=arguments.oefening)
