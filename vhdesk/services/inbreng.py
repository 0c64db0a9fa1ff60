"""What organisations bring in on a case, its scores and its factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Factor, Inbreng, Organisatie, Zrmscore
from vhdesk.services.bekendheid import vereis_bekend
from vhdesk.services.casus import Volgorde, check_terug, check_text, check_waarde
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Bronregime, Factorsoort, Gebruikersrol

ALLEN = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengVastleggen(Command):
    """Record what an organisation says on a leefgebied; only once it said that it knows the person.

    ``mag_door_naar``: organisation ids, ('*',) for all."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    organisatie_id: str
    leefgebied_code: str
    tekst: str
    datum: date | None = None
    regime: Bronregime = Bronregime.OVERIG
    mag_door_naar: tuple[str, ...] = ()
    mondeling: bool = False
    inbreng_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengVastgelegd(Event):
    casus_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengWeghalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    inbreng_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZrmVastleggen(Command):
    """Record the score (1-5) on one domain at a date; ``score`` None takes it away."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    domein_code: str
    datum: date
    score: int | None
    zrmscore_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorVastleggen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    soort: Factorsoort
    tekst: str
    volgorde: Volgorde | None = None
    factor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorWeghalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    factor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeldGewijzigd(Event):
    casus_id: str


def vastleggen(work: UnitOfWork, command: InbrengVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    organisatie = work.get(Organisatie, command.organisatie_id)
    tekst = check_text(command.tekst, "tekst").strip()
    if not tekst:
        raise RuleViolation("inbreng_zonder_tekst", field="tekst")
    # What comes back may stand on a leefgebied that ended since; nothing new is written there.
    if command.inbreng_id is None and not check_waarde(work, "leefgebieden", command.leefgebied_code):
        raise RuleViolation("leefgebied_onbekend", field="leefgebied_code")
    vereis_bekend(work, casus.id, organisatie.id)
    inbreng = work.add(
        Inbreng(
            id=check_terug(work, Inbreng, command.inbreng_id),
            casus_id=casus.id,
            organisatie_id=command.organisatie_id,
            leefgebied_code=command.leefgebied_code,
            datum=command.datum or work.clock.today(),
            regime=command.regime,
            mag_door_naar=list(command.mag_door_naar),
            mondeling=command.mondeling,
            tekst=tekst,
        )
    )
    event = InbrengVastgelegd(id=inbreng.id, casus_id=casus.id)
    return Outcome(event, "inbreng", inbreng.id, InbrengWeghalen(inbreng_id=inbreng.id), casus.nummer)


def weghalen(work: UnitOfWork, command: InbrengWeghalen) -> Outcome:
    inbreng = work.get(Inbreng, command.inbreng_id)
    inverse = InbrengVastleggen(
        casus_id=inbreng.casus_id,
        organisatie_id=inbreng.organisatie_id,
        leefgebied_code=inbreng.leefgebied_code,
        tekst=inbreng.tekst,
        datum=inbreng.datum,
        regime=inbreng.regime,
        mag_door_naar=tuple(inbreng.mag_door_naar),
        mondeling=inbreng.mondeling,
        inbreng_id=inbreng.id,
    )
    work.delete(inbreng)
    return Outcome(BeeldGewijzigd(id=inbreng.id, casus_id=inbreng.casus_id), "inbreng", inbreng.id, inverse)


def zrm_vastleggen(work: UnitOfWork, command: ZrmVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.score is not None and not 1 <= command.score <= 5:
        raise RuleViolation("zrm_score_1_tot_5", field="score")
    huidig = work.session.scalars(
        select(Zrmscore).where(
            Zrmscore.casus_id == casus.id,
            Zrmscore.domein_code == command.domein_code,
            Zrmscore.datum == command.datum,
        )
    ).one_or_none()
    nieuw = huidig is None and command.score is not None and command.zrmscore_id is None
    if nieuw and not check_waarde(work, "zrm_domeinen", command.domein_code):
        raise RuleViolation("zrm_domein_onbekend", field="domein_code")
    inverse = ZrmVastleggen(
        casus_id=casus.id,
        domein_code=command.domein_code,
        datum=command.datum,
        score=huidig.score if huidig else None,
        zrmscore_id=huidig.id if huidig else None,
    )
    if huidig is not None and command.score is None:
        work.delete(huidig)
    elif huidig is not None and command.score is not None:
        work.touch(huidig)
        huidig.score = command.score
    elif command.score is not None:
        work.add(
            Zrmscore(
                id=check_terug(work, Zrmscore, command.zrmscore_id),
                casus_id=casus.id,
                domein_code=command.domein_code,
                datum=command.datum,
                score=command.score,
            )
        )
    event = BeeldGewijzigd(id=casus.id, casus_id=casus.id)
    return Outcome(event, "casus", casus.id, inverse, command.domein_code)


def factor_vastleggen(work: UnitOfWork, command: FactorVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    tekst = check_text(command.tekst, "tekst").strip()
    if not tekst:
        raise RuleViolation("factor_zonder_tekst", field="tekst")
    volgorde = command.volgorde
    if volgorde is None:
        laatste = work.session.scalar(
            select(func.max(Factor.volgorde)).where(
                Factor.casus_id == casus.id, Factor.soort == command.soort
            )
        )
        volgorde = 0 if laatste is None else laatste + 1
    factor = work.add(
        Factor(
            id=check_terug(work, Factor, command.factor_id),
            casus_id=casus.id,
            soort=command.soort,
            tekst=tekst,
            volgorde=volgorde,
        )
    )
    event = BeeldGewijzigd(id=factor.id, casus_id=casus.id)
    return Outcome(event, "factor", factor.id, FactorWeghalen(factor_id=factor.id), casus.nummer)


def factor_weghalen(work: UnitOfWork, command: FactorWeghalen) -> Outcome:
    factor = work.get(Factor, command.factor_id)
    inverse = FactorVastleggen(
        casus_id=factor.casus_id,
        soort=factor.soort,
        tekst=factor.tekst,
        volgorde=factor.volgorde,
        factor_id=factor.id,
    )
    work.delete(factor)
    return Outcome(BeeldGewijzigd(id=factor.id, casus_id=factor.casus_id), "factor", factor.id, inverse)


HANDLERS = {
    InbrengVastleggen: vastleggen,
    InbrengWeghalen: weghalen,
    ZrmVastleggen: zrm_vastleggen,
    FactorVastleggen: factor_vastleggen,
    FactorWeghalen: factor_weghalen,
}
