"""Acts on who belongs to a case, and the person behind it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import func, or_, select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Betrokkene,
    Casus,
    Persoon,
    Persoonrelatie,
)
from vhdesk.models.persoon import schoon_bsn
from vhdesk.services.casus import (
    CasusGewijzigd,
    Volgorde,
    check_terug,
    check_text,
)
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.invoer import check_kort, check_naam
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Persoonsoort

_KORT = ("voornamen", "voorletters", "voorvoegsel", "geslacht", "bsn", "kvk", "adres", "postcode", "woonplaats",
         "telefoon")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegevens:
    """What is known of a person. Only the geslachtsnaam is required; of a rechtspersoon that is its name."""

    geslachtsnaam: str
    soort: Persoonsoort = Persoonsoort.NATUURLIJK
    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geboortedatum: date | None = None
    geslacht: str = ""
    bsn: str = ""
    kvk: str = ""
    adres: str = ""
    postcode: str = ""
    woonplaats: str = ""
    adres_geheim: bool = False
    telefoon: str = ""
    opmerking: str = ""
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToevoegen(Command):
    """Add a person to a case: nevenbetrokkene or member of the family or system. ``volgorde`` and the ids only
    to bring back exactly who was taken out."""

    casus_id: str
    persoon: Persoonsgegevens
    rol: Betrokkenheid = Betrokkenheid.SYSTEEM
    relatie: str = ""
    volgorde: Volgorde | None = None
    betrokkene_id: str | None = None
    persoon_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToegevoegd(Event):
    persoon_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneWeghalen(Command):
    """Take a person out of a case again. The hoofdbetrokkene stays."""

    betrokkene_id: str


def vul_persoon(work: UnitOfWork, persoon: Persoon, gegevens: Persoonsgegevens) -> None:
    """Write ``gegevens`` in ``persoon``. Raises RuleViolation on an empty name, a text that is too long, a birth
    date in the future, a BSN that is no number, or what a rechtspersoon cannot have."""
    persoon.soort = gegevens.soort
    persoon.geslachtsnaam = check_naam(gegevens.geslachtsnaam, "geslachtsnaam")
    persoon.geboortedatum = gegevens.geboortedatum
    for veld in _KORT:
        lengte = Persoon.__table__.c[veld].type.length  # type: ignore[attr-defined]  # a String
        setattr(persoon, veld, check_kort(getattr(gegevens, veld), veld, lengte))
    persoon.adres_geheim = gegevens.adres_geheim
    persoon.bsn = schoon_bsn(persoon.bsn)
    persoon.opmerking = check_text(gegevens.opmerking, "opmerking")
    namen = (check_kort(alias, "aliassen", 200) for alias in gegevens.aliassen)
    persoon.aliassen = [naam for naam in dict.fromkeys(namen) if naam]
    persoon.check(work.clock.today())
    persoon.normaliseer()


def make_persoon(work: UnitOfWork, gegevens: Persoonsgegevens, persoon_id: str | None = None) -> Persoon:
    """Return a new person. Raises RuleViolation as :func:`vul_persoon` does."""
    persoon = Persoon(id=check_terug(work, Persoon, persoon_id))
    vul_persoon(work, persoon, gegevens)
    return work.add(persoon)


def ruim_op(work: UnitOfWork, persoon: Persoon) -> None:
    """Delete a person whom no case needs any more. Raises RuleViolation when another went up in this one, or it has
    relations: what was decided about them would go unseen."""
    if work.session.scalar(select(func.count()).where(Betrokkene.persoon_id == persoon.id)):
        return
    if work.session.scalar(select(func.count()).where(Persoon.samengevoegd_in_id == persoon.id)):
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=persoon.id)
    relaties = select(func.count()).where(
        or_(Persoonrelatie.van_id == persoon.id, Persoonrelatie.naar_id == persoon.id)
    )
    if work.session.scalar(relaties):
        raise RuleViolation("persoon_heeft_relaties", persoon_id=persoon.id)
    work.delete(persoon)


def plaats_achteraan(work: UnitOfWork, casus_id: str) -> int:
    """Return the place after the last person; not their number, as somebody in between may have been taken out."""
    laatste = select(func.max(Betrokkene.volgorde)).where(Betrokkene.casus_id == casus_id)
    return (work.session.scalar(laatste) or 0) + 1


def betrokkene_toevoegen(work: UnitOfWork, command: BetrokkeneToevoegen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    bestaand = work.session.get(Persoon, command.persoon_id) if command.persoon_id else None
    if bestaand is not None and bestaand.samengevoegd_in_id is not None:
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=bestaand.id)
    persoon = bestaand or make_persoon(work, command.persoon, command.persoon_id)
    al = select(Betrokkene.id).where(Betrokkene.casus_id == casus.id, Betrokkene.persoon_id == persoon.id)
    if bestaand is not None and work.session.execute(al).first():
        raise RuleViolation("betrokkene_bestaat", field="persoon_id")
    betrokkene = work.add(
        Betrokkene(
            id=check_terug(work, Betrokkene, command.betrokkene_id),
            casus_id=casus.id,
            persoon_id=persoon.id,
            rol=command.rol,
            relatie=check_kort(command.relatie, "relatie", 200),
            volgorde=plaats_achteraan(work, casus.id) if command.volgorde is None else command.volgorde,
        )
    )
    event = BetrokkeneToegevoegd(id=betrokkene.id, persoon_id=persoon.id)
    return Outcome(event, "betrokkene", betrokkene.id, BetrokkeneWeghalen(betrokkene_id=betrokkene.id))


def betrokkene_weghalen(work: UnitOfWork, command: BetrokkeneWeghalen) -> Outcome:
    betrokkene = work.get(Betrokkene, command.betrokkene_id)
    if betrokkene.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    persoon = work.get(Persoon, betrokkene.persoon_id)
    inverse = BetrokkeneToevoegen(
        casus_id=betrokkene.casus_id,
        persoon=gegevens_of(persoon),
        rol=betrokkene.rol,
        relatie=betrokkene.relatie,
        volgorde=betrokkene.volgorde,
        betrokkene_id=betrokkene.id,
        persoon_id=persoon.id,
    )
    work.delete(betrokkene)
    ruim_op(work, persoon)
    work.ids.add(betrokkene.casus_id)
    return Outcome(CasusGewijzigd(id=betrokkene.casus_id, version=0), "betrokkene", betrokkene.id, inverse)


def gegevens_of(persoon: Persoon) -> Persoonsgegevens:
    """Return the values with which ``persoon`` can be entered again."""
    waarden = {veld.name: getattr(persoon, veld.name) for veld in fields(Persoonsgegevens)}
    return Persoonsgegevens(**waarden | {"aliassen": tuple(persoon.aliassen)})


HANDLERS = {
    BetrokkeneToevoegen: betrokkene_toevoegen,
    BetrokkeneWeghalen: betrokkene_weghalen,
}
