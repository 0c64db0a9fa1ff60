"""Case numbers: ZVH-<year>-<four digits>, never given out twice."""

from __future__ import annotations

from sqlalchemy import select

from vhdesk.models import Casus
from vhdesk.services.unit_of_work import UnitOfWork


def volgend_casusnummer(work: UnitOfWork, jaar: int) -> str:
    """Return the next free number of ``jaar``, skipping numbers that came in with existing cases."""
    while True:
        nummer = f"ZVH-{jaar}-{work.next_number(f'casus-{jaar}'):04d}"
        if work.session.execute(select(Casus.id).where(Casus.nummer == nummer)).first() is None:
            return nummer
