"""What the command line does with a meeting on paper: its minutes, and what it needs without a computer."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk import __version__
from vhdesk.cli.casusverben import schrijf
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import NotFound
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.presentielijst import presentielijst_pdf
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import overleggen
from vhdesk.queries.verslag import verslag as verslag_rijen
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary_plan import OPSLAAN, OVERLEGPAKKET, PRESENTIELIJST


def verslag(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the minutes of one meeting as a PDF, complete or not at all; without its line in the journaal no file."""
    with opened(arguments, clock) as kluis:
        overleg_id = _overleg_id(kluis, arguments.overleg)
        pdf = verslag_pdf(
            kluis.desk.ask(verslag_rijen, overleg_id, arguments.versie),
            clock_now=clock.now(),
            program_version=__version__,
        )
        schrijf(kluis, "verslag bewaren", "overleg", overleg_id, Path(arguments.uit), pdf)
    zeg(f"Het verslag staat in {arguments.uit}.")
    return Uitgang.GOED


def pakket(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write what a meeting needs without a computer as a PDF."""
    with opened(arguments, clock) as kluis:
        overleg_id = _overleg_id(kluis, arguments.overleg)
        rijen = kluis.desk.ask(verslag_rijen, overleg_id)
        druk = Druk.nu(clock, oefening=kluis.oefening)
        pdf = pakket_pdf(rijen, read_text(GEHEIMHOUDING), druk)
        schrijf(kluis, f"{OVERLEGPAKKET} {OPSLAAN}", "overleg", overleg_id, Path(arguments.uit), pdf)
    zeg(f"Het overlegpakket staat in {arguments.uit}.")
    return Uitgang.GOED


def presentielijst(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the sheet that is signed for being there and for secrecy as a PDF."""
    with opened(arguments, clock) as kluis:
        overleg_id = _overleg_id(kluis, arguments.overleg)
        rijen = kluis.desk.ask(verslag_rijen, overleg_id)
        druk = Druk.nu(clock, oefening=kluis.oefening)
        pdf = presentielijst_pdf(rijen, read_text(GEHEIMHOUDING), druk)
        schrijf(kluis, f"{PRESENTIELIJST} {OPSLAAN}", "overleg", overleg_id, Path(arguments.uit), pdf)
    zeg(f"De presentielijst staat in {arguments.uit}.")
    return Uitgang.GOED


def _overleg_id(kluis: Kluis, gevraagd: str) -> str:
    """Return the id of the meeting with this number or id. Raises NotFound."""
    for row in kluis.desk.ask(overleggen, limiet=10_000):
        if gevraagd in (row.id, row.nummer):
            return row.id
    raise NotFound("overleg_niet_gevonden", overleg=gevraagd[:40])
