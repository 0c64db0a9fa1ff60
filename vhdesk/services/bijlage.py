"""Acts on the attachments of a case: a file comes in whole, and goes whole.

An attachment follows its case: to another table, through a merge of its persons, into a backup, and out of all of them
when the case is destroyed. It is never changed; another version is another file. The journaal says that a file came or
went and how large it was, never its name: the journaal outlives the case.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy import select

from vhdesk.bestandsoort import check_bestand, genummerd, schone_naam, woord
from vhdesk.errors import RuleViolation
from vhdesk.models import Bijlage, Casus
from vhdesk.services.casus import Moment, check_terug
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_naam
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import CasusStatus, Gebruikersrol

_VAST = (CasusStatus.TE_VERNIETIGEN, CasusStatus.VERNIETIGD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlagestand:
    """Which attachment it was, when it came in and through whom."""

    id: str
    toegevoegd_op: Moment
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BijlageToevoegen(Command):
    """Keep a file with a case: at most 20 MB, no program. Its name is cleaned and ends as its content is. ``terug`` only
    for undo: the same attachment stands again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    naam: str
    inhoud: bytes = field(repr=False)
    terug: Bijlagestand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BijlageWeghalen(Command):
    """Take an attachment out of the vault."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    bijlage_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BijlageToegevoegd(Event):
    """``naam``: the name under which it is kept."""

    casus_id: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BijlageWeggehaald(Event):
    casus_id: str


def toevoegen(work: UnitOfWork, command: BijlageToevoegen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    _vereis_open(casus)
    soort = check_bestand(command.naam, command.inhoud)
    digest = hashlib.sha256(command.inhoud).hexdigest()
    namen = {
        rij.sha256: rij.naam
        for rij in work.session.execute(
            select(Bijlage.sha256, Bijlage.naam).where(Bijlage.casus_id == casus.id)
        )
    }
    if digest in namen:
        raise RuleViolation("bijlage_bestaat", field="inhoud")
    terug = command.terug if work.retracing else None
    bijlage = work.add(
        Bijlage(
            id=check_terug(work, Bijlage, terug.id if terug else None),
            casus_id=casus.id,
            naam=genummerd(schone_naam(command.naam, soort), frozenset(namen.values())),
            soort=soort,
            grootte=len(command.inhoud),
            sha256=digest,
            toegevoegd_op=terug.toegevoegd_op if terug else work.clock.now(),
            actor=check_naam(terug.actor, "actor") if terug else work.actor.naam,
            inhoud=command.inhoud,
        )
    )
    event = BijlageToegevoegd(id=bijlage.id, casus_id=casus.id, naam=bijlage.naam)
    inverse = BijlageWeghalen(bijlage_id=bijlage.id)
    return Outcome(event, "casus", casus.id, inverse, _regel(casus, bijlage))


def weghalen(work: UnitOfWork, command: BijlageWeghalen) -> Outcome:
    bijlage = work.get(Bijlage, command.bijlage_id)
    casus = work.get(Casus, bijlage.casus_id)
    _vereis_open(casus)
    inverse = BijlageToevoegen(
        casus_id=casus.id,
        naam=bijlage.naam,
        inhoud=bijlage.inhoud,
        terug=Bijlagestand(id=bijlage.id, toegevoegd_op=bijlage.toegevoegd_op, actor=bijlage.actor),
    )
    regel = _regel(casus, bijlage)
    work.delete(bijlage)
    event = BijlageWeggehaald(id=bijlage.id, casus_id=casus.id)
    return Outcome(event, "casus", casus.id, inverse, regel)


def _vereis_open(casus: Casus) -> None:
    """Raise RuleViolation when the case is on its way out of the vault."""
    if casus.status in _VAST:
        raise RuleViolation("casus_afgerond", nummer=casus.nummer)


def _regel(casus: Casus, bijlage: Bijlage) -> str:
    return f"{casus.nummer}: {woord(bijlage.soort)}, {bijlage.grootte} bytes"


HANDLERS = {BijlageToevoegen: toevoegen, BijlageWeghalen: weghalen}
