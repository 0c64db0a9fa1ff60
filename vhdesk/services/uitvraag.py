"""Acts on the uitvraag: asking the partners of a meeting what they know of their cases, and reminding them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar

from sqlalchemy import literal, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Casus, Organisatie, Overleg, Uitvraag
from vhdesk.queries.partij import is_partij
from vhdesk.services.casus import Moment, check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_uitvraag import Uitvraagstand


@dataclass(frozen=True, slots=True, kw_only=True)
class UitvraagBepalen(Command):
    """Ask an organisation for a case of this meeting, or record what came back; ``stand`` None: it was not asked after
    all. The days default to today; ``herinnerd_op`` and ``uitvraag_id`` only to bring back what was removed."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    casus_id: str
    organisatie_id: str
    stand: Uitvraagstand | None
    reden: str = ""
    gevraagd_op: date | None = None
    antwoord_op: date | None = None
    herinnerd_op: Moment | None = None
    uitvraag_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerHerinneren(Command):
    """Keep that an organisation was reminded of everything it was asked for this meeting and did not answer."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    organisatie_id: str
    op: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnermoment:
    """When one question was last reminded of, before."""

    uitvraag_id: str
    op: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HerinneringTerugnemen(Command):
    """Undo of reminding."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    organisatie_id: str
    momenten: tuple[Herinnermoment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvraagrij:
    """One question of a meeting as it stood."""

    id: str
    casus_id: str
    organisatie_id: str
    stand: Uitvraagstand
    reden: str
    gevraagd_op: date
    antwoord_op: date | None
    herinnerd_op: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UitvraagGewijzigd(Event):
    """``id``: the meeting; ``aantal``: how many questions changed."""

    aantal: int


def uitvragen_van(work: UnitOfWork, overleg_id: str) -> tuple[Uitvraagrij, ...]:
    """Return every question of a meeting, to bring them back with it."""
    gevraagd = select(Uitvraag).where(Uitvraag.overleg_id == overleg_id).order_by(Uitvraag.id)
    return tuple(
        Uitvraagrij(**{veld.name: getattr(rij, veld.name) for veld in fields(Uitvraagrij)})
        for rij in work.session.scalars(gevraagd)
    )


def zet_uitvragen(work: UnitOfWork, overleg: Overleg, rijen: tuple[Uitvraagrij, ...]) -> None:
    """Put the questions of a meeting back."""
    for rij in rijen:
        nieuw = Uitvraag(
            id=check_terug(work, Uitvraag, rij.id),
            overleg_id=overleg.id,
            casus_id=work.get(Casus, rij.casus_id).id,
            organisatie_id=work.get(Organisatie, rij.organisatie_id).id,
            gevraagd_op=rij.gevraagd_op,
            herinnerd_op=_tot_nu(work, rij.herinnerd_op),
        )
        if any(each.casus_id == rij.casus_id for each in _van(work, overleg.id, rij.organisatie_id)):
            raise RuleViolation("uitvraag_dubbel", field="uitvragen")
        nieuw.zet(rij.stand, check_text(rij.reden, "reden"), rij.antwoord_op or rij.gevraagd_op)
        work.add(nieuw)


def _open(work: UnitOfWork, overleg_id: str) -> Overleg:
    overleg = work.get(Overleg, overleg_id)
    overleg.vereis_wijzigbaar()
    return overleg


def _van(work: UnitOfWork, overleg_id: str, organisatie_id: str) -> list[Uitvraag]:
    gevraagd = select(Uitvraag).where(
        Uitvraag.overleg_id == overleg_id, Uitvraag.organisatie_id == organisatie_id
    )
    return list(work.session.scalars(gevraagd.order_by(Uitvraag.id)))


def _vereis_partij(work: UnitOfWork, overleg: Overleg, casus: Casus, organisatie: Organisatie) -> None:
    """Raise RuleViolation for a case that is not on the agenda, or an organisation that is no party to it."""
    op_agenda = select(Agendapunt.id).where(
        Agendapunt.overleg_id == overleg.id, Agendapunt.casus_id == casus.id
    )
    if work.session.execute(op_agenda.limit(1)).first() is None:
        raise RuleViolation("casus_niet_op_agenda", field="casus_id", nummer=casus.nummer)
    partij = is_partij(literal(organisatie.id), literal(casus.id), literal(overleg.tafel_id))
    if not work.session.scalar(select(partij)):
        raise RuleViolation("organisatie_geen_partij", field="organisatie_id", nummer=casus.nummer)


def bepalen(work: UnitOfWork, command: UitvraagBepalen) -> Outcome:
    overleg = _open(work, command.overleg_id)
    casus, organisatie = work.get(Casus, command.casus_id), work.get(Organisatie, command.organisatie_id)
    rij = next((each for each in _van(work, overleg.id, organisatie.id) if each.casus_id == casus.id), None)
    if rij is None and command.stand is None:
        raise RuleViolation("uitvraag_niet_gedaan", field="casus_id", nummer=casus.nummer)
    inverse = _inverse(command, rij)
    if command.stand is None:
        assert rij is not None
        work.delete(rij)
    else:
        _vereis_partij(work, overleg, casus, organisatie)
        _schrijf(work, command, command.stand, rij)
    work.session.flush()
    stand = command.stand.value if command.stand else "niet gevraagd"
    note = f"{overleg.nummer} {casus.nummer} {organisatie.code}: {stand}"
    return Outcome(UitvraagGewijzigd(id=overleg.id, aantal=1), "overleg", overleg.id, inverse, note)


def _inverse(command: UitvraagBepalen, oud: Uitvraag | None) -> UitvraagBepalen:
    if oud is None:
        return replace(
            command, stand=None, gevraagd_op=None, antwoord_op=None, herinnerd_op=None, uitvraag_id=None
        )
    return replace(
        command,
        stand=oud.stand,
        reden=oud.reden,
        gevraagd_op=oud.gevraagd_op,
        antwoord_op=oud.antwoord_op,
        herinnerd_op=oud.herinnerd_op,
        uitvraag_id=oud.id,
    )


def _schrijf(work: UnitOfWork, command: UitvraagBepalen, stand: Uitvraagstand, rij: Uitvraag | None) -> None:
    vandaag = work.clock.today()
    for veld in ("gevraagd_op", "antwoord_op"):
        dag = getattr(command, veld)
        if dag is not None and dag > vandaag:
            raise RuleViolation("datum_in_toekomst", field=veld)
    nieuw = rij is None
    if rij is None:
        rij = Uitvraag(
            id=check_terug(work, Uitvraag, command.uitvraag_id),
            overleg_id=command.overleg_id,
            casus_id=command.casus_id,
            organisatie_id=command.organisatie_id,
            gevraagd_op=command.antwoord_op or vandaag,
            herinnerd_op=_tot_nu(work, command.herinnerd_op),
        )
    rij.gevraagd_op = command.gevraagd_op or rij.gevraagd_op
    rij.zet(stand, check_text(command.reden, "reden"), command.antwoord_op or vandaag)
    if nieuw:
        work.add(rij)
    work.touch(rij)


def _tot_nu(work: UnitOfWork, op: Moment | None) -> Moment | None:
    if op is not None and op > work.clock.now():
        raise RuleViolation("datum_in_toekomst", field="op")
    return op


def herinneren(work: UnitOfWork, command: PartnerHerinneren) -> Outcome:
    overleg, organisatie = _open(work, command.overleg_id), work.get(Organisatie, command.organisatie_id)
    op = _tot_nu(work, command.op) or work.clock.now()
    rijen = [rij for rij in _van(work, overleg.id, organisatie.id) if rij.stand is Uitvraagstand.GEVRAAGD]
    if not rijen:
        raise RuleViolation("niets_te_herinneren", field="organisatie_id")
    inverse = HerinneringTerugnemen(
        overleg_id=overleg.id,
        organisatie_id=organisatie.id,
        momenten=tuple(Herinnermoment(uitvraag_id=rij.id, op=rij.herinnerd_op) for rij in rijen),
    )
    for rij in rijen:
        rij.herinnerd_op = op
        work.touch(rij)
    event = UitvraagGewijzigd(id=overleg.id, aantal=len(rijen))
    note = f"{overleg.nummer} {organisatie.code}: {len(rijen)}"
    return Outcome(event, "overleg", overleg.id, inverse, note)


def terugnemen(work: UnitOfWork, command: HerinneringTerugnemen) -> Outcome:
    overleg, organisatie = _open(work, command.overleg_id), work.get(Organisatie, command.organisatie_id)
    rijen = {rij.id: rij for rij in _van(work, overleg.id, organisatie.id) if rij.herinnerd_op is not None}
    momenten = {each.uitvraag_id: _tot_nu(work, each.op) for each in command.momenten}
    terug = [rijen[each] for each in momenten if each in rijen]
    if not terug:
        raise RuleViolation("niets_te_herinneren", field="organisatie_id")
    was = terug[0].herinnerd_op
    for rij in terug:
        rij.herinnerd_op = momenten[rij.id]
        work.touch(rij)
    inverse = PartnerHerinneren(overleg_id=overleg.id, organisatie_id=organisatie.id, op=was)
    event = UitvraagGewijzigd(id=overleg.id, aantal=len(terug))
    return Outcome(event, "overleg", overleg.id, inverse, f"{overleg.nummer} {organisatie.code}: terug")


HANDLERS = {UitvraagBepalen: bepalen, PartnerHerinneren: herinneren, HerinneringTerugnemen: terugnemen}
