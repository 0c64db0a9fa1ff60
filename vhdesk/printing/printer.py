"""Handing a PDF to a printer of the system, without a file on disk.

Linux and macOS: the bytes go to ``lp`` on standard input. The spooler keeps a job for as long as it is set to; that
is for the administrator. On Windows the window paints page images to the printer, since nothing there takes a PDF
from memory: ``print_pdf`` then raises PrinterUnavailable("printing_by_window").
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vhdesk.errors import EnvironmentFault, RuleViolation

TITEL: Final = "vhdesk document"  # what the queue shows: never a case, never a person
_SECONDS: Final = 60
_MOST_COPIES: Final = 99
_PAGES: Final = re.compile(r"\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*")


class PrinterUnavailable(EnvironmentFault):
    """There is no printing system, the printer is gone, or it refused the job. Nothing was printed."""


class Duplex(StrEnum):
    """Printing on both sides; values are those of IPP ``sides`` (RFC 8011)."""

    EENZIJDIG = "one-sided"
    LANGE_ZIJDE = "two-sided-long-edge"
    KORTE_ZIJDE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue of the system."""

    name: str
    is_default: bool


def printers() -> tuple[Printer, ...]:
    """Return the queues of the system, the default first; none where there is no ``lpstat`` (Windows too)."""
    if sys.platform == "win32" or shutil.which("lpstat") is None:
        return ()
    default = _default_name()
    names = dict.fromkeys(_lines("lpstat", "-e"))
    return tuple(
        sorted(
            (Printer(name=name, is_default=name == default) for name in names),
            key=lambda printer: (not printer.is_default, printer.name.casefold()),
        )
    )


def print_pdf(
    pdf: bytes,
    printer: Printer,
    *,
    copies: int = 1,
    title: str = TITEL,
    pages: str = "",
    duplex: Duplex | None = None,
) -> str:
    """Send ``pdf`` to ``printer``; return the id of the job as the system names it ('' if it named none).

    ``pages`` is empty for all, or like '1-3,7'; ``duplex`` None leaves it to the printer. ``title`` is read by
    anyone who sees the queue: keep it free of names. Raises RuleViolation for copies or pages that cannot be,
    PrinterUnavailable (codes printing_by_window, no_print_system, printer_gone, print_refused, print_timeout).
    """
    if not 1 <= copies <= _MOST_COPIES:
        raise RuleViolation("aantal_exemplaren", field="exemplaren", grootste=_MOST_COPIES)
    if pages and not _PAGES.fullmatch(pages):
        raise RuleViolation("paginabereik", field="paginas")
    if sys.platform == "win32":
        raise PrinterUnavailable("printing_by_window")
    program = shutil.which("lp")
    if program is None:
        raise PrinterUnavailable("no_print_system")
    if printer.name not in {found.name for found in printers()}:
        raise PrinterUnavailable("printer_gone", printer=printer.name)
    # Like this the name of a queue can never be taken for an option.
    command = [program, f"-d{printer.name}", f"-n{copies}", "-t", title, "-o", "media=A4"]
    if pages:
        command += ["-P", pages]
    if duplex is not None:
        command += ["-o", f"sides={duplex.value}"]
    command.append("-")
    try:
        done = subprocess.run(  # noqa: S603 - no shell, a found program, checked arguments
            command, input=pdf, capture_output=True, timeout=_SECONDS, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterUnavailable("print_timeout", printer=printer.name, seconds=_SECONDS) from error
    except OSError as error:
        raise PrinterUnavailable("no_print_system") from error
    if done.returncode != 0:
        raise PrinterUnavailable("print_refused", printer=printer.name, status=done.returncode)
    found = re.search(r"\S+-\d+", done.stdout.decode("utf-8", "replace"))
    return found.group() if found else ""


def _default_name() -> str:
    for line in _lines("lpstat", "-d"):
        _, colon, name = line.partition(":")
        if colon:
            return name.strip()
    return ""


def _environment() -> dict[str, str]:
    """Return the environment with answers in English, so that they can be read on any machine."""
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}


def _lines(program: str, *arguments: str) -> list[str]:
    """Return what a program prints, as lines; nothing when it fails: then there are no printers to offer."""
    found = shutil.which(program)
    if found is None:
        return []
    try:
        done = subprocess.run(  # noqa: S603 - no shell, a found program, fixed arguments
            [found, *arguments], capture_output=True, timeout=_SECONDS, env=_environment(), check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line.strip() for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]
