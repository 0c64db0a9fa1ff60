"""Acts that take a case up or across: opschalen, the answer to it, a phase of AVE, and another table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Averolhouder, Casus, Casusgebeurtenis, Organisatie
from vhdesk.models.casusverloop import AFGEROND
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.casus import check_text, check_waarde
from vhdesk.services.casusverloop import noteer, stap_uitkomst
from vhdesk.services.command import Command, Outcome
from vhdesk.services.tafelwissel import vereis_andere_tafel, zet_tafel
from vhdesk.services.topx import plaats_aan_tafel
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import AveRol, Gebeurtenissoort, Opschaling

AVE_FASEN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusOpschalen(Command):
    """Take a case up, with the reason. ``gremium_code``: who is asked (bestuurlijk), with what is asked in
    ``gevraagd`` and the day an answer is needed in ``antwoord_voor``; ``naar_tafel_id``: to which table, and
    ``uittreden`` which case leaves the Top X there when it is full."""

    casus_id: str
    soort: Opschaling
    reden: str
    gevraagd: str = ""
    gremium_code: str = ""
    antwoord_voor: date | None = None
    naar_tafel_id: str | None = None
    uittreden: CasusAfschalen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpschalingBeantwoorden(Command):
    """Record the answer of the gremium that was asked. It closes what was asked."""

    gebeurtenis_id: str
    antwoord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Averolhouding:
    """Which organisation carries one responsibility in a phase."""

    rol: AveRol
    organisatie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AveFaseBepalen(Command):
    """Put a case in a phase of AVE, 1 to 4, with the responsible organisation per role and the reason."""

    casus_id: str
    fase: int
    reden: str
    houders: tuple[Averolhouding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusOverdragen(Command):
    """Hand a running case over to another table, with the reason. Its history goes along. ``uittreden``: which case
    leaves the Top X there when it is full, and why."""

    casus_id: str
    naar_tafel_id: str
    reden: str
    uittreden: CasusAfschalen | None = None


def _lopende_casus(work: UnitOfWork, casus_id: str) -> Casus:
    """Return a case that is going on. Raises RuleViolation ``casus_afgerond``."""
    casus = work.get(Casus, casus_id)
    if casus.status in AFGEROND:
        raise RuleViolation("casus_afgerond", nummer=casus.nummer)
    return casus


def _reden(reden: str, field: str = "reden") -> str:
    schoon = check_text(reden, field).strip()
    if not schoon:
        raise RuleViolation("reden_ontbreekt", field=field)
    return schoon


def _naar(
    work: UnitOfWork,
    casus: Casus,
    soort: Gebeurtenissoort,
    tafel_id: str | None,
    reden: str,
    toelichting: str,
    uittreden: CasusAfschalen | None,
) -> Casusgebeurtenis:
    tafel = vereis_andere_tafel(work, casus, tafel_id)
    van = casus.tafel_id
    zet_tafel(work, casus, tafel.id)
    plaats_aan_tafel(work, casus, van, uittreden)
    return noteer(
        work, casus, soort, reden, van_tafel_id=van, naar_tafel_id=tafel.id, toelichting=toelichting
    )


def opschalen(work: UnitOfWork, command: CasusOpschalen) -> Outcome:
    casus = _lopende_casus(work, command.casus_id)
    reden = _reden(command.reden)
    gevraagd = check_text(command.gevraagd, "gevraagd").strip()
    soort = Gebeurtenissoort.OPGESCHAALD
    if command.soort is Opschaling.TAFEL:
        gebeurtenis = _naar(work, casus, soort, command.naar_tafel_id, reden, gevraagd, command.uittreden)
    elif command.soort is Opschaling.BESTUURLIJK:
        if not check_waarde(work, "gremia", command.gremium_code):
            raise RuleViolation("gremium_ontbreekt", field="gremium_code")
        if not gevraagd:
            raise RuleViolation("gevraagd_ontbreekt", field="gevraagd")
        _check_dag(work, command.antwoord_voor, "antwoord_voor")
        gebeurtenis = noteer(
            work, casus, soort, reden,
            reden_code=command.gremium_code, toelichting=gevraagd, datum=command.antwoord_voor,
        )  # fmt: skip
    else:
        gebeurtenis = noteer(work, casus, soort, reden, toelichting=gevraagd)
    return stap_uitkomst(casus, gebeurtenis)


def _check_dag(work: UnitOfWork, dag: date | None, field: str) -> None:
    if dag is None:
        raise RuleViolation("datum_ontbreekt", field=field)
    if dag < work.clock.today():
        raise RuleViolation("termijn_verstreken", field=field)


def beantwoorden(work: UnitOfWork, command: OpschalingBeantwoorden) -> Outcome:
    vraag = work.get(Casusgebeurtenis, command.gebeurtenis_id)
    casus = work.get(Casus, vraag.casus_id)
    if vraag.soort is not Gebeurtenissoort.OPGESCHAALD or not vraag.reden_code:
        raise RuleViolation("geen_open_vraag", nummer=casus.nummer)
    beantwoord = select(Casusgebeurtenis.id).where(
        Casusgebeurtenis.betreft_id == vraag.id,
        Casusgebeurtenis.soort == Gebeurtenissoort.OPSCHALING_BEANTWOORD,
    )
    if work.session.execute(beantwoord).first():
        raise RuleViolation("geen_open_vraag", nummer=casus.nummer)
    antwoord = _reden(command.antwoord, "antwoord")
    gebeurtenis = noteer(
        work, casus, Gebeurtenissoort.OPSCHALING_BEANTWOORD, antwoord,
        reden_code=vraag.reden_code, betreft_id=vraag.id,
    )  # fmt: skip
    return stap_uitkomst(casus, gebeurtenis)


def fase_bepalen(work: UnitOfWork, command: AveFaseBepalen) -> Outcome:
    casus = _lopende_casus(work, command.casus_id)
    if command.fase not in AVE_FASEN:
        raise RuleViolation("ave_fase_1_tot_4", field="fase")
    rollen = [houder.rol for houder in command.houders]
    if sorted(rollen) != sorted(AveRol):
        raise RuleViolation("ave_rol_ontbreekt", field="houders")
    gebeurtenis = noteer(work, casus, Gebeurtenissoort.AVE_FASE, _reden(command.reden), fase=command.fase)
    for houder in command.houders:
        organisatie = work.get(Organisatie, houder.organisatie_id)
        work.add(Averolhouder(gebeurtenis_id=gebeurtenis.id, rol=houder.rol, organisatie_id=organisatie.id))
    return stap_uitkomst(casus, gebeurtenis)


def overdragen(work: UnitOfWork, command: CasusOverdragen) -> Outcome:
    casus = _lopende_casus(work, command.casus_id)
    reden = _reden(command.reden)
    soort = Gebeurtenissoort.OVERGEDRAGEN
    gebeurtenis = _naar(work, casus, soort, command.naar_tafel_id, reden, "", command.uittreden)
    return stap_uitkomst(casus, gebeurtenis)


HANDLERS = {
    CasusOpschalen: opschalen,
    OpschalingBeantwoorden: beantwoorden,
    AveFaseBepalen: fase_bepalen,
    CasusOverdragen: overdragen,
}
