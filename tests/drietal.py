"""The three that a case has before a table adopts its plan."""

from __future__ import annotations

from vhdesk.queries.organisatie import medewerkers, organisaties
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.vocabulary import Casusrol

HUIS = "zorg-en-veiligheidshuis-twente"


def iemand_van(desk: Desk, code: str, naam: str) -> str:
    """Return a person of the organisation with this code; made when nobody there is called so."""
    organisatie_id = next(row.id for row in desk.ask(organisaties) if row.code == code)
    bekend = (
        row.id for row in desk.ask(medewerkers) if (row.naam, row.organisatie_id) == (naam, organisatie_id)
    )
    found = next(bekend, None)
    return found or desk.execute(MedewerkerToevoegen(organisatie_id=organisatie_id, naam=naam)).id


def geef_drietal(desk: Desk, casus_id: str) -> dict[Casusrol, str]:
    """Give the case its three; return who they are."""
    wie = {
        Casusrol.CASEMANAGER: iemand_van(desk, "mediant-ggz", "Cas Manager"),
        Casusrol.VERANTWOORDELIJKE: iemand_van(desk, "gemeente-losser", "Vera Antwoord"),
        Casusrol.PROCESREGISSEUR: iemand_van(desk, HUIS, "Roos Regie"),
    }
    for rol, medewerker_id in wie.items():
        desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=medewerker_id))
    return wie
