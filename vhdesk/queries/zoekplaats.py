"""From words to cases: which cases hold a text that matches, and whether a person of the case does.

The search index knows lines, not cases. For few lines their rows are looked up; for many a narrow index on case
and source is read once, because a row of a line drags its whole text along (techniek of the index: 3.5x).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Integer, column, func, select, text
from sqlalchemy.orm import Session

from vhdesk.models import Zoekregel
from vhdesk.queries.zoektaal import ZOEK, match_expressie, treft

WEINIG = 1000  # lines; from here reading the narrow index is faster (measured at 200,000 lines)
PERSOON = "persoon"

_VEEL = text(
    "SELECT casus_id, max(bron = 'persoon') AS op_persoon FROM zoekregel INDEXED BY ix_zoekregel_casus_bron"
    " WHERE +id IN (SELECT rowid FROM zoek WHERE zoek MATCH :expressie) GROUP BY casus_id"
).columns(column("casus_id"), column("op_persoon", Integer))


@dataclass(frozen=True, slots=True)
class Gevonden:
    """The cases that match: those with a matching person (name, BSN, address), and the others."""

    op_persoon: tuple[str, ...]
    overige: tuple[str, ...]


def zoek_casussen(session: Session, invoer: str) -> Gevonden | None:
    """Return the cases in which one text holds every word; None for blank input."""
    expressie = match_expressie(invoer)
    if expressie is None:
        return None
    aantal = session.execute(select(func.count()).select_from(ZOEK).where(treft(expressie))).scalar_one()
    if aantal > WEINIG:
        rows = session.execute(_VEEL, {"expressie": expressie}).all()
    else:
        op_persoon = func.max(Zoekregel.bron == PERSOON)
        statement = (
            select(Zoekregel.casus_id, op_persoon)
            .where(Zoekregel.id.in_(select(ZOEK.c.rowid).where(treft(expressie))))
            .group_by(Zoekregel.casus_id)
        )
        rows = session.execute(statement).all()
    return Gevonden(
        tuple(casus_id for casus_id, persoon in rows if persoon),
        tuple(casus_id for casus_id, persoon in rows if not persoon),
    )
