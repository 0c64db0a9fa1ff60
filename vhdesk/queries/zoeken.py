"""Full-text search over all texts of all cases, with fragments, grouped per case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from vhdesk.queries.inzage import inzage
from vhdesk.vocabulary import CasusStatus


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One text that matches. ``bron``: table ('persoon' for a betrokkene), ``bron_id``: its record.

    ``fragment`` holds the hit between ``chr(2)`` and ``chr(3)``.
    """

    id: str
    bron: str
    bron_id: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Treffer:
    """A case with its matching texts, newest first. ``id`` is the case."""

    id: str
    nummer: str
    titel: str
    naam: str
    geboortedatum: date | None
    status: CasusStatus
    vindplaatsen: tuple[Vindplaats, ...]


@inzage("casussen zoeken", "casus")
def zoeken(session: Session, *, zoek: str, limiet: int = 50) -> tuple[Treffer, ...]:
    """Return the cases with a text that holds every word of ``zoek``; () for blank input."""
    raise NotImplementedError
