"""Acts on persons, whatever case they are in: their data, taking part in another case, and their relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Betrokkene, Casus, Persoon, Persoonrelatie
from vhdesk.models.persoonrelatie import check_relatie, richting
from vhdesk.services.betrokkene import (
    BetrokkeneToegevoegd,
    BetrokkeneWeghalen,
    Persoonsgegevens,
    gegevens_of,
    plaats_achteraan,
    vul_persoon,
)
from vhdesk.services.casus import check_terug
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid, Gebruikersrol
from vhdesk.vocabulary_persoon import OUDER_DAN, Relatiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonWijzigen(Command):
    """Change what is known of a person, in every case he is in. ``version``: the one the writer started from."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    persoon_id: str
    persoon: Persoonsgegevens
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BekendePersoonToevoegen(Command):
    """Let a person who is known from another case take part in this one as well: one person, two cases."""

    casus_id: str
    persoon_id: str
    rol: Betrokkenheid = Betrokkenheid.SYSTEEM
    relatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonrelatieLeggen(Command):
    """Say that ``van`` is ``soort`` of ``naar``. ``persoonrelatie_id`` only to bring one back."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    van_id: str
    naar_id: str
    soort: Relatiesoort
    persoonrelatie_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonrelatieGelegd(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonrelatieWeghalen(Command):
    """Take a relation away again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    persoonrelatie_id: str


def get_persoon(work: UnitOfWork, persoon_id: str) -> Persoon:
    """Return a person to act on. Raises NotFound; RuleViolation when he went up in another."""
    persoon = work.get(Persoon, persoon_id)
    if persoon.samengevoegd_in_id is not None:
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=persoon.id)
    return persoon


def _raak_casussen(work: UnitOfWork, persoon_id: str) -> None:
    """Note the cases of a person as touched: each of them shows him."""
    work.ids.update(
        work.session.scalars(select(Betrokkene.casus_id).where(Betrokkene.persoon_id == persoon_id))
    )


def wijzigen(work: UnitOfWork, command: PersoonWijzigen) -> Outcome:
    persoon = get_persoon(work, command.persoon_id)
    work.expect(persoon, command.version)
    inverse = PersoonWijzigen(persoon_id=persoon.id, persoon=gegevens_of(persoon))
    vul_persoon(work, persoon, command.persoon)
    _check_relaties(work, persoon)
    work.session.flush()
    _raak_casussen(work, persoon.id)
    return Outcome(PersoonGewijzigd(id=persoon.id, version=persoon.version), "persoon", persoon.id, inverse)


def _check_relaties(work: UnitOfWork, persoon: Persoon) -> None:
    """Raise RuleViolation when a relation of ``persoon`` cannot be any more: a parent born after his child."""
    van, naar = Persoonrelatie.van_id == persoon.id, Persoonrelatie.naar_id == persoon.id
    for relatie in work.session.scalars(select(Persoonrelatie).where(van | naar)):
        andere = work.session.get_one(
            Persoon, relatie.naar_id if relatie.van_id == persoon.id else relatie.van_id
        )
        paar = (persoon, andere) if relatie.van_id == persoon.id else (andere, persoon)
        check_relatie(*paar, relatie.soort)


def bekende_toevoegen(work: UnitOfWork, command: BekendePersoonToevoegen) -> Outcome:
    casus, persoon = work.get(Casus, command.casus_id), get_persoon(work, command.persoon_id)
    if command.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    al = select(Betrokkene.id).where(Betrokkene.casus_id == casus.id, Betrokkene.persoon_id == persoon.id)
    if work.session.execute(al).first():
        raise RuleViolation("betrokkene_bestaat", field="persoon_id")
    betrokkene = work.add(
        Betrokkene(
            casus_id=casus.id,
            persoon_id=persoon.id,
            rol=command.rol,
            relatie=check_kort(command.relatie, "relatie", 200),
            volgorde=plaats_achteraan(work, casus.id),
        )
    )
    _raak_casussen(work, persoon.id)
    event = BetrokkeneToegevoegd(id=betrokkene.id, persoon_id=persoon.id)
    return Outcome(event, "betrokkene", betrokkene.id, BetrokkeneWeghalen(betrokkene_id=betrokkene.id))


def relatie_leggen(work: UnitOfWork, command: PersoonrelatieLeggen) -> Outcome:
    van, naar = get_persoon(work, command.van_id), get_persoon(work, command.naar_id)
    check_relatie(van, naar, command.soort)
    van_id, naar_id = richting(van.id, naar.id, command.soort)
    if _staat_er(work, van_id, naar_id, command.soort):
        raise RuleViolation("relatie_bestaat", field="soort")
    if command.soort in OUDER_DAN and _staat_er(work, naar_id, van_id, command.soort):
        raise RuleViolation("relatie_andersom", field="soort", relatie=command.soort.label)
    relatie = work.add(
        Persoonrelatie(
            id=check_terug(work, Persoonrelatie, command.persoonrelatie_id),
            van_id=van_id,
            naar_id=naar_id,
            soort=command.soort,
        )
    )
    return _over_relatie(work, relatie, PersoonrelatieWeghalen(persoonrelatie_id=relatie.id))


def relatie_weghalen(work: UnitOfWork, command: PersoonrelatieWeghalen) -> Outcome:
    relatie = work.get(Persoonrelatie, command.persoonrelatie_id)
    inverse = PersoonrelatieLeggen(
        van_id=relatie.van_id, naar_id=relatie.naar_id, soort=relatie.soort, persoonrelatie_id=relatie.id
    )
    work.delete(relatie)
    return _over_relatie(work, relatie, inverse)


def _over_relatie(work: UnitOfWork, relatie: Persoonrelatie, inverse: Command) -> Outcome:
    for persoon_id in (relatie.van_id, relatie.naar_id):
        _raak_casussen(work, persoon_id)
    return Outcome(
        PersoonrelatieGelegd(id=relatie.id), "persoonrelatie", relatie.id, inverse, relatie.soort.value
    )


def _staat_er(work: UnitOfWork, van_id: str, naar_id: str, soort: Relatiesoort) -> bool:
    statement = select(Persoonrelatie.id).where(
        Persoonrelatie.van_id == van_id, Persoonrelatie.naar_id == naar_id, Persoonrelatie.soort == soort
    )
    return work.session.execute(statement).first() is not None


HANDLERS = {
    PersoonWijzigen: wijzigen,
    BekendePersoonToevoegen: bekende_toevoegen,
    PersoonrelatieLeggen: relatie_leggen,
    PersoonrelatieWeghalen: relatie_weghalen,
}
