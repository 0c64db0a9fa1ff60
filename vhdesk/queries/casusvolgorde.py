"""Cases in the order of their names, without reading the names of all of them.

A few cases are sorted; of many the persons are walked in the order of their index until enough are found. Both
give the same order: folded name (geslachtsnaam first); cases without a person last.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Generator, Set
from contextlib import closing

from sqlalchemy import Select, String, TextClause, bindparam, func, select, text
from sqlalchemy.orm import Session

from vhdesk.models import Betrokkene, Casus, Persoon
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Betrokkenheid

WEINIG = 1400  # up to here sorting is faster than walking (measured at 12,000 cases)
_STAP = 400


# CROSS JOIN keeps SQLite from starting at the cases and sorting them all.
@vast
def _op_naam() -> TextClause:
    return text(
        "SELECT b.casus_id FROM persoon AS p INDEXED BY ix_persoon_naam_norm"
        " CROSS JOIN betrokkene AS b ON b.persoon_id = p.id"
        " WHERE b.rol = 'hoofdbetrokkene' ORDER BY p.naam_norm, p.rowid"
    )


def van_ids() -> Select[tuple[str]]:
    """Return a subselect of the ids in the parameter ``ids``: one parameter, whatever their number."""
    waarden = func.json_each(bindparam("ids", type_=String)).table_valued("value")
    return select(waarden.c.value)


def ids_waarde(ids: Collection[str]) -> str:
    """Return what the parameter of ``van_ids`` must be."""
    return json.dumps(list(ids))


def op_naam(session: Session, ids: Collection[str] | None, limiet: int) -> list[str]:
    """Return at most ``limiet`` of the cases ``ids`` (None: of all) by name."""
    if limiet <= 0 or (ids is not None and not ids):
        return []
    weinig = ids is not None and len(ids) <= WEINIG
    volgorde = _gesorteerd(session, ids or ()) if weinig else _gelopen(session)
    wanted = ids if ids is None or isinstance(ids, Set) else frozenset(ids)
    gevonden: list[str] = []
    with closing(volgorde):  # a half-read cursor would keep the write-ahead log from being emptied
        for casus_id in volgorde:
            if wanted is None or casus_id in wanted:
                gevonden.append(casus_id)
                if len(gevonden) == limiet:
                    return gevonden
    rest = frozenset(_alle_ids(session) if wanted is None else wanted).difference(gevonden)
    return [*gevonden, *sorted(rest)][:limiet]


def _gesorteerd(session: Session, ids: Collection[str]) -> Generator[str]:
    yield from session.execute(_op_naam_van_ids(), {"ids": ids_waarde(ids)}).scalars()


@vast
def _op_naam_van_ids() -> Kolommen:
    return (
        select(Betrokkene.casus_id)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE, Betrokkene.casus_id.in_(van_ids()))
        .order_by(Persoon.naam_norm, text("persoon.rowid"))
    )


def _gelopen(session: Session) -> Generator[str]:
    with session.execute(_op_naam(), execution_options={"yield_per": _STAP}) as resultaat:
        yield from resultaat.scalars()


def _alle_ids(session: Session) -> list[str]:
    return list(session.execute(_alle()).scalars())


@vast
def _alle() -> Kolommen:
    return select(Casus.id)
