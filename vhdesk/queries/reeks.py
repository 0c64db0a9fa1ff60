"""When a table meets by its series: what it set, else what its own 'hoe vaak' says, and which days come next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.orm import Session

from vhdesk.herhaling import Herhaling, Reeksdag, herhaling_woorden, lees_herhaling, reeksdagen
from vhdesk.models import Overleg, Tafel
from vhdesk.queries.instelling import REEKS, instellingversies
from vhdesk.queries.lezen import Kolommen, vast

_VOORUIT: Final = 200  # days of a series that are looked at before giving up on finding enough


@dataclass(frozen=True, slots=True)
class Reeks:
    """How often a table meets, in words, and who chairs then. ``eigen``: it was set as such, not read from 'hoe vaak'."""

    id: str
    regel: str
    woorden: str
    begintijd: time
    voorzitter_id: str | None
    eigen: bool


@dataclass(frozen=True, slots=True)
class Reeksvoorstel:
    """The next meetings of a table. ``reeks`` None: nothing says when it meets; ``dagen``: in order, those that a holiday
    takes away with its name."""

    id: str
    reeks: Reeks | None
    dagen: tuple[Reeksdag, ...] = ()


def reeks_van(session: Session, tafel_id: str) -> Reeks | None:
    """Return the series of a table, None when it has none."""
    tafel = session.execute(_tafel(), {"tafel_id": tafel_id}).one_or_none()
    if tafel is None:
        return None
    frequentie, usual = tafel
    versies = sorted(instellingversies(session, tafel_id, (REEKS,)), key=lambda row: row.versie)
    gezet: dict[str, Any] = versies[-1].waarde if versies else {}
    if gezet.get("regel"):
        gelezen: Herhaling | None = Herhaling(gezet["regel"], _tijd(gezet.get("begintijd")))
    else:
        gelezen = lees_herhaling(frequentie)
    if gelezen is None:
        return None
    begin = gelezen.begintijd or usual
    return Reeks(
        id=tafel_id,
        regel=gelezen.regel,
        woorden=herhaling_woorden(gelezen.regel, begin),
        begintijd=begin,
        voorzitter_id=gezet.get("voorzitter_id"),
        eigen=bool(gezet.get("regel")),
    )


def reeksvoorstel(session: Session, tafel_id: str, *, op: date, aantal: int = 4) -> Reeksvoorstel:
    """Return the next ``aantal`` meetings of a table after ``op`` and after what is planned already."""
    reeks = reeks_van(session, tafel_id)
    if reeks is None or aantal < 1:
        return Reeksvoorstel(tafel_id, reeks)
    laatste, gepland = session.execute(_laatste(), {"tafel_id": tafel_id}).one()
    na = max(op, gepland) if gepland is not None else op
    anker = min(laatste, na) if laatste is not None else na + timedelta(days=1)
    dagen, over = [], aantal
    for dag in islice(reeksdagen(reeks.regel, anker, na), _VOORUIT):
        dagen.append(dag)
        over -= not dag.feestdag
        if not over:
            break
    return Reeksvoorstel(tafel_id, reeks, tuple(dagen))


def _tijd(tekst: str | None) -> time | None:
    return time.fromisoformat(tekst) if tekst else None


@vast
def _tafel() -> Kolommen:
    return select(Tafel.frequentie, Tafel.begintijd).where(Tafel.id == bindparam("tafel_id"))


@vast
def _laatste() -> Kolommen:
    """The last meeting of a table at all, and the last that is still to be held."""
    te_houden = select(func.max(Overleg.datum)).where(
        text("overleg.status != 'gesloten'"), Overleg.tafel_id == bindparam("tafel_id")
    )
    return select(func.max(Overleg.datum), te_houden.scalar_subquery()).where(
        Overleg.tafel_id == bindparam("tafel_id")
    )
