"""Which gemeenten may refer to which table: what the table set, else the ones it ships with.

'Casuïstiek moet altijd door een van de 14 gemeenten worden gemeld' (jaarplan Twente 2015 §2); a veiligheidskamer is of the
22 of Noord- en Oost-Gelderland (jaarplan NOG 2017). A region without gemeenten in the vault asks for none in particular.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.models import Gemeente, Tafel
from vhdesk.queries.instelling import tafelregels_alle
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Tafelsoort

TWENTE, NOG = "twente", "nog"


def aanmeldgemeenten(session: Session) -> Mapping[str, tuple[str, ...]]:
    """Return table id -> the ids of the gemeenten that may refer to it."""
    per_regio: dict[str, list[str]] = {}
    for gemeente_id, regio in session.execute(_gemeenten()):
        per_regio.setdefault(regio, []).append(gemeente_id)
    iedereen = tuple(sorted(id_ for ids in per_regio.values() for id_ in ids))
    regels = tafelregels_alle(session)
    mag: dict[str, tuple[str, ...]] = {}
    for tafel_id, soort in session.execute(_tafels()):
        eigen = regels[tafel_id].gemeenten if tafel_id in regels else None
        geleverd = per_regio.get(NOG if soort is Tafelsoort.VEILIGHEIDSKAMER else TWENTE)
        mag[tafel_id] = tuple(sorted(geleverd)) if geleverd else iedereen
        if eigen is not None:
            mag[tafel_id] = eigen
    return mag


@vast
def _gemeenten() -> Kolommen:
    return select(Gemeente.id, Gemeente.regio)


@vast
def _tafels() -> Kolommen:
    return select(Tafel.id, Tafel.soort)
