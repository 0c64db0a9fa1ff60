"""How many cases stand in the Top X and how many are helped without regie, beside the norm to steer on.

Source: 'van 1200 registraties (hulp in de uitvoering) naar 250 casussen waarop wij de regie voeren' (jaarplan Twente
2015 §2): two counts, never one.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from vhdesk.models import Casus, Kluismeta
from vhdesk.models.weging import NORM_SLEUTEL, norm_van
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary_triage import Caseload

# A literal: with a parameter SQLite does not know that the partial index holds exactly these.
_HULP = text(f"casus.caseload = '{Caseload.HULP.value}'")


@dataclass(frozen=True, slots=True)
class CaseloadStand:
    """``top_x`` of ``norm``, and ``hulp``: what is helped without regie."""

    id: str
    top_x: int
    hulp: int
    norm: int

    @property
    def over(self) -> int:
        """How many cases the Top X is above its norm."""
        return max(0, self.top_x - self.norm)


def caseload_stand(session: Session) -> CaseloadStand:
    """Return both counts and the norm, in one statement that reads indexes only."""
    lopend, hulp, norm = session.execute(_statement()).one()
    return CaseloadStand("caseload", lopend - hulp, hulp, norm_van(norm or ""))


def zonder_regie() -> Select[str]:
    """Return a subselect of the cases that are helped without regie: the smaller part, in an index of its own."""
    return select(Casus.id).where(_HULP)


@vast
def _statement() -> Kolommen:
    lopend = select(func.count()).select_from(Casus).where(Casus.status.in_(IN_TOP_X))
    norm = select(Kluismeta.waarde).where(Kluismeta.sleutel == NORM_SLEUTEL)
    return select(lopend.scalar_subquery(), lopend.where(_HULP).scalar_subquery(), norm.scalar_subquery())
