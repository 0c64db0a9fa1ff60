"""In which phases a table discussed its cases, and how long each took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Agendapunt, Bespreekfase
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.schorsing import SchorsingRow, duur
from vhdesk.vocabulary import Fase


@dataclass(frozen=True, slots=True)
class FaseRow:
    """That the table turned to a phase, in order. ``reden``: why it decided without oordeelsvorming."""

    agendapunt_id: str
    fase: Fase
    begonnen_op: datetime
    reden: str


@dataclass(frozen=True, slots=True)
class Fasestand:
    """Where the table is with a case. ``geweest``: the phases it was in."""

    nu: Fase = Fase.BEELD
    geweest: frozenset[Fase] = frozenset({Fase.BEELD})
    reden: str = ""

    @property
    def besluit_open(self) -> bool:
        """Whether the table may decide: it is there, or has judged."""
        return self.nu is Fase.BESLUIT or Fase.OORDEEL in self.geweest


@vast
def _fasen(filter_: str) -> Kolommen:
    f = Bespreekfase
    kolom = {"agendapunt_id": f.agendapunt_id, "overleg_id": Agendapunt.overleg_id}[filter_]
    return (
        select(f.agendapunt_id, f.fase, f.begonnen_op, f.reden)
        .join(Agendapunt, Agendapunt.id == f.agendapunt_id)
        .where(kolom == bindparam(filter_))
        .order_by(f.agendapunt_id, f.volgnr)
    )


def fasestand(session: Session, agendapunt_id: str) -> Fasestand:
    """Return where the table is with the case of this item: beeldvorming until it turned to another phase."""
    gevonden = rijen(session, FaseRow, _fasen("agendapunt_id"), {"agendapunt_id": agendapunt_id})
    if not gevonden:
        return Fasestand()
    reden = next((row.reden for row in reversed(gevonden) if row.reden), "")
    return Fasestand(gevonden[-1].fase, frozenset({Fase.BEELD, *(row.fase for row in gevonden)}), reden)


def fasen(session: Session, overleg_id: str) -> dict[str, list[FaseRow]]:
    """Return item -> the phases of its case in order, for the minutes."""
    per_punt: dict[str, list[FaseRow]] = {}
    for row in rijen(session, FaseRow, _fasen("overleg_id"), {"overleg_id": overleg_id}):
        per_punt.setdefault(row.agendapunt_id, []).append(row)
    return per_punt


def verloop(
    begonnen_op: datetime | None,
    besproken_op: datetime | None,
    gevonden: Sequence[FaseRow],
    onderbrekingen: Sequence[SchorsingRow] = (),
) -> tuple[tuple[Fase, int], ...]:
    """Return how many whole minutes each phase took without the breaks, in the order in which it first came up; () while
    the table is still at it, or never was."""
    if begonnen_op is None or besproken_op is None:
        return ()
    merken = [(Fase.BEELD, begonnen_op), *((row.fase, row.begonnen_op) for row in gevonden)]
    einden = [moment for _, moment in merken[1:]] + [besproken_op]
    seconden: dict[Fase, float] = {}
    for (fase, begin), einde in zip(merken, einden, strict=True):
        seconden[fase] = seconden.get(fase, 0.0) + duur(begin, einde, onderbrekingen).total_seconds()
    return tuple((fase, round(lang / 60)) for fase, lang in seconden.items())
