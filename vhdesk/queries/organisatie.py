"""Partner organisations, their people, the tables and the municipalities: what completers and Beheer show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Casus, Gemeente, Medewerker, Organisatie, Tafel, Tafellid
from vhdesk.queries.lezen import rijen
from vhdesk.vocabulary import Organisatiesoort, Tafelregime, Tafelsoort


@dataclass(frozen=True, slots=True)
class OrganisatieRow:
    """A partner organisation."""

    id: str
    code: str
    naam: str
    soort: Organisatiesoort
    aliassen: tuple[str, ...]
    telefoon: str
    actief: bool
    version: int
    medewerkers: int


@dataclass(frozen=True, slots=True)
class MedewerkerRow:
    """A professional with his or her organisation."""

    id: str
    naam: str
    functie: str
    organisatie_id: str
    organisatie: str
    organisatiesoort: Organisatiesoort
    telefoon: str
    email: str
    opmerking: str
    actief: bool
    version: int


@dataclass(frozen=True, slots=True)
class TafelRow:
    """A table with its settings, and how many members and cases it has."""

    id: str
    code: str
    naam: str
    soort: Tafelsoort
    regime: Tafelregime
    plaats: str
    frequentie: str
    begintijd: time
    duur_minuten: int
    toelichting: str
    actief: bool
    version: int
    leden: int
    casussen: int


@dataclass(frozen=True, slots=True)
class TafellidRow:
    """A fixed participant of a table; the person may be open."""

    id: str
    tafel_id: str
    organisatie_id: str
    organisatie: str
    organisatiesoort: Organisatiesoort
    medewerker_id: str | None
    medewerker: str
    functie: str


@dataclass(frozen=True, slots=True)
class GemeenteRow:
    """A municipality with its region, chamber and contribution (euro cents, per mille of the whole)."""

    id: str
    code: str
    naam: str
    regio: str
    veiligheidskamer: str
    zetelgemeente: bool
    bijdrage_cent: int
    aandeel_promille: int
    verhoging_cent: int
    organisatie_id: str | None
    organisatie: str
    version: int
    casussen: int


def organisaties(session: Session, *, ook_inactief: bool = False) -> tuple[OrganisatieRow, ...]:
    """Return the organisations by name."""
    o = Organisatie
    aantal = (
        select(func.count())
        .where(Medewerker.organisatie_id == o.id, Medewerker.actief.is_(True))
        .scalar_subquery()
    )
    statement = select(
        o.id,
        o.code,
        o.naam,
        o.soort,
        o.aliassen,
        o.telefoon,
        o.actief,
        o.version,
        aantal.label("medewerkers"),
    )
    if not ook_inactief:
        statement = statement.where(o.actief.is_(True))
    gevonden = (
        replace(rij, aliassen=tuple(rij.aliassen)) for rij in rijen(session, OrganisatieRow, statement)
    )
    return tuple(sorted(gevonden, key=lambda rij: fold(rij.naam)))


def medewerkers(
    session: Session, *, organisatie_id: str | None = None, ook_inactief: bool = False
) -> tuple[MedewerkerRow, ...]:
    """Return the professionals by name, of all organisations or of one."""
    m, o = Medewerker, Organisatie
    statement = select(
        m.id, m.naam, m.functie, m.organisatie_id, o.naam.label("organisatie"),
        o.soort.label("organisatiesoort"), m.telefoon, m.email, m.opmerking, m.actief, m.version,
    ).join(o, o.id == m.organisatie_id)  # fmt: skip
    if organisatie_id is not None:
        statement = statement.where(m.organisatie_id == organisatie_id)
    if not ook_inactief:
        statement = statement.where(m.actief.is_(True), o.actief.is_(True))
    gevonden = rijen(session, MedewerkerRow, statement)
    return tuple(sorted(gevonden, key=lambda rij: (fold(rij.naam), fold(rij.organisatie))))


def tafels(session: Session, *, ook_inactief: bool = False) -> tuple[TafelRow, ...]:
    """Return the tables by name."""
    t = Tafel
    leden = select(func.count()).where(Tafellid.tafel_id == t.id).scalar_subquery()
    casussen = select(func.count()).where(Casus.tafel_id == t.id).scalar_subquery()
    statement = select(
        t.id, t.code, t.naam, t.soort, t.regime, t.plaats, t.frequentie, t.begintijd, t.duur_minuten,
        t.toelichting, t.actief, t.version, leden.label("leden"), casussen.label("casussen"),
    ).order_by(t.naam)  # fmt: skip
    if not ook_inactief:
        statement = statement.where(t.actief.is_(True))
    return rijen(session, TafelRow, statement)


def tafelleden(session: Session, tafel_id: str) -> tuple[TafellidRow, ...]:
    """Return the fixed participants of a table, by organisation and person."""
    lid, o, m = Tafellid, Organisatie, Medewerker
    statement = (
        select(
            lid.id, lid.tafel_id, lid.organisatie_id, o.naam.label("organisatie"),
            o.soort.label("organisatiesoort"), lid.medewerker_id,
            func.coalesce(m.naam, "").label("medewerker"), func.coalesce(m.functie, "").label("functie"),
        )
        .join(o, o.id == lid.organisatie_id)
        .outerjoin(m, m.id == lid.medewerker_id)
        .where(lid.tafel_id == tafel_id)
    )  # fmt: skip
    gevonden = rijen(session, TafellidRow, statement)
    return tuple(sorted(gevonden, key=lambda rij: (fold(rij.organisatie), fold(rij.medewerker))))


def gemeenten(session: Session, *, regio: str | None = None) -> tuple[GemeenteRow, ...]:
    """Return the municipalities by name, of all regions or of one."""
    g, o = Gemeente, Organisatie
    casussen = select(func.count()).where(Casus.gemeente_id == g.id).scalar_subquery()
    statement = select(
        g.id, g.code, g.naam, g.regio, g.veiligheidskamer, g.zetelgemeente, g.bijdrage_cent, g.aandeel_promille,
        g.verhoging_cent, g.organisatie_id, func.coalesce(o.naam, "").label("organisatie"), g.version,
        casussen.label("casussen"),
    ).outerjoin(o, o.id == g.organisatie_id)  # fmt: skip
    if regio is not None:
        statement = statement.where(g.regio == regio)
    return tuple(sorted(rijen(session, GemeenteRow, statement), key=lambda rij: fold(rij.naam)))
