"""What the command line writes of the open acties of one organisation."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk.cli.casusverben import schrijf
from vhdesk.cli.partneragendaverb import organisatie_id
from vhdesk.cli.stromen import zeg
from vhdesk.cli.toegang import opened
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import Clock
from vhdesk.exchange.actielijst import actielijst_csv, actielijst_xlsx
from vhdesk.printing.actielijst import actielijst_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.queries.acties import ALLE, open_acties
from vhdesk.queries.organisatie import organisaties
from vhdesk.vocabulary_casus import ACTIELIJST_OPSLAAN


def actielijst(arguments: Namespace, clock: Clock) -> Uitgang:
    """Write the open acties of one organisation: a table when the name ends in .xlsx or .csv, else a PDF."""
    target = Path(arguments.uit)
    with opened(arguments, clock) as kluis:
        wie = organisatie_id(kluis, arguments.organisatie)
        naam = next(row.naam for row in kluis.desk.ask(organisaties) if row.id == wie)
        acties = kluis.desk.ask(open_acties, vandaag=clock.today(), organisatie_id=wie, limiet=ALLE)
        soort = target.suffix.lower()
        if soort == ".xlsx":
            content = actielijst_xlsx(naam, acties)
        elif soort == ".csv":
            content = actielijst_csv(acties)
        else:
            content = actielijst_pdf(naam, acties, Druk.nu(clock, oefening=kluis.oefening))
        schrijf(kluis, ACTIELIJST_OPSLAAN, "organisatie", wie, target, content)
    zeg(f"De actielijst van {naam} staat in {target}.")
    return Uitgang.GOED
