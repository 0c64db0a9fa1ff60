"""Acts on the tables and their fixed participants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models import Medewerker, Organisatie, Overleg, Tafel, Tafellid
from vhdesk.services.casus import check_terug, check_text
from vhdesk.services.command import BEHEER, TAFEL, Command, Event, Outcome
from vhdesk.services.invoer import check_code, check_kort, check_naam, vereis_ongebruikt, wijziging
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol, Overlegstatus, Tafelregime, Tafelsoort

MAX_DUUR = 600  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelToevoegen(Command):
    """Set up a table. ``tafel_id`` only to bring back one that was removed."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    naam: str
    soort: Tafelsoort
    regime: Tafelregime
    code: str = ""
    plaats: str = ""
    frequentie: str = ""
    begintijd: time = time(13, 30)
    duur_minuten: int = 120
    toelichting: str = ""
    actief: bool = True
    tafel_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelToegevoegd(Event):
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelWijzigen(Command):
    """Change a table. The law it works under is fixed once it has met: what was shared under one law cannot
    move to another (domein.md §3)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str
    naam: str
    soort: Tafelsoort
    regime: Tafelregime
    plaats: str = ""
    frequentie: str = ""
    begintijd: time = time(13, 30)
    duur_minuten: int = 120
    toelichting: str = ""
    actief: bool = True
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelVerwijderen(Command):
    """Take back a table that nothing refers to yet."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidToevoegen(Command):
    """Make an organisation, and if known the person who usually comes, a fixed participant."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str
    organisatie_id: str
    medewerker_id: str | None = None
    tafellid_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidToegevoegd(Event):
    tafel_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidAanwijzen(Command):
    """Say who usually comes for a fixed participant; None: nobody is known. Meetings that were planned keep their
    own participants."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafellid_id: str
    medewerker_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidAangewezen(Event):
    tafel_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidVerwijderen(Command):
    """End a fixed participation. Meetings that were planned keep their own participants."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafellid_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TafellidVerwijderd(Event):
    tafel_id: str


def _check_tafel(
    work: UnitOfWork, command: TafelToevoegen | TafelWijzigen, zelf: str | None = None
) -> dict[str, object]:
    """Return the checked fields. Raises RuleViolation on an empty or taken name, or an impossible length."""
    naam = check_naam(command.naam, maximum=120)
    for ander in work.session.execute(select(Tafel.id, Tafel.naam)):
        if ander.id != zelf and fold(ander.naam) == fold(naam):
            raise RuleViolation("naam_bestaat", field="naam", tafel_id=ander.id)
    if not 5 <= command.duur_minuten <= MAX_DUUR:
        raise RuleViolation("duur_onmogelijk", field="duur_minuten", maximum=MAX_DUUR)
    return {
        "naam": naam,
        "soort": command.soort,
        "regime": command.regime,
        "plaats": check_kort(command.plaats, "plaats", 200),
        "frequentie": check_kort(command.frequentie, "frequentie", 60),
        "begintijd": command.begintijd,
        "duur_minuten": command.duur_minuten,
        "toelichting": check_text(command.toelichting, "toelichting"),
    }


def tafel_toevoegen(work: UnitOfWork, command: TafelToevoegen) -> Outcome:
    velden = _check_tafel(work, command)
    bezet = set(work.session.scalars(select(Tafel.code)))
    code = check_code(command.code, command.naam, bezet)
    tafel = work.add(
        Tafel(id=check_terug(work, Tafel, command.tafel_id), code=code, actief=command.actief, **velden)
    )
    event = TafelToegevoegd(id=tafel.id, code=code)
    return Outcome(event, "tafel", tafel.id, TafelVerwijderen(tafel_id=tafel.id), code)


def _check_lopend(work: UnitOfWork, tafel: Tafel, command: TafelWijzigen) -> None:
    """Raise RuleViolation when the change would cut through meetings of the table."""
    statussen = set(work.session.scalars(select(Overleg.status).where(Overleg.tafel_id == tafel.id)))
    if command.regime is not tafel.regime and statussen - {Overlegstatus.GEPLAND}:
        raise RuleViolation("tafel_regime_vast", field="regime")
    if tafel.actief and not command.actief and statussen - {Overlegstatus.GESLOTEN}:
        raise RuleViolation("tafel_heeft_overleg", field="actief")


def tafel_wijzigen(work: UnitOfWork, command: TafelWijzigen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    work.expect(tafel, command.version)
    velden = _check_tafel(work, command, tafel.id)
    _check_lopend(work, tafel, command)
    inverse = TafelWijzigen(
        tafel_id=tafel.id,
        naam=tafel.naam,
        soort=tafel.soort,
        regime=tafel.regime,
        plaats=tafel.plaats,
        frequentie=tafel.frequentie,
        begintijd=tafel.begintijd,
        duur_minuten=tafel.duur_minuten,
        toelichting=tafel.toelichting,
        actief=tafel.actief,
    )
    for field, value in velden.items():
        setattr(tafel, field, value)
    tafel.actief = command.actief
    work.session.flush()
    return Outcome(
        TafelGewijzigd(id=tafel.id, version=tafel.version),
        "tafel",
        tafel.id,
        inverse,
        wijziging(inverse, tafel),
    )


def tafel_verwijderen(work: UnitOfWork, command: TafelVerwijderen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    vereis_ongebruikt(work, Tafel, tafel.id)
    inverse = TafelToevoegen(
        tafel_id=tafel.id,
        code=tafel.code,
        naam=tafel.naam,
        soort=tafel.soort,
        regime=tafel.regime,
        plaats=tafel.plaats,
        frequentie=tafel.frequentie,
        begintijd=tafel.begintijd,
        duur_minuten=tafel.duur_minuten,
        toelichting=tafel.toelichting,
        actief=tafel.actief,
    )
    work.delete(tafel)
    return Outcome(TafelGewijzigd(id=tafel.id, version=0), "tafel", tafel.id, inverse, tafel.code)


def _check_medewerker(work: UnitOfWork, organisatie_id: str, medewerker_id: str | None) -> None:
    """Raise RuleViolation unless the person works there."""
    if medewerker_id is None:
        return
    medewerker = work.get(Medewerker, medewerker_id)
    if medewerker.organisatie_id != organisatie_id:
        raise RuleViolation("medewerker_andere_organisatie", field="medewerker_id")
    if not medewerker.actief:
        raise RuleViolation("medewerker_uit_dienst", field="medewerker_id")


def _medewerkers_van(work: UnitOfWork, tafel_id: str, organisatie_id: str) -> set[str | None]:
    """Return who comes for an organisation, None among them for nobody known; the unique constraint lets several
    rows without a person pass."""
    leden = select(Tafellid.medewerker_id).where(
        Tafellid.tafel_id == tafel_id, Tafellid.organisatie_id == organisatie_id
    )
    return set(work.session.scalars(leden))


def tafellid_toevoegen(work: UnitOfWork, command: TafellidToevoegen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    organisatie = work.get(Organisatie, command.organisatie_id)
    _check_medewerker(work, organisatie.id, command.medewerker_id)
    if command.medewerker_id in _medewerkers_van(work, tafel.id, organisatie.id):
        raise RuleViolation("tafellid_bestaat", field="organisatie_id")
    lid = work.add(
        Tafellid(
            id=check_terug(work, Tafellid, command.tafellid_id),
            tafel_id=tafel.id,
            organisatie_id=organisatie.id,
            medewerker_id=command.medewerker_id,
        )
    )
    event = TafellidToegevoegd(id=lid.id, tafel_id=tafel.id)
    inverse = TafellidVerwijderen(tafellid_id=lid.id)
    return Outcome(event, "tafellid", lid.id, inverse, f"{tafel.code} {organisatie.code}")


def tafellid_aanwijzen(work: UnitOfWork, command: TafellidAanwijzen) -> Outcome:
    lid = work.get(Tafellid, command.tafellid_id)
    _check_medewerker(work, lid.organisatie_id, command.medewerker_id)
    anderen = _medewerkers_van(work, lid.tafel_id, lid.organisatie_id) - {lid.medewerker_id}
    if command.medewerker_id in anderen:
        raise RuleViolation("tafellid_bestaat", field="medewerker_id")
    inverse = TafellidAanwijzen(tafellid_id=lid.id, medewerker_id=lid.medewerker_id)
    lid.medewerker_id = command.medewerker_id
    work.ids.add(lid.tafel_id)
    return Outcome(TafellidAangewezen(id=lid.id, tafel_id=lid.tafel_id), "tafellid", lid.id, inverse)


def tafellid_verwijderen(work: UnitOfWork, command: TafellidVerwijderen) -> Outcome:
    lid = work.get(Tafellid, command.tafellid_id)
    inverse = TafellidToevoegen(
        tafel_id=lid.tafel_id,
        organisatie_id=lid.organisatie_id,
        medewerker_id=lid.medewerker_id,
        tafellid_id=lid.id,
    )
    work.ids.add(lid.tafel_id)
    work.delete(lid)
    return Outcome(TafellidVerwijderd(id=lid.id, tafel_id=lid.tafel_id), "tafellid", lid.id, inverse)


HANDLERS = {
    TafelToevoegen: tafel_toevoegen,
    TafelWijzigen: tafel_wijzigen,
    TafelVerwijderen: tafel_verwijderen,
    TafellidToevoegen: tafellid_toevoegen,
    TafellidAanwijzen: tafellid_aanwijzen,
    TafellidVerwijderen: tafellid_verwijderen,
}
