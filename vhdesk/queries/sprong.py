"""The go-to palette: cases by number and persons by the words of their name, while typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.models import Betrokkene, Casus, Persoon
from vhdesk.models.persoon import fold
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.casusstand import AFGEROND
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.zoektaal import woorden
from vhdesk.vocabulary import Betrokkenheid, CasusStatus

_KANDIDATEN = 200  # persons looked at further; their cases decide the order
_HOOGSTE = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class SprongRow:
    """A person in a case: where Enter leads. ``id`` is the betrokkene (or the case when it has none)."""

    id: str
    casus_id: str
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

    Numbers first; then running cases before finished ones, hoofdbetrokkenen before others, by name.
    """
    delen = tuple(fold(woord) for woord in woorden(zoek))
    if not delen:
        return ()
    gevonden = (*_op_nummer(session, delen, limiet), *_op_naam(session, delen, limiet))
    return tuple({rij.id: rij for rij in gevonden}.values())[:limiet]


def personen_op_naam(session: Session, delen: tuple[str, ...], limiet: int) -> list[str]:
    """Return ids of persons whose name has, for each of ``delen`` (folded), a word that begins with it.

    Names that begin with the words as typed come first. Reads only the index of names, never the persons.
    """
    heel = " ".join(delen)
    norm = Persoon.naam_norm
    vooraan = select(Persoon.id).where(norm >= heel, norm < heel + _HOOGSTE).order_by(norm).limit(limiet)
    ids = list(session.execute(vooraan).scalars())
    if len(ids) < limiet:
        ergens = select(Persoon.id).where(*(_begint_woord(norm, deel) for deel in delen)).order_by(norm)
        ids += session.execute(ergens.limit(limiet)).scalars()
    return list(dict.fromkeys(ids))[:limiet]


def _begint_woord(norm: Any, deel: str) -> ColumnElement[bool]:
    """A word begins the name, or follows a space or hyphen. Not LIKE: it has wildcards and knows only ASCII."""
    return or_(
        func.substr(norm, 1, len(deel)) == deel,
        func.instr(norm, f" {deel}") > 0,
        func.instr(norm, f"-{deel}") > 0,
    )


def _regel() -> Kolommen:
    return select(
        func.coalesce(Betrokkene.id, Casus.id).label("id"), Casus.id.label("casus_id"), Casus.nummer, Casus.titel,
        Casus.status, volle_naam().label("naam"), Betrokkene.rol, leeg(Betrokkene.relatie).label("relatie"),
        Persoon.geboortedatum,
    ).select_from(Casus)  # fmt: skip


def _op_nummer(session: Session, delen: tuple[str, ...], limiet: int) -> tuple[SprongRow, ...]:
    """A whole number, its beginning (ZVH-2026-0) or its end (0149), newest first."""
    if len(delen) != 1 or not any(teken.isdigit() for teken in delen[0]):
        return ()
    deel = delen[0].upper()
    nummers = (
        select(Casus.nummer)
        .where(func.instr(Casus.nummer, deel) > 0)
        .order_by(func.substr(Casus.nummer, -len(deel)) != deel, Casus.nummer.desc())
        .limit(limiet)
    )
    treffers = list(session.execute(nummers).scalars())
    if not treffers:
        return ()
    hoofd = Betrokkenheid.HOOFDBETROKKENE
    statement = (
        _regel()
        .outerjoin(Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == hoofd))
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Casus.nummer.in_(treffers))
    )
    gevonden = {rij.nummer: rij for rij in rijen(session, SprongRow, statement)}
    return tuple(gevonden[nummer] for nummer in treffers)


def _op_naam(session: Session, delen: tuple[str, ...], limiet: int) -> tuple[SprongRow, ...]:
    personen = personen_op_naam(session, delen, _KANDIDATEN)
    if not personen:
        return ()
    statement = (
        _regel()
        .join(Betrokkene, Betrokkene.casus_id == Casus.id)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Persoon.id.in_(personen))
        .order_by(
            Casus.status.in_(AFGEROND),
            Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE,
            Persoon.naam_norm,
            Casus.nummer.desc(),
        )
        .limit(limiet)
    )
    return rijen(session, SprongRow, statement)
