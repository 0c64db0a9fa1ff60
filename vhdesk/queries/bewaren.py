"""Until when a case may be kept, how often that was extended, and when the need is looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.clock import local
from vhdesk.errors import NotFound
from vhdesk.models import Casus, Casusgebeurtenis, Tafel
from vhdesk.models.bewaartermijn import Termijnregel, einde_termijn, plus_maanden
from vhdesk.models.casusverloop import AFGEROND
from vhdesk.queries.instelling import termijnregels
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Bewaarstart, CasusStatus, Gebeurtenissoort, Tafelregime


@dataclass(frozen=True, slots=True)
class Bewaarstand:
    """The term of one case. ``herbeoordelen_op`` None: a finished case is not looked at again, it goes."""

    id: str
    regime: Tafelregime
    jaren: int
    vanaf: Bewaarstart
    bewaren_tot: date
    verlengingen: int
    herbeoordelen_op: date | None


DICHT = (CasusStatus.AFGESLOTEN, CasusStatus.TE_VERNIETIGEN)
"""A case in one of these was closed, and a term may count from that day."""


def _laatste(soort: Gebeurtenissoort, kolom: Any) -> Any:
    """Return the last value of ``kolom`` among the events of this kind of a case, as a column beside ``Casus``."""
    g = Casusgebeurtenis
    return (
        select(func.max(kolom))
        .where(g.casus_id == Casus.id, g.soort == soort)
        .correlate(Casus)
        .scalar_subquery()
    )


@vast
def _van_een() -> Kolommen:
    """What the dates of a case are counted from."""
    g = Casusgebeurtenis
    aantal = (
        select(func.count())
        .where(g.casus_id == Casus.id, g.soort == Gebeurtenissoort.VERLENGD)
        .correlate(Casus)
        .scalar_subquery()
    )
    return (
        select(
            Casus.id,
            Casus.status,
            Casus.aangemeld_op,
            Tafel.regime,
            _laatste(Gebeurtenissoort.AFGESLOTEN, g.tijdstip).label("afgesloten"),
            _laatste(Gebeurtenissoort.VERLENGD, g.datum).label("verlengd_tot"),
            _laatste(Gebeurtenissoort.HERBEOORDEELD, g.tijdstip).label("herbeoordeeld"),
            aantal.label("verlengingen"),
        )
        .outerjoin(Tafel, Tafel.id == Casus.tafel_id)
        .where(Casus.id == bindparam("casus_id"))
    )


def bewaarstand(session: Session, casus_id: str) -> Bewaarstand:
    """Return the term of a case. Raises NotFound."""
    row = session.execute(_van_een(), {"casus_id": casus_id}).one_or_none()
    if row is None:
        raise NotFound("niet_gevonden", soort="casus", id=casus_id)
    return _stand(row, termijnregels(session)[row.regime or Tafelregime.WGS])


def _stand(row: Any, regel: Termijnregel) -> Bewaarstand:
    herbeoordeeld = _dag(row.herbeoordeeld) or row.aangemeld_op
    return Bewaarstand(
        id=row.id,
        regime=row.regime or Tafelregime.WGS,
        jaren=regel.jaren,
        vanaf=regel.vanaf,
        bewaren_tot=einde_termijn(
            regel,
            aangemeld_op=row.aangemeld_op,
            afgesloten_op=_dag(row.afgesloten) if row.status in DICHT else None,
            verlengd_tot=row.verlengd_tot,
        ),
        verlengingen=row.verlengingen,
        herbeoordelen_op=None
        if row.status in AFGEROND
        else plus_maanden(herbeoordeeld, regel.herbeoordeling_maanden),
    )


def _dag(moment: datetime | None) -> date | None:
    return local(moment).date() if moment is not None else None
