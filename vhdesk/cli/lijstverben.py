"""What the command line does with delivered lists and with minutes."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from pathlib import Path

from vhdesk import __version__
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang, meld
from vhdesk.clock import Clock
from vhdesk.errors import EnvironmentFault, NotFound, RuleViolation
from vhdesk.exchange.aanlevering import Voorbeeld
from vhdesk.exchange.aanlevering.desk_lezer import inlezen_van, lees_met_desk
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import overleggen
from vhdesk.queries.organisatie import gemeenten
from vhdesk.queries.verslag import verslag as verslag_rijen
from vhdesk.services.desk import Desk
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_aanlevering import zin


def inlezen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Read a delivered list: what was found on stderr, then one act that makes the cases."""
    path = Path(arguments.bestand)
    content = _read(path)
    with opened(arguments, clock) as kluis:
        desk = kluis.desk
        voorbeeld = lees_met_desk(desk, content, path.name, gemeente=arguments.gemeente or None)
        _report(voorbeeld)
        gemeente_id = _gemeente(desk, voorbeeld)
        if arguments.proef:
            return Uitgang.GOED
        kluis.reservekopie_maken("inlezen")
        event = desk.execute(
            inlezen_van(
                voorbeeld,
                gemeente_id=gemeente_id,
                sha256=hashlib.sha256(content).hexdigest(),
                opnieuw=arguments.opnieuw,
            )
        )
    meld(f"{getattr(event, 'aantal', 0)} casussen aangemaakt.")
    return Uitgang.GOED


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("bestand_niet_gevonden", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFault("bestand_onleesbaar", bestand=path.name) from error


def _gemeente(desk: Desk, voorbeeld: Voorbeeld) -> str:
    for gemeente in desk.ask(gemeenten):
        if gemeente.code == voorbeeld.gemeente_code:
            return gemeente.id
    raise RuleViolation("gemeente_onbekend", field="gemeente")


def _report(voorbeeld: Voorbeeld) -> None:
    """Say what the list holds; remarks by row number, never by name."""
    meld(f"{voorbeeld.bruikbaar} regels kunnen casus worden; {len(voorbeeld.overgeslagen)} overgeslagen.")
    for rij in voorbeeld.rijen:
        for opmerking in rij.opmerkingen:
            meld(f"rij {rij.rijnummer}: {zin(opmerking.code, opmerking.details)}")
    for dubbel in voorbeeld.dubbelen:
        meld(f"rij {dubbel.rij} en rij {dubbel.ander}: mogelijk dezelfde persoon.")


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
    meld(f"Het verslag staat in {target}.")
    return Uitgang.GOED
