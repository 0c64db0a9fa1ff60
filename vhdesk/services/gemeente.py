"""Acts on municipalities: their chamber, their contribution and the organisation that sits at the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models import Gemeente, Organisatie, Referentiewaarde
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.invoer import check_naam, wijziging
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteWijzigen(Command):
    """Change a municipality. Amounts in euro cents, the share in thousandths. Municipalities come with the
    region; a merger is a new name for the one that goes on."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    gemeente_id: str
    naam: str
    veiligheidskamer: str = ""
    zetelgemeente: bool = False
    bijdrage_cent: int = 0
    aandeel_promille: int = 0
    verhoging_cent: int = 0
    organisatie_id: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteGewijzigd(Event):
    version: int


_VELDEN = (
    "naam", "veiligheidskamer", "zetelgemeente", "bijdrage_cent", "aandeel_promille", "verhoging_cent",
    "organisatie_id",
)  # fmt: skip


def _check(work: UnitOfWork, gemeente: Gemeente, command: GemeenteWijzigen) -> str:
    """Return the checked name. Raises RuleViolation when a value cannot be right."""
    naam = check_naam(command.naam, maximum=100)
    for ander in work.session.execute(select(Gemeente.id, Gemeente.naam)):
        if ander.id != gemeente.id and fold(ander.naam) == fold(naam):
            raise RuleViolation("naam_bestaat", field="naam", gemeente_id=ander.id)
    for field in ("bijdrage_cent", "verhoging_cent"):
        if getattr(command, field) < 0:
            raise RuleViolation("bedrag_negatief", field=field)
    if not 0 <= command.aandeel_promille <= 1000:
        raise RuleViolation("aandeel_onmogelijk", field="aandeel_promille")
    kamer = select(Referentiewaarde.id).where(
        Referentiewaarde.lijst_code == "veiligheidskamers",
        Referentiewaarde.code == command.veiligheidskamer,
        Referentiewaarde.versie_tot.is_(None),
    )
    veranderd = command.veiligheidskamer not in ("", gemeente.veiligheidskamer)
    if veranderd and not work.session.execute(kamer).first():
        raise RuleViolation("veiligheidskamer_onbekend", field="veiligheidskamer")
    if command.organisatie_id is not None:
        work.get(Organisatie, command.organisatie_id)
    return naam


def gemeente_wijzigen(work: UnitOfWork, command: GemeenteWijzigen) -> Outcome:
    gemeente = work.get(Gemeente, command.gemeente_id)
    work.expect(gemeente, command.version)
    naam = _check(work, gemeente, command)
    inverse = GemeenteWijzigen(
        gemeente_id=gemeente.id, **{field: getattr(gemeente, field) for field in _VELDEN}
    )
    for field in _VELDEN:
        setattr(gemeente, field, getattr(command, field))
    gemeente.naam = naam
    work.session.flush()
    event = GemeenteGewijzigd(id=gemeente.id, version=gemeente.version)
    return Outcome(event, "gemeente", gemeente.id, inverse, wijziging(inverse, gemeente))


HANDLERS = {GemeenteWijzigen: gemeente_wijzigen}
