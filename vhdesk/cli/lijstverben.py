"""What the command line does with a delivered list: look, put right, leave out, read in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from vhdesk.cli.keuzes import gemeente_code, gemeente_id, indeling, tafel_id, weggelaten
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.exchange.aanlevering import Voorbeeld
from vhdesk.exchange.aanlevering.bestand import lees_bladen
from vhdesk.exchange.aanlevering.desk_lezer import inlezen_van, lees_met_desk
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.lijstbestand import load_file
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.vocabulary_aanlevering import Veld, Weglaatreden, zin

_MET_CITAAT = frozenset({Veld.DOELGROEP, Veld.PARTNERS})  # words of a list; all other cells are of a person


def inlezen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Read a delivered list: what was found, then one act that makes the cases."""
    file = load_file(Path(arguments.bestand))
    bladen = lees_bladen(file.content)  # before the passphrase: a wrong file needs no vault
    with opened(arguments, clock) as kluis:
        desk = kluis.desk
        gemeente, blad = gemeente_code(desk, arguments.gemeente), arguments.blad or None
        tafel = tafel_id(desk, arguments.tafel)
        voorbeeld = lees_met_desk(desk, bladen, file.name, gemeente=gemeente, blad=blad)
        if arguments.kolom:
            eigen = indeling(voorbeeld, arguments.kolom)
            voorbeeld = lees_met_desk(desk, bladen, file.name, eigen, gemeente=gemeente, blad=voorbeeld.blad)
        weg = weggelaten(voorbeeld, arguments.weglaten)
        _report(voorbeeld, weg)
        van = gemeente_id(desk, voorbeeld)
        if tafel is not None and van not in desk.ask(aanmeldgemeenten).get(tafel, ()):
            zeg("De gemeente van deze lijst meldt niet aan bij deze tafel; zo wordt de lijst niet ingelezen.")
        act = inlezen_van(
            voorbeeld,
            gemeente_id=van,
            sha256=file.sha256,
            tafel_id=tafel,
            weggelaten=weg,
            opnieuw=arguments.opnieuw,
        )
        if arguments.proef:
            return Uitgang.GOED
        kluis.reservekopie_maken("inlezen")
        event = desk.execute(act)
    zeg(f"{getattr(event, 'aantal', 0)} casussen aangemaakt.")
    return Uitgang.GOED


def _report(voorbeeld: Voorbeeld, weg: Mapping[int, Weglaatreden]) -> None:
    """Say what the list holds: of a row its number and what is the matter, never what stands in it of a person."""
    overgeslagen, zonder_naam = len(voorbeeld.overgeslagen), len(voorbeeld.rijen) - voorbeeld.bruikbaar
    zeg(
        f"{voorbeeld.bruikbaar - len(weg)} regels kunnen casus worden; {overgeslagen} overgeslagen,"
        f" {zonder_naam} zonder achternaam, {len(weg)} weggelaten."
    )
    for melding in voorbeeld.meldingen:
        zeg(melding.zin)
    for rij in voorbeeld.rijen:
        for opmerking in rij.opmerkingen:
            zeg(f"regel {rij.rijnummer}{_waarover(opmerking)}: {_zin(opmerking)}")
    for nummer, reden in sorted(weg.items()):
        zeg(f"regel {nummer}: weggelaten, {reden.label}.")
    for dubbel in voorbeeld.dubbelen:
        zeg(f"regel {dubbel.rij} en regel {dubbel.ander}: mogelijk dezelfde persoon.")


def _waarover(opmerking: Opmerking) -> str:
    return f", {opmerking.veld.label}" if opmerking.veld else ""


def _zin(opmerking: Opmerking) -> str:
    details = dict(opmerking.details)
    if opmerking.veld not in _MET_CITAAT:
        details.pop("tekst", None)
    return zin(opmerking.code, details)
