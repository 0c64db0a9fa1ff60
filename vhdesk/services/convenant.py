"""Acts on the convenant: who signed which version, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Convenant, Organisatie
from vhdesk.services.casus import check_terug
from vhdesk.services.command import BEHEER, TAFEL, Command, Event, Outcome
from vhdesk.services.invoer import check_kort, check_naam
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenantVastleggen(Command):
    """Record that an organisation signed a version, or change what was recorded of that version. ``tot``: the last day
    on which it is in force. ``convenant_id`` only to bring back one that was taken back."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    organisatie_id: str
    versie: str
    ondertekenaar: str
    van: date
    tot: date | None = None
    convenant_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenantTerugnemen(Command):
    """Take back a signature that was recorded by mistake."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    convenant_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenantVastgelegd(Event):
    organisatie_id: str


def _zoals(rij: Convenant) -> ConvenantVastleggen:
    return ConvenantVastleggen(
        organisatie_id=rij.organisatie_id,
        versie=rij.versie,
        ondertekenaar=rij.ondertekenaar,
        van=rij.van,
        tot=rij.tot,
        convenant_id=rij.id,
    )


def vastleggen(work: UnitOfWork, command: ConvenantVastleggen) -> Outcome:
    organisatie = work.get(Organisatie, command.organisatie_id)
    versie = check_kort(command.versie, "versie", 40)
    if not versie:
        raise RuleViolation("convenant_zonder_versie", field="versie")
    ondertekenaar = check_naam(command.ondertekenaar, "ondertekenaar")
    if command.tot is not None and command.tot < command.van:
        raise RuleViolation("convenant_eindigt_voor_begin", field="tot")
    gezocht = select(Convenant).where(Convenant.organisatie_id == organisatie.id, Convenant.versie == versie)
    rij = work.session.scalars(gezocht).one_or_none()
    inverse: Command
    if rij is None:
        rij = work.add(
            Convenant(
                id=check_terug(work, Convenant, command.convenant_id),
                organisatie_id=organisatie.id,
                versie=versie,
                ondertekenaar=ondertekenaar,
                van=command.van,
                tot=command.tot,
            )
        )
        inverse = ConvenantTerugnemen(convenant_id=rij.id)
    else:
        inverse = _zoals(rij)
        rij.ondertekenaar, rij.van, rij.tot = ondertekenaar, command.van, command.tot
        work.touch(rij)
        work.session.flush()
    event = ConvenantVastgelegd(id=rij.id, organisatie_id=organisatie.id)
    return Outcome(event, "convenant", rij.id, inverse, f"{organisatie.code} {versie}")


def terugnemen(work: UnitOfWork, command: ConvenantTerugnemen) -> Outcome:
    rij = work.get(Convenant, command.convenant_id)
    inverse = _zoals(rij)
    work.delete(rij)
    event = ConvenantVastgelegd(id=rij.id, organisatie_id=rij.organisatie_id)
    return Outcome(event, "convenant", rij.id, inverse, rij.versie)


HANDLERS = {ConvenantVastleggen: vastleggen, ConvenantTerugnemen: terugnemen}
