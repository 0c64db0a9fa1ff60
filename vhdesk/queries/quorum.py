"""Who must be there when a case is discussed, by its method, and was not: then the discussion stands under reserve.

Only where attendance was recorded: before that nobody is absent (memo pilot JOR Twente: OM, RvdK, politie and
jeugdreclassering are always at the table).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ScalarSelect, bindparam, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import (
    Agendapunt,
    Casusmethode,
    Deelnemer,
    Medewerker,
    Organisatie,
    Overleg,
    Referentiewaarde,
)
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.methodevraag import Methodevraag, Zetel, lees_methodevraag
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.referentie import METHODEN
from vhdesk.vocabulary import Aanwezigheid, Overlegstatus

Aanwezigen = Iterable[tuple[str, Aanwezigheid]]


@dataclass(frozen=True, slots=True)
class Bladmethode:
    """What the sheet of a case says of its method. ``voorbehoud``: seats that had to be filled and were not."""

    naam: str = ""
    beschermd: bool = False
    voorbehoud: tuple[str, ...] = ()


def leeg_gebleven(zetels: Sequence[Zetel], aanwezigen: Aanwezigen) -> tuple[str, ...]:
    """Return the names of the seats that nobody filled; () while no attendance was recorded."""
    rijen = list(aanwezigen)
    if all(stand is Aanwezigheid.UITGENODIGD for _, stand in rijen):
        return ()
    er = {code for code, stand in rijen if stand in AANWEZIG}
    return tuple(zetel.naam for zetel in zetels if er.isdisjoint(zetel.organisaties))


def voorbehoud_nu(session: Session, casus_id: str, vraag: Methodevraag) -> tuple[str, ...]:
    """Return who misses at the meeting that is going on with this case on its agenda; () when there is none. One
    statement, and none for a method without a quorum."""
    if not vraag.quorum:
        return ()
    return leeg_gebleven(vraag.quorum, _rijen(session, _lopend(), {"casus_id": casus_id}))


def bladmethoden(session: Session, overleg_id: str) -> Mapping[str, Bladmethode]:
    """Return case -> its method as the minutes of this meeting show it; a case without one is absent. One statement,
    two where a method has a quorum."""
    gevonden = {
        casus_id: (naam or code, lees_methodevraag(kenmerken))
        for casus_id, code, naam, kenmerken in session.execute(
            _methoden(), {"overleg_id": overleg_id, "lijst": METHODEN}
        )
    }
    aanwezigen: list[tuple[str, Aanwezigheid]] = []
    if any(vraag.quorum for _, vraag in gevonden.values()):
        aanwezigen = _rijen(session, _van_overleg(), {"overleg_id": overleg_id})
    return {
        casus_id: Bladmethode(naam, bool(vraag.mag_weten), leeg_gebleven(vraag.quorum, aanwezigen))
        for casus_id, (naam, vraag) in gevonden.items()
    }


def _rijen(session: Session, statement: Kolommen, waarden: dict[str, Any]) -> list[tuple[str, Aanwezigheid]]:
    return [(code, stand) for code, stand in session.execute(statement, waarden)]


def _aanwezigen() -> Kolommen:
    return (
        select(Organisatie.code, Deelnemer.aanwezigheid)
        .select_from(Deelnemer)
        .join(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .join(Organisatie, Organisatie.id == Medewerker.organisatie_id)
    )


@vast
def _van_overleg() -> Kolommen:
    return _aanwezigen().where(Deelnemer.overleg_id == bindparam("overleg_id"))


@vast
def _lopend() -> Kolommen:
    overleg = (
        select(Overleg.id)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == bindparam("casus_id"), Overleg.status == Overlegstatus.LOPEND)
    )
    return _aanwezigen().where(Deelnemer.overleg_id.in_(overleg))


def nieuwste_woorden() -> ScalarSelect[Any]:
    """Return the id of the newest value of the method of a ``Casusmethode``, also one that is no longer offered."""
    nieuwste = aliased(Referentiewaarde)
    return (
        select(nieuwste.id)
        .where(nieuwste.lijst_code == bindparam("lijst"), nieuwste.code == Casusmethode.methode_code)
        .order_by(nieuwste.versie_van.desc())
        .limit(1)
        .scalar_subquery()
    )


@vast
def _methoden() -> Kolommen:
    m, w = Casusmethode, Referentiewaarde
    return (
        select(m.casus_id, m.methode_code, w.naam, w.kenmerken)
        .join(Agendapunt, Agendapunt.casus_id == m.casus_id)
        .outerjoin(w, w.id == nieuwste_woorden())
        .where(Agendapunt.overleg_id == bindparam("overleg_id"), m.tot.is_(None))
    )
