"""A plan becomes a version when a table adopts it: by a decision of that type, in the same act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from msgspec import Meta
from sqlalchemy import func, select

from vhdesk.models import Besluit, Casus, Overleg, Planversie, Tafel
from vhdesk.queries.plantekst import Plantekst, Vaststelling
from vhdesk.queries.planversie import naar_json, plantekst_nu, planversies
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Versiestand:
    """A version as it stood, so that undo brings back what a table adopted and not the plan of now."""

    planversie_id: str
    nummer: int
    inhoud: str
    created_at: Annotated[datetime, Meta(tz=True)]


def bevries(work: UnitOfWork, besluit: Besluit) -> Planversie | None:
    """Keep the plan as it is now when ``besluit`` adopts it; None when it does not, or there is nothing new to keep."""
    if besluit.type_code != PLAN_VASTSTELLEN or _eigen_versie(work, besluit.id) is not None:
        return None
    tekst = plantekst_nu(work.session, besluit.casus_id)
    if tekst is None or not is_compleet(tekst):
        return None
    eerder = planversies(work.session, besluit.casus_id)
    if eerder and eerder[0].tekst == tekst and not eerder[0].ingetrokken:
        return None
    overleg = work.session.get(Overleg, besluit.overleg_id) if besluit.overleg_id else None
    tafel = tafel_van(work, besluit.casus_id, overleg)
    vaststelling = Vaststelling(
        datum=overleg.datum if overleg is not None and not besluit.achteraf else besluit.datum,
        tafel=tafel.naam if tafel else "",
        overlegnummer=overleg.nummer if overleg else "",
        tekst=tekst,
    )
    return work.add(
        Planversie(
            casus_id=besluit.casus_id,
            besluit_id=besluit.id,
            nummer=volgend_nummer(work, besluit.casus_id),
            inhoud=naar_json(vaststelling),
            created_at=work.clock.now(),
        )
    )


def is_compleet(tekst: Plantekst) -> bool:
    """Return whether a table can adopt the plan: nobody stays on a list without end (domein.md §7), hence an exit
    criterion and a day of evaluation from day one."""
    return bool(tekst.hoofddoel.strip() and tekst.afschaalcriterium.strip() and tekst.evaluatiedatum)


def volgend_nummer(work: UnitOfWork, casus_id: str) -> int:
    """Return the number that the next version of this plan gets."""
    hoogste = select(func.max(Planversie.nummer)).where(Planversie.casus_id == casus_id)
    return (work.session.scalar(hoogste) or 0) + 1


def tafel_van(work: UnitOfWork, casus_id: str, overleg: Overleg | None) -> Tafel | None:
    """Return the table that decides: that of the meeting, else the one that has the case."""
    casus = work.get(Casus, casus_id)
    tafel_id = overleg.tafel_id if overleg is not None else casus.tafel_id
    return work.session.get(Tafel, tafel_id) if tafel_id else None


def ontdooi(work: UnitOfWork, besluit: Besluit) -> Versiestand | None:
    """Drop the version of a decision that turned out to be another kind, while its meeting goes on. Returns it."""
    versie = _eigen_versie(work, besluit.id)
    if versie is None or besluit.type_code == PLAN_VASTSTELLEN:
        return None
    stand = Versiestand(
        planversie_id=versie.id, nummer=versie.nummer, inhoud=versie.inhoud, created_at=versie.created_at
    )
    work.delete(versie)
    return stand


def zet_terug(work: UnitOfWork, besluit: Besluit, stand: Versiestand) -> None:
    """Undo of ``ontdooi``: the version stands as it stood."""
    work.add(
        Planversie(
            id=stand.planversie_id,
            casus_id=besluit.casus_id,
            besluit_id=besluit.id,
            nummer=stand.nummer,
            inhoud=stand.inhoud,
            created_at=stand.created_at,
        )
    )


def _eigen_versie(work: UnitOfWork, besluit_id: str) -> Planversie | None:
    return work.session.scalars(select(Planversie).where(Planversie.besluit_id == besluit_id)).one_or_none()
