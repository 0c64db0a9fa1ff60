"""Steps that are due and missed: where cases fail to be handed on (jaarplan NOG 2017: 'schakelpunten').

Nazorg that was not reviewed or not ended, a letter that did not go out, a plan that is missing or was not evaluated, a question to a gremium (opschaling, or a decision asked) without an answer, a term of keeping that ends or ended, a need
that was not looked at again, cases that were pointed out and still stand, and what a method asks every so often. No names of persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import CTE, Boolean, ColumnElement, and_, bindparam, case, func, or_, select, text
from sqlalchemy.orm import Session, aliased

from vhdesk.clock import einde_van_dag
from vhdesk.models import Besluit, Casus, Casusgebeurtenis, Tafel
from vhdesk.models.bewaartermijn import (
    LAATSTE_WAARSCHUWING,
    WAARSCHUWING,
    Termijnregel,
    laatste_begin,
    plus_maanden,
)
from vhdesk.models.casusverloop import AFGEROND
from vhdesk.queries.bewaren import DICHT
from vhdesk.queries.gemiste_stap import brief_niet_uit, nazorg_klaar, plan_over, zonder_plan
from vhdesk.queries.instelling import termijnregels
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.methode_over import methoden_over
from vhdesk.vocabulary import (
    Besluitstatus,
    Bewaarstart,
    CasusStatus,
    Gebeurtenissoort,
    Tafelregime,
)

_EERSTE = 50
_DAGEN = (0, LAATSTE_WAARSCHUWING, WAARSCHUWING)


@dataclass(frozen=True, slots=True)
class Groep:
    """How many records share a fact, and the first of them (at most 50), the most pressing first."""

    aantal: int
    ids: tuple[str, ...]


NIEMAND = Groep(0, ())


@dataclass(frozen=True, slots=True)
class Schakelpunten:
    """Groups of cases. ``bewaren_voorbij``: the term is over; ``bewaren_30`` and ``bewaren_90``: it ends within so
    many days (a case stands in one of the three). ``methode_over``: what its method asks every so many days was not done; ``plan_over``: its
    plan was to be evaluated; ``nazorg_klaar``: every review was done; ``brief_niet_uit``: the letter to the gemeente."""

    nazorg_over: Groep = NIEMAND
    opschaling_over: Groep = NIEMAND
    besluit_gevraagd: Groep = NIEMAND
    bewaren_voorbij: Groep = NIEMAND
    bewaren_30: Groep = NIEMAND
    bewaren_90: Groep = NIEMAND
    herbeoordelen: Groep = NIEMAND
    te_vernietigen: Groep = NIEMAND
    methode_over: Groep = NIEMAND
    plan_over: Groep = NIEMAND
    zonder_plan: Groep = NIEMAND
    nazorg_klaar: Groep = NIEMAND
    brief_niet_uit: Groep = NIEMAND


def schakelpunten(session: Session, op: date) -> Schakelpunten:
    """Return what is due on ``op``."""
    regels = termijnregels(session)
    voorbij, maand, kwartaal = _termijnen(session, op, regels)
    return Schakelpunten(
        nazorg_over=_groep(session, _nazorg(), op=op),
        opschaling_over=_groep(session, _opschaling(), op=op),
        besluit_gevraagd=_groep(session, _besluit_gevraagd(), op=op),
        bewaren_voorbij=voorbij,
        bewaren_30=maand,
        bewaren_90=kwartaal,
        herbeoordelen=_groep(session, _herbeoordelen(), **_herbeoordeelwaarden(op, regels)),
        te_vernietigen=_groep(session, _te_vernietigen()),
        methode_over=_methode_over(session, op),
        plan_over=_groep(session, plan_over(), op=op),
        zonder_plan=_groep(session, zonder_plan()),
        nazorg_klaar=_groep(session, nazorg_klaar()),
        brief_niet_uit=_groep(session, brief_niet_uit()),
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
def _besluit_gevraagd() -> Kolommen:
    b = Besluit
    return (
        select(b.casus_id, func.count().over())
        .where(
            text("besluit.vraagstand = 'gevraagd'"),  # to the letter as in the index ix_besluit_gevraagd
            b.status == Besluitstatus.VASTGELEGD,
            b.antwoord_voor < bindparam("op"),
        )
        .group_by(b.casus_id)
        .order_by(func.min(b.antwoord_voor), b.casus_id)
        .limit(_EERSTE)
    )  # fmt: skip


@vast
def _te_vernietigen() -> Kolommen:
    return (
        select(Casus.id, func.count().over())
        .where(Casus.status == CasusStatus.TE_VERNIETIGEN)
        .order_by(Casus.id)
        .limit(_EERSTE)
    )


def _methode_over(session: Session, op: date) -> Groep:
    ids = methoden_over(session, op)
    return Groep(len(ids), ids[:_EERSTE])


def _termijnen(
    session: Session, op: date, regels: Mapping[Tafelregime, Termijnregel]
) -> tuple[Groep, Groep, Groep]:
    """Return the cases whose term is over, ends within 30 and within 90 days."""
    gevonden: dict[int, list[str]] = {dagen: [] for dagen in _DAGEN}
    aantallen = dict.fromkeys(_DAGEN, 0)
    for casus_id, dagen, aantal in session.execute(_termijn(), _termijnwaarden(op, regels)):
        gevonden[dagen].append(casus_id)
        aantallen[dagen] = aantal
    voorbij, maand, kwartaal = (Groep(aantallen[dagen], tuple(gevonden[dagen])) for dagen in _DAGEN)
    return voorbij, maand, kwartaal


def _termijnwaarden(op: date, regels: Mapping[Tafelregime, Termijnregel]) -> dict[str, object]:
    """Return the parameters of ``_termijn``: who began up to which day has a term that ends within so many days."""
    waarden: dict[str, object] = {f"tot_{dagen}": op + timedelta(days=dagen) for dagen in _DAGEN}
    for regime in Tafelregime:
        regel = regels[regime]
        waarden[f"sluiting_{regime.name}"] = regel.vanaf is Bewaarstart.AFSLUITING
        for dagen in _DAGEN:
            grens = laatste_begin(op + timedelta(days=dagen), regel)
            waarden[f"begin_{regime.name}_{dagen}"] = grens
            waarden[f"gesloten_{regime.name}_{dagen}"] = einde_van_dag(grens)
    waarden["jongste"] = max(
        laatste_begin(op + timedelta(days=max(_DAGEN)), regel) for regel in regels.values()
    )
    return waarden


@vast
def _termijn() -> Kolommen:
    """Case, within how many days its term ends, how many such cases there are; the longest registered first."""
    gesloten = _laatste(Gebeurtenissoort.AFGESLOTEN, Casusgebeurtenis.tijdstip)
    verlengd = _laatste(Gebeurtenissoort.VERLENGD, Casusgebeurtenis.datum)
    rest = (
        select(
            Casus.id, Casus.aangemeld_op, func.coalesce(Tafel.regime, Tafelregime.WGS).label("regime"),
            case((Casus.status.in_(DICHT), gesloten.c.laatste)).label("gesloten"),
            verlengd.c.laatste.label("verlengd"),
        )
        .outerjoin(Tafel, Tafel.id == Casus.tafel_id)
        .outerjoin(gesloten, gesloten.c.casus_id == Casus.id)
        .outerjoin(verlengd, verlengd.c.casus_id == Casus.id)
        .where(
            Casus.aangemeld_op <= bindparam("jongste"),
            Casus.status.not_in((CasusStatus.TE_VERNIETIGEN, CasusStatus.VERNIETIGD)),
        )
        .cte("rest")
        .prefix_with("MATERIALIZED")  # each is judged three times, and read once
    )  # fmt: skip
    groep = case(*((_binnen(rest.c, dagen), dagen) for dagen in _DAGEN))
    volgorde = (rest.c.aangemeld_op, rest.c.id)
    plaats = func.row_number().over(partition_by=groep, order_by=volgorde)
    geteld = select(
        rest.c.id, groep.label("groep"), func.count().over(partition_by=groep).label("aantal"),
        plaats.label("plaats"),
    ).where(_binnen(rest.c, max(_DAGEN))).subquery()  # fmt: skip
    return (
        select(geteld.c.id, geteld.c.groep, geteld.c.aantal)
        .where(geteld.c.plaats <= _EERSTE)
        .order_by(geteld.c.groep, geteld.c.plaats)
    )


def _laatste(soort: Gebeurtenissoort, kolom: Any) -> CTE:
    """Case and the last value among its events of this kind, for the few cases that have one."""
    g = Casusgebeurtenis
    statement = (
        select(g.casus_id, func.max(kolom).label("laatste")).where(g.soort == soort).group_by(g.casus_id)
    )
    return statement.cte(soort.name.lower()).prefix_with("MATERIALIZED")


def _binnen(kolom: Any, dagen: int) -> ColumnElement[bool]:
    """The term of the case, and its last extension, end within so many days."""
    verlengd = or_(kolom.verlengd.is_(None), kolom.verlengd <= bindparam(f"tot_{dagen}"))
    regimes: list[ColumnElement[bool]] = []
    for regime in Tafelregime:
        vanaf_sluiting = and_(
            bindparam(f"sluiting_{regime.name}", type_=Boolean), kolom.gesloten.is_not(None)
        )
        voorbij = case(
            (vanaf_sluiting, kolom.gesloten < bindparam(f"gesloten_{regime.name}_{dagen}")),
            else_=kolom.aangemeld_op <= bindparam(f"begin_{regime.name}_{dagen}"),
        )
        regimes.append(and_(kolom.regime == regime, voorbij))
    return and_(or_(*regimes), verlengd)


def _herbeoordeelwaarden(op: date, regels: Mapping[Tafelregime, Termijnregel]) -> dict[str, object]:
    """Return the parameters of ``_herbeoordelen``: up to which day a case is due, per regime."""
    # One narrow index holds all of it; the regime only takes cases away from what it gives.
    kortste = min(regel.herbeoordeling_maanden for regel in regels.values())
    waarden: dict[str, object] = {"laatste": plus_maanden(op, -kortste)}
    for regime in Tafelregime:
        grens = plus_maanden(op, -regels[regime].herbeoordeling_maanden)
        waarden |= {
            f"grens_{regime.name}": grens,
            f"sinds_{regime.name}": einde_van_dag(grens),
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
            .where(g.soort == Gebeurtenissoort.HERBEOORDEELD, g.casus_id == Casus.id, g.tijdstip >= sinds)
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
