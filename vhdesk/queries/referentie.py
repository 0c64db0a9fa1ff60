"""The lists a table may change itself: their values, their names by code, their history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Referentielijst, Referentiewaarde
from vhdesk.queries.lezen import Kolommen, rijen, vast

DOELGROEPEN = "doelgroepen"
LEEFGEBIEDEN = "leefgebieden"
ZRM_DOMEINEN = "zrm_domeinen"
BESLUITTYPEN = "besluittypen"
GREMIA = "gremia"
INTERVENTIES = "interventies"
METHODEN = "methoden"
TEKSTBOUWSTENEN = "tekstbouwstenen"
VASTE_LIJSTEN = frozenset({"organisatiesoorten", "regimes", "tafelregimes", "zrm_scores"})
"""Lists whose codes the program itself knows: their words may change, but nothing can be added or end."""
BIJ_LEEFGEBIED = frozenset({ZRM_DOMEINEN, INTERVENTIES})
"""Lists of which every value belongs to a leefgebied: a domain without one would stand nowhere on the screen."""


@dataclass(frozen=True, slots=True)
class ReferentielijstRow:
    """A list. ``id`` is its code; ``aantal``: values valid now."""

    id: str
    naam: str
    bron: str
    versie: int
    gewijzigd_op: datetime
    aantal: int


@dataclass(frozen=True, slots=True)
class ReferentiewaardeRow:
    """A value of a list. ``kenmerken`` holds what only this list has; ``versie_tot`` None: still valid."""

    id: str
    lijst_code: str
    code: str
    naam: str
    omschrijving: str
    volgorde: int
    kenmerken: Mapping[str, Any]
    versie_van: int
    versie_tot: int | None


@vast
def _waarden() -> Kolommen:
    w = Referentiewaarde
    return select(
        w.id,
        w.lijst_code,
        w.code,
        w.naam,
        w.omschrijving,
        w.volgorde,
        w.kenmerken,
        w.versie_van,
        w.versie_tot,
    ).where(w.lijst_code == bindparam("lijst"))


@vast
def _geldig() -> Kolommen:
    w = Referentiewaarde
    return _waarden().where(w.versie_tot.is_(None)).order_by(w.volgorde, w.naam)


@vast
def _historie() -> Kolommen:
    w = Referentiewaarde
    return _waarden().order_by(w.versie_van.desc(), w.volgorde, w.code)


@vast
def _namen() -> Kolommen:
    w = Referentiewaarde
    return (
        select(w.lijst_code, w.code, w.naam)
        .where(w.lijst_code.in_(bindparam("lijsten", expanding=True)))
        .order_by(w.versie_van)
    )


def referentie_lijsten(session: Session) -> tuple[ReferentielijstRow, ...]:
    """Return every list with the number of its values, by name."""
    geldig = (
        select(func.count())
        .where(Referentiewaarde.lijst_code == Referentielijst.code, Referentiewaarde.versie_tot.is_(None))
        .scalar_subquery()
    )
    lijst = Referentielijst
    statement = select(
        lijst.code.label("id"),
        lijst.naam,
        lijst.bron,
        lijst.versie,
        lijst.gewijzigd_op,
        geldig.label("aantal"),
    ).order_by(lijst.naam)
    return rijen(session, ReferentielijstRow, statement)


def referentie_waarden(session: Session, lijst: str) -> tuple[ReferentiewaardeRow, ...]:
    """Return the values of ``lijst`` that are valid now, in the order of the list."""
    return rijen(session, ReferentiewaardeRow, _geldig(), {"lijst": lijst})


def referentie_historie(session: Session, lijst: str) -> tuple[ReferentiewaardeRow, ...]:
    """Return every value ``lijst`` ever had, newest version first."""
    return rijen(session, ReferentiewaardeRow, _historie(), {"lijst": lijst})


def referentie_namen(session: Session, *lijsten: str) -> dict[str, dict[str, str]]:
    """Return list -> code -> name in one statement.

    The newest name of a code counts, also when the value is no longer offered: an old case keeps its word.
    """
    namen: dict[str, dict[str, str]] = {lijst: {} for lijst in lijsten}
    for lijst, code, naam in session.execute(_namen(), {"lijsten": lijsten}):
        namen[lijst][code] = naam
    return namen


def doelgroep_naam(namen: Mapping[str, str], code: str | None, tekst: str) -> str:
    """Return the name of a doelgroep: from the list, else the words it was delivered with."""
    return namen.get(code, tekst or code) if code else tekst
