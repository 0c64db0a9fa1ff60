"""Steps that are due and missed: where cases fail to be handed on (jaarplan NOG 2017: 'schakelpunten').

Nazorg that was not reviewed, a question to a gremium without an answer, a term of keeping that ends or ended, a need
that was not looked at again, and cases that were pointed out and still stand. No names of persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Casus, Casusgebeurtenis, Tafel
from vhdesk.models.bewaartermijn import LAATSTE_WAARSCHUWING, WAARSCHUWING, Termijnregel, plus_maanden
from vhdesk.models.casusverloop import AFGEROND
from vhdesk.queries.bewaren import stand_kolommen, stand_van
from vhdesk.queries.instelling import termijnregels
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort, Tafelregime

_EERSTE = 50


@dataclass(frozen=True, slots=True)
class Groep:
    """How many records share a fact, and the first of them (at most 50), the most pressing first."""

    aantal: int
    ids: tuple[str, ...]


NIEMAND = Groep(0, ())


@dataclass(frozen=True, slots=True)
class Schakelpunten:
    """Groups of cases. ``bewaren_voorbij``: the term is over; ``bewaren_30`` and ``bewaren_90``: it ends within so
    many days (a case stands in one of the three)."""

    nazorg_over: Groep = NIEMAND
    opschaling_over: Groep = NIEMAND
    bewaren_voorbij: Groep = NIEMAND
    bewaren_30: Groep = NIEMAND
    bewaren_90: Groep = NIEMAND
    herbeoordelen: Groep = NIEMAND
    te_vernietigen: Groep = NIEMAND


def schakelpunten(session: Session, op: date) -> Schakelpunten:
    """Return what is due on ``op``."""
    regels = termijnregels(session)
    voorbij, maand, kwartaal = _termijnen(session, op, regels)
    return Schakelpunten(
        nazorg_over=_groep(session, _nazorg(), op=op),
        opschaling_over=_groep(session, _opschaling(), op=op),
        bewaren_voorbij=voorbij,
        bewaren_30=maand,
        bewaren_90=kwartaal,
        herbeoordelen=_groep(session, _herbeoordelen(), **_herbeoordeelwaarden(op, regels)),
        te_vernietigen=_groep(session, _te_vernietigen()),
    )


def _groep(session: Session, statement: Kolommen, **waarden: object) -> Groep:
    rows = session.execute(statement, waarden or None).all()
    return Groep(rows[0][1] if rows else 0, tuple(row[0] for row in rows))


@vast
def _nazorg() -> Kolommen:
    return (
        select(Casus.id, func.count().over())
        .where(Casus.status == CasusStatus.NAZORG, Casus.volgende_datum <= bindparam("op"))
        .order_by(Casus.volgende_datum, Casus.id)
        .limit(_EERSTE)
    )


@vast
def _opschaling() -> Kolommen:
    vraag, antwoord = aliased(Casusgebeurtenis), aliased(Casusgebeurtenis)
    beantwoord = (
        select(antwoord.id)
        .where(
            antwoord.soort == Gebeurtenissoort.OPSCHALING_BEANTWOORD,
            antwoord.casus_id == vraag.casus_id,
            antwoord.betreft_id == vraag.id,
        )
        .exists()
    )
    return (
        select(vraag.casus_id, func.count().over())
        .where(vraag.soort == Gebeurtenissoort.OPGESCHAALD, vraag.datum < bindparam("op"), ~beantwoord)
        .group_by(vraag.casus_id)
        .order_by(func.min(vraag.datum), vraag.casus_id)
        .limit(_EERSTE)
    )


@vast
def _te_vernietigen() -> Kolommen:
    return (
        select(Casus.id, func.count().over())
        .where(Casus.status == CasusStatus.TE_VERNIETIGEN)
        .order_by(Casus.id)
        .limit(_EERSTE)
    )


def _termijnen(
    session: Session, op: date, regels: Mapping[Tafelregime, Termijnregel]
) -> tuple[Groep, Groep, Groep]:
    """Return the cases whose term is over, ends within 30 and within 90 days. Only those that can be, are read."""
    kortste = min(regel.jaren for regel in regels.values())
    grens = plus_maanden(op + timedelta(days=WAARSCHUWING), -12 * kortste)
    gevonden: dict[int, list[tuple[date, str]]] = {0: [], LAATSTE_WAARSCHUWING: [], WAARSCHUWING: []}
    for row in session.execute(_oud(), {"grens": grens}):
        einde = stand_van(row, regels[row.regime or Tafelregime.WGS]).bewaren_tot
        dagen = (einde - op).days
        for uiterst, lijst in gevonden.items():
            if dagen <= uiterst:
                lijst.append((einde, row.id))
                break
    voorbij, maand, kwartaal = (sorted(lijst) for lijst in gevonden.values())
    return _eerste(voorbij), _eerste(maand), _eerste(kwartaal)


def _eerste(lijst: list[tuple[date, str]]) -> Groep:
    return Groep(len(lijst), tuple(casus_id for _, casus_id in lijst[:_EERSTE]))


@vast
def _oud() -> Kolommen:
    return stand_kolommen().where(
        Casus.aangemeld_op <= bindparam("grens"),
        Casus.status.not_in((CasusStatus.TE_VERNIETIGEN, CasusStatus.VERNIETIGD)),
    )


def _herbeoordeelwaarden(op: date, regels: Mapping[Tafelregime, Termijnregel]) -> dict[str, object]:
    """Return the parameters of ``_herbeoordelen``: up to which day a case is due, per regime."""
    # One narrow index holds all of it; the regime only takes cases away from what it gives.
    kortste = min(regel.herbeoordeling_maanden for regel in regels.values())
    waarden: dict[str, object] = {"laatste": plus_maanden(op, -kortste)}
    for regime in Tafelregime:
        grens = plus_maanden(op, -regels[regime].herbeoordeling_maanden)
        waarden |= {
            f"grens_{regime.name}": grens,
            f"sinds_{regime.name}": datetime.combine(grens, time.max, UTC),
        }
    return waarden


@vast
def _herbeoordelen() -> Kolommen:
    """Running cases that were registered, and last looked at, longer ago than their regime allows."""
    g = Casusgebeurtenis
    eisen: list[ColumnElement[bool]] = []
    for regime in Tafelregime:
        sinds = bindparam(f"sinds_{regime.name}", type_=g.tijdstip.type)
        recent = (
            select(g.id)
            .where(g.soort == Gebeurtenissoort.HERBEOORDEELD, g.casus_id == Casus.id, g.tijdstip > sinds)
            .exists()
        )
        van = Tafel.regime == regime
        if regime is Tafelregime.WGS:
            van = or_(van, Tafel.id.is_(None))
        eisen.append(and_(van, Casus.aangemeld_op <= bindparam(f"grens_{regime.name}"), ~recent))
    return (
        select(Casus.id, func.count().over())
        .outerjoin(Tafel, Tafel.id == Casus.tafel_id)
        .where(Casus.aangemeld_op <= bindparam("laatste"), or_(*eisen), Casus.status.not_in(AFGEROND))
        .order_by(Casus.aangemeld_op, Casus.id)
        .limit(_EERSTE)
    )
