"""Which cases are due for a table on the day of its meeting, and why: every reason from its own narrow index, counted and
ordered by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    text,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from vhdesk.models import (
    Aanmelding,
    Actie,
    Agendapunt,
    Besluit,
    Betrokkene,
    Casus,
    Overleg,
    Persoon,
    PlanVanAanpak,
    Weging,
)
from vhdesk.models.weging import OPNEMEN
from vhdesk.queries.casusstand import IN_TOP_X, LOPEND, MET_DATUM
from vhdesk.queries.casusvolgorde import van_ids
from vhdesk.queries.gemiste_stap import is_nazorg_klaar
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Actiestatus, Besluitstatus, CasusStatus, Overlegstatus
from vhdesk.vocabulary_agenda import Voorstelreden

VOLWASSEN = 18
_NOG_NIET_GEVOLGD = (CasusStatus.AANGEMELD, CasusStatus.IN_TRIAGE, CasusStatus.IN_BEHANDELING)
_BIT = {reden: 1 << plaats for plaats, reden in enumerate(Voorstelreden)}


@dataclass(frozen=True, slots=True)
class Voorgesteld:
    """A case that is due: why, since when (None: no date says so), and whether a child is involved."""

    id: str
    redenen: tuple[Voorstelreden, ...]
    sinds: date | None
    kinderen: bool


def voorgesteld(
    session: Session, waarden: dict[str, Any], *, van_tafel: bool, gezocht: bool
) -> tuple[int, list[Voorgesteld]]:
    """Return how many cases are due and the first ``limiet`` of them: Code Rood, then with children, then by date.

    ``waarden``: ``overleg_id``, ``datum``, ``limiet``, and ``tafel_id`` or ``ids`` where they are asked for. A case on the
    agenda of this meeting, or of another one that is still to be held, is not due.
    """
    datum: date = waarden["datum"]
    alles = {**waarden, "kind_na": _jaren_terug(datum, VOLWASSEN)}
    rows = session.execute(_voorstel(van_tafel=van_tafel, gezocht=gezocht), alles).all()
    gevonden = [Voorgesteld(row[0], _redenen(row[1]), row[2], bool(row[3])) for row in rows]
    return (rows[0][4] if rows else 0), gevonden


def _redenen(bits: int) -> tuple[Voorstelreden, ...]:
    return tuple(reden for reden in Voorstelreden if bits & _BIT[reden])


def _jaren_terug(datum: date, jaren: int) -> date:
    try:
        return datum.replace(year=datum.year - jaren)
    except ValueError:  # 29 February
        return datum.replace(year=datum.year - jaren, day=28)


@vast
def _voorstel(*, van_tafel: bool, gezocht: bool) -> Kolommen:
    lopend = _lopend(van_tafel=van_tafel, gezocht=gezocht)
    bron = union_all(*_bronnen(lopend)).cte("bron")
    open_ = select(Overleg.id).where(
        text("overleg.status != 'gesloten'")
    )  # as in the index ix_overleg_te_houden
    te_houden = select(Agendapunt.casus_id).where(
        Agendapunt.overleg_id.in_(open_), Agendapunt.casus_id.is_not(None)
    )
    rood = bron.c.bit == _BIT[Voorstelreden.CODE_ROOD]
    # What only counts while the case is in a certain state; the other reasons looked at that already.
    geldt = case(
        (rood, lopend.c.status.in_(_NOG_NIET_GEVOLGD)),
        (bron.c.bit == _BIT[Voorstelreden.EVALUATIE], lopend.c.status.in_(IN_TOP_X)),
        else_=true(),
    )
    aan_de_beurt = (
        select(
            lopend.c.id, func.sum(bron.c.bit).label("bits"), func.min(bron.c.sinds).label("sinds"),
            func.max(rood).label("rood"),
        )
        .select_from(bron.join(lopend, lopend.c.id == bron.c.casus_id))
        .where(geldt, lopend.c.id.not_in(te_houden))
        .group_by(lopend.c.id)
        .cte("aan_de_beurt")
        .prefix_with("MATERIALIZED")
    )  # fmt: skip
    beurt = aan_de_beurt.c
    kind = (
        select(Betrokkene.id)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Betrokkene.casus_id == beurt.id, Persoon.geboortedatum > bindparam("kind_na"))
        .correlate(aan_de_beurt)
        .exists()
        .label("kind")
    )
    return (
        select(beurt.id, beurt.bits, beurt.sinds, kind, func.count().over())
        .order_by(beurt.rood.desc(), kind.desc(), beurt.sinds.is_(None), beurt.sinds, beurt.id)
        .limit(bindparam("limiet", type_=Integer))
    )


def _lopend(*, van_tafel: bool, gezocht: bool) -> CTE:
    """The running cases that count, read once from ``ix_casus_stand``."""
    eisen: list[ColumnElement[bool]] = [Casus.status.in_(LOPEND)]
    if van_tafel:
        eisen.append(or_(Casus.tafel_id == bindparam("tafel_id"), Casus.tafel_id.is_(None)))
    if gezocht:
        eisen.append(Casus.id.in_(van_ids()))
    lopend = select(Casus.id, Casus.status, Casus.volgende_datum).where(*eisen)
    return lopend.cte("lopend").prefix_with("MATERIALIZED")


def _bronnen(lopend: CTE) -> list[Kolommen]:
    """The statements of the reasons; each gives a case at most once."""
    a, b, p, w, c = Actie, Besluit, PlanVanAanpak, Weging, lopend.c
    datum: BindParameter[date] = bindparam("datum")
    acties = _bron(_BIT[Voorstelreden.ACTIES], a.casus_id, func.min(a.termijn)).where(
        a.status == Actiestatus.OPEN, a.termijn < datum
    )
    antwoorden = _bron(_BIT[Voorstelreden.BESLUIT], b.casus_id, func.min(b.beantwoord_op)).where(
        text("besluit.beantwoord_op IS NOT NULL"),  # to the letter as in the index ix_besluit_beantwoord
        b.status == Besluitstatus.VASTGELEGD,
        b.beantwoord_op <= datum,
        ~_besproken(b.casus_id, b.beantwoord_op),
    )
    wegingen = _bron(_BIT[Voorstelreden.TRIAGE], w.casus_id, func.min(w.gewogen_op)).where(
        text("weging.ingetrokken_op IS NULL"),  # to the letter as in the index ix_weging_geldt
        w.uitkomst.in_(OPNEMEN),
        w.gewogen_op <= datum,
        ~_besproken(w.casus_id, w.gewogen_op),
    )
    rood = _bron(_BIT[Voorstelreden.CODE_ROOD], Aanmelding.casus_id, null()).where(
        text("aanmelding.code_rood = 1"),  # to the letter as in the index ix_aanmelding_rood
        ~_besproken(Aanmelding.casus_id, None),
    )
    plannen = _bron(_BIT[Voorstelreden.EVALUATIE], p.casus_id, p.evaluatiedatum).where(
        p.evaluatiedatum <= datum
    )
    waarvoor = case(
        (c.status == CasusStatus.NAZORG, _BIT[Voorstelreden.NAZORG]),
        (c.status == CasusStatus.GEPARKEERD, _BIT[Voorstelreden.PARKEERDATUM]),
        else_=_BIT[Voorstelreden.DATUM],
    )
    bereikt = _bron(waarvoor, c.id, c.volgende_datum).where(c.volgende_datum <= datum)
    zonder = _bron(_BIT[Voorstelreden.ZONDER_DATUM], c.id, null()).where(
        c.status.in_(MET_DATUM), c.volgende_datum.is_(None), ~is_nazorg_klaar(lopend)
    )
    return [
        rood, wegingen.group_by(w.casus_id), antwoorden.group_by(b.casus_id), acties.group_by(a.casus_id), plannen, bereikt,
        zonder,
    ]  # fmt: skip


def _bron(bit: Any, casus_id: Any, sinds: Any) -> Kolommen:
    waarde = bit if isinstance(bit, ColumnElement) else literal(bit)
    return select(casus_id.label("casus_id"), waarde.label("bit"), type_coerce(sinds, Date).label("sinds"))


def _besproken(casus_id: Any, sinds: Any) -> ColumnElement[bool]:
    """Return whether a meeting that closed spoke of the case, on the day ``sinds`` or later."""
    punt, overleg = aliased(Agendapunt), aliased(Overleg)
    eisen = [punt.casus_id == casus_id, overleg.status == Overlegstatus.GESLOTEN]
    if sinds is not None:
        eisen.append(overleg.datum >= sinds)
    return select(punt.id).join(overleg, overleg.id == punt.overleg_id).where(*eisen).exists()
