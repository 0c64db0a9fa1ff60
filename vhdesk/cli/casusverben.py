"""What the command line does with one case: the letter of afschalen, destruction and its verklaring."""

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
from vhdesk.printing.afschaalbrief import afschaalbrief_pdf
from vhdesk.printing.vernietiging import verklaring_pdf
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.vernietiging import VernietigingRow, vernietigingen
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_casus import BRIEF_OPSLAAN

VERKLARING_OPSLAAN = "verklaring opslaan als PDF"


def brief(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the newest letter of a case as a PDF, as it was made."""
    with opened(arguments, clock) as kluis:
        zaak = kluis.desk.ask(dossier, casus_id(kluis, arguments.casus))
        brieven = [stap.id for stap in zaak.verloop if stap.heeft_brief]
        if not brieven:
            raise NotFound("brief_niet_gevonden", casus=arguments.casus[:40])
        bewaard = kluis.desk.ask(afschaalbrief, brieven[0])
        pdf = afschaalbrief_pdf(bewaard.brief, gemaakt_op=bewaard.gemaakt_op, program_version=__version__)
        schrijf(kluis, BRIEF_OPSLAAN, "casusgebeurtenis", bewaard.id, Path(arguments.uit), pdf)
    zeg(f"De brief staat in {arguments.uit}.")
    return Uitgang.GOED


def vernietigen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Destroy a case that was pointed out for it, and write the verklaring."""
    with opened(arguments, clock) as kluis:
        row_id = kluis.casus_vernietigen(casus_id(kluis, arguments.casus), arguments.grond)
        row = next(row for row in kluis.desk.ask(vernietigingen) if row.id == row_id)
        _verklaring(kluis, row, Path(arguments.uit))
    zeg(f"Casus {arguments.casus} is vernietigd. De verklaring staat in {arguments.uit}.")
    return Uitgang.GOED


def verklaring(arguments: Namespace, clock: Clock) -> Uitgang:
    """Finish what was broken off and write the verklaring of a case that was destroyed."""
    with opened(arguments, clock) as kluis:
        kluis.vernietigingen_afmaken()
        found = [row for row in kluis.desk.ask(vernietigingen) if row.casusnummer == arguments.casus]
        if not found:
            raise NotFound("vernietiging_niet_gevonden", casus=arguments.casus[:40])
        _verklaring(kluis, found[0], Path(arguments.uit))
    zeg(f"De verklaring staat in {arguments.uit}.")
    return Uitgang.GOED


def _verklaring(kluis: Kluis, row: VernietigingRow, target: Path) -> None:
    pdf = verklaring_pdf(row, kluis=kluis.naam, oefening=kluis.oefening, program_version=__version__)
    schrijf(kluis, VERKLARING_OPSLAAN, "vernietiging", row.id, target, pdf)


def schrijf(kluis: Kluis, actie: str, soort: str, object_id: str, target: Path, pdf: bytes) -> None:
    """Write the file, its line in the journaal first."""
    kluis.desk.log(actie, soort, object_id, bijzonderheden=f"{len(pdf)} bytes")
    try:
        write_whole(target, pdf)
    except EnvironmentFault:
        kluis.desk.log(
            actie, soort, object_id, resultaat=Resultaat.GEWEIGERD, bijzonderheden="niet opgeslagen"
        )
        raise


def casus_id(kluis: Kluis, casus: str) -> str:
    """Return the id of the case with this number or id. Raises NotFound."""
    for row in kluis.desk.ask(casuslijst, zoek=casus, limiet=10).rijen:
        if casus in (row.id, row.nummer):
            return row.id
    if len(casus) == 32:
        return casus
    raise NotFound("casus_niet_gevonden", casus=casus[:40])
