"""Case numbers: ZVH-<year>-<four digits>, never given out twice."""

from __future__ import annotations

from sqlalchemy import select

from vhdesk.models import Casus, Nummerreeks
from vhdesk.services.unit_of_work import UnitOfWork


def volgend_casusnummer(work: UnitOfWork, jaar: int) -> str:
    """Return the next free number of ``jaar``, skipping numbers that came in with existing cases."""
    return volgende_casusnummers(work, jaar, 1)[0]


def volgende_casusnummers(work: UnitOfWork, jaar: int, aantal: int) -> tuple[str, ...]:
    """Return ``aantal`` free numbers of ``jaar`` in rising order, as ``volgend_casusnummer`` would one by one.

    The series moves on in one write, so that a list of thousands costs no more than one case.
    """
    reeks = work.session.get(Nummerreeks, f"casus-{jaar}")
    if reeks is None:
        reeks = Nummerreeks(reeks=f"casus-{jaar}", laatste=0)
        work.session.add(reeks)
    voorvoegsel = f"ZVH-{jaar}-"
    bezet = set(work.session.scalars(select(Casus.nummer).where(Casus.nummer.startswith(voorvoegsel))))
    nummers: list[str] = []
    while len(nummers) < aantal:
        reeks.laatste += 1
        nummer = f"{voorvoegsel}{reeks.laatste:04d}"
        if nummer not in bezet:
            nummers.append(nummer)
    work.session.flush()
    return tuple(nummers)
