"""The go-to palette: cases by number and persons by the words of their name, while typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from vhdesk.queries.inzage import inzage
from vhdesk.vocabulary import Betrokkenheid, CasusStatus


@dataclass(frozen=True, slots=True)
class SprongRow:
    """A person in a case: where Enter leads. ``id`` is the betrokkene (or the case when it has none)."""

    id: str
    casus_id: str
    nummer: str
    titel: str
    status: CasusStatus
    naam: str
    rol: Betrokkenheid | None
    relatie: str
    geboortedatum: date | None


@inzage("casussen zoeken", "casus")
def sprong(session: Session, *, zoek: str, limiet: int = 20) -> tuple[SprongRow, ...]:
    """Return what ``zoek`` may mean: a case number (or its end), the beginning of name words; () for blank."""
    raise NotImplementedError
