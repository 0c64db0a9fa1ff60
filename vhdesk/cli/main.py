"""The command line: verbs, their arguments, and what each does."""

from __future__ import annotations

import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from vhdesk.cli import acten, casusverben, kluisverben, lijstverben
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang, bug_sentence, meld, meld_fout
from vhdesk.clock import Clock, SystemClock
from vhdesk.errors import InvalidPackage, NotFound, VhdeskError

Verb = Callable[[Namespace, Clock], Uitgang]


def _print_json(objects: Iterable[Any]) -> None:
    for each in objects:
        sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        sys.stdout.flush()


def uitvoeren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Execute acts, one JSON object per line; every line is answered with one line."""
    if arguments.lijst:
        _print_json(acten.list_acts())
        return Uitgang.GOED
    if not arguments.kluis:
        meld("Noem de kluis en het bestand met acten: vhdesk uitvoeren KLUIS ACTEN.jsonl")
        return Uitgang.GEBRUIK
    if isinstance(sys.stdin, io.TextIOWrapper):
        # before the first read: a line that is no text is refused by itself, and the others are still answered
        sys.stdin.reconfigure(errors="surrogateescape")
    failed = 0
    with opened(arguments, clock) as kluis:
        lines = sys.stdin if arguments.acten == "-" else _lines(Path(arguments.acten))
        for answer in acten.execute_lines(kluis.desk, lines):
            failed += not answer["gelukt"]
            _print_json([answer])
    return Uitgang.GEWEIGERD if failed else Uitgang.GOED


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise NotFound("bestand_niet_gevonden", bestand=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPackage("bestand_onleesbaar", bestand=path.name) from error


def vragen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Ask one query and print its answer as JSON."""
    if arguments.lijst:
        _print_json(acten.list_queries())
        return Uitgang.GOED
    if not arguments.kluis or not arguments.vraag:
        meld("Noem de kluis en de vraag: vhdesk vragen KLUIS VRAAG --json '{...}'")
        return Uitgang.GEBRUIK
    try:
        fields = json.loads(arguments.json)
    except ValueError as error:
        raise InvalidPackage("acte_geen_json") from error
    if not isinstance(fields, dict):
        raise InvalidPackage("acte_geen_json")
    with opened(arguments, clock) as kluis:
        answer = acten.ask(kluis.desk, arguments.vraag, fields)
        _print_json([answer])
    return Uitgang.GOED


VERBS: dict[str, Verb] = {
    "kluis maken": kluisverben.maken,
    "kluis controleren": kluisverben.controleren,
    "kluis reservekopie": kluisverben.reservekopie,
    "kluis herstellen": kluisverben.herstellen,
    "journaal controleren": kluisverben.journaal_controleren,
    "lijst inlezen": lijstverben.inlezen,
    "verslag": lijstverben.verslag,
    "afschaalbrief": casusverben.brief,
    "vernietigen": casusverben.vernietigen,
    "verklaring": casusverben.verklaring,
    "uitvoeren": uitvoeren,
    "vragen": vragen,
}


def run_verb(arguments: Namespace, clock: Clock | None = None) -> int:
    """Do what the parsed command line says and return the exit code.

    Whatever goes wrong is one sentence on stderr, and never a traceback: that may quote what is in the vault.
    """
    try:
        return VERBS[arguments.run](arguments, clock or SystemClock())
    except VhdeskError as error:
        return meld_fout(error)
    except (KeyboardInterrupt, EOFError):
        meld("Onderbroken. Wat bevestigd was, is opgeslagen.")
        return Uitgang.ONDERBROKEN
    except BrokenPipeError:
        _nobody_reads()
        return Uitgang.ONDERBROKEN
    except Exception as error:  # noqa: BLE001 - the last stop of the command line
        meld(bug_sentence(error))
        return Uitgang.FOUT


def _nobody_reads() -> None:
    """Let what is still in stdout go nowhere: the reader (``| head``) has left, and the exit flushes once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
