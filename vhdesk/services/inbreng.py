"""What organisations bring in on a case, its scores and its factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Factor, Inbreng, Nummerreeks, Organisatie, Zrmscore
from vhdesk.models.datum import check_inbreng
from vhdesk.models.niveau import ALLEN as ALLEN
from vhdesk.services.bekendheid import vereis_bekend
from vhdesk.services.casus import Volgorde, check_terug, check_text, check_waarde
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Bronregime, Factorsoort, Gebruikersrol
from vhdesk.vocabulary_inbreng import citaten

REEKS = "inbreng"


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengVastleggen(Command):
    """Record what an organisation says on a leefgebied; only once it said that it knows the person.

    ``mag_door_naar``: organisation ids, ('*',) for all; ``weerspreekt_id``: the earlier statement that it contradicts;
    ``inbreng_id`` and ``nummer`` only to bring back what was taken away."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    organisatie_id: str
    leefgebied_code: str
    tekst: str
    datum: date | None = None
    regime: Bronregime = Bronregime.OVERIG
    mag_door_naar: tuple[str, ...] = ()
    mondeling: bool = False
    weerspreekt_id: str | None = None
    inbreng_id: str | None = None
    nummer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengVastgelegd(Event):
    casus_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengWeghalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    inbreng_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TegenspraakBepalen(Command):
    """Say which earlier statement of the case a statement contradicts, so that both stand side by side; None: none."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    inbreng_id: str
    weerspreekt_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZrmVastleggen(Command):
    """Record the score (1-5) on one domain at a date that has come; ``score`` None takes it away. ``zrmscore_id`` only to
    bring back one that was there."""

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
    if command.inbreng_id is None and command.datum is not None:
        check_inbreng(command.datum, work.clock.today())
    vereis_bekend(work, casus.id, organisatie.id)
    weerspreekt = _weersproken(work, casus.id, command.weerspreekt_id)
    inbreng = work.add(
        Inbreng(
            id=check_terug(work, Inbreng, command.inbreng_id),
            nummer=_nummer(work, command.nummer),
            weerspreekt_id=weerspreekt.id if weerspreekt is not None else None,
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
    note = f"{casus.nummer} I-{inbreng.nummer}"
    return Outcome(event, "inbreng", inbreng.id, InbrengWeghalen(inbreng_id=inbreng.id), note)


def _nummer(work: UnitOfWork, terug: int | None) -> int:
    """Return a new number, or ``terug`` for a statement that comes back. Raises RuleViolation when that one was never
    given out or is in use."""
    if terug is None:
        return work.next_number(REEKS)
    reeks = work.session.get(Nummerreeks, REEKS)
    bezet = work.session.execute(select(Inbreng.id).where(Inbreng.nummer == terug)).first()
    if bezet or reeks is None or not 1 <= terug <= reeks.laatste:
        raise RuleViolation("inbrengnummer_onjuist", field="nummer")
    return terug


def _weersproken(work: UnitOfWork, casus_id: str, weerspreekt_id: str | None) -> Inbreng | None:
    """Return the statement that is contradicted. Raises RuleViolation when it is of another case or contradicts one
    itself: those that contradict each other stand beside the first."""
    if weerspreekt_id is None:
        return None
    ander = work.get(Inbreng, weerspreekt_id)
    if ander.casus_id != casus_id:
        raise RuleViolation("tegenspraak_andere_casus", field="weerspreekt_id")
    if ander.weerspreekt_id is not None:
        raise RuleViolation("tegenspraak_keten", field="weerspreekt_id")
    return ander


def _tegenspreker(work: UnitOfWork, inbreng: Inbreng) -> int | None:
    """Return the number of a statement that contradicts this one; None when none does."""
    return work.session.scalar(
        select(Inbreng.nummer).where(Inbreng.weerspreekt_id == inbreng.id).order_by(Inbreng.nummer).limit(1)
    )


def tegenspraak_bepalen(work: UnitOfWork, command: TegenspraakBepalen) -> Outcome:
    inbreng = work.get(Inbreng, command.inbreng_id)
    ander = _weersproken(work, inbreng.casus_id, command.weerspreekt_id)
    if ander is not None and (ander.id == inbreng.id or _tegenspreker(work, inbreng) is not None):
        raise RuleViolation("tegenspraak_keten", field="weerspreekt_id")
    inverse = TegenspraakBepalen(inbreng_id=inbreng.id, weerspreekt_id=inbreng.weerspreekt_id)
    inbreng.weerspreekt_id = ander.id if ander is not None else None
    work.session.flush()
    woorden = f"I-{inbreng.nummer} weerspreekt {f'I-{ander.nummer}' if ander is not None else 'niets'}"
    event = BeeldGewijzigd(id=inbreng.id, casus_id=inbreng.casus_id)
    return Outcome(event, "inbreng", inbreng.id, inverse, woorden)


def weghalen(work: UnitOfWork, command: InbrengWeghalen) -> Outcome:
    inbreng = work.get(Inbreng, command.inbreng_id)
    door = _tegenspreker(work, inbreng)
    if door is not None:
        raise RuleViolation("inbreng_weersproken", nummer=inbreng.nummer, door=door)
    if inbreng.nummer in citaten(work.get(Casus, inbreng.casus_id).gezamenlijk_beeld):
        raise RuleViolation("inbreng_aangehaald", nummer=inbreng.nummer)
    inverse = InbrengVastleggen(
        casus_id=inbreng.casus_id,
        organisatie_id=inbreng.organisatie_id,
        leefgebied_code=inbreng.leefgebied_code,
        tekst=inbreng.tekst,
        datum=inbreng.datum,
        regime=inbreng.regime,
        mag_door_naar=tuple(inbreng.mag_door_naar),
        mondeling=inbreng.mondeling,
        weerspreekt_id=inbreng.weerspreekt_id,
        inbreng_id=inbreng.id,
        nummer=inbreng.nummer,
    )
    work.delete(inbreng)
    return Outcome(BeeldGewijzigd(id=inbreng.id, casus_id=inbreng.casus_id), "inbreng", inbreng.id, inverse)


def zrm_vastleggen(work: UnitOfWork, command: ZrmVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.score is not None and not 1 <= command.score <= 5:
        raise RuleViolation("zrm_score_1_tot_5", field="score")
    if command.score is not None and command.zrmscore_id is None and command.datum > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="datum")
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
    TegenspraakBepalen: tegenspraak_bepalen,
    ZrmVastleggen: zrm_vastleggen,
    FactorVastleggen: factor_vastleggen,
    FactorWeghalen: factor_weghalen,
}
