"""What the method of a case forbids to other acts: who may know its content, and with whom the casusregie lies."""

from __future__ import annotations

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casusmethode, Organisatie, Referentiewaarde
from vhdesk.queries.methodevraag import NIETS, Methodevraag, lees_methodevraag
from vhdesk.queries.referentie import METHODEN
from vhdesk.services.unit_of_work import UnitOfWork


def huidige_methode(work: UnitOfWork, casus_id: str) -> Casusmethode | None:
    """Return the method that the case has now."""
    statement = select(Casusmethode).where(Casusmethode.casus_id == casus_id, Casusmethode.tot.is_(None))
    return work.session.scalars(statement).one_or_none()


def methode_waarde(work: UnitOfWork, code: str) -> Referentiewaarde | None:
    """Return the newest value of the list with this code, also one that can no longer be chosen."""
    statement = (
        select(Referentiewaarde)
        .where(Referentiewaarde.lijst_code == METHODEN, Referentiewaarde.code == code)
        .order_by(Referentiewaarde.versie_van.desc())
        .limit(1)
    )
    return work.session.scalars(statement).one_or_none()


def vraag_van(work: UnitOfWork, casus_id: str) -> tuple[str, Methodevraag]:
    """Return the name of the method of the case and what it asks; ("", nothing) without a method."""
    huidig = huidige_methode(work, casus_id)
    waarde = methode_waarde(work, huidig.methode_code) if huidig is not None else None
    return (waarde.naam, lees_methodevraag(waarde.kenmerken)) if waarde is not None else ("", NIETS)


def vereis_mag_weten(work: UnitOfWork, casus_id: str, organisatie: Organisatie) -> None:
    """Raise RuleViolation when the method gives extra protection and does not name this organisation (jaarplan NOG
    2017, uittreedoptie jeugdprostitutie)."""
    naam, vraag = vraag_van(work, casus_id)
    mag = {code for zetel in vraag.mag_weten for code in zetel.organisaties}
    if mag and organisatie.code not in mag:
        raise RuleViolation("organisatie_mag_niet_weten", field="organisatie_id", methode=naam)


def vereis_casusregie(work: UnitOfWork, casus_id: str, organisatie: Organisatie) -> None:
    """Raise RuleViolation when the method says with whom the casusregie lies, and this is another organisation (jaarplan
    Twente 2015, 10 in Twente: 'casusregie GGZ')."""
    naam, vraag = vraag_van(work, casus_id)
    if vraag.casusregie is not None and organisatie.code not in vraag.casusregie.organisaties:
        raise RuleViolation(
            "casusregie_elders", field="medewerker_id", methode=naam, wie=vraag.casusregie.naam
        )
