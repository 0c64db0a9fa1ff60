"""Weighing a referral: criteria, outcome, who was there, and everything that follows from it in the same act.

Source: jaarplan Twente 2015 §2 (criteria, procesmanagers and procesmanager Zorg weigh, the blue list, procesmanager
becomes procesregisseur, about 250 cases) and domein.md §1, step 3 (outcomes; the melder always gets feedback).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select, text

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Casus,
    Casusgebeurtenis,
    Casusroltoewijzing,
    Medewerker,
    Plicht,
    Weger,
    Weging,
)
from vhdesk.models.weging import (
    OPNEMEN,
    STATUS_NA,
    Oordeel,
    check_weging,
    is_vol,
    mogelijke_uitkomsten,
)
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.queries.drietal import mag_zonder
from vhdesk.queries.instelling import tafelregels
from vhdesk.services.aanmelding import in_triage
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.casus import CasusGewijzigd, check_text
from vhdesk.services.casusrol import (
    CasusrolBeeindigen,
    CasusrolToewijzen,
    beeindigen,
    toewijzen,
    vereis_procesregie,
)
from vhdesk.services.casusverloop import neem_terug, noteer, zet_stap
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.drietal import vereis_bij_overgang
from vhdesk.services.tafelwissel import vereis_andere_tafel, zet_tafel
from vhdesk.services.topx import maak_plaats, vervul_keuze
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.volledigheid import aanmelding_van
from vhdesk.vocabulary import Casusrol, CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_triage import Caseload, Criterium, Plichtsoort, Weeguitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteriumoordeel:
    """What was found on one criterion, and why. ``voldaan`` None: not said."""

    voldaan: bool | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WegingVastleggen(Command):
    """Record a weighing with all that follows: the step of the case, the role, and the feedback that must be given.

    ``afwijking``: why the outcome deviates from the criteria. ``uittreden``: which case leaves a full Top X, by the act
    that gives it back to its gemeente with the reason. ``terugkoppeling``: what the referrer will be told, before ``terugkoppeling_voor``.
    """

    casus_id: str
    uitkomst: Weeguitkomst
    motivering: str
    a: Criteriumoordeel = Criteriumoordeel()
    b: Criteriumoordeel = Criteriumoordeel()
    c: Criteriumoordeel = Criteriumoordeel()
    d: Criteriumoordeel = Criteriumoordeel()
    afwijking: str = ""
    advies: str = ""
    afwijkende_mening: str = ""
    aanwezigen: tuple[str, ...] = ()
    blue_list: bool = False
    naar_tafel_id: str | None = None
    procesmanager_id: str | None = None
    procesmanager_zorg_id: str | None = None
    terugkoppeling: str = ""
    terugkoppeling_voor: date | None = None
    uittreden: CasusAfschalen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WegingVastgelegd(Event):
    casus_id: str
    uitkomst: Weeguitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class WegingIntrekken(Command):
    """Withdraw a weighing with a reason, as long as it is the last thing that happened to the case and the referrer
    was not told. A case that left the Top X for it stays away until it is taken up again."""

    weging_id: str
    reden: str


def vastleggen(work: UnitOfWork, command: WegingVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    vorige = casus.caseload
    was_in = casus.status in IN_TOP_X and vorige is Caseload.TOP_X and _gewogen(work, casus.id)
    weging = _weging(work, casus, command)
    _bereid_voor(work, casus, command)
    if command.uitkomst is Weeguitkomst.TOP_X and not was_in:
        _top_x_in(work, casus, command)
    weging.gebeurtenis_id = _volgt(work, casus, command)
    work.add(weging)
    vervul_keuze(work, casus.id, command.uitkomst.label)
    for medewerker_id in dict.fromkeys(command.aanwezigen):
        work.add(Weger(weging_id=weging.id, medewerker_id=work.get(Medewerker, medewerker_id).id))
    _terugkoppeling(work, weging, casus, command)
    event = WegingVastgelegd(id=weging.id, casus_id=casus.id, uitkomst=command.uitkomst)
    return Outcome(event, "casus", casus.id, None, f"{casus.nummer} {command.uitkomst.value}")


def _weging(work: UnitOfWork, casus: Casus, command: WegingVastleggen) -> Weging:
    """Return the checked record, not yet stored. Raises RuleViolation or NotFound."""
    oordelen = {each: getattr(command, each.value) for each in Criterium}
    redenen = {
        f"{each.value}_reden": check_text(oordeel.reden, f"{each.value}_reden").strip()
        for each, oordeel in oordelen.items()
    }
    criteria = check_weging(
        {each: Oordeel(oordeel.voldaan, oordeel.reden) for each, oordeel in oordelen.items()},
        command.uitkomst,
        command.afwijking,
    )
    teksten = {
        veld: check_text(getattr(command, veld), veld).strip()
        for veld in ("motivering", "afwijking", "advies", "afwijkende_mening")
    }
    if not teksten["motivering"]:
        raise RuleViolation("reden_ontbreekt", field="motivering")
    if command.uitkomst is Weeguitkomst.ADVIES and not teksten["advies"]:
        raise RuleViolation("advies_ontbreekt", field="advies")
    if not command.aanwezigen:
        raise RuleViolation("weging_zonder_mensen", field="aanwezigen")
    for veld in ("procesmanager_id", "procesmanager_zorg_id"):
        if getattr(command, veld) is not None:
            work.get(Medewerker, getattr(command, veld))
    return Weging(
        casus_id=casus.id,
        gewogen_op=work.clock.today(),
        **{each.value: oordeel.voldaan for each, oordeel in oordelen.items()},
        **redenen,
        criteria=criteria,
        uitkomst=command.uitkomst,
        **teksten,
        blue_list=command.blue_list,
        naar_tafel_id=_andere_tafel(work, casus, command),
        procesmanager_id=command.procesmanager_id,
        procesmanager_zorg_id=command.procesmanager_zorg_id,
        created_at=work.clock.now(),
    )


def _andere_tafel(work: UnitOfWork, casus: Casus, command: WegingVastleggen) -> str | None:
    """Return the table the case moves to, None when it stays or leaves the house. Raises RuleViolation."""
    if command.naar_tafel_id is None:
        return None
    if command.uitkomst is not Weeguitkomst.ANDERE_TAFEL:
        raise RuleViolation("tafel_past_niet", field="naar_tafel_id")
    return vereis_andere_tafel(work, casus, command.naar_tafel_id).id


def _bereid_voor(work: UnitOfWork, casus: Casus, command: WegingVastleggen) -> None:
    """Take a case that was referred into triage; note what the procesmanager Zorg brought of the blue list."""
    if casus.status is CasusStatus.AANGEMELD:
        # Who does not complete a referral, or withdraws it, hears why it ends here.
        in_triage(work, casus, ook_onvolledig=command.uitkomst is Weeguitkomst.NIET_OPNEMEN)
    elif command.uitkomst not in mogelijke_uitkomsten(casus.status):
        if not mogelijke_uitkomsten(casus.status):
            raise RuleViolation("niet_te_wegen", field="uitkomst", status=casus.status.label)
        raise RuleViolation("uitkomst_past_niet", field="uitkomst", status=casus.status.label)
    aanmelding = aanmelding_van(work, casus.id)
    if aanmelding is not None and aanmelding.blue_list != command.blue_list:
        aanmelding.blue_list = command.blue_list
        work.touch(aanmelding)


def _gewogen(work: UnitOfWork, casus_id: str) -> bool:
    """Return whether the case stands where it stands by a weighing that holds."""
    return _laatste(work, casus_id) is not None


def _laatste(work: UnitOfWork, casus_id: str) -> Weging | None:
    statement = select(Weging).where(Weging.casus_id == casus_id, Weging.ingetrokken_op.is_(None))
    return work.session.scalars(
        statement.order_by(Weging.created_at.desc(), text("weging.rowid DESC")).limit(1)
    ).first()


def _top_x_in(work: UnitOfWork, casus: Casus, command: WegingVastleggen) -> None:
    """Make room in a full Top X, and turn the procesmanager into procesregisseur. Raises RuleViolation."""
    stand = caseload_stand(work.session, casus.tafel_id)
    telt_al = (
        casus.status in IN_TOP_X and casus.caseload is Caseload.TOP_X
    )  # Code Rood runs before it is weighed
    if is_vol(stand.top_x - telt_al, stand.norm):
        maak_plaats(work, casus, command.uittreden)
    if command.procesmanager_id is None:
        raise RuleViolation("procesmanager_ontbreekt", field="procesmanager_id")
    vereis_procesregie(
        work, casus, work.get(Medewerker, command.procesmanager_id).organisatie_id, "procesmanager_id"
    )
    toewijzen(
        work,
        CasusrolToewijzen(
            casus_id=casus.id, rol=Casusrol.PROCESREGISSEUR, medewerker_id=command.procesmanager_id
        ),
    )
    noteer(work, casus, Gebeurtenissoort.PROCESREGIE)
    noteer(work, casus, Gebeurtenissoort.TOP_X_IN, command.motivering.strip())


def _volgt(work: UnitOfWork, casus: Casus, command: WegingVastleggen) -> str | None:
    """Take the step that follows from the outcome; return its event, None when the case runs on as it did."""
    if command.uitkomst in OPNEMEN:
        if (
            casus.caseload is Caseload.TOP_X
            and casus.status in IN_TOP_X
            and command.uitkomst is Weeguitkomst.HULP
        ):
            noteer(work, casus, Gebeurtenissoort.TOP_X_UIT, command.motivering.strip())
        nieuw = Caseload.TOP_X if command.uitkomst is Weeguitkomst.TOP_X else Caseload.HULP
        vereis_bij_overgang(work, casus, casus.status, nieuw)
        casus.caseload = nieuw
        if casus.status in IN_TOP_X:
            return None
    if command.naar_tafel_id is not None:
        gebeurtenis = noteer(
            work,
            casus,
            Gebeurtenissoort.OVERGEDRAGEN,
            command.motivering.strip(),
            van_tafel_id=casus.tafel_id,
            naar_tafel_id=command.naar_tafel_id,
        )
        zet_tafel(work, casus, command.naar_tafel_id)
        return gebeurtenis.id
    return zet_stap(work, casus, STATUS_NA[command.uitkomst], command.motivering).id


def _terugkoppeling(work: UnitOfWork, weging: Weging, casus: Casus, command: WegingVastleggen) -> None:
    """Make the feedback to the referrer; it stays open until it was given."""
    vandaag = work.clock.today()
    dagen = tafelregels(work.session, casus.tafel_id).terugkoppeling_dagen
    termijn = command.terugkoppeling_voor or vandaag + timedelta(days=dagen)
    if termijn < vandaag:
        raise RuleViolation("termijn_verstreken", field="terugkoppeling_voor")
    tekst = check_text(command.terugkoppeling, "terugkoppeling").strip()
    delen = (tekst,) if tekst else (weging.motivering, weging.advies)
    work.add(
        Plicht(
            casus_id=weging.casus_id,
            soort=Plichtsoort.TERUGKOPPELING,
            weging_id=weging.id,
            ontstaan_op=vandaag,
            termijn=termijn,
            tekst="\n\n".join(deel for deel in delen if deel),
        )
    )


def intrekken(work: UnitOfWork, command: WegingIntrekken) -> Outcome:
    weging = work.get(Weging, command.weging_id)
    casus = work.get(Casus, weging.casus_id)
    plicht = work.session.scalars(select(Plicht).where(Plicht.weging_id == weging.id)).one_or_none()
    if plicht is not None and plicht.gedaan_op is not None:
        raise RuleViolation("weging_teruggekoppeld")
    if weging.ingetrokken_op is None and _laatste(work, casus.id) is not weging:
        raise RuleViolation("weging_niet_de_laatste")
    weging.intrekken(check_text(command.reden, "reden"), work.clock.today())
    _stap_terug(work, casus, weging)
    if weging.uitkomst in OPNEMEN:
        vorige = _laatste(work, casus.id)
        hulp = vorige is not None and vorige.uitkomst is Weeguitkomst.HULP
        eerder = Caseload.HULP if hulp else Caseload.TOP_X
        vereis_bij_overgang(work, casus, casus.status, eerder)
        casus.caseload = eerder
        work.session.flush()
    if weging.uitkomst is Weeguitkomst.TOP_X:
        _regie_terug(work, casus, weging)
    if plicht is not None:
        work.delete(plicht)
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, None, casus.nummer)


def _stap_terug(work: UnitOfWork, casus: Casus, weging: Weging) -> None:
    """Take back the step that followed from the weighing. Raises RuleViolation when the case went on since."""
    if weging.gebeurtenis_id is None:
        return
    stap = work.get(Casusgebeurtenis, weging.gebeurtenis_id)
    if stap.soort is not Gebeurtenissoort.OVERGEDRAGEN:
        neem_terug(work, stap)
    elif casus.tafel_id == stap.naar_tafel_id:
        zet_tafel(work, casus, stap.van_tafel_id)
        noteer(work, casus, Gebeurtenissoort.TERUGGENOMEN, betreft_id=stap.id)
    else:
        raise RuleViolation("stap_niet_terug", nummer=casus.nummer)


def _regie_terug(work: UnitOfWork, casus: Casus, weging: Weging) -> None:
    """End the regie that this weighing began, when the same person still has it; a case that is led on keeps it."""
    huidig = select(Casusroltoewijzing.medewerker_id).where(
        Casusroltoewijzing.casus_id == casus.id,
        Casusroltoewijzing.rol == Casusrol.PROCESREGISSEUR,
        Casusroltoewijzing.tot.is_(None),
    )
    zelfde = work.session.scalars(huidig).one_or_none() == weging.procesmanager_id
    if zelfde and mag_zonder(work.session, casus):
        beeindigen(work, CasusrolBeeindigen(casus_id=casus.id, rol=Casusrol.PROCESREGISSEUR))
    noteer(work, casus, Gebeurtenissoort.TOP_X_UIT, weging.intrekreden)


HANDLERS = {WegingVastleggen: vastleggen, WegingIntrekken: intrekken}
