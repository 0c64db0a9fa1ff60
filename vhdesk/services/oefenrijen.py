"""Rows straight into the tables of a practice vault, for the generator of large invented vaults.

This act is no part of ``acts.HANDLERS``: the desk of a user does not know it. It refuses a vault that says it is
not an oefenkluis. Triggers, foreign keys and number series hold as for every other act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from sqlalchemy import insert, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Base, Kluismeta, Nummerreeks
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol

Rijen = Sequence[Mapping[str, Any]]

_OEFENKLUIS = "oefenkluis"  # the fact in kluis_meta that marks a practice vault
_VERBODEN = frozenset({"journaal", "kluis_meta", "nummerreeks", "zoekregel", "concept"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OefenrijenToevoegen(Command):
    """Insert rows. ``tabellen``: table name -> rows, in any order; ``reeksen``: series -> last number used."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tabellen: Mapping[str, Rijen]
    reeksen: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OefenrijenToegevoegd(Event):
    aantal: int


def toevoegen(work: UnitOfWork, command: OefenrijenToevoegen) -> Outcome:
    merk = work.session.scalar(select(Kluismeta.waarde).where(Kluismeta.sleutel == _OEFENKLUIS))
    if merk == "nee":
        raise RuleViolation("alleen_oefenkluis")
    aantal = 0
    for naam in sorted(_VERBODEN & command.tabellen.keys()):
        raise RuleViolation("tabel_niet_vrij", tabel=naam)
    for table in Base.metadata.sorted_tables:  # parents before children
        if rijen := command.tabellen.get(table.name):
            work.session.execute(insert(table), list(rijen))
            work.kinds.add(table.name)
            aantal += len(rijen)
    for naam, laatste in command.reeksen.items():
        reeks = work.session.get(Nummerreeks, naam)
        if reeks is None:
            work.session.add(Nummerreeks(reeks=naam, laatste=laatste))
        elif reeks.laatste < laatste:
            reeks.laatste = laatste
    work.session.flush()
    return Outcome(
        OefenrijenToegevoegd(id=_OEFENKLUIS, aantal=aantal), _OEFENKLUIS, "", None, f"{aantal} rijen"
    )


HANDLERS = {OefenrijenToevoegen: toevoegen}
