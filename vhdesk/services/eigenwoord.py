"""Acts on the words that the spelling check takes for right in this vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import EigenWoord
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_id, check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.spelling import MAX_WORD, words_in
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenWoordToevoegen(Command):
    """Take a word for right from here on. ``woord_id`` only to bring back one that was taken out."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    woord: str
    woord_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenWoordWeghalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    woord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenWoordenGewijzigd(Event):
    pass


def _van(work: UnitOfWork, woord: str) -> EigenWoord | None:
    return work.session.scalars(select(EigenWoord).where(EigenWoord.woord == woord)).one_or_none()


def toevoegen(work: UnitOfWork, command: EigenWoordToevoegen) -> Outcome:
    woord = check_kort(command.woord, "woord", MAX_WORD)
    if [found.text for found in words_in(woord)] != [woord]:
        raise RuleViolation("eigen_woord_geen_woord", field="woord")
    if _van(work, woord) is not None:
        raise RuleViolation("eigen_woord_bestaat", field="woord")
    eigen = work.add(EigenWoord(id=check_id(command.woord_id), woord=woord))
    # The journaal does not name the word: it may be a name, and lines of the journaal are never destroyed.
    return Outcome(
        EigenWoordenGewijzigd(id=eigen.id), "eigen_woord", eigen.id, EigenWoordWeghalen(woord=woord)
    )


def weghalen(work: UnitOfWork, command: EigenWoordWeghalen) -> Outcome:
    eigen = _van(work, check_kort(command.woord, "woord", MAX_WORD))
    if eigen is None:
        raise RuleViolation("eigen_woord_ontbreekt", field="woord")
    work.delete(eigen)
    inverse = EigenWoordToevoegen(woord=eigen.woord, woord_id=eigen.id)
    return Outcome(EigenWoordenGewijzigd(id=eigen.id), "eigen_woord", eigen.id, inverse)


HANDLERS = {EigenWoordToevoegen: toevoegen, EigenWoordWeghalen: weghalen}
