"""What the command line does with the attachments of a case: add, list, save outside the vault, take out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk.bestandsoort import grootte_woord, woord
from vhdesk.cli.casusverben import casus_id, schrijf
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import NotFound
from vhdesk.exchange.bijlagebestand import lees_bijlagen
from vhdesk.queries.bijlage import BijlageRow, bijlage_inhoud, bijlagen
from vhdesk.services.bijlage import BijlageToegevoegd, BijlageToevoegen, BijlageWeghalen
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary_bijlage import BIJLAGE_OPSLAAN


def toevoegen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Add files to a case. All of them are looked at before the first one is stored."""
    bestanden = lees_bijlagen(map(Path, arguments.bestanden))
    with opened(arguments, clock) as kluis:
        zaak = casus_id(kluis, arguments.casus)
        for bestand in bestanden:
            event = kluis.desk.execute(
                BijlageToevoegen(casus_id=zaak, naam=bestand.naam, inhoud=bestand.inhoud)
            )
            assert isinstance(event, BijlageToegevoegd)
            zeg(f"Toegevoegd: {event.naam}")
    return Uitgang.GOED


def lijst(arguments: Namespace, clock: Clock) -> Uitgang:
    """Name the attachments of a case."""
    with opened(arguments, clock) as kluis:
        rows = kluis.desk.ask(bijlagen, casus_id(kluis, arguments.casus))
    for row in rows:
        zeg(f"{row.naam}\t{woord(row.soort)}\t{grootte_woord(row.grootte)}\t{row.sha256}")
    if not rows:
        zeg("Bij deze casus staan geen bijlagen.")
    return Uitgang.GOED


def opslaan(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write an attachment outside the vault, its line in the journaal first."""
    with opened(arguments, clock) as kluis:
        row = _row(kluis, arguments)
        gelezen = kluis.desk.ask(bijlage_inhoud, row.id)
        schrijf(kluis, BIJLAGE_OPSLAAN, "casus", gelezen.casus_id, Path(arguments.uit), gelezen.inhoud)
    zeg(f"De bijlage staat in {arguments.uit}.")
    return Uitgang.GOED


def weghalen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Take an attachment out of the vault."""
    with opened(arguments, clock) as kluis:
        kluis.desk.execute(BijlageWeghalen(bijlage_id=_row(kluis, arguments).id))
    zeg("De bijlage is weggehaald.")
    return Uitgang.GOED


def _row(kluis: Kluis, arguments: Namespace) -> BijlageRow:
    """Return the attachment with this name or id. Raises NotFound."""
    for row in kluis.desk.ask(bijlagen, casus_id(kluis, arguments.casus)):
        if arguments.bijlage in (row.naam, row.id):
            return row
    raise NotFound("bijlage_niet_gevonden")
