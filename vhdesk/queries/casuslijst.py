"""The list of cases: filters, search, sorted on geslachtsnaam, with the number of all that match."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Casus
from vhdesk.queries.casusregel import CasusRow, casusregels, regels_met_plaats
from vhdesk.queries.casusvolgorde import op_naam
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.vindplaatsen import casussen_op_klank, casussen_op_naam, vindplaatsen
from vhdesk.queries.zoekplaats import Gevonden, zoek_casussen
from vhdesk.vocabulary import CasusStatus


@dataclass(frozen=True, slots=True)
class Casuslijst:
    """``rijen``: at most the limit; ``totaal``: how many cases match in all. ``veel``: the words stand in so many texts that
    only the newest of them were read, beside every name; there may be more."""

    rijen: tuple[CasusRow, ...]
    totaal: int
    veel: bool = False


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
    """Return the cases that meet every filter, by name; with ``zoek`` those whose person matches come first,
    then those of whom a name sounds like it; each row says where the hit stands. Signs alone find nothing."""
    alle = {
        "tafel_id": tafel_id, "gemeente_id": gemeente_id, "doelgroep_code": doelgroep_code, "status": status,
    }  # fmt: skip
    filters = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    mag = frozenset(session.execute(_van(*filters), filters).scalars()) if filters else None
    if zoek.strip():
        gevonden = zoek_casussen(session, zoek)
        return Casuslijst((), 0) if gevonden is None else _gezocht(session, zoek, gevonden, mag, limiet)
    totaal = len(mag) if mag is not None else _aantal(session)
    return Casuslijst(casusregels(session, op_naam(session, mag, limiet)), totaal)


def _gezocht(
    session: Session, zoek: str, gevonden: Gevonden, mag: frozenset[str] | None, limiet: int
) -> Casuslijst:
    """By person, by the sound of a name, by text; each with where the hit stands."""
    gehoord = casussen_op_klank(session, zoek)
    if gevonden.veel:
        gehoord |= casussen_op_naam(session, zoek)
    for casus_id in gehoord.keys() & gevonden.op_persoon:
        del gehoord[casus_id]
    ids: list[str] = []
    totaal = 0
    for groep in (gevonden.op_persoon, gehoord.keys(), gevonden.overige - gehoord.keys()):
        toegestaan = groep if mag is None else groep & mag
        ids += op_naam(session, toegestaan, limiet - len(ids))
        totaal += len(toegestaan)
    plaatsen = vindplaatsen(
        session,
        zoek,
        [gevonden.regels[casus_id] for casus_id in ids if casus_id not in gehoord],
        [gehoord[casus_id] for casus_id in ids if casus_id in gehoord],
    )
    return Casuslijst(regels_met_plaats(session, ids, plaatsen), totaal, gevonden.veel)


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
