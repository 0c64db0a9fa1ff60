"""Delivered lists that were read in: what became of them, and whether that can still be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from vhdesk.models import Actie, Agendapunt, Besluit, Casus, Inbreng, Inlezing
from vhdesk.queries.lezen import rijen


@dataclass(frozen=True, slots=True)
class InlezingRow:
    """A list that was read in. ``casussen``: how many of its cases exist now; ``bewerkt``: how many of those
    were worked on since, so that undoing would lose work."""

    id: str
    bestandsnaam: str
    sha256: str
    aantal: int
    ingelezen_op: datetime
    ongedaan_op: datetime | None
    casussen: int
    bewerkt: int

    @property
    def ongedaan_te_maken(self) -> bool:
        """Whether the import can be taken back as a whole."""
        return self.ongedaan_op is None and self.casussen > 0 and self.bewerkt == 0


def inlezingen(session: Session) -> tuple[InlezingRow, ...]:
    """Return the imports, newest first."""
    i = Inlezing
    van_lijst = select(func.count()).where(Casus.inlezing_id == i.id)
    bewerkt = or_(
        Casus.version > 1,
        *(
            select(tabel.id).where(tabel.casus_id == Casus.id).exists()
            for tabel in (Agendapunt, Besluit, Actie, Inbreng)
        ),
    )
    statement = select(
        i.id, i.bestandsnaam, i.sha256, i.aantal, i.ingelezen_op, i.ongedaan_op,
        van_lijst.scalar_subquery().label("casussen"),
        van_lijst.where(bewerkt).scalar_subquery().label("bewerkt"),
    ).order_by(i.ingelezen_op.desc())  # fmt: skip
    return rijen(session, InlezingRow, statement)
