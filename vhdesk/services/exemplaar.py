"""Acts on copies of minutes: registering those that leave the vault, in one act for all recipients, and collecting back.

Registering is formal: it has no undo. What did not leave after all is said with ``ExemplarenVervallen``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Exemplaar, Overleg
from vhdesk.queries.ontvangers import Exemplaarplan, exemplaarplan, ontvangers
from vhdesk.services.casus import Moment, check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Informatieniveau
from vhdesk.vocabulary_lezer import Exemplaarwijze


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplaarregel:
    """One copy that was made: for whom (None: the house), which one it says it is, and the hash of its bytes."""

    organisatie_id: str | None
    nummer: int
    totaal: int
    herdruk: int
    sha256: str


def regel_van(plan: Exemplaarplan, pdf: bytes) -> Exemplaarregel:
    """Return the line of a copy that was made by this plan."""
    return Exemplaarregel(
        organisatie_id=plan.organisatie_id or None,
        nummer=plan.nummer,
        totaal=plan.totaal,
        herdruk=plan.herdruk,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarenVastleggen(Command):
    """Register the copies of one act, before they leave: all of them or none. ``reden``: needed when one of the recipients
    has a copy already."""

    overleg_id: str
    versie: int
    wijze: Exemplaarwijze
    exemplaren: tuple[Exemplaarregel, ...]
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarenVastgelegd(Event):
    """``id``: the meeting; ``exemplaren``: the ids of the rows, in the order of the command."""

    exemplaren: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarenVervallen(Command):
    """Say that copies that were registered did not leave after all: the printer or the disk refused."""

    overleg_id: str
    exemplaar_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplaarTerughalen(Command):
    """Tick that the paper of a copy was collected back; ``terug`` False: it was not after all. ``op`` only for undo."""

    exemplaar_id: str
    terug: bool = True
    op: Moment | None = None


def vastleggen(work: UnitOfWork, command: ExemplarenVastleggen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    if not overleg.achteraf:
        raise RuleViolation("overleg_zonder_verslag", nummer=overleg.nummer)
    reden = check_text(command.reden, "reden").strip()
    plannen = _plannen(work, overleg, command)
    for plan in plannen:
        if plan.herdruk and not reden:
            raise RuleViolation("herdruk_zonder_reden", field="reden", naam=plan.naam)
    mogen = {wie.id: wie.niveau for wie in ontvangers(work.session, overleg.id, command.versie)}
    gemaakt = [
        work.add(
            Exemplaar(
                overleg_id=overleg.id, versie=command.versie, organisatie_id=regel.organisatie_id, nummer=plan.nummer,
                totaal=plan.totaal, herdruk=plan.herdruk, wijze=command.wijze, reden=reden,
                niveau=mogen.get(plan.organisatie_id, Informatieniveau.BESTAAN),
                sha256=check_kort(regel.sha256, "sha256", 64), gemaakt_op=work.clock.now(),
                actor_id=work.actor.id, actor=work.actor.naam, vervallen=False,
            )
        )
        for plan, regel in zip(plannen, command.exemplaren, strict=True)
    ]  # fmt: skip
    work.session.flush()
    nummers = ", ".join(f"{plan.nummer}/{plan.totaal}" for plan in plannen)
    note = f"{overleg.nummer}: {command.wijze.value} {nummers}"
    event = ExemplarenVastgelegd(id=overleg.id, exemplaren=tuple(rij.id for rij in gemaakt))
    return Outcome(event, "overleg", overleg.id, None, note)


def _plannen(work: UnitOfWork, overleg: Overleg, command: ExemplarenVastleggen) -> tuple[Exemplaarplan, ...]:
    """Return which copies these are. Raises RuleViolation when the papers say otherwise: somebody made one since."""
    wie = [regel.organisatie_id or "" for regel in command.exemplaren]
    if not wie:
        raise RuleViolation("geen_ontvanger", field="exemplaren")
    if len(set(wie)) < len(wie):
        raise RuleViolation("exemplaar_dubbel", field="exemplaren")
    plannen = exemplaarplan(work.session, overleg.id, wie, command.versie)
    staan = [(regel.nummer, regel.totaal, regel.herdruk) for regel in command.exemplaren]
    if [(plan.nummer, plan.totaal, plan.herdruk) for plan in plannen] != staan:
        raise RuleViolation("exemplaren_verouderd", field="exemplaren")
    return plannen


def vervallen(work: UnitOfWork, command: ExemplarenVervallen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    gevraagd = select(Exemplaar).where(
        Exemplaar.overleg_id == overleg.id, Exemplaar.id.in_(command.exemplaar_ids)
    )
    for rij in work.session.scalars(gevraagd):
        rij.vervallen = True
        work.touch(rij)
    work.session.flush()
    event = ExemplarenVastgelegd(id=overleg.id, exemplaren=command.exemplaar_ids)
    return Outcome(
        event, "overleg", overleg.id, None, f"{overleg.nummer}: {len(command.exemplaar_ids)} vervallen"
    )


def terughalen(work: UnitOfWork, command: ExemplaarTerughalen) -> Outcome:
    rij = work.get(Exemplaar, command.exemplaar_id)
    was = rij.teruggehaald_op
    nu = work.clock.now()
    rij.haal_terug(min(command.op or nu, nu) if command.terug else None)
    inverse = ExemplaarTerughalen(exemplaar_id=rij.id, terug=not command.terug, op=was)
    work.session.flush()
    event = ExemplarenVastgelegd(id=rij.overleg_id, exemplaren=(rij.id,))
    stand = "teruggehaald" if command.terug else "niet teruggehaald"
    return Outcome(event, "exemplaar", rij.id, inverse, f"{rij.nummer}/{rij.totaal}: {stand}")


HANDLERS = {
    ExemplarenVastleggen: vastleggen,
    ExemplarenVervallen: vervallen,
    ExemplaarTerughalen: terughalen,
}
