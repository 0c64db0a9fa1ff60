"""On what a table shares its cases: grondslag, doelbinding and who brings a case in, the newest version of its setting,
else what is shipped for its law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import (
    Aanmelding,
    Agendapunt,
    Casus,
    Gemeente,
    Organisatie,
    Overleg,
    Tafel,
)
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.instelling import instellingversies
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.resources import read_yaml
from vhdesk.vocabulary import Overlegstatus, Tafelregime
from vhdesk.vocabulary_inbreng import Herkomst

STANDAARD = "grondslag_doel_aanbrenger"
_GELEVERD = "juridisch/tafelstandaard.yaml"


@dataclass(frozen=True, slots=True)
class TafelstandaardRow:
    """What holds for one table. ``versie`` 0: as shipped, nobody changed it; ``gewijzigd_op`` is then None.
    ``aanbrenger_id``: who brings in a case of which neither referrer nor municipality is known."""

    id: str
    tafel_id: str
    versie: int
    grondslag: str
    doelbinding: str
    aanbrenger_id: str | None
    aanbrenger: str
    gewijzigd_op: datetime | None
    actor: str


def tafelstandaard(session: Session, tafel_id: str) -> TafelstandaardRow:
    """Return what holds now. Raises NotFound."""
    return tafelstandaarden(session, tafel_id)[0]


def tafelstandaarden(session: Session, tafel_id: str) -> tuple[TafelstandaardRow, ...]:
    """Return every version of a table, the newest first and as the last what is shipped. Raises NotFound."""
    regime = session.scalar(_regime(), {"tafel_id": tafel_id})
    if regime is None:
        raise NotFound("niet_gevonden", soort="tafel", id=tafel_id)
    versies = instellingversies(session, tafel_id, [STANDAARD])
    rijen = sorted(versies, key=lambda rij: -rij.versie)  # a clock that was set back decides nothing
    namen = _organisaties(session, [rij.waarde["aanbrenger_id"] for rij in rijen])
    eigen = tuple(
        TafelstandaardRow(
            id=rij.id,
            tafel_id=tafel_id,
            versie=rij.versie,
            **rij.waarde,
            aanbrenger=namen.get(rij.waarde["aanbrenger_id"], ""),
            gewijzigd_op=rij.gewijzigd_op,
            actor=rij.actor,
        )
        for rij in rijen
    )
    return (*eigen, _geleverd(session, tafel_id, regime))


@vast
def _regime() -> Kolommen:
    return select(Tafel.regime).where(Tafel.id == bindparam("tafel_id"))


def _organisaties(session: Session, ids: list[str | None]) -> dict[str, str]:
    if not ids:
        return {}
    rijen = session.execute(_namen(), {"ids": [wie for wie in ids if wie]})
    return {organisatie_id: naam for organisatie_id, naam in rijen}


@vast
def _namen() -> Kolommen:
    o = Organisatie
    return select(o.id, o.naam).where(o.id.in_(bindparam("ids", expanding=True)))


def _geleverd(session: Session, tafel_id: str, regime: Tafelregime) -> TafelstandaardRow:
    woorden = read_yaml(_GELEVERD)["regimes"][regime.value]
    aanbrenger = session.execute(_op_code(), {"code": woorden["aanbrenger"]}).one_or_none()
    return TafelstandaardRow(
        id=regime.value,
        tafel_id=tafel_id,
        versie=0,
        grondslag=woorden["grondslag"],
        doelbinding=woorden["doelbinding"],
        aanbrenger_id=aanbrenger.id if aanbrenger else None,
        aanbrenger=aanbrenger.naam if aanbrenger else "",
        gewijzigd_op=None,
        actor="",
    )


@vast
def _op_code() -> Kolommen:
    o = Organisatie
    return select(o.id, o.naam).where(o.code == bindparam("code"))


def aanbrenger(session: Session, casus_id: str, terugval: str | None) -> tuple[str, Herkomst] | None:
    """Return which organisation brings a case in, and how that is known: the referrer, the municipality of the case, or
    ``terugval`` of the table; None when nothing says it."""
    melder, gemeente = session.execute(_bekend(), {"casus_id": casus_id}).one()
    if melder:
        return melder, Herkomst.AANMELDING
    anders = gemeente or terugval
    return (anders, Herkomst.STANDAARD) if anders else None


@vast
def _bekend() -> Kolommen:
    return (
        select(leeg(Aanmelding.melder_organisatie_id), leeg(Gemeente.organisatie_id))
        .select_from(Casus)
        .outerjoin(Aanmelding, Aanmelding.casus_id == Casus.id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .where(Casus.id == bindparam("casus_id"))
    )


def op_open_agenda(session: Session, casus_id: str, *, buiten: str = "") -> bool:
    """Return whether the case is on the agenda of a meeting that is not closed, but for the item ``buiten``."""
    return session.execute(_open(), {"casus_id": casus_id, "buiten": buiten}).first() is not None


@vast
def _open() -> Kolommen:
    return (
        select(Agendapunt.id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Agendapunt.casus_id == bindparam("casus_id"),
            Agendapunt.id != bindparam("buiten"),
            Overleg.status != Overlegstatus.GESLOTEN,
        )
        .limit(1)
    )
