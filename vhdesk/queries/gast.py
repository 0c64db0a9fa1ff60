"""Guests of a meeting: what they are called where nobody of a case may be named, for which items they are invited, and
whether they belong in the room at one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Agendapunt, Casus, Deelnemer, Medewerker, Organisatie, Punttoegang
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import Deelnemersoort


def deelnemer_naam() -> ColumnElement[Any]:
    """Return what a ``Deelnemer`` is called, outer-joined to its ``Medewerker``: who belongs to a case goes by its number."""
    van = aliased(Casus)
    nummer = select(van.nummer).where(van.id == Deelnemer.casus_id).correlate(Deelnemer).scalar_subquery()
    rol = case(
        (Deelnemer.soort == Deelnemersoort.BETROKKENE, "Betrokkene bij "), else_="Vertegenwoordiger bij "
    )
    return func.coalesce(Medewerker.naam, func.nullif(Deelnemer.naam, ""), rol + nummer)


def deelnemer_van() -> ColumnElement[Any]:
    """Return for whom a ``Deelnemer`` sits there, outer-joined to the ``Organisatie``: a guest for nobody."""
    return func.coalesce(
        Organisatie.naam, case((Deelnemer.soort == Deelnemersoort.TOEHOORDER, "toehoorder"), else_="gast")
    )


def welkom() -> ColumnElement[bool]:
    """Return the condition that a guest belongs in the room at an ``Agendapunt``: invited for it, and it is not closed.
    The opening is for everybody: there the secrecy is confirmed."""
    t = Punttoegang
    toegang = exists().where(t.deelnemer_id == Deelnemer.id, t.agendapunt_id == Agendapunt.id)
    return or_(Agendapunt.soort == Agendasoort.OPENING, and_(toegang, Agendapunt.besloten.is_(False)))


def toegang(session: Session, overleg_id: str) -> dict[str, tuple[str, ...]]:
    """Return guest -> the items he or she is invited for, in the order of the agenda."""
    gevonden: dict[str, list[str]] = {}
    for deelnemer_id, agendapunt_id in session.execute(_toegang(), {"overleg_id": overleg_id}):
        gevonden.setdefault(deelnemer_id, []).append(agendapunt_id)
    return {deelnemer_id: tuple(punten) for deelnemer_id, punten in gevonden.items()}


@vast
def _toegang() -> Kolommen:
    t, p = Punttoegang, Agendapunt
    return (
        select(t.deelnemer_id, t.agendapunt_id)
        .join(p, p.id == t.agendapunt_id)
        .where(p.overleg_id == bindparam("overleg_id"))
        .order_by(p.volgorde, p.id)
    )
