"""Acts on the lists that a table may change itself ('couleur locale').

Lists are versioned: a change raises the version of the list by one, closes the row that was valid and opens a
new one with the same code, so that what was written before keeps its word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from vhdesk.bouwsteen import VELDEN, onbekende_velden
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.folding import fold
from vhdesk.models import (
    Besluit,
    Casus,
    Casusmethode,
    Gemeente,
    Inbreng,
    Plandoel,
    Referentielijst,
    Referentiewaarde,
    Zrmscore,
)
from vhdesk.queries.methodevraag import Methodevraag, als_kenmerken, lees_methodevraag
from vhdesk.queries.referentie import BIJ_LEEFGEBIED, LEEFGEBIEDEN, METHODEN, TEKSTBOUWSTENEN, VASTE_LIJSTEN
from vhdesk.services.casus import check_text
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.invoer import check_code, check_kort, check_naam
from vhdesk.services.methodelijst import check_methodevraag
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol

# Where the codes of a list stand in the record; a value that stands there does not disappear by undo.
_GEBRUIK: dict[str, tuple[InstrumentedAttribute[Any], ...]] = {
    "doelgroepen": (Casus.doelgroep_code,),
    "besluittypen": (Besluit.type_code,),
    "gremia": (Besluit.gremium_code,),
    "leefgebieden": (Inbreng.leefgebied_code, Plandoel.leefgebied_code),
    "zrm_domeinen": (Zrmscore.domein_code,),
    "veiligheidskamers": (Gemeente.veiligheidskamer,),
    "methoden": (Casusmethode.methode_code,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentiewaardeToevoegen(Command):
    """Add a value to a list. ``gremia``, ``gremium_is`` and ``vereist_onderbouwing`` only count for besluittypen,
    ``leefgebied`` for domains of the ZRM and interventions, ``methode`` for what a method asks."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    lijst_code: str
    naam: str
    code: str = ""
    omschrijving: str = ""
    volgorde: int | None = None
    aliassen: tuple[str, ...] = ()
    gremia: tuple[str, ...] = ()
    gremium_is: str = "beslisser"
    vereist_onderbouwing: bool = False
    leefgebied: str | None = None
    methode: Methodevraag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentiewaardeWijzigen(Command):
    """Change a value: None leaves that property as it is."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    lijst_code: str
    code: str
    naam: str | None = None
    omschrijving: str | None = None
    volgorde: int | None = None
    aliassen: tuple[str, ...] | None = None
    gremia: tuple[str, ...] | None = None
    gremium_is: str | None = None
    vereist_onderbouwing: bool | None = None
    leefgebied: str | None = None
    methode: Methodevraag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentiewaardeVervallen(Command):
    """End a value: it cannot be chosen any more, what was written with it stays."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    lijst_code: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentielijstGewijzigd(Event):
    """``id`` is the code of the list; ``code`` the value; ``versie`` the new version of the list."""

    code: str
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentiewijzigingTerugnemen(Command):
    """Undo of the last change of a list: the version before it stands again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    lijst_code: str
    versie: int
    gewijzigd_op: datetime


def _lijst(work: UnitOfWork, lijst_code: str) -> Referentielijst:
    lijst = work.session.get(Referentielijst, lijst_code)
    if lijst is None:
        raise NotFound("niet_gevonden", soort="referentielijst", id=lijst_code)
    return lijst


def _geldig(work: UnitOfWork, lijst_code: str) -> list[Referentiewaarde]:
    statement = select(Referentiewaarde).where(
        Referentiewaarde.lijst_code == lijst_code, Referentiewaarde.versie_tot.is_(None)
    )
    return list(work.session.scalars(statement))


def _waarde(work: UnitOfWork, lijst_code: str, code: str) -> Referentiewaarde:
    for waarde in _geldig(work, lijst_code):
        if waarde.code == code:
            return waarde
    raise NotFound("niet_gevonden", soort="referentiewaarde", id=code)


def _check_woorden(
    work: UnitOfWork, lijst_code: str, code: str, naam: str, aliassen: tuple[str, ...]
) -> tuple[str, list[str]]:
    """Return name and aliases, cleaned. Raises RuleViolation when a word already means another value."""
    naam = check_naam(naam)
    eigen = {fold(naam)}
    schoon: list[str] = []
    for alias in aliassen:
        kort = check_kort(alias, "aliassen", 200)
        if kort and fold(kort) not in eigen:
            eigen.add(fold(kort))
            schoon.append(kort)
    for ander in _geldig(work, lijst_code):
        if ander.code == code:
            continue
        bezet = {fold(ander.naam), *(fold(alias) for alias in ander.kenmerken.get("aliassen") or ())}
        if fold(naam) in bezet:
            raise RuleViolation("naam_bestaat", field="naam", waarde=ander.code)
        if not bezet.isdisjoint(eigen):
            raise RuleViolation("alias_bestaat", field="aliassen", waarde=ander.code)
    return naam, schoon


def _check_besluittype(work: UnitOfWork, kenmerken: dict[str, Any]) -> None:
    """Raise RuleViolation when a besluittype names a gremium that does not exist, or none."""
    gremia = kenmerken.get("gremia") or []
    bekend = {waarde.code for waarde in _geldig(work, "gremia")}
    for gremium in gremia:
        if gremium not in bekend:
            raise RuleViolation("gremium_onbekend", field="gremia", gremium=gremium)
    if kenmerken.get("gremium_is") not in ("beslisser", "ontvanger"):
        raise RuleViolation("gremium_is_onbekend", field="gremium_is")
    if not gremia:
        raise RuleViolation("gremium_ontbreekt", field="gremia")


def _check_bouwsteen(zin: str | None) -> None:
    """Raise RuleViolation for a standard sentence that is empty or names a field that does not exist; None: unchanged."""
    if zin is None:
        return
    if not zin.strip():
        raise RuleViolation("bouwsteen_leeg", field="omschrijving")
    for veld in onbekende_velden(zin):
        raise RuleViolation(
            "bouwsteen_veld_onbekend", field="omschrijving", veld=veld, velden=", ".join(VELDEN)
        )


def _kenmerken(
    work: UnitOfWork,
    command: ReferentiewaardeToevoegen | ReferentiewaardeWijzigen,
    basis: dict[str, Any],
    aliassen: list[str] | None,
) -> dict[str, Any]:
    """Return the properties of the value: those of ``basis``, with what the command changes."""
    kenmerken = dict(basis)
    if command.lijst_code == METHODEN and command.methode is not None:
        kenmerken = als_kenmerken(check_methodevraag(work, command.methode))
    if aliassen is not None:
        kenmerken["aliassen"] = aliassen
        if not aliassen:
            del kenmerken["aliassen"]
    if command.lijst_code == "besluittypen":
        if command.gremia is not None:
            kenmerken["gremia"] = list(dict.fromkeys(command.gremia))
        if command.gremium_is is not None:
            kenmerken["gremium_is"] = command.gremium_is
        if command.vereist_onderbouwing is not None:
            kenmerken["vereist_onderbouwing"] = command.vereist_onderbouwing
        _check_besluittype(work, kenmerken)
    if command.lijst_code == TEKSTBOUWSTENEN:
        _check_bouwsteen(command.omschrijving)
    if command.lijst_code in BIJ_LEEFGEBIED:
        if command.leefgebied is not None:
            kenmerken["leefgebied"] = command.leefgebied
        if kenmerken.get("leefgebied") not in {waarde.code for waarde in _geldig(work, LEEFGEBIEDEN)}:
            raise RuleViolation("leefgebied_onbekend", field="leefgebied")
    return kenmerken


def _verhoog(work: UnitOfWork, lijst: Referentielijst) -> ReferentiewijzigingTerugnemen:
    """Raise the version of the list and return the act that takes it back."""
    inverse = ReferentiewijzigingTerugnemen(
        lijst_code=lijst.code, versie=lijst.versie + 1, gewijzigd_op=lijst.gewijzigd_op
    )
    lijst.versie += 1
    lijst.gewijzigd_op = work.clock.now()
    work.kinds.add("referentielijst")
    work.ids.add(lijst.code)
    return inverse


def _outcome(lijst: Referentielijst, code: str, inverse: Command | None) -> Outcome:
    event = ReferentielijstGewijzigd(id=lijst.code, code=code, versie=lijst.versie)
    note = f"{lijst.code} {code} versie {lijst.versie}"
    return Outcome(event, "referentielijst", lijst.code[:32], inverse, note)


def toevoegen(work: UnitOfWork, command: ReferentiewaardeToevoegen) -> Outcome:
    lijst = _lijst(work, command.lijst_code)
    if lijst.code in VASTE_LIJSTEN:
        raise RuleViolation("lijst_vast", lijst=lijst.code)
    waarden = list(
        work.session.scalars(select(Referentiewaarde).where(Referentiewaarde.lijst_code == lijst.code))
    )
    code = check_code(command.code, command.naam, {waarde.code for waarde in waarden})
    naam, aliassen = _check_woorden(work, lijst.code, code, command.naam, command.aliassen)
    volgorde = command.volgorde
    if volgorde is None:
        volgorde = max((waarde.volgorde for waarde in waarden), default=0) + 1
    kenmerken = _kenmerken(work, command, {}, aliassen)
    inverse = _verhoog(work, lijst)
    work.add(
        Referentiewaarde(
            lijst_code=lijst.code,
            code=code,
            naam=naam,
            omschrijving=check_text(command.omschrijving, "omschrijving"),
            volgorde=volgorde,
            kenmerken=kenmerken,
            versie_van=lijst.versie,
        )
    )
    return _outcome(lijst, code, inverse)


def wijzigen(work: UnitOfWork, command: ReferentiewaardeWijzigen) -> Outcome:
    lijst = _lijst(work, command.lijst_code)
    oud = _waarde(work, lijst.code, command.code)
    basis = tuple(oud.kenmerken.get("aliassen") or ())
    naam, aliassen = _check_woorden(
        work,
        lijst.code,
        oud.code,
        oud.naam if command.naam is None else command.naam,
        basis if command.aliassen is None else command.aliassen,
    )
    kenmerken = _kenmerken(work, command, oud.kenmerken, aliassen)
    omschrijving = oud.omschrijving if command.omschrijving is None else command.omschrijving
    inverse = _verhoog(work, lijst)
    oud.versie_tot = lijst.versie - 1
    work.touch(oud)
    work.add(
        Referentiewaarde(
            lijst_code=lijst.code,
            code=oud.code,
            naam=naam,
            omschrijving=check_text(omschrijving, "omschrijving"),
            volgorde=oud.volgorde if command.volgorde is None else command.volgorde,
            kenmerken=kenmerken,
            versie_van=lijst.versie,
        )
    )
    return _outcome(lijst, oud.code, inverse)


def vervallen(work: UnitOfWork, command: ReferentiewaardeVervallen) -> Outcome:
    lijst = _lijst(work, command.lijst_code)
    if lijst.code in VASTE_LIJSTEN:
        raise RuleViolation("lijst_vast", lijst=lijst.code)
    oud = _waarde(work, lijst.code, command.code)
    if len(_geldig(work, lijst.code)) == 1:
        raise RuleViolation("lijst_wordt_leeg", lijst=lijst.code)
    inverse = _verhoog(work, lijst)
    oud.versie_tot = lijst.versie - 1
    work.touch(oud)
    return _outcome(lijst, oud.code, inverse)


def _vereis_niet_in_gebruik(work: UnitOfWork, lijst_code: str, code: str) -> None:
    for column in _GEBRUIK.get(lijst_code, ()):
        if work.session.execute(select(1).where(column == code).limit(1)).first():
            raise RuleViolation(
                "in_gebruik", soort="referentiewaarde", id=code, door=column.class_.__tablename__
            )


def _eerste_versie(work: UnitOfWork, lijst_code: str) -> int:
    """Return the version in which the list came: nothing was changed then that could be taken back."""
    eerste = select(func.min(Referentiewaarde.versie_van)).where(Referentiewaarde.lijst_code == lijst_code)
    return work.session.scalar(eerste) or 0


def terugnemen(work: UnitOfWork, command: ReferentiewijzigingTerugnemen) -> Outcome:
    lijst = _lijst(work, command.lijst_code)
    if lijst.versie != command.versie:
        raise RuleViolation("lijst_verder_gewijzigd", lijst=lijst.code, versie=lijst.versie)
    if lijst.versie == _eerste_versie(work, lijst.code):
        raise RuleViolation("lijst_nooit_gewijzigd", lijst=lijst.code)
    deze = Referentiewaarde.lijst_code == lijst.code
    nieuw = work.session.scalars(
        select(Referentiewaarde).where(deze, Referentiewaarde.versie_van == lijst.versie)
    ).one_or_none()
    oud = work.session.scalars(
        select(Referentiewaarde).where(deze, Referentiewaarde.versie_tot == lijst.versie - 1)
    ).one_or_none()
    inverse = _opnieuw(nieuw, oud)
    if nieuw is not None:
        if oud is None:
            _vereis_niet_in_gebruik(work, lijst.code, nieuw.code)
        work.delete(nieuw)
    if oud is not None:
        oud.versie_tot = None
        work.touch(oud)
    lijst.versie -= 1
    lijst.gewijzigd_op = command.gewijzigd_op
    work.kinds.add("referentielijst")
    waarde = nieuw or oud
    return _outcome(lijst, waarde.code if waarde else "", inverse)


def _opnieuw(nieuw: Referentiewaarde | None, oud: Referentiewaarde | None) -> Command | None:
    """Return the act that does again what is being taken back."""
    if nieuw is None:
        return None if oud is None else ReferentiewaardeVervallen(lijst_code=oud.lijst_code, code=oud.code)
    kenmerken = nieuw.kenmerken
    velden: dict[str, Any] = {
        "lijst_code": nieuw.lijst_code,
        "code": nieuw.code,
        "naam": nieuw.naam,
        "omschrijving": nieuw.omschrijving,
        "volgorde": nieuw.volgorde,
        "aliassen": tuple(kenmerken.get("aliassen") or ()),
        "gremia": tuple(kenmerken.get("gremia") or ()),
        "gremium_is": kenmerken.get("gremium_is", "beslisser"),
        "vereist_onderbouwing": kenmerken.get("vereist_onderbouwing", False),
        "leefgebied": kenmerken.get("leefgebied"),
        "methode": lees_methodevraag(kenmerken) if nieuw.lijst_code == METHODEN else None,
    }
    return ReferentiewaardeToevoegen(**velden) if oud is None else ReferentiewaardeWijzigen(**velden)


HANDLERS = {
    ReferentiewaardeToevoegen: toevoegen,
    ReferentiewaardeWijzigen: wijzigen,
    ReferentiewaardeVervallen: vervallen,
    ReferentiewijzigingTerugnemen: terugnemen,
}
