"""The statements of steps of a plan, of nazorg and of its letter that wait: case and how many, the most pressing first.

At most as many rows as are shown; the start page asks them every time, so each is answered by a narrow index.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CTE, ColumnElement, bindparam, case, func, select, text
from sqlalchemy.orm import aliased

from vhdesk.models import Afschaalbrief, Casus, Casusgebeurtenis, Journaalregel, PlanVanAanpak
from vhdesk.models.journaal import BRIEFREGEL
from vhdesk.queries.caseload import zonder_regie
from vhdesk.queries.casusregel import MET_DOEL
from vhdesk.queries.casusstand import IN_TOP_X, MET_REGIE
from vhdesk.queries.lezen import Kolommen, vast, zonder_index
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort, Resultaat

EERSTE: Final = 50


@vast
def plan_over() -> Kolommen:
    """Cases at work whose plan was to be evaluated before ``op``. One in nazorg has its reviews, a parked one rests."""
    lopend = select(Casus.id).where(Casus.status.in_(IN_TOP_X))
    p = PlanVanAanpak
    return (
        select(p.casus_id, func.count().over())
        .where(p.evaluatiedatum < bindparam("op"), zonder_index(p.casus_id).in_(lopend))
        .order_by(p.evaluatiedatum, p.casus_id)
        .limit(EERSTE)
    )


@vast
def zonder_plan() -> Kolommen:
    """Cases that the house leads (``casusstand.heeft_regie``) without a plan, or with one without a main goal."""
    met_plan = select(PlanVanAanpak.casus_id).where(text(MET_DOEL))
    return _casussen(Casus.status.in_(MET_REGIE), Casus.id.not_in(zonder_regie()), Casus.id.not_in(met_plan))


def is_nazorg_klaar(van: CTE | None = None) -> ColumnElement[bool]:
    """In nazorg, reviewed, and no review is ahead: what is left is closing it, or opening it again. ``van``: cases that were
    chosen already, with their status and next date."""
    g, c = aliased(Casusgebeurtenis), Casus if van is None else van.c
    beoordeeld = (
        select(g.id)
        .where(g.soort == Gebeurtenissoort.NAZORG_BEOORDEELD, g.casus_id == c.id)
        .correlate(Casus if van is None else van)
        .exists()
    )
    return (c.status == CasusStatus.NAZORG) & c.volgende_datum.is_(None) & beoordeeld


@vast
def nazorg_klaar() -> Kolommen:
    """Cases of which every review of nazorg was done, and that are open still."""
    return _casussen(is_nazorg_klaar())


@vast
def brief_niet_uit() -> Kolommen:
    """Cases in nazorg whose last letter was neither printed nor saved: the gemeente cannot have it.

    The journaal says that it went out before it does, and in a second line that it failed: the lines are weighed.
    """
    g, later, j = Casusgebeurtenis, aliased(Casusgebeurtenis), Journaalregel
    uit = (
        select(j.object_id)
        .where(text(BRIEFREGEL))
        .group_by(j.object_id)
        .having(func.sum(case((j.resultaat == Resultaat.GELUKT, 1), else_=-1)) > 0)
    )
    gebleven = select(Afschaalbrief.gebeurtenis_id).where(Afschaalbrief.gebeurtenis_id.not_in(uit))
    opnieuw = select(later.id).where(
        later.casus_id == g.casus_id, later.soort == g.soort, later.volgnr > g.volgnr
    )
    in_nazorg = select(Casus.id).where(Casus.status == CasusStatus.NAZORG)
    return (
        select(g.casus_id, func.count().over())
        .where(g.id.in_(gebleven), zonder_index(g.casus_id).in_(in_nazorg), ~opnieuw.exists())
        .order_by(g.tijdstip, g.casus_id)
        .limit(EERSTE)
    )


def _casussen(*eisen: ColumnElement[bool]) -> Kolommen:
    return select(Casus.id, func.count().over()).where(*eisen).order_by(Casus.id).limit(EERSTE)
