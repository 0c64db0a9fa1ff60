"""The standard streams: always UTF-8, whatever the console thinks, and possibly closed or gone."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import msgspec

from vhdesk.errors import EnvironmentFault


def as_utf8() -> None:
    """Make input and output UTF-8. A byte that is no text stays recognisable, so that only its line is refused."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def input_lines() -> Iterator[str]:
    """Yield the lines of the input that were not read yet; none when there is no input at all."""
    while line := "" if sys.stdin is None else sys.stdin.readline():
        yield line


def first_line() -> str:
    """Return the first line of the input without its end, "" when there is none."""
    return next(input_lines(), "").rstrip("\r\n")


def print_json(objects: Iterable[Any]) -> None:
    """Write one line of JSON for each object. Raises as ``zeg`` does."""
    for each in objects:
        zeg(msgspec.json.encode(each).decode())


def zeg(text: str) -> None:
    """Write one line of the answer to stdout.

    Raises BrokenPipeError when nobody reads, EnvironmentFault when it cannot be written for another reason.
    """
    if sys.stdout is None:
        raise BrokenPipeError
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        leave_stdout()
        raise EnvironmentFault("uitvoer_niet_te_schrijven") from error


def meld(text: str) -> None:
    """Write one sentence to stderr; silent when there is no stderr."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(text, file=sys.stderr, flush=True)


def leave_stdout() -> None:
    """Let what is still in stdout go nowhere: the reader (``| head``) has left, and the exit flushes once more."""
    if sys.stdout is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
