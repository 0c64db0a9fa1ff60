"""Acts on how long a case is kept: the term per regime, looking again, extending, and
pointing out what must go. The destruction itself is an act on the whole vault (``vernietiging``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Bewaarregel, Casus, Medewerker
from vhdesk.models.bewaartermijn import MAX_JAREN, MAX_MAANDEN
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.services.casus import check_text
from vhdesk.services.casusverloop import noteer, stap_uitkomst, zet_stap
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Bewaarstart, CasusStatus, Gebeurtenissoort, Gebruikersrol, Tafelregime


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaarregelVastleggen(Command):
    """Set the term of one regime, with the reason. What held before stays readable as an earlier version."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    regime: Tafelregime
    jaren: int
    vanaf: Bewaarstart
    herbeoordeling_maanden: int
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaarregelVastgelegd(Event):
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoodzaakHerbeoordelen(Command):
    """Record that keeping this case was looked at again: ``reden`` says why it is still needed."""

    casus_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaartermijnVerlengen(Command):
    """Keep a case longer: who decided it, why, and until when. Each extension is counted and shown."""

    casus_id: str
    medewerker_id: str
    reden: str
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusTeVernietigenAanwijzen(Command):
    """Point out a finished case as one that must go, with the ground."""

    casus_id: str
    reden: str


def regel_vastleggen(work: UnitOfWork, command: BewaarregelVastleggen) -> Outcome:
    if not 1 <= command.jaren <= MAX_JAREN:
        raise RuleViolation("bewaarjaren_buiten_bereik", field="jaren", maximum=MAX_JAREN)
    if not 1 <= command.herbeoordeling_maanden <= MAX_MAANDEN:
        raise RuleViolation("maanden_buiten_bereik", field="herbeoordeling_maanden", maximum=MAX_MAANDEN)
    hoogste = select(func.max(Bewaarregel.versie)).where(Bewaarregel.regime == command.regime)
    versie = (work.session.scalar(hoogste) or 0) + 1
    regel = work.add(
        Bewaarregel(
            regime=command.regime,
            versie=versie,
            jaren=command.jaren,
            vanaf=command.vanaf,
            herbeoordeling_maanden=command.herbeoordeling_maanden,
            reden=_reden(command.reden),
            gewijzigd_op=work.clock.now(),
            actor=work.actor.naam,
        )
    )
    note = f"{command.regime.value}: {command.jaren} jaar vanaf {command.vanaf.value}, versie {versie}"
    return Outcome(BewaarregelVastgelegd(id=regel.id, versie=versie), "bewaarregel", regel.id, None, note)


def _reden(reden: str) -> str:
    schoon = check_text(reden, "reden").strip()
    if not schoon:
        raise RuleViolation("reden_ontbreekt", field="reden")
    return schoon


def herbeoordelen(work: UnitOfWork, command: NoodzaakHerbeoordelen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    gebeurtenis = noteer(work, casus, Gebeurtenissoort.HERBEOORDEELD, _reden(command.reden))
    return stap_uitkomst(casus, gebeurtenis)


def verlengen(work: UnitOfWork, command: BewaartermijnVerlengen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    medewerker = work.get(Medewerker, command.medewerker_id)
    reden = _reden(command.reden)
    einde = bewaarstand(work.session, casus.id).bewaren_tot
    if command.tot <= einde or command.tot <= work.clock.today():
        raise RuleViolation("verlengen_na_einde", field="tot")
    details = {
        "datum": command.tot,
        "toelichting": medewerker.naam,
        "organisatie_id": medewerker.organisatie_id,
    }
    if casus.status is CasusStatus.TE_VERNIETIGEN:
        gebeurtenis = zet_stap(work, casus, CasusStatus.AFGESLOTEN, reden, **details)
    else:
        gebeurtenis = noteer(work, casus, Gebeurtenissoort.VERLENGD, reden, **details)
    return stap_uitkomst(casus, gebeurtenis)


def aanwijzen(work: UnitOfWork, command: CasusTeVernietigenAanwijzen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    gebeurtenis = zet_stap(work, casus, CasusStatus.TE_VERNIETIGEN, command.reden)
    return stap_uitkomst(casus, gebeurtenis)


HANDLERS = {
    BewaarregelVastleggen: regel_vastleggen,
    NoodzaakHerbeoordelen: herbeoordelen,
    BewaartermijnVerlengen: verlengen,
    CasusTeVernietigenAanwijzen: aanwijzen,
}
