"""The start page in facts: what is coming, what is late, what is missing. No names of persons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from vhdesk.models import (
    Actie,
    Agendapunt,
    Casus,
    Casusroltoewijzing,
    Inlezing,
    Kluismeta,
    Medewerker,
    Organisatie,
    Overleg,
    Tafellid,
    Uitvraag,
)
from vhdesk.queries.caseload import CaseloadStand, caseloads, zonder_regie
from vhdesk.queries.casusstand import LOPEND, MET_DATUM, MET_REGIE, TE_LEIDEN
from vhdesk.queries.gemiste_stap import is_nazorg_klaar
from vhdesk.queries.lezen import Kolommen, eerste, vast, velden
from vhdesk.queries.overleg import OverlegRow, overleg_select
from vhdesk.queries.plicht import OpenPlichtRow, open_plichten
from vhdesk.queries.schakelpunten import Groep as Groep
from vhdesk.queries.schakelpunten import Schakelpunten, schakelpunten
from vhdesk.queries.verslag_uit import VerslagNietUit, verslagen_niet_uit
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus, Overlegstatus
from vhdesk.vocabulary_uitvraag import Uitvraagstand

NIETS_TE_LAAT = Schakelpunten()
_EERSTE = 50
_OVERLEGGEN = 5


@dataclass(frozen=True, slots=True)
class KomendOverleg:
    """A meeting ahead (or going on) and what its preparation lacks. ``dagen``: from today; below 0: overdue.

    ``minuten_te_veel``: how much longer the agenda is than the meeting; 0 when it fits or has no end time;
    ``zonder_casemanager``: how many of its cases somebody should lead and nobody does; ``zonder_antwoord``: how many
    questions to partners wait for an answer; ``agenda_vast``: its agenda was fixed.
    """

    id: str
    overleg: OverlegRow
    dagen: int
    zonder_voorzitter: bool
    zonder_secretaris: bool
    zonder_casussen: bool
    zonder_deelnemers: bool
    minuten_te_veel: int
    zonder_casemanager: int
    zonder_antwoord: int = 0
    agenda_vast: bool = True


@dataclass(frozen=True, slots=True)
class LaatsteInlezing:
    """The list that was read in last and not undone."""

    id: str
    bestandsnaam: str
    aantal: int
    ingelezen_op: datetime


@dataclass(frozen=True, slots=True)
class Vandaag:
    """Everything the start page says. The groups of cases hold running cases only; ids are case or action ids.

    ``caseload``: the Top X of the house beside its norm, and what is helped without regie; ``eigen_lijsten``: the same
    of each table with a norm of its own. ``plichten``: what must still be told.
    ``mensen``: somebody is known who comes to a table.
    """

    id: str
    vandaag: date
    overleggen: tuple[KomendOverleg, ...]
    acties_open: int
    acties_over: Groep
    acties_zonder_termijn: Groep
    zonder_casemanager: Groep
    zonder_verantwoordelijke: Groep
    zonder_procesregisseur: Groep
    rol_weg: Groep
    zonder_datum: Groep
    datum_voorbij: Groep
    aangemeld: Groep
    per_status: tuple[tuple[CasusStatus, int], ...]
    caseload: CaseloadStand
    plichten: tuple[OpenPlichtRow, ...]
    laatste_inlezing: LaatsteInlezing | None
    oefening: bool
    schakelpunten: Schakelpunten = NIETS_TE_LAAT
    mensen: bool = True
    eigen_lijsten: tuple[CaseloadStand, ...] = ()
    verslagen: tuple[VerslagNietUit, ...] = ()

    def groep(self, naam: str) -> Groep:
        """Return a group by its name, of this page or of the schakelpunten. Raises AttributeError."""
        found: Groep = getattr(self.schakelpunten if hasattr(self.schakelpunten, naam) else self, naam)
        return found


def vandaag(session: Session, *, op: date) -> Vandaag:
    """Return the facts of the start page for the date ``op``."""
    aantallen = _per_status(session)
    meta = _meta(session)
    lijsten = caseloads(session)
    return Vandaag(
        id="vandaag",
        vandaag=op,
        overleggen=_overleggen(session, op),
        acties_open=session.execute(_acties_open()).scalar_one(),
        acties_over=_groep(session, _acties_over(), op),
        acties_zonder_termijn=_groep(session, _acties_zonder_termijn()),
        zonder_casemanager=_groep(session, _zonder(Casusrol.CASEMANAGER)),
        zonder_verantwoordelijke=_groep(session, _zonder(Casusrol.VERANTWOORDELIJKE)),
        zonder_procesregisseur=_groep(session, _zonder(Casusrol.PROCESREGISSEUR)),
        rol_weg=_groep(session, _rol_weg()),
        zonder_datum=_groep(session, _zonder_datum()),
        datum_voorbij=_groep(session, _datum_voorbij(), op),
        aangemeld=_groep(session, _aangemeld()),
        per_status=tuple((status, aantallen[status]) for status in CasusStatus if status in aantallen),
        caseload=lijsten[0],
        eigen_lijsten=lijsten[1:],
        plichten=open_plichten(session),
        laatste_inlezing=_laatste_inlezing(session),
        oefening=meta.get(PRACTICE) == "ja",
        schakelpunten=schakelpunten(session, op),
        verslagen=verslagen_niet_uit(session),
        mensen=bool(session.execute(_mensen()).scalar_one()),
    )


def _groep(session: Session, statement: Kolommen, op: date | None = None) -> Groep:
    rows = session.execute(statement, {"op": op} if op else None).all()
    return Groep(rows[0][1] if rows else 0, tuple(row[0] for row in rows))


def _casussen(*eisen: ColumnElement[bool]) -> Kolommen:
    """Count and first ids, those with the longest passed date first, then those without one.

    One pass, and over ``ix_casus_stand`` alone: it holds every column that is asked.
    """
    volgorde = (Casus.volgende_datum.is_(None), Casus.volgende_datum, Casus.id)
    return select(Casus.id, func.count().over()).where(*eisen).order_by(*volgorde).limit(_EERSTE)


def _acties(*eisen: ColumnElement[bool], oudste: InstrumentedAttribute[Any]) -> Kolommen:
    """Count and first ids, the oldest first. Counted apart, so that only the first rows are read with their texts."""
    open_ = (Actie.status == Actiestatus.OPEN, *eisen)
    aantal = select(func.count()).select_from(Actie).where(*open_).scalar_subquery()
    return select(Actie.id, aantal).where(*open_).order_by(oudste, text("actie.rowid")).limit(_EERSTE)


@vast
def _mensen() -> Kolommen:
    return select(select(Tafellid.id).where(Tafellid.medewerker_id.is_not(None)).exists())


@vast
def _acties_open() -> Kolommen:
    return select(func.count()).select_from(Actie).where(Actie.status == Actiestatus.OPEN)


@vast
def _acties_over() -> Kolommen:
    return _acties(Actie.termijn < bindparam("op"), oudste=Actie.termijn)


@vast
def _acties_zonder_termijn() -> Kolommen:
    return _acties(Actie.termijn.is_(None), oudste=Actie.ontstaan_op)


@vast
def _zonder(rol: Casusrol) -> Kolommen:
    """Nobody has the role, or an organisation alone, which is no person: those are few and have an index."""
    r = Casusroltoewijzing
    alleen = select(r.casus_id).where(r.tot.is_(None), r.medewerker_id.is_(None), r.rol == rol)
    return _casussen(
        Casus.status.in_(MET_REGIE), Casus.id.not_in(zonder_regie()), ~_heeft(rol) | Casus.id.in_(alleen)
    )


@vast
def _rol_weg() -> Kolommen:
    """Somebody who left still has a role: from the people and organisations that left, who are few."""
    r = Casusroltoewijzing
    mensen = select(Medewerker.id).where(Medewerker.actief.is_(False))
    huizen = select(Organisatie.id).where(Organisatie.actief.is_(False))
    nu = select(r.casus_id).where(r.tot.is_(None))
    van_mensen, van_huizen = nu.where(r.medewerker_id.in_(mensen)), nu.where(r.organisatie_id.in_(huizen))
    return _casussen(Casus.status.in_(LOPEND), Casus.id.in_(van_mensen) | Casus.id.in_(van_huizen))


def _heeft(rol: Casusrol) -> ColumnElement[bool]:
    r = Casusroltoewijzing
    return select(r.id).where(r.casus_id == Casus.id, r.rol == rol, r.tot.is_(None)).exists()


@vast
def _zonder_datum() -> Kolommen:
    """Not nazorg that was reviewed to its end: that asks for closing, not for a date."""
    return _casussen(Casus.status.in_(MET_DATUM), Casus.volgende_datum.is_(None), ~is_nazorg_klaar())


@vast
def _datum_voorbij() -> Kolommen:
    """Not nazorg: a review that was missed is a schakelpunt of its own."""
    met_datum = [status for status in MET_DATUM if status is not CasusStatus.NAZORG]
    return _casussen(Casus.status.in_(met_datum), Casus.volgende_datum < bindparam("op"))


@vast
def _aangemeld() -> Kolommen:
    return _casussen(Casus.status == CasusStatus.AANGEMELD)


@vast
def _statussen() -> Kolommen:
    return select(Casus.status, func.count(Casus.id)).group_by(Casus.status)


def _per_status(session: Session) -> dict[CasusStatus, int]:
    return {sleutel: waarde for sleutel, waarde in session.execute(_statussen())}


@vast
def _instellingen() -> Kolommen:
    return select(Kluismeta.sleutel, Kluismeta.waarde).where(Kluismeta.sleutel == PRACTICE)


def _meta(session: Session) -> dict[str, str]:
    return {sleutel: waarde for sleutel, waarde in session.execute(_instellingen())}


def _overleggen(session: Session, op: date) -> tuple[KomendOverleg, ...]:
    """Meetings going on, planned meetings from today, and planned ones that were never opened; soonest first."""
    gevonden = []
    for rij in velden(session, _komende_overleggen()):
        eigen = {naam: rij.pop(naam) for naam in ("zonder_casemanager", "zonder_antwoord", "agenda_vast")}
        gevonden.append(_komend(OverlegRow(**rij), eigen, op))
    return tuple(gevonden)


@vast
def _komende_overleggen() -> Kolommen:
    zonder = (
        select(func.count())
        .select_from(Agendapunt)
        .join(Casus, Casus.id == Agendapunt.casus_id)
        .where(
            Agendapunt.overleg_id == Overleg.id,
            Casus.status.in_(TE_LEIDEN),
            Casus.id.not_in(zonder_regie()),
            ~_heeft(Casusrol.CASEMANAGER),
        )
    )
    gevraagd = (
        select(func.count())
        .select_from(Uitvraag)
        .join(
            Agendapunt,
            (Agendapunt.overleg_id == Uitvraag.overleg_id) & (Agendapunt.casus_id == Uitvraag.casus_id),
        )
        .where(Uitvraag.overleg_id == Overleg.id, Uitvraag.stand == Uitvraagstand.GEVRAAGD)
    )
    return (
        overleg_select()
        .add_columns(
            zonder.scalar_subquery().label("zonder_casemanager"),
            gevraagd.scalar_subquery().label("zonder_antwoord"),
            Overleg.vaststelling.is_not(None).label("agenda_vast"),
        )
        .where(text("overleg.status != 'gesloten'"))  # to the letter as in the index ix_overleg_te_houden
        .order_by(Overleg.status != Overlegstatus.LOPEND, Overleg.datum, Overleg.begintijd)
        .limit(_OVERLEGGEN)
    )


def _komend(overleg: OverlegRow, eigen: Mapping[str, Any], op: date) -> KomendOverleg:
    return KomendOverleg(
        id=overleg.id,
        overleg=overleg,
        dagen=(overleg.datum - op).days,
        zonder_voorzitter=overleg.voorzitter_id is None,
        zonder_secretaris=overleg.secretaris_id is None,
        zonder_casussen=overleg.casussen == 0,
        zonder_deelnemers=overleg.deelnemers == 0,
        minuten_te_veel=_te_veel(overleg),
        **eigen,
    )


def _te_veel(overleg: OverlegRow) -> int:
    if overleg.eindtijd is None:
        return 0
    begin = datetime.combine(overleg.datum, overleg.begintijd)
    einde = datetime.combine(overleg.datum, overleg.eindtijd)
    if einde <= begin:
        einde += timedelta(days=1)
    return max(0, overleg.minuten - int((einde - begin).total_seconds() // 60))


def _laatste_inlezing(session: Session) -> LaatsteInlezing | None:
    return eerste(session, LaatsteInlezing, _inlezing())


@vast
def _inlezing() -> Kolommen:
    i = Inlezing
    return (
        select(i.id, i.bestandsnaam, i.aantal, i.ingelezen_op)
        .where(i.ongedaan_op.is_(None))
        .order_by(i.ingelezen_op.desc())
        .limit(1)
    )
