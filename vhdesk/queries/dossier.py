"""One case, whole: everything the table needs on one screen, in a fixed number of statements."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.inzage import inzage


@inzage("casus inzien", "casus", "casus_id")
def dossier(session: Session, casus_id: str, *, vandaag: date | None = None) -> Dossier:
    """Return the case. Raises NotFound. ``vandaag`` counts the days of its actions; without it they are 0."""
    raise NotImplementedError
