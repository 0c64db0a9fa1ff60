"""Acts on a decision that was taken without a party that had to be there: it stands under reserve until it is confirmed.

Whether it does is weighed again with every act on who was there; what was confirmed stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit, Overleg
from vhdesk.queries.aanwezig import voorbehouden
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitBekrachtigen(Command):
    """Confirm a decision that stands under reserve: ``op`` the day, ``door`` who did it."""

    besluit_id: str
    op: date
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitBekrachtigingTerugnemen(Command):
    """Undo of confirming: the decision stands under reserve again."""

    besluit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitBekrachtigd(Event):
    nummer: int


def weeg_voorbehoud(work: UnitOfWork, overleg_id: str | None) -> None:
    """Store with every decision of a meeting who had to be there and was not."""
    if overleg_id is None:
        return
    work.session.flush()
    # What was never begun or ended lasted until the closing: a later act does not make anybody there after all.
    nu = work.get(Overleg, overleg_id).eerst_gesloten_op or work.clock.now()
    for besluit_id, ontbreekt in voorbehouden(work.session, overleg_id, nu).items():
        besluit = work.get(Besluit, besluit_id)
        if besluit.bekrachtigd_op is None and besluit.voorbehoud != ontbreekt:
            besluit.voorbehoud = ontbreekt
            work.session.flush()


def bekrachtigen(work: UnitOfWork, command: BesluitBekrachtigen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if command.op > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="op")
    besluit.bekrachtigen(op=command.op, door=check_text(command.door, "door"))
    event = BesluitBekrachtigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitBekrachtigingTerugnemen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def bekrachtiging_terugnemen(work: UnitOfWork, command: BesluitBekrachtigingTerugnemen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    op, door = besluit.bekrachtigd_op, besluit.bekrachtigd_door
    besluit.bekrachtiging_terugnemen()
    assert op is not None
    event = BesluitBekrachtigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitBekrachtigen(besluit_id=besluit.id, op=op, door=door)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


HANDLERS = {BesluitBekrachtigen: bekrachtigen, BesluitBekrachtigingTerugnemen: bekrachtiging_terugnemen}
