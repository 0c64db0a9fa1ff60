"""What the command line does with a meeting on paper: its minutes, and what it needs without a computer."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk import __version__
from vhdesk.cli.casusverben import schrijf
from vhdesk.cli.partneragendaverb import organisatie_id
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import NotFound, VhdeskError
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.presentielijst import presentielijst_pdf
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import overleggen
from vhdesk.queries.ontvangers import exemplaarplan
from vhdesk.queries.overleg import overleg_kop
from vhdesk.queries.verslag import verslag as verslag_rijen
from vhdesk.queries.verslag_lezer import verslag_voor
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.services.exemplaar import (
    ExemplarenVastgelegd,
    ExemplarenVastleggen,
    ExemplarenVervallen,
    regel_van,
)
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary_lezer import Exemplaarwijze
from vhdesk.vocabulary_plan import OPSLAAN, OVERLEGPAKKET, PRESENTIELIJST


def verslag(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the minutes of one meeting as a PDF, whole or for one organisation, complete or not at all; without its line in the
    journaal and, of a meeting that was closed, in the register of copies, no file."""
    with opened(arguments, clock) as kluis:
        overleg_id = _overleg_id(kluis, arguments.overleg)
        lezer = organisatie_id(kluis, arguments.voor) if arguments.voor else ""
        if lezer:
            rijen = kluis.desk.ask(verslag_voor, overleg_id, lezer, arguments.versie)
        else:
            rijen = kluis.desk.ask(verslag_rijen, overleg_id, arguments.versie)
        plan = kluis.desk.ask(exemplaarplan, overleg_id, (lezer,), rijen.versie)[0]
        vast = kluis.desk.ask(overleg_kop, overleg_id).eerst_gesloten_op is not None
        pdf = verslag_pdf(
            rijen,
            clock_now=clock.now(),
            program_version=__version__,
            exemplaar=plan.woorden() if vast else "",
        )
        register = ExemplarenVastleggen(
            overleg_id=overleg_id, versie=rijen.versie, wijze=Exemplaarwijze.OPGESLAGEN, reden=arguments.reden,
            exemplaren=(regel_van(plan, pdf),),
        )  # fmt: skip
        gemaakt = kluis.desk.execute(register) if vast else None
        try:
            schrijf(kluis, "verslag bewaren", "overleg", overleg_id, Path(arguments.uit), pdf)
        except VhdeskError:
            if isinstance(gemaakt, ExemplarenVastgelegd):
                kluis.desk.execute(
                    ExemplarenVervallen(overleg_id=overleg_id, exemplaar_ids=gemaakt.exemplaren)
                )
            raise
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
