"""What the command line does with acts and questions: one JSON object per line in, one line of JSON out for each."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from vhdesk.cli import acten
from vhdesk.cli.stromen import input_lines, print_json
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang, WrongUsage
from vhdesk.clock import Clock
from vhdesk.errors import EnvironmentFault


def uitvoeren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Execute acts, one JSON object per line; every line is answered with one line."""
    if arguments.lijst:
        print_json(acten.list_acts())
        return Uitgang.GOED
    if not arguments.kluis:
        raise WrongUsage("uitvoeren_waarop")
    failed = 0
    with ExitStack() as stack:
        # the file first: without it no passphrase is asked
        file = None if arguments.acten == "-" else stack.enter_context(_open(Path(arguments.acten)))
        kluis = stack.enter_context(opened(arguments, clock))
        lines = input_lines() if file is None else _lines(file)
        for answer in acten.execute_lines(kluis.desk, lines):
            failed += not answer["gelukt"]
            print_json([answer])
    return Uitgang.GEWEIGERD if failed else Uitgang.GOED


def _open(path: Path) -> TextIO:
    """Open a file with acts; a line in it that is no text is refused by itself."""
    try:
        return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    except FileNotFoundError as error:
        raise EnvironmentFault("bestand_niet_gevonden", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFault("bestand_onleesbaar", bestand=path.name) from error


def _lines(file: TextIO) -> Iterator[str]:
    try:
        yield from file
    except OSError as error:
        raise EnvironmentFault("bestand_onleesbaar", bestand=Path(file.name).name) from error


def vragen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Ask one query and print its answer as JSON."""
    if arguments.lijst:
        print_json(acten.list_queries())
        return Uitgang.GOED
    if not arguments.kluis or not arguments.vraag:
        raise WrongUsage("vragen_waarop")
    try:
        fields = json.loads(arguments.json)
        arguments.json.encode()  # half a character is no text
    except (ValueError, RecursionError) as error:
        raise WrongUsage("velden_geen_json") from error
    if not isinstance(fields, dict):
        raise WrongUsage("velden_geen_json")
    with opened(arguments, clock) as kluis:
        print_json([acten.ask(kluis.desk, arguments.vraag, fields)])
    return Uitgang.GOED
