"""Which running cases are behind with what their method asks every so many days: the table, the risk, what is known.

One statement over the few cases that have a method; the demands are read once per method. What is asked once (a crisis
card, conditions that are not in order and need no second look) stands in the head of the case, not here.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.clock import local
from vhdesk.models import Casus, Casusmethode, Methodenotitie, Referentiewaarde
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.methode_eisen import te_oud
from vhdesk.queries.methodevraag import Methodevraag, lees_methodevraag
from vhdesk.queries.referentie import METHODEN
from vhdesk.vocabulary_methode import Methodenotitiesoort


def methoden_over(session: Session, op: date) -> tuple[str, ...]:
    """Return the cases that are behind on ``op``, those with the oldest next date first."""
    rijen = session.execute(_met_methode()).all()
    if not rijen:
        return ()
    vragen = {
        code: lees_methodevraag(kenmerken)
        for code, kenmerken in session.execute(_vragen(), {"lijst": METHODEN})
    }
    return tuple(rij.id for rij in rijen if _achter(rij, vragen.get(rij.methode_code), op))


def _achter(rij: Any, vraag: Methodevraag | None, op: date) -> bool:
    if vraag is None:
        return False
    ritme = vraag.elke_dagen and (
        rij.volgende_datum is None or not op <= rij.volgende_datum <= op + timedelta(days=vraag.elke_dagen)
    )
    genoteerd = (
        (rij.risico, vraag.risico.dagen if vraag.risico else 0),
        (rij.voorwaarden, vraag.voorwaarden.dagen if vraag.voorwaarden else 0),
        (rij.kennis, vraag.kennis_dagen),
    )
    return bool(ritme) or any(
        dagen and te_oud(local(moment).date() if moment else None, dagen, op) for moment, dagen in genoteerd
    )


@vast
def _met_methode() -> Kolommen:
    m = Casusmethode
    return (
        select(
            Casus.id, m.methode_code, Casus.volgende_datum,
            _laatste(Methodenotitiesoort.RISICO).label("risico"),
            _laatste(Methodenotitiesoort.VOORWAARDEN).label("voorwaarden"),
            _laatste(Methodenotitiesoort.KENNIS).label("kennis"),
        )
        .join(Casus, Casus.id == m.casus_id)
        .where(m.tot.is_(None), Casus.status.in_(IN_TOP_X))
        .order_by(Casus.volgende_datum, Casus.id)
    )  # fmt: skip


def _laatste(soort: Methodenotitiesoort) -> Any:
    n = Methodenotitie
    return (
        select(func.max(n.tijdstip))
        .where(n.casus_id == Casusmethode.casus_id, n.soort == soort)
        .scalar_subquery()
    )


@vast
def _vragen() -> Kolommen:
    """Oldest first, so that the newest words of a code count."""
    w = Referentiewaarde
    return select(w.code, w.kenmerken).where(w.lijst_code == bindparam("lijst")).order_by(w.versie_van)
