"""Asking whether a person is known, before asking for any content (domein.md §1, step 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Bekendheid, Casus, Inbreng, Organisatie
from vhdesk.services.casus import check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_triage import Bekendheidstand


@dataclass(frozen=True, slots=True, kw_only=True)
class BekendheidBepalen(Command):
    """Ask an organisation (``geen antwoord``) or record its answer; ``stand`` None: it need not be asked after all.

    ``op``: the day of the answer, or of the question; ``gevraagd_op``: the day of the question when it was another.
    ``contact`` and its numbers None: they stay as they are. ``bekendheid_id`` only to bring back one that was removed.
    """

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    organisatie_id: str
    stand: Bekendheidstand | None
    reden: str = ""
    op: date | None = None
    gevraagd_op: date | None = None
    contact: str | None = None
    contact_telefoon: str | None = None
    contact_email: str | None = None
    bekendheid_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BekendheidBepaald(Event):
    casus_id: str


def bekendheid_van(work: UnitOfWork, casus_id: str, organisatie_id: str) -> Bekendheid | None:
    """Return what was asked of an organisation, None when nothing was."""
    statement = select(Bekendheid).where(
        Bekendheid.casus_id == casus_id, Bekendheid.organisatie_id == organisatie_id
    )
    return work.session.scalars(statement).one_or_none()


def vereis_bekend(work: UnitOfWork, casus_id: str, organisatie_id: str) -> None:
    """Raise RuleViolation unless the organisation said that the person is known: before that it brings in nothing."""
    gevonden = bekendheid_van(work, casus_id, organisatie_id)
    if gevonden is None or gevonden.stand is not Bekendheidstand.BEKEND:
        raise RuleViolation("partner_niet_bekend", field="organisatie_id")


def _inverse(command: BekendheidBepalen, oud: Bekendheid | None) -> BekendheidBepalen:
    if oud is None:
        return BekendheidBepalen(casus_id=command.casus_id, organisatie_id=command.organisatie_id, stand=None)
    return BekendheidBepalen(
        casus_id=command.casus_id,
        organisatie_id=command.organisatie_id,
        stand=oud.stand,
        reden=oud.reden,
        op=oud.antwoord_op,
        gevraagd_op=oud.gevraagd_op,
        contact=oud.contact,
        contact_telefoon=oud.contact_telefoon,
        contact_email=oud.contact_email,
        bekendheid_id=oud.id,
    )


def bepalen(work: UnitOfWork, command: BekendheidBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    organisatie = work.get(Organisatie, command.organisatie_id)
    rij = bekendheid_van(work, casus.id, organisatie.id)
    if rij is None and command.stand is None:
        raise RuleViolation("bekendheid_niet_gevraagd", field="organisatie_id")
    if command.stand is not Bekendheidstand.BEKEND:
        _vereis_geen_inbreng(work, casus.id, organisatie.id)
    inverse = _inverse(command, rij)
    if command.stand is None:
        assert rij is not None
        work.delete(rij)
    else:
        _schrijf(work, command, command.stand, rij)
    work.session.flush()
    event = BekendheidBepaald(id=casus.id, casus_id=casus.id)
    note = f"{organisatie.code}: {command.stand.value if command.stand else 'niet gevraagd'}"
    return Outcome(event, "casus", casus.id, inverse, note)


def _vereis_geen_inbreng(work: UnitOfWork, casus_id: str, organisatie_id: str) -> None:
    """Raise RuleViolation when the organisation brought in something: then it does know the person."""
    statement = select(Inbreng.id).where(
        Inbreng.casus_id == casus_id, Inbreng.organisatie_id == organisatie_id
    )
    if work.session.execute(statement.limit(1)).first():
        raise RuleViolation("bekendheid_heeft_inbreng", field="stand")


def _schrijf(
    work: UnitOfWork, command: BekendheidBepalen, stand: Bekendheidstand, rij: Bekendheid | None
) -> None:
    vandaag = work.clock.today()
    op = command.op or vandaag
    for veld, dag in (("op", op), ("gevraagd_op", command.gevraagd_op)):
        if dag is not None and dag > vandaag:
            raise RuleViolation("datum_in_toekomst", field=veld)
    nieuw = rij is None
    if rij is None:
        rij = Bekendheid(
            id=check_terug(work, Bekendheid, command.bekendheid_id),
            casus_id=command.casus_id,
            organisatie_id=command.organisatie_id,
            gevraagd_op=op,
            contact="",
            contact_telefoon="",
            contact_email="",
        )
    rij.gevraagd_op = command.gevraagd_op or rij.gevraagd_op
    rij.antwoorden(stand, check_text(command.reden, "reden"), op)
    for veld, lengte in (("contact", 200), ("contact_telefoon", 40), ("contact_email", 200)):
        waarde = getattr(command, veld)
        if waarde is not None:
            setattr(rij, veld, check_kort(waarde, veld, lengte))
    if nieuw:
        work.add(rij)
    work.touch(rij)


HANDLERS = {BekendheidBepalen: bepalen}
