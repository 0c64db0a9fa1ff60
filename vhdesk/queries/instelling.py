"""What a table set for itself, and the term of keeping per regime: the newest version, else what is shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Bewaarregel, Tafelinstelling
from vhdesk.models.bewaartermijn import STANDAARD_NAZORG, Termijnregel
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.vocabulary import Bewaarstart, Tafelregime

NAZORG = "nazorg_maanden"


@dataclass(frozen=True, slots=True)
class BewaarregelRow:
    """The term of one regime. ``versie`` 0: as shipped, nobody changed it; ``gewijzigd_op`` is then None."""

    id: str
    regime: Tafelregime
    versie: int
    jaren: int
    vanaf: Bewaarstart
    herbeoordeling_maanden: int
    reden: str
    gewijzigd_op: datetime | None
    actor: str


def nazorg_maanden(session: Session, tafel_id: str | None) -> tuple[int, ...]:
    """Return after how many months a case of this table is reviewed in nazorg."""
    row = session.execute(_instelling(), {"tafel_id": tafel_id, "sleutel": NAZORG}).first()
    return tuple(row[0]) if row is not None else STANDAARD_NAZORG


@vast
def _instelling() -> Kolommen:
    t = Tafelinstelling
    return (
        select(t.waarde)
        .where(t.tafel_id == bindparam("tafel_id"), t.sleutel == bindparam("sleutel"))
        .order_by(t.versie.desc())
        .limit(1)
    )


def bewaarregels(session: Session) -> tuple[BewaarregelRow, ...]:
    """Return the term that holds now for every regime."""
    nieuwste = {row.regime: row for row in bewaarregel_historie(session)[::-1]}
    standaard = Termijnregel()
    return tuple(
        nieuwste.get(regime)
        or BewaarregelRow(
            id=regime.value,
            regime=regime,
            versie=0,
            jaren=standaard.jaren,
            vanaf=standaard.vanaf,
            herbeoordeling_maanden=standaard.herbeoordeling_maanden,
            reden="",
            gewijzigd_op=None,
            actor="",
        )
        for regime in Tafelregime
    )


@vast
def _bewaarregels() -> Kolommen:
    b = Bewaarregel
    return select(
        b.id, b.regime, b.versie, b.jaren, b.vanaf, b.herbeoordeling_maanden, b.reden, b.gewijzigd_op, b.actor
    ).order_by(b.versie.desc(), b.regime)


def bewaarregel_historie(session: Session) -> tuple[BewaarregelRow, ...]:
    """Return every version of every term, the newest first."""
    return rijen(session, BewaarregelRow, _bewaarregels())


def termijnregels(session: Session) -> Mapping[Tafelregime, Termijnregel]:
    """Return regime -> what holds for it. A case without a table falls under the WGS."""
    return {
        row.regime: Termijnregel(row.jaren, row.vanaf, row.herbeoordeling_maanden)
        for row in bewaarregels(session)
    }
