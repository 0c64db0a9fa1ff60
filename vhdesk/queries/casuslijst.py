"""The list of cases: filters, search, sorted on geslachtsnaam, with the number of all that match."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Casus
from vhdesk.queries.casusregel import CasusRow, casusregels
from vhdesk.queries.casusvolgorde import op_naam
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.vindplaatsen import casussen_op_klank, vindplaatsen
from vhdesk.queries.zoekplaats import PERSOON, Gevonden, Vindplaats, zoek_casussen
from vhdesk.queries.zoektaal import BEGIN, EINDE
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
    """Return the cases that meet every filter, by name; with ``zoek`` those whose person matches come first,
    then those of whom a name sounds like it; each row says where the hit stands."""
    alle = {
        "tafel_id": tafel_id, "gemeente_id": gemeente_id, "doelgroep_code": doelgroep_code, "status": status,
    }  # fmt: skip
    filters = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    mag = frozenset(session.execute(_van(*filters), filters).scalars()) if filters else None
    gevonden = zoek_casussen(session, zoek)
    if gevonden is not None:
        return _gezocht(session, zoek, gevonden, mag, limiet)
    totaal = len(mag) if mag is not None else _aantal(session)
    return Casuslijst(casusregels(session, op_naam(session, mag, limiet)), totaal)


def _gezocht(
    session: Session, zoek: str, gevonden: Gevonden, mag: frozenset[str] | None, limiet: int
) -> Casuslijst:
    """By person, by the sound of a name, by text; each with where the hit stands."""
    gehoord = casussen_op_klank(session, zoek)
    for casus_id in gevonden.op_persoon:
        gehoord.pop(casus_id, None)
    overige = [casus_id for casus_id in gevonden.overige if casus_id not in gehoord]
    ids: list[str] = []
    totaal = 0
    for groep in (gevonden.op_persoon, gehoord, overige):
        toegestaan = [casus_id for casus_id in groep if mag is None or casus_id in mag]
        ids += op_naam(session, toegestaan, limiet - len(ids))
        totaal += len(toegestaan)
    plaatsen = vindplaatsen(
        session,
        zoek,
        [gevonden.regels[casus_id] for casus_id in ids if casus_id not in gehoord],
        [gehoord[casus_id] for casus_id in ids if casus_id in gehoord],
    )
    return Casuslijst(
        tuple(_met_plaats(rij, plaatsen.get(rij.id)) for rij in casusregels(session, ids)), totaal
    )


def _met_plaats(rij: CasusRow, plaats: Vindplaats | None) -> CasusRow:
    """A name that stands in the row already is no news."""
    if plaats is None or (plaats.bron == PERSOON and _in_naam(rij.naam, plaats.fragment)):
        return rij
    return replace(rij, vindplaats=plaats)


def _in_naam(naam: str, fragment: str) -> bool:
    eerste = fragment.split(", ")[0]
    return BEGIN in eerste and eerste.replace(BEGIN, "").replace(EINDE, "") == naam


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
