"""The course of a case: the one function every step goes through, and the plain steps with their undo.

``zet_stap`` is the only place that sets ``Casus.status`` of a case that exists: it asks the rule
(``models/casusverloop.py``), changes the status and writes the event in one go. An act with consequences of its own
(afschalen, overdragen, parkeren ...) calls it from its own module; undo of a plain step takes back the last event,
and a formal act has a counter-act with a reason instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Casusgebeurtenis
from vhdesk.models.casusverloop import GEWOON, OVERGANGEN, UIT_WEGING, check_overgang
from vhdesk.models.weging import is_vol
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.services.casus import CasusGewijzigd, check_text
from vhdesk.services.command import Command, Outcome
from vhdesk.services.drietal import vereis_bij_overgang
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.volledigheid import vereis_volledig
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_triage import Caseload


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusStatusWijzigen(Command):
    """Take a plain step in the course of a case. ``reden``: needed for every step back or aside."""

    casus_id: str
    status: CasusStatus
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusStapTerugnemen(Command):
    """Undo of a plain step, as long as it is the last one of the case."""

    gebeurtenis_id: str


def zet_stap(
    work: UnitOfWork, casus: Casus, naar: CasusStatus, reden: str = "", **details: Any
) -> Casusgebeurtenis:
    """Take ``casus`` to status ``naar`` and return the event; ``details`` are further columns of it.

    Raises RuleViolation ``overgang_niet_toegestaan``, ``reden_ontbreekt``, ``tekst_te_lang`` or ``drietal_onvolledig``.
    """
    reden = check_text(reden, "reden").strip()
    van = casus.status
    overgang = check_overgang(van, naar, reden)
    vereis_bij_overgang(work, casus, naar, casus.caseload)
    casus.status = naar
    return noteer(work, casus, overgang.soort, reden, van=van, naar=naar, **details)


def noteer(
    work: UnitOfWork, casus: Casus, soort: Gebeurtenissoort, reden: str = "", **details: Any
) -> Casusgebeurtenis:
    """Write an event in the course of ``casus`` and return it; without ``naar`` its status stays as it is."""
    return work.add(
        Casusgebeurtenis(
            casus_id=casus.id,
            volgnr=(laatste.volgnr if (laatste := laatste_gebeurtenis(work, casus.id)) else 0) + 1,
            soort=soort,
            reden=reden,
            tijdstip=work.clock.now(),
            actor_id=work.actor.id,
            actor=work.actor.naam,
            **details,
        )
    )


def laatste_gebeurtenis(work: UnitOfWork, casus_id: str) -> Casusgebeurtenis | None:
    """Return the newest event of a case, or None."""
    statement = select(Casusgebeurtenis).where(Casusgebeurtenis.casus_id == casus_id)
    return work.session.scalars(statement.order_by(Casusgebeurtenis.volgnr.desc()).limit(1)).one_or_none()


def stap_uitkomst(casus: Casus, gebeurtenis: Casusgebeurtenis, inverse: Command | None = None) -> Outcome:
    """Return what a handler hands back for a step: the event, and 'van > naar' for the journaal."""
    stap = (
        f"{gebeurtenis.van.value} > {gebeurtenis.naar.value}" if gebeurtenis.van and gebeurtenis.naar else ""
    )
    note = ": ".join(filter(None, (gebeurtenis.soort.value, stap)))
    return Outcome(CasusGewijzigd(id=casus.id, version=casus.version), "casus", casus.id, inverse, note)


def status_wijzigen(work: UnitOfWork, command: CasusStatusWijzigen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    _vereis_gewoon(casus.status, command.status)
    if command.status is CasusStatus.IN_TRIAGE:
        vereis_volledig(work, casus)
    gebeurtenis = zet_stap(work, casus, command.status, command.reden)
    return stap_uitkomst(casus, gebeurtenis, CasusStapTerugnemen(gebeurtenis_id=gebeurtenis.id))


def _vereis_gewoon(van: CasusStatus, naar: CasusStatus) -> None:
    """Raise RuleViolation when an act of its own takes this step: one gate, whoever asks."""
    stap = OVERGANGEN[van].get(naar)
    if stap is not None and stap.soort in UIT_WEGING:
        raise RuleViolation("stap_vraagt_weging", field="status", stap=stap.soort.label)
    if stap is not None and stap.soort not in GEWOON:
        raise RuleViolation("stap_heeft_eigen_handeling", field="status", stap=stap.soort.label)


def vereis_plaats(work: UnitOfWork, casus: Casus, naar: CasusStatus) -> None:
    """Raise RuleViolation ``top_x_vol_terug`` when ``casus`` would come back into a Top X that is full: first another
    one leaves it, with its reason (jaarplan Twente 2015 §2: about 250 cases)."""
    if naar in IN_TOP_X and casus.status not in IN_TOP_X and casus.caseload is Caseload.TOP_X:
        stand = caseload_stand(work.session, casus.tafel_id)
        if is_vol(stand.top_x, stand.norm):
            raise RuleViolation("top_x_vol_terug", nummer=casus.nummer, norm=stand.norm)


def stap_terugnemen(work: UnitOfWork, command: CasusStapTerugnemen) -> Outcome:
    stap = work.get(Casusgebeurtenis, command.gebeurtenis_id)
    if stap.van is not None and stap.naar is not None:
        _vereis_gewoon(stap.van, stap.naar)
    return neem_terug(work, stap)


def neem_terug(work: UnitOfWork, stap: Casusgebeurtenis) -> Outcome:
    """Take back ``stap`` as part of an act that may: undo of a plain step, or withdrawing a weighing.

    Raises RuleViolation ``stap_niet_terug`` when the case went on since.
    """
    casus = work.get(Casus, stap.casus_id)
    laatste = laatste_gebeurtenis(work, casus.id)
    if laatste is not stap or stap.van is None or stap.naar is None:
        raise RuleViolation("stap_niet_terug", nummer=casus.nummer)
    casus.status = stap.van
    terug = noteer(
        work, casus, Gebeurtenissoort.TERUGGENOMEN, van=stap.naar, naar=stap.van, betreft_id=stap.id
    )
    inverse = CasusStatusWijzigen(casus_id=casus.id, status=stap.naar, reden=stap.reden)
    return stap_uitkomst(casus, terug, inverse)


HANDLERS = {
    CasusStatusWijzigen: status_wijzigen,
    CasusStapTerugnemen: stap_terugnemen,
}
