"""How many cases stand in the Top X and how many are helped without regie, beside the norm to steer on.

Source: 'van 1200 registraties (hulp in de uitvoering) naar 250 casussen waarop wij de regie voeren' (jaarplan Twente
2015 §2): two counts, never one. That list is of the house as a whole; a table that set a norm of its own steers on its
own list and is not counted in the other (couleur locale).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, bindparam, case, func, select, text
from sqlalchemy.orm import Session

from vhdesk.models import Casus, Tafel
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.queries.instelling import topx_normen
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary_triage import Caseload

# A literal: with a parameter SQLite does not know that the partial index holds exactly these.
_HULP = text(f"casus.caseload = '{Caseload.HULP.value}'")
GEDEELD: Final = "caseload"  # the id of the list of the house


@dataclass(frozen=True, slots=True)
class CaseloadStand:
    """One list: ``top_x`` of ``norm``, and ``hulp``: what is helped without regie. ``id`` is that of the table whose
    own list it is, named in ``tafel``; that of the house is ``GEDEELD``, without a table."""

    id: str
    top_x: int
    hulp: int
    norm: int
    tafel: str = ""

    @property
    def over(self) -> int:
        """How many cases the Top X is above its norm."""
        return max(0, self.top_x - self.norm)


def caseload_stand(session: Session, tafel_id: str | None = None) -> CaseloadStand:
    """Return the list in which the cases of a table are counted: its own, else that of the house."""
    lijsten = caseloads(session)
    return next((lijst for lijst in lijsten if lijst.id == tafel_id), lijsten[0])


def caseloads(session: Session) -> tuple[CaseloadStand, ...]:
    """Return every list, that of the house first; both counts from indexes only."""
    normen = topx_normen(session)
    lopend, hulp = session.execute(_alles()).one()
    eigen = _eigen(session, {wie: norm for wie, norm in normen.items() if wie is not None})
    hier_hulp = hulp - sum(lijst.hulp for lijst in eigen)
    hier = lopend - hulp - sum(lijst.top_x for lijst in eigen)
    return (CaseloadStand(GEDEELD, hier, hier_hulp, normen[None]), *eigen)


def zelfde_lijst(session: Session, een: str | None, ander: str | None) -> bool:
    """Return whether cases of both tables are counted in one list."""
    return caseload_stand(session, een).id == caseload_stand(session, ander).id


def zonder_regie() -> Select[str]:
    """Return a subselect of the cases that are helped without regie: the smaller part, in an index of its own."""
    return select(Casus.id).where(_HULP)


@vast
def _alles() -> Kolommen:
    lopend = select(func.count()).select_from(Casus).where(Casus.status.in_(IN_TOP_X))
    return select(lopend.scalar_subquery(), lopend.where(_HULP).scalar_subquery())


def _eigen(session: Session, normen: Mapping[str, int]) -> tuple[CaseloadStand, ...]:
    """Return the lists of the tables that set a norm, by name; no statement when there are none."""
    if not normen:
        return ()
    rijen = session.execute(_per_tafel(), {"tafels": list(normen)}).all()
    return tuple(
        CaseloadStand(rij.id, rij.lopend - rij.hulp, rij.hulp, normen[rij.id], rij.naam) for rij in rijen
    )


@vast
def _per_tafel() -> Kolommen:
    hulp = func.coalesce(func.sum(case((_HULP, 1), else_=0)), 0)
    return (
        select(Tafel.id, Tafel.naam, func.count(Casus.id).label("lopend"), hulp.label("hulp"))
        .outerjoin(Casus, (Casus.tafel_id == Tafel.id) & Casus.status.in_(IN_TOP_X))
        .where(Tafel.id.in_(bindparam("tafels", expanding=True)))
        .group_by(Tafel.id, Tafel.naam)
        .order_by(Tafel.naam)
    )
