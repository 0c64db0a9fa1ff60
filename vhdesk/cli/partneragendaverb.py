"""What the command line prints for one partner of a meeting: its agenda as a paper or as an appointment."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk.cli.casusverben import schrijf
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import NotFound
from vhdesk.exchange.agendabestand import partneragenda_ics
from vhdesk.printing.partneragenda import partneragenda_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import deelnemers, overleggen
from vhdesk.queries.partneragenda import gastagenda
from vhdesk.queries.partneragenda import partneragenda as agenda_van
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary_uitvraag import PARTNERAGENDA_OPSLAAN


def partneragenda(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the agenda of one partner: an appointment when the name of the file ends in .ics, else a PDF."""
    target = Path(arguments.uit)
    with opened(arguments, clock) as kluis:
        desk = kluis.desk
        rijen = desk.ask(overleggen, limiet=10_000)
        overleg_id = next((row.id for row in rijen if arguments.overleg in (row.id, row.nummer)), None)
        if overleg_id is None:
            raise NotFound("overleg_niet_gevonden", overleg=arguments.overleg[:40])
        wie = arguments.partner.casefold()
        gast = next(
            (row.id for row in desk.ask(deelnemers, overleg_id) if row.gast and row.naam.casefold() == wie),
            None,
        )
        if gast is not None:
            agenda = desk.ask(gastagenda, overleg_id, gast)
        else:
            agenda = desk.ask(agenda_van, overleg_id, organisatie_id(kluis, arguments.partner))
        if target.suffix.lower() == ".ics":
            content = partneragenda_ics(agenda, clock.now())
        else:
            content = partneragenda_pdf(agenda, Druk.nu(clock, oefening=kluis.oefening))
        schrijf(kluis, PARTNERAGENDA_OPSLAAN, "overleg", overleg_id, target, content)
    zeg(f"De agenda voor {agenda.organisatie} staat in {target}.")
    return Uitgang.GOED


def organisatie_id(kluis: Kluis, gevraagd: str) -> str:
    """Return the id of the organisation with this name or code. Raises NotFound."""
    wie = gevraagd.casefold()
    for row in kluis.desk.ask(organisaties):
        if wie in (row.code.casefold(), row.naam.casefold()):
            return row.id
    raise NotFound("partner_niet_gevonden", partner=gevraagd[:80])
