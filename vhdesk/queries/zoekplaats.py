"""From words to cases: which cases hold a text that matches, and whether a person of the case does.

The search index knows lines, not cases. The case of a line is read from a narrow index on the lines, because the
row of a line drags its whole text along (measured at 200,000 lines: 100 ms against 7 for 6,600 hits). SQLite
would prefer the row, so the index is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Integer, TextualSelect, column, text
from sqlalchemy.orm import Session

from vhdesk.queries.lezen import vast
from vhdesk.queries.zoektaal import match_expressie

PERSOON = "persoon"


@vast
def _per_casus() -> TextualSelect:
    return text(
        "SELECT z.casus_id, min(CASE WHEN z.bron = 'persoon' THEN z.id END) AS persoonregel, max(z.id) AS regel"
        " FROM zoek CROSS JOIN zoekregel AS z INDEXED BY ix_zoekregel_zoek"
        " WHERE z.id = zoek.rowid AND zoek MATCH :expressie GROUP BY z.casus_id"
    ).columns(column("casus_id"), column("persoonregel", Integer), column("regel", Integer))


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
class Gevonden:
    """The cases that match: those with a matching person (name, BSN, address), and the others.

    ``regels``: per case the search line to show: the first of a person, else the newest.
    """

    op_persoon: tuple[str, ...]
    overige: tuple[str, ...]
    regels: Mapping[str, int]


def zoek_casussen(session: Session, invoer: str) -> Gevonden | None:
    """Return the cases in which one text holds every word; None for blank input."""
    expressie = match_expressie(invoer)
    if expressie is None:
        return None
    rows = session.execute(_per_casus(), {"expressie": expressie}).all()
    return Gevonden(
        tuple(casus_id for casus_id, persoonregel, _ in rows if persoonregel is not None),
        tuple(casus_id for casus_id, persoonregel, _ in rows if persoonregel is None),
        {casus_id: regel if persoonregel is None else persoonregel for casus_id, persoonregel, regel in rows},
    )
