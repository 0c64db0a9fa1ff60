"""Reading a delivered list with what this vault knows, and the act that stores what the user agreed with."""

from __future__ import annotations

from collections.abc import Mapping

from vhdesk.exchange.aanlevering.blad import Blad, Voortgang
from vhdesk.exchange.aanlevering.kolommen import Indeling
from vhdesk.exchange.aanlevering.regels import (
    namen_van_gemeenten,
    namen_van_organisaties,
    namen_van_waarden,
    regels,
)
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld, gemeente_van, lees
from vhdesk.queries.organisatie import gemeenten, organisaties
from vhdesk.queries.referentie import DOELGROEPEN, referentie_waarden
from vhdesk.services.aanlevering import AanleveringInlezen
from vhdesk.services.desk import Desk
from vhdesk.services.weggelaten import WeggelatenRegel
from vhdesk.vocabulary_aanlevering import Weglaatreden


def lees_met_desk(
    desk: Desk,
    bladen: tuple[Blad, ...],
    bestandsnaam: str,
    indeling: Indeling | None = None,
    *,
    gemeente: str | None = None,
    blad: str | None = None,
    voortgang: Voortgang | None = None,
) -> Voorbeeld:
    """Return the preview of the sheets of a list (of ``lees_bladen``), with the names, aliases and municipalities of the vault behind ``desk``.

    ``gemeente``: the code the user chose, else the one found in the file, which decides what a general word such
    as 'wijkteam' means. Raises InvalidPackage when there is no list to read; may run beside the window.
    """
    namen = namen_van_gemeenten(desk.read_job(gemeenten))
    code = gemeente or gemeente_van(bladen, bestandsnaam, namen)[0]
    doelgroepen = desk.read_job(referentie_waarden, DOELGROEPEN)
    return lees(
        bladen,
        bestandsnaam,
        indeling,
        doelgroepen=namen_van_waarden(doelgroepen),
        organisaties=namen_van_organisaties(desk.read_job(organisaties), code),
        vandaag=desk.clock.today(),
        twijfel=tuple(woord for rij in doelgroepen for woord in rij.kenmerken.get("twijfel", ())),
        gemeenten=namen,
        gemeente=code,
        blad=blad,
        voortgang=voortgang,
    )


def inlezen_van(
    voorbeeld: Voorbeeld,
    *,
    gemeente_id: str,
    sha256: str,
    tafel_id: str | None = None,
    weggelaten: Mapping[int, Weglaatreden] | None = None,
    opnieuw: bool = False,
) -> AanleveringInlezen:
    """Return the act that makes a case of every usable row of the preview, but for those in ``weggelaten``
    (row number -> why the user left it out)."""
    weg = weggelaten or {}
    return AanleveringInlezen(
        bestandsnaam=voorbeeld.bestandsnaam,
        sha256=sha256,
        gemeente_id=gemeente_id,
        rijen=regels(rij for rij in voorbeeld.rijen if rij.rijnummer not in weg),
        weggelaten=tuple(WeggelatenRegel(rij=rij, reden=reden) for rij, reden in sorted(weg.items())),
        tafel_id=tafel_id,
        opnieuw=opnieuw,
    )
