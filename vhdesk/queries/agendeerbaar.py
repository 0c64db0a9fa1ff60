"""Cases that can be put on an agenda, the most urgent first, with why they are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Integer, bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Actie, Agendapunt, Casus, Overleg
from vhdesk.queries.casusregel import CasusRow, casusregels
from vhdesk.queries.casusstand import LOPEND, MET_DATUM
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.zoekplaats import zoek_casussen
from vhdesk.vocabulary import Actiestatus, Overlegstatus


@dataclass(frozen=True, slots=True)
class AgendeerbaarRow:
    """A case that is not on the agenda yet, and the facts that make it due on the meeting's date.

    ``datum_bereikt``: its next date is on or before the meeting; ``zonder_datum``: it needs a next date and has
    none; ``acties_over``: open actions past their term on that date; ``laatst``: when a table last spoke of it;
    ``van_tafel``: it belongs to the table of this meeting.
    """

    id: str
    casus: CasusRow
    datum_bereikt: bool
    zonder_datum: bool
    acties_over: int
    laatst: date | None
    van_tafel: bool


@inzage("casussen zoeken", "overleg", "overleg_id")
def agendeerbaar(
    session: Session, overleg_id: str, *, zoek: str = "", alle_tafels: bool = False, limiet: int = 200
) -> tuple[AgendeerbaarRow, ...]:
    """Return the running cases of the meeting's table (or of all) that are not on its agenda. Raises NotFound.

    Order: next date reached (the longest ago first), then without a next date, then by next date.
    A case without a table counts as one of this table: somebody has to pick it up.
    """
    overleg = session.execute(_overleg(), {"overleg_id": overleg_id}).one_or_none()
    if overleg is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    tafel_id, datum = overleg
    waarden = {"overleg_id": overleg_id, "datum": datum, "limiet": limiet}
    if not alle_tafels:
        waarden["tafel_id"] = tafel_id
    gevonden = zoek_casussen(session, zoek)
    if gevonden is not None:
        waarden["ids"] = ids_waarde((*gevonden.op_persoon, *gevonden.overige))
    statement = _casussen(van_tafel=not alle_tafels, gezocht=gevonden is not None)
    ids = list(session.execute(statement, waarden).scalars())
    over, laatst = _acties_over(session, ids, datum), _laatst(session, ids, datum)
    return tuple(
        AgendeerbaarRow(
            id=casus.id,
            casus=casus,
            datum_bereikt=casus.volgende_datum is not None and casus.volgende_datum <= datum,
            zonder_datum=casus.volgende_datum is None and casus.status in MET_DATUM,
            acties_over=over.get(casus.id, 0),
            laatst=laatst.get(casus.id),
            van_tafel=casus.tafel_id == tafel_id,
        )
        for casus in casusregels(session, ids)
    )


@vast
def _overleg() -> Kolommen:
    return select(Overleg.tafel_id, Overleg.datum).where(Overleg.id == bindparam("overleg_id"))


@vast
def _casussen(*, van_tafel: bool, gezocht: bool) -> Kolommen:
    op_agenda = select(Agendapunt.casus_id).where(
        Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.casus_id.is_not(None)
    )
    eisen: list[ColumnElement[bool]] = [Casus.status.in_(LOPEND), Casus.id.not_in(op_agenda)]
    if van_tafel:
        eisen.append(or_(Casus.tafel_id == bindparam("tafel_id"), Casus.tafel_id.is_(None)))
    if gezocht:
        eisen.append(Casus.id.in_(van_ids()))
    bereikt = Casus.volgende_datum <= bindparam("datum")
    zonder = Casus.volgende_datum.is_(None) & Casus.status.in_(MET_DATUM)
    return (
        select(Casus.id)
        .where(*eisen)
        .order_by(
            case((bereikt, 0), (zonder, 1), else_=2), Casus.volgende_datum.is_(None), Casus.volgende_datum
        )
        .limit(bindparam("limiet", type_=Integer))
    )


def _acties_over(session: Session, ids: list[str], datum: date) -> dict[str, int]:
    rows = session.execute(_over(), {"ids": ids_waarde(ids), "datum": datum})
    return {casus_id: aantal for casus_id, aantal in rows}


@vast
def _over() -> Kolommen:
    return (
        select(Actie.casus_id, func.count())
        .where(
            Actie.casus_id.in_(van_ids()),
            Actie.status == Actiestatus.OPEN,
            Actie.termijn < bindparam("datum"),
        )
        .group_by(Actie.casus_id)
    )


def _laatst(session: Session, ids: list[str], datum: date) -> dict[str, date]:
    rows = session.execute(_besproken(), {"ids": ids_waarde(ids), "datum": datum})
    return {casus_id: laatst for casus_id, laatst in rows if casus_id is not None}


@vast
def _besproken() -> Kolommen:
    return (
        select(Agendapunt.casus_id, func.max(Overleg.datum))
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Agendapunt.casus_id.in_(van_ids()),
            Overleg.status == Overlegstatus.GESLOTEN,
            Overleg.datum <= bindparam("datum"),
        )
        .group_by(Agendapunt.casus_id)
    )
