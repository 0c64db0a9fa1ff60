"""What the command line prints of a case: its plan, what differs between two versions, crisis card and timeline."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk.cli.casusverben import casus_id, schrijf
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.errors import NotFound
from vhdesk.printing.crisiskaart import crisiskaart
from vhdesk.printing.planpapier import Druk, plan_pdf, verschil_pdf
from vhdesk.printing.tijdlijnpapier import tijdlijn_pdf
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.plantekst import Plantekst
from vhdesk.queries.planverschil import planverschil
from vhdesk.queries.planversie import plan_van_dossier
from vhdesk.queries.tijdlijn import tijdlijn_partners
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary_plan import CRISISKAART, OPSLAAN, PLANSTUK, PLANVERSCHIL, TIJDLIJN


def kaart(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the crisis card of a case as a PDF of one page."""
    with opened(arguments, clock) as kluis:
        zaak, tekst = _zaak(kluis, arguments.casus)
        gemaakt = crisiskaart(zaak, tekst, Druk.nu(clock, oefening=kluis.oefening))
        schrijf(kluis, f"{CRISISKAART} {OPSLAAN}", "casus", zaak.id, Path(arguments.uit), gemaakt.pdf)
    zeg(f"De crisiskaart staat in {arguments.uit}.")
    if gemaakt.bladen > 1:
        zeg(f"Hij beslaat {gemaakt.bladen} bladen: maak de teksten korter als hij op één blad moet.")
    return Uitgang.GOED


def plan(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the plan as it is now, or a version that a table adopted, as a PDF."""
    with opened(arguments, clock) as kluis:
        zaak, tekst = _zaak(kluis, arguments.casus)
        versie = None
        if arguments.versie is not None:
            versie = next((each for each in zaak.planversies if each.nummer == arguments.versie), None)
            if versie is None:
                raise NotFound("planversie_niet_gevonden")
        pdf = plan_pdf(
            zaak, versie.tekst if versie else tekst, versie, Druk.nu(clock, oefening=kluis.oefening)
        )
        schrijf(kluis, f"{PLANSTUK} {OPSLAAN}", "casus", zaak.id, Path(arguments.uit), pdf)
    zeg(f"Het plan staat in {arguments.uit}.")
    return Uitgang.GOED


def verschil(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write what differs between two versions, or between a version and the plan as it is now, as a PDF."""
    with opened(arguments, clock) as kluis:
        zaak, _ = _zaak(kluis, arguments.casus)
        gevonden = kluis.desk.ask(planverschil, zaak.id, van=arguments.van, naar=arguments.naar)
        pdf = verschil_pdf(zaak, gevonden, Druk.nu(clock, oefening=kluis.oefening))
        schrijf(kluis, f"{PLANVERSCHIL} {OPSLAAN}", "casus", zaak.id, Path(arguments.uit), pdf)
    zeg(f"Het verschil staat in {arguments.uit}.")
    return Uitgang.GOED


def tijdlijn(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write what happened in a case, of everybody or of one partner, as a PDF."""
    with opened(arguments, clock) as kluis:
        zaak = kluis.desk.ask(dossier, casus_id(kluis, arguments.casus))
        partners = {naam.casefold(): naam for naam in tijdlijn_partners(zaak)}
        if arguments.partner and arguments.partner.casefold() not in partners:
            raise NotFound("partner_niet_in_tijdlijn", namen=", ".join(partners.values()))
        partner = partners.get(arguments.partner.casefold(), "")
        pdf = tijdlijn_pdf(zaak, partner, Druk.nu(clock, oefening=kluis.oefening))
        schrijf(kluis, f"{TIJDLIJN} {OPSLAAN}", "casus", zaak.id, Path(arguments.uit), pdf)
    zeg(f"De tijdlijn staat in {arguments.uit}.")
    return Uitgang.GOED


def _zaak(kluis: Kluis, casus: str) -> tuple[Dossier, Plantekst]:
    """Return the case and what its plan says. Raises NotFound."""
    zaak = kluis.desk.ask(dossier, casus_id(kluis, casus))
    tekst = plan_van_dossier(zaak)
    if tekst is None:
        raise NotFound("plan_niet_gevonden", casus=casus[:40])
    return zaak, tekst
