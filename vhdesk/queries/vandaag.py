"""The start page in facts: what is coming, what is late, what is missing. No names of persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from vhdesk.queries.agenda import OverlegRow
from vhdesk.vocabulary import CasusStatus

TOP_X_NORM = 250  # jaarplan Twente 2015: from 1,200 registrations to a Top X of about 250


@dataclass(frozen=True, slots=True)
class Groep:
    """How many records share a fact, and the first of them (at most 50), the most pressing first."""

    aantal: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KomendOverleg:
    """A meeting ahead (or going on) and what its preparation lacks. ``dagen``: from today; below 0: overdue."""

    id: str
    overleg: OverlegRow
    dagen: int
    zonder_voorzitter: bool
    zonder_secretaris: bool
    zonder_casussen: bool
    zonder_deelnemers: bool
    minuten_te_veel: int


@dataclass(frozen=True, slots=True)
class LaatsteInlezing:
    """The list that was read in last and not undone."""

    id: str
    bestandsnaam: str
    aantal: int
    ingelezen_op: datetime


@dataclass(frozen=True, slots=True)
class Vandaag:
    """Everything the start page says. The groups of cases hold running cases only; ids are case or action ids."""

    id: str
    vandaag: date
    overleggen: tuple[KomendOverleg, ...]
    acties_open: int
    acties_over: Groep
    acties_zonder_termijn: Groep
    zonder_casemanager: Groep
    zonder_verantwoordelijke: Groep
    zonder_datum: Groep
    datum_voorbij: Groep
    aangemeld: Groep
    per_status: tuple[tuple[CasusStatus, int], ...]
    top_x: int
    top_x_norm: int
    laatste_inlezing: LaatsteInlezing | None
    oefening: bool


def vandaag(session: Session, *, op: date) -> Vandaag:
    """Return the facts of the start page for the date ``op``."""
    raise NotImplementedError
