"""The list of cases: filters, search, sorted on geslachtsnaam, with the number of all that match."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Casus
from vhdesk.queries.casusregel import CasusRow, casusregels
from vhdesk.queries.casusvolgorde import op_naam
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.zoekplaats import zoek_casussen
from vhdesk.vocabulary import CasusStatus


@dataclass(frozen=True, slots=True)
class Casuslijst:
    """``rijen``: at most the limit; ``totaal``: how many cases match in all."""

    rijen: tuple[CasusRow, ...]
    totaal: int


@inzage("casussen zoeken", "casus")
def casuslijst(
    session: Session,
    *,
    zoek: str = "",
    tafel_id: str | None = None,
    gemeente_id: str | None = None,
    doelgroep_code: str | None = None,
    status: CasusStatus | None = None,
    limiet: int = 200,
) -> Casuslijst:
    """Return the cases that meet every filter, by name; with ``zoek`` those whose person matches come first."""
    alle = {
        "tafel_id": tafel_id, "gemeente_id": gemeente_id, "doelgroep_code": doelgroep_code, "status": status,
    }  # fmt: skip
    filters = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    mag = frozenset(session.execute(_van(*filters), filters).scalars()) if filters else None
    gevonden = zoek_casussen(session, zoek)
    if gevonden is None:
        ids = op_naam(session, mag, limiet)
        totaal = len(mag) if mag is not None else _aantal(session)
    else:
        eerst, daarna = (
            [casus_id for casus_id in groep if mag is None or casus_id in mag]
            for groep in (gevonden.op_persoon, gevonden.overige)
        )
        ids = op_naam(session, eerst, limiet)
        ids += op_naam(session, daarna, limiet - len(ids))
        totaal = len(eerst) + len(daarna)
    return Casuslijst(casusregels(session, ids), totaal)


@vast
def _van(*filters: str) -> Kolommen:
    """``filters``: columns that must equal the parameter of that name."""
    return select(Casus.id).where(*(getattr(Casus, naam) == bindparam(naam) for naam in filters))


def _aantal(session: Session) -> int:
    aantal: int = session.execute(_telling()).scalar_one()
    return aantal


@vast
def _telling() -> Kolommen:
    return select(func.count()).select_from(Casus)
