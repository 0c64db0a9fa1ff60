"""The minutes of a meeting as rows, and the list of meetings that have minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from vhdesk.queries.inzage import inzage
from vhdesk.queries.verslag_rijen import Verslag


@dataclass(frozen=True, slots=True)
class VerslagRow:
    """A closed meeting in the list of minutes."""

    id: str
    nummer: str
    tafel_id: str
    tafel: str
    datum: date
    gesloten_op: datetime | None
    sluitreden: str
    casussen: int
    besluiten: int
    acties: int


def verslagen(session: Session, *, limiet: int = 200) -> tuple[VerslagRow, ...]:
    """Return the closed meetings, newest first."""
    raise NotImplementedError


@inzage("verslag samenstellen", "overleg", "overleg_id")
def verslag(session: Session, overleg_id: str) -> Verslag:
    """Return the minutes. Raises NotFound.

    Left out here and nowhere else: statements marked 'mondeling', and what was taken back while recording.
    Roles and outcomes of actions are those of the moment of closing.
    """
    raise NotImplementedError
