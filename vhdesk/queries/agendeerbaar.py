"""Cases that can be put on an agenda, the most urgent first, with why they are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from vhdesk.queries.casusregel import CasusRow
from vhdesk.queries.inzage import inzage


@dataclass(frozen=True, slots=True)
class AgendeerbaarRow:
    """A case that is not on the agenda yet, and the facts that make it due on the meeting's date.

    ``datum_bereikt``: its next date is on or before the meeting; ``zonder_datum``: it needs a next date and has
    none; ``acties_over``: open actions past their term on that date; ``laatst``: when a table last spoke of it;
    ``van_tafel``: it belongs to the table of this meeting.
    """

    id: str
    casus: CasusRow
    datum_bereikt: bool
    zonder_datum: bool
    acties_over: int
    laatst: date | None
    van_tafel: bool


@inzage("casussen zoeken", "overleg", "overleg_id")
def agendeerbaar(
    session: Session, overleg_id: str, *, zoek: str = "", alle_tafels: bool = False, limiet: int = 200
) -> tuple[AgendeerbaarRow, ...]:
    """Return the running cases of the meeting's table (or of all) that are not on its agenda. Raises NotFound."""
    raise NotImplementedError
