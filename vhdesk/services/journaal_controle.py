"""Verifying the journaal: recompute every hash and name the first line that does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.models.journaal import GENESIS, line_hash
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress, stop_if

_COLUMNS = (
    "tijdstip", "actor_id", "actor", "actie", "object_soort", "object_id", "resultaat", "oorsprong",
    "bijzonderheden", "vorige_hash", "hash",
)  # fmt: skip
# As bytes: a changed byte need not be text any more, and then no driver can show the line.
_SELECT = text(
    "SELECT volgnr, "
    + ", ".join(
        f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) END AS {name}" for name in _COLUMNS
    )
    + " FROM journaal ORDER BY volgnr"
)
_COUNT = text("SELECT count(*) FROM journaal")
_STEP = 1_000  # lines between two reports
_FORMAT = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True, slots=True)
class Controle:
    """``regels``: how many lines were read; ``eerste_fout``: the first bad line, None when all hold.

    ``reden``: 'volgorde' (a gap), 'keten' (does not follow the line before), 'inhoud' (changed).
    """

    regels: int
    eerste_fout: int | None
    reden: str
    laatste_hash: str

    @property
    def in_orde(self) -> bool:
        return self.eerste_fout is None


def controleer(
    session: Session, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
) -> Controle:
    """Read the whole journaal as it is stored, without the column types that could hide a change.

    Raises Interrupted when ``cancelled`` says so; nothing was changed.
    """
    expected, previous, count = 1, GENESIS, 0
    total = session.execute(_COUNT).scalar_one()
    for row in session.execute(_SELECT):
        if count % _STEP == 0:
            stop_if(cancelled)
            progress("journaal", count, total)
        count += 1
        reason = _fault(tuple(row), expected, previous)
        if reason:
            return Controle(count, expected, reason, previous)
        expected, previous = expected + 1, row.hash.decode()
    return Controle(count, None, "", previous)


def _fault(row: tuple[Any, ...], expected: int, previous: str) -> str:
    if row[0] != expected:
        return "volgorde"
    try:
        tijdstip, *fields, vorige_hash, stored = (field.decode() for field in row[1:])
        moment = datetime.strptime(tijdstip, _FORMAT).replace(tzinfo=UTC)
    except (AttributeError, ValueError):
        return "inhoud"
    if vorige_hash != previous:
        return "keten"
    if moment.strftime(_FORMAT) != tijdstip:
        return "inhoud"
    return "" if line_hash(expected, moment, tuple(fields), previous) == stored else "inhoud"
