"""Acts on partner organisations and the professionals who work there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import String, cast, func, select

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models import (
    Actie,
    Casus,
    Casusroltoewijzing,
    Inbreng,
    Medewerker,
    Organisatie,
    Referentiewaarde,
    Tafelinstelling,
)
from vhdesk.models.casusverloop import AFGEROND
from vhdesk.queries.referentie import METHODEN
from vhdesk.services.casus import check_terug, check_text
from vhdesk.services.command import BEHEER, TAFEL, Command, Event, Outcome
from vhdesk.services.invoer import check_code, check_kort, check_naam, vereis_ongebruikt, wijziging
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Actiestatus, Gebruikersrol, Organisatiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieToevoegen(Command):
    """Add a partner. ``aliassen``: the names it goes by in delivered lists. ``organisatie_id`` only to bring
    back one that was removed."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    naam: str
    soort: Organisatiesoort
    code: str = ""
    aliassen: tuple[str, ...] = ()
    telefoon: str = ""
    actief: bool = True
    organisatie_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieToegevoegd(Event):
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieWijzigen(Command):
    """Change a partner; ``actief`` false: it no longer takes part and cannot be chosen, but stays readable."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    organisatie_id: str
    naam: str
    soort: Organisatiesoort
    aliassen: tuple[str, ...] = ()
    telefoon: str = ""
    actief: bool = True
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieVerwijderen(Command):
    """Take back a partner that nothing refers to yet."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    organisatie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerToevoegen(Command):
    """Add a professional. ``medewerker_id`` only to bring back one that was removed."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    organisatie_id: str
    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""
    opmerking: str = ""
    actief: bool = True
    medewerker_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerToegevoegd(Event):
    organisatie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerWijzigen(Command):
    """Change a professional; ``actief`` false: out of service.

    Somebody with open actions or roles only leaves with ``ondanks_taken``, so that they are handed over first.
    """

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    medewerker_id: str
    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""
    opmerking: str = ""
    actief: bool = True
    ondanks_taken: bool = False
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerVerwijderen(Command):
    """Take back a professional that nothing refers to yet."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    medewerker_id: str


def _check_woorden(
    work: UnitOfWork, naam: str, aliassen: tuple[str, ...], zelf: str | None
) -> tuple[str, list[str]]:
    """Return name and aliases, cleaned. Raises RuleViolation when a word already means another organisation:
    a delivered list would not know which of the two is meant."""
    naam = check_naam(naam)
    eigen = {fold(naam)}
    schoon: list[str] = []
    for alias in aliassen:
        kort = check_kort(alias, "aliassen", 200)
        if kort and fold(kort) not in eigen:
            eigen.add(fold(kort))
            schoon.append(kort)
    for ander in work.session.scalars(select(Organisatie)):
        if ander.id == zelf:
            continue
        bezet = {fold(ander.naam), *(fold(alias) for alias in ander.aliassen)}
        if fold(naam) in bezet:
            raise RuleViolation("naam_bestaat", field="naam", organisatie_id=ander.id)
        if not bezet.isdisjoint(eigen):
            raise RuleViolation("alias_bestaat", field="aliassen", organisatie_id=ander.id)
    return naam, schoon


def organisatie_toevoegen(work: UnitOfWork, command: OrganisatieToevoegen) -> Outcome:
    naam, aliassen = _check_woorden(work, command.naam, command.aliassen, None)
    bezet = set(work.session.scalars(select(Organisatie.code)))
    organisatie = work.add(
        Organisatie(
            id=check_terug(work, Organisatie, command.organisatie_id),
            code=check_code(command.code, naam, bezet),
            naam=naam,
            soort=command.soort,
            aliassen=aliassen,
            telefoon=check_kort(command.telefoon, "telefoon", 40),
            actief=command.actief,
        )
    )
    event = OrganisatieToegevoegd(id=organisatie.id, code=organisatie.code)
    inverse = OrganisatieVerwijderen(organisatie_id=organisatie.id)
    return Outcome(event, "organisatie", organisatie.id, inverse, organisatie.code)


def organisatie_wijzigen(work: UnitOfWork, command: OrganisatieWijzigen) -> Outcome:
    organisatie = work.get(Organisatie, command.organisatie_id)
    work.expect(organisatie, command.version)
    naam, aliassen = _check_woorden(work, command.naam, command.aliassen, organisatie.id)
    inverse = OrganisatieWijzigen(
        organisatie_id=organisatie.id,
        naam=organisatie.naam,
        soort=organisatie.soort,
        aliassen=tuple(organisatie.aliassen),
        telefoon=organisatie.telefoon,
        actief=organisatie.actief,
    )
    organisatie.naam, organisatie.soort, organisatie.aliassen = naam, command.soort, aliassen
    organisatie.telefoon = check_kort(command.telefoon, "telefoon", 40)
    organisatie.actief = command.actief
    work.session.flush()
    event = OrganisatieGewijzigd(id=organisatie.id, version=organisatie.version)
    return Outcome(event, "organisatie", organisatie.id, inverse, wijziging(inverse, organisatie))


def _vereis_ongenoemd(work: UnitOfWork, organisatie: Organisatie) -> None:
    """Raise RuleViolation when a statement, the standard of a table or a method names the organisation: these are no
    keys that the store knows."""
    methode = select(Referentiewaarde.id).where(
        Referentiewaarde.lijst_code == METHODEN,
        Referentiewaarde.versie_tot.is_(None),
        cast(Referentiewaarde.kenmerken, String).contains(f'"{organisatie.code}"'),
    )
    genoemd = {
        "inbreng": select(Inbreng.id).where(cast(Inbreng.mag_door_naar, String).contains(organisatie.id)),
        "standaard van een tafel": select(Tafelinstelling.id).where(
            cast(Tafelinstelling.waarde, String).contains(organisatie.id)
        ),
        "methode": methode,
    }
    for door, statement in genoemd.items():
        if work.session.execute(statement.limit(1)).first():
            raise RuleViolation("in_gebruik", soort="organisatie", id=organisatie.id, door=door)


def organisatie_verwijderen(work: UnitOfWork, command: OrganisatieVerwijderen) -> Outcome:
    organisatie = work.get(Organisatie, command.organisatie_id)
    vereis_ongebruikt(work, Organisatie, organisatie.id)
    _vereis_ongenoemd(work, organisatie)
    inverse = OrganisatieToevoegen(
        organisatie_id=organisatie.id,
        naam=organisatie.naam,
        soort=organisatie.soort,
        code=organisatie.code,
        aliassen=tuple(organisatie.aliassen),
        telefoon=organisatie.telefoon,
        actief=organisatie.actief,
    )
    work.delete(organisatie)
    event = OrganisatieGewijzigd(id=organisatie.id, version=0)
    return Outcome(event, "organisatie", organisatie.id, inverse, organisatie.code)


def _check_medewerker(
    work: UnitOfWork,
    organisatie_id: str,
    command: MedewerkerToevoegen | MedewerkerWijzigen,
    zelf: str | None = None,
) -> dict[str, str]:
    """Return the checked texts. Raises RuleViolation on an empty name, a malformed address, or when the same
    name with the same function is already there."""
    naam = check_naam(command.naam)
    functie = check_kort(command.functie, "functie", 200)
    email = check_kort(command.email, "email", 200)
    if email and (email.count("@") != 1 or " " in email or email[0] == "@" or email[-1] == "@"):
        raise RuleViolation("email_onjuist", field="email")
    for ander in work.session.scalars(select(Medewerker).where(Medewerker.organisatie_id == organisatie_id)):
        gelijk = (fold(ander.naam), fold(ander.functie)) == (fold(naam), fold(functie))
        if gelijk and ander.id != zelf and ander.actief:
            raise RuleViolation("medewerker_bestaat", field="naam", medewerker_id=ander.id)
    return {
        "naam": naam,
        "functie": functie,
        "telefoon": check_kort(command.telefoon, "telefoon", 40),
        "email": email,
        "opmerking": check_text(command.opmerking, "opmerking"),
    }


def medewerker_toevoegen(work: UnitOfWork, command: MedewerkerToevoegen) -> Outcome:
    organisatie = work.get(Organisatie, command.organisatie_id)
    teksten = _check_medewerker(work, organisatie.id, command)
    if not organisatie.actief:
        raise RuleViolation("organisatie_niet_actief", field="organisatie_id")
    medewerker = work.add(
        Medewerker(
            id=check_terug(work, Medewerker, command.medewerker_id),
            organisatie_id=organisatie.id,
            actief=command.actief,
            **teksten,
        )
    )
    event = MedewerkerToegevoegd(id=medewerker.id, organisatie_id=organisatie.id)
    inverse = MedewerkerVerwijderen(medewerker_id=medewerker.id)
    return Outcome(event, "medewerker", medewerker.id, inverse, organisatie.code)


def _taken(work: UnitOfWork, medewerker_id: str) -> tuple[int, int]:
    """Return how many open actions and how many roles in running cases somebody has."""
    acties = select(func.count()).where(
        Actie.medewerker_id == medewerker_id, Actie.status == Actiestatus.OPEN
    )
    rollen = (
        select(func.count())
        .select_from(Casusroltoewijzing)
        .join(Casus, Casus.id == Casusroltoewijzing.casus_id)
        .where(
            Casusroltoewijzing.medewerker_id == medewerker_id,
            Casusroltoewijzing.tot.is_(None),
            Casus.status.not_in(AFGEROND),
        )
    )
    return work.session.scalar(acties) or 0, work.session.scalar(rollen) or 0


def medewerker_wijzigen(work: UnitOfWork, command: MedewerkerWijzigen) -> Outcome:
    medewerker = work.get(Medewerker, command.medewerker_id)
    work.expect(medewerker, command.version)
    teksten = _check_medewerker(work, medewerker.organisatie_id, command, medewerker.id)
    if medewerker.actief and not command.actief and not command.ondanks_taken:
        acties, rollen = _taken(work, medewerker.id)
        if acties or rollen:
            raise RuleViolation("medewerker_heeft_taken", field="actief", acties=acties, rollen=rollen)
    inverse = MedewerkerWijzigen(
        medewerker_id=medewerker.id,
        naam=medewerker.naam,
        functie=medewerker.functie,
        telefoon=medewerker.telefoon,
        email=medewerker.email,
        opmerking=medewerker.opmerking,
        actief=medewerker.actief,
        ondanks_taken=True,
    )
    for field, text in teksten.items():
        setattr(medewerker, field, text)
    medewerker.actief = command.actief
    work.session.flush()
    event = MedewerkerGewijzigd(id=medewerker.id, version=medewerker.version)
    return Outcome(event, "medewerker", medewerker.id, inverse)


def medewerker_verwijderen(work: UnitOfWork, command: MedewerkerVerwijderen) -> Outcome:
    medewerker = work.get(Medewerker, command.medewerker_id)
    vereis_ongebruikt(work, Medewerker, medewerker.id)
    inverse = MedewerkerToevoegen(
        medewerker_id=medewerker.id,
        organisatie_id=medewerker.organisatie_id,
        naam=medewerker.naam,
        functie=medewerker.functie,
        telefoon=medewerker.telefoon,
        email=medewerker.email,
        opmerking=medewerker.opmerking,
        actief=medewerker.actief,
    )
    work.delete(medewerker)
    return Outcome(MedewerkerGewijzigd(id=medewerker.id, version=0), "medewerker", medewerker.id, inverse)


HANDLERS = {
    OrganisatieToevoegen: organisatie_toevoegen,
    OrganisatieWijzigen: organisatie_wijzigen,
    OrganisatieVerwijderen: organisatie_verwijderen,
    MedewerkerToevoegen: medewerker_toevoegen,
    MedewerkerWijzigen: medewerker_wijzigen,
    MedewerkerVerwijderen: medewerker_verwijderen,
}
