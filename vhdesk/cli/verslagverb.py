"""What the command line does with minutes: write them as a PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk import __version__
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import EnvironmentFault, NotFound
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import overleggen
from vhdesk.queries.verslag import verslag as verslag_rijen
from vhdesk.vocabulary import Resultaat


def verslag(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the minutes of one meeting as a PDF, complete or not at all; without its line in the journaal no file."""
    target = Path(arguments.uit)
    with opened(arguments, clock) as kluis:
        desk = kluis.desk
        found = [
            row.id for row in desk.ask(overleggen, limiet=10_000) if arguments.overleg in (row.id, row.nummer)
        ]
        if not found:
            raise NotFound("overleg_niet_gevonden", overleg=arguments.overleg[:40])
        pdf = verslag_pdf(
            desk.ask(verslag_rijen, found[0], arguments.versie),
            clock_now=clock.now(),
            program_version=__version__,
        )
        desk.log("verslag bewaren", "overleg", found[0], bijzonderheden=f"{len(pdf)} bytes")
        try:
            write_whole(target, pdf)
        except EnvironmentFault:
            desk.log(
                "verslag bewaren", "overleg", found[0],
                resultaat=Resultaat.GEWEIGERD, bijzonderheden="niet opgeslagen",
            )  # fmt: skip
            raise
    zeg(f"Het verslag staat in {target}.")
    return Uitgang.GOED
