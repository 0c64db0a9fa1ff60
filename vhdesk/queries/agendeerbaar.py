"""Cases that can be put on an agenda, the most urgent first, with why they are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Integer, String, bindparam, func, or_, select, text
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Actie, Agendapunt, Casus, Overleg
from vhdesk.queries.agendavoorstel import Voorgesteld, voorgesteld
from vhdesk.queries.casusregel import CasusRow, casusregels
from vhdesk.queries.casusstand import LOPEND
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.zoekplaats import zoek_casussen
from vhdesk.vocabulary import Actiestatus, Overlegstatus
from vhdesk.vocabulary_agenda import Voorstelreden


@dataclass(frozen=True, slots=True)
class AgendeerbaarRow:
    """A case that is not on the agenda yet, and the facts that make it due on the meeting's date.

    ``redenen``: why it is proposed, none for a case that can be discussed and need not; ``sinds``: the oldest date that
    says so; ``kinderen``: somebody under age is involved; ``acties_over``: open actions past their term on that date;
    ``laatst``: when a table last spoke of it; ``elders``: the day of another meeting that has it on its agenda;
    ``van_tafel``: it belongs to the table of this meeting.
    """

    id: str
    casus: CasusRow
    redenen: tuple[Voorstelreden, ...]
    sinds: date | None
    kinderen: bool
    acties_over: int
    laatst: date | None
    elders: date | None
    van_tafel: bool


@dataclass(frozen=True, slots=True)
class Agendeerbaar:
    """The cases for one agenda: first those that are due, then the others. ``voorgesteld``: how many are due in all."""

    id: str
    voorgesteld: int
    rijen: tuple[AgendeerbaarRow, ...]


@inzage("casussen zoeken", "overleg", "overleg_id")
def agendeerbaar(
    session: Session, overleg_id: str, *, zoek: str = "", alle_tafels: bool = False, limiet: int = 200
) -> Agendeerbaar:
    """Return the running cases of the meeting's table (or of all) that are not on its agenda. Raises NotFound.

    Order: what is due (``agendavoorstel``), then the others by next date. A case without a table counts as one of this
    table: somebody has to pick it up.
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
    soort = {"van_tafel": not alle_tafels, "gezocht": gevonden is not None}
    aantal, eerst = voorgesteld(session, waarden, **soort)
    waarom = {each.id: each for each in eerst}
    ids = list(waarom)
    if len(ids) < limiet:
        rest = {**waarden, "al": ids_waarde(ids), "limiet": limiet - len(ids)}
        ids += session.execute(_overige(**soort), rest).scalars()
    return Agendeerbaar(overleg_id, aantal, _rijen(session, ids, waarom, tafel_id, datum))


def _rijen(
    session: Session, ids: list[str], waarom: dict[str, Voorgesteld], tafel_id: str, datum: date
) -> tuple[AgendeerbaarRow, ...]:
    over, laatst, elders = (
        _acties_over(session, ids, datum),
        _laatst(session, ids, datum),
        _elders(session, ids),
    )
    niets = Voorgesteld("", (), None, kinderen=False)
    rijen = []
    for casus in casusregels(session, ids):
        voorstel = waarom.get(casus.id, niets)
        rijen.append(
            AgendeerbaarRow(
                id=casus.id,
                casus=casus,
                redenen=voorstel.redenen,
                sinds=voorstel.sinds,
                kinderen=voorstel.kinderen,
                acties_over=over.get(casus.id, 0),
                laatst=laatst.get(casus.id),
                elders=elders.get(casus.id),
                van_tafel=casus.tafel_id == tafel_id,
            )
        )
    return tuple(rijen)


@vast
def _overleg() -> Kolommen:
    return select(Overleg.tafel_id, Overleg.datum).where(Overleg.id == bindparam("overleg_id"))


@vast
def _overige(*, van_tafel: bool, gezocht: bool) -> Kolommen:
    """The running cases beside those in ``al``, by next date."""
    op_agenda = select(Agendapunt.casus_id).where(
        Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.casus_id.is_not(None)
    )
    al = select(func.json_each(bindparam("al", type_=String)).table_valued("value").c.value)
    eisen: list[ColumnElement[bool]] = [
        Casus.status.in_(LOPEND), Casus.id.not_in(op_agenda), Casus.id.not_in(al),
    ]  # fmt: skip
    if van_tafel:
        eisen.append(or_(Casus.tafel_id == bindparam("tafel_id"), Casus.tafel_id.is_(None)))
    if gezocht:
        eisen.append(Casus.id.in_(van_ids()))
    return (
        select(Casus.id)
        .where(*eisen)
        .order_by(Casus.volgende_datum.is_(None), Casus.volgende_datum)
        .limit(bindparam("limiet", type_=Integer))
    )


def _elders(session: Session, ids: list[str]) -> dict[str, date]:
    rows = session.execute(_te_houden(), {"ids": ids_waarde(ids)})
    return {casus_id: datum for casus_id, datum in rows}


@vast
def _te_houden() -> Kolommen:
    return (
        select(Agendapunt.casus_id, func.min(Overleg.datum))
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(text("overleg.status != 'gesloten'"), Agendapunt.casus_id.in_(van_ids()))
        .group_by(Agendapunt.casus_id)
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
