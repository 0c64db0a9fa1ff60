"""The go-to palette: cases by number and persons by the words of their name, while typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, bindparam, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Betrokkene, Casus, Persoon
from vhdesk.models.klank import klanken
from vhdesk.models.voorvoegsels import is_tussenwoord
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.casusstand import AFGEROND
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.zoektaal import MEESTE, woorden
from vhdesk.vocabulary import Betrokkenheid, CasusStatus

_KANDIDATEN = 200  # persons looked at further; their cases decide the order
_HOOGSTE = "\U0010ffff"
_HOORBAAR = 2  # sounds; one says nothing
_GROEIT = 4  # sounds from which a word that is still being typed is listened to


@dataclass(frozen=True, slots=True)
class SprongRow:
    """A person in a case: where Enter leads. ``id`` is the betrokkene (or the case when it has none)."""

    id: str
    casus_id: str
    persoon_id: str | None
    nummer: str
    titel: str
    status: CasusStatus
    naam: str
    rol: Betrokkenheid | None
    relatie: str
    geboortedatum: date | None


@inzage("casussen zoeken", "casus")
def sprong(session: Session, *, zoek: str, limiet: int = 20) -> tuple[SprongRow, ...]:
    """Return what ``zoek`` may mean: a case number (or its end), the beginning of name words; () for blank.

    Numbers first; then names as typed, then names that sound like it; of each running cases before finished ones,
    hoofdbetrokkenen before others, by name.
    """
    delen = tuple(fold(woord) for woord in woorden(zoek))
    if not delen:
        return ()
    gevonden = (*_op_nummer(session, delen, limiet), *_op_naam(session, delen, limiet))
    if len(gevonden) < limiet:
        gevonden += _van(session, personen_op_klank(session, delen, _KANDIDATEN), limiet)
    return tuple({rij.id: rij for rij in gevonden}.values())[:limiet]


def personen_op_naam(session: Session, delen: tuple[str, ...], limiet: int) -> list[str]:
    """Return ids of persons whose name has, for each of ``delen`` (folded), a word that begins with it.

    Names that begin with the words as typed come first. Reads only the index of names, never the persons.
    """
    heel = " ".join(delen)
    waarden: dict[str, Any] = {"heel": heel, "einde": heel + _HOOGSTE, "limiet": limiet}
    ids: list[str] = list(session.execute(_vooraan(), waarden).scalars())
    if len(ids) < limiet:
        waarden = {"limiet": limiet} | {
            naam: waarde for nr, deel in enumerate(delen) for naam, waarde in _woordwaarden(nr, deel).items()
        }
        ids += session.execute(_ergens(len(delen)), waarden).scalars()
    return list(dict.fromkeys(ids))[:limiet]


def klanksleutels(delen: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the words that carry a name sound (folded words in); () when they are no name to listen to: a number,
    one sound, or more sounds than a search has words."""
    if any(teken.isdigit() for deel in delen for teken in deel):
        return ()
    per_woord = [klanken(deel) for deel in delen if not is_tussenwoord(deel)]
    sleutels = tuple(sleutel for woord in per_woord for sleutel in woord) if all(per_woord) else ()
    hoorbaar = sleutels and len(sleutels) <= MEESTE and len(sleutels[-1]) >= _HOORBAAR
    return sleutels if hoorbaar else ()


def klinkt(sleutel: str, sleutels: tuple[str, ...]) -> bool:
    """Whether a word with this key sounds like one of ``sleutels``; the last of them may still be growing."""
    laatste = sleutels[-1] if sleutels else ""
    return sleutel in sleutels or (len(laatste) >= _GROEIT and sleutel.startswith(laatste))


def personen_op_klank(session: Session, delen: tuple[str, ...], limiet: int) -> list[str]:
    """Return ids of persons who have, for each of ``delen`` (folded), a name or alias that sounds like it.

    The last word may still be growing. Reads only the index of sounds, never the persons.
    """
    sleutels = klanksleutels(delen)
    if not sleutels:
        return []
    *heel, laatste = sleutels
    waarden: dict[str, Any] = {f"sleutel_{nr}": f" {sleutel} " for nr, sleutel in enumerate(heel)}
    groeit = len(laatste) >= _GROEIT
    waarden |= {f"sleutel_{len(heel)}": f" {laatste}" if groeit else f" {laatste} ", "limiet": limiet}
    waarden["langste"] = max(sleutels, key=len)
    return list(session.execute(_gehoord(len(sleutels)), waarden).scalars())


@lru_cache(maxsize=8)
def _gehoord(aantal: int) -> Kolommen:
    """The longest sound goes first: of most persons the spaces need not be put round their sounds."""
    klank = " " + Persoon.klank + " "
    return (
        select(Persoon.id)
        .where(func.instr(Persoon.klank, bindparam("langste", type_=String)) > 0)
        .where(*(func.instr(klank, bindparam(f"sleutel_{nr}", type_=String)) > 0 for nr in range(aantal)))
        .order_by(Persoon.klank)
        .limit(bindparam("limiet", type_=Integer))
    )


@vast
def _vooraan() -> Kolommen:
    norm = Persoon.naam_norm
    return (
        select(Persoon.id)
        .where(norm >= bindparam("heel"), norm < bindparam("einde"))
        .order_by(norm)
        .limit(bindparam("limiet", type_=Integer))
    )


@lru_cache(maxsize=8)
def _ergens(aantal: int) -> Kolommen:
    norm = Persoon.naam_norm
    return (
        select(Persoon.id)
        .where(*(_begint_woord(norm, nr) for nr in range(aantal)))
        .order_by(norm)
        .limit(bindparam("limiet", type_=Integer))
    )


def _begint_woord(norm: Any, nr: int) -> ColumnElement[bool]:
    """A word begins the name, or follows a space, a hyphen or an apostrophe (D'Souza). Not LIKE: it has wildcards and knows only ASCII."""
    return or_(
        func.substr(norm, 1, bindparam(f"lengte_{nr}", type_=Integer))
        == bindparam(f"deel_{nr}", type_=String),
        func.instr(norm, bindparam(f"spatie_{nr}", type_=String)) > 0,
        func.instr(norm, bindparam(f"streep_{nr}", type_=String)) > 0,
        func.instr(norm, bindparam(f"weg_{nr}", type_=String)) > 0,
    )


def _woordwaarden(nr: int, deel: str) -> dict[str, Any]:
    """What the parameters of ``_begint_woord`` must be for the word ``deel``."""
    return {
        f"lengte_{nr}": len(deel), f"deel_{nr}": deel, f"spatie_{nr}": f" {deel}", f"streep_{nr}": f"-{deel}",
        f"weg_{nr}": f"'{deel}",
    }  # fmt: skip


def _regel() -> Kolommen:
    return select(
        func.coalesce(Betrokkene.id, Casus.id).label("id"), Casus.id.label("casus_id"), Betrokkene.persoon_id, Casus.nummer, Casus.titel,
        Casus.status, volle_naam().label("naam"), Betrokkene.rol, leeg(Betrokkene.relatie).label("relatie"),
        Persoon.geboortedatum,
    ).select_from(Casus)  # fmt: skip


def _op_nummer(session: Session, delen: tuple[str, ...], limiet: int) -> tuple[SprongRow, ...]:
    """A whole number, its beginning (ZVH-2026-0) or its end (0149), newest first."""
    if len(delen) != 1 or not any(teken.isdigit() for teken in delen[0]):
        return ()
    deel = delen[0].upper()
    waarden = {"deel": deel, "staart": -len(deel), "limiet": limiet}
    treffers = list(session.execute(_nummers(), waarden).scalars())
    if not treffers:
        return ()
    gevonden = {rij.nummer: rij for rij in rijen(session, SprongRow, _van_nummers(), {"nummers": treffers})}
    return tuple(gevonden[nummer] for nummer in treffers)


@vast
def _nummers() -> Kolommen:
    deel = bindparam("deel", type_=String)
    return (
        select(Casus.nummer)
        .where(func.instr(Casus.nummer, deel) > 0)
        .order_by(func.substr(Casus.nummer, bindparam("staart", type_=Integer)) != deel, Casus.nummer.desc())
        .limit(bindparam("limiet", type_=Integer))
    )


@vast
def _van_nummers() -> Kolommen:
    hoofd = Betrokkenheid.HOOFDBETROKKENE
    return (
        _regel()
        .outerjoin(Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == hoofd))
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Casus.nummer.in_(bindparam("nummers", expanding=True)))
    )


def _op_naam(session: Session, delen: tuple[str, ...], limiet: int) -> tuple[SprongRow, ...]:
    return _van(session, personen_op_naam(session, delen, _KANDIDATEN), limiet)


def _van(session: Session, personen: list[str], limiet: int) -> tuple[SprongRow, ...]:
    if not personen:
        return ()
    return rijen(session, SprongRow, _van_personen(), {"personen": personen, "limiet": limiet})


@vast
def _van_personen() -> Kolommen:
    return (
        _regel()
        .join(Betrokkene, Betrokkene.casus_id == Casus.id)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Persoon.id.in_(bindparam("personen", expanding=True)))
        .order_by(
            Casus.status.in_(AFGEROND),
            Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE,
            Persoon.naam_norm,
            Casus.nummer.desc(),
        )
        .limit(bindparam("limiet", type_=Integer))
    )
