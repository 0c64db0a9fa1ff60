"""Acts that let a case rest, end or come back: parkeren, hervatten, afschalen, nazorg, afsluiten, heropenen.

'Afschalen: altijd naar de gemeente die de zaak heeft aangeleverd, met de reden' (jaarplan Twente 2015): the letter is
made in the same transaction and kept as it was. These are formal acts: each has a counter-act with a reason (hervatten,
heropenen) instead of undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Actie,
    Afschaalbrief,
    Casus,
    Casusgebeurtenis,
    Gemeente,
    Organisatie,
    Plicht,
    Referentiewaarde,
    Tafel,
)
from vhdesk.models.afschaling import check_afsluiten, open_nazorg
from vhdesk.models.bewaartermijn import plus_maanden
from vhdesk.models.casusverloop import ONGEWOGEN
from vhdesk.queries.afschaalbrief import Brief, naar_json, wie_nu
from vhdesk.queries.instelling import nazorg_maanden, tafelregels
from vhdesk.services.agenda import van_planning
from vhdesk.services.casus import check_text
from vhdesk.services.casusverloop import noteer, stap_uitkomst, vereis_plaats, zet_stap
from vhdesk.services.command import Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_casus import NAZORG_OP, afschaalreden

AFSCHAALREDENEN = "afschaalredenen"
GENOEMD: Final = 6  # open actions that are named one by one where a case closes


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusParkeren(Command):
    """Let a case rest until a day, with the reason; on that day it comes back on Vandaag."""

    casus_id: str
    tot: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusHervatten(Command):
    """Take a parked case up again where it was, with the reason."""

    casus_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAfschalen(Command):
    """Give a case back to the gemeente that referred it, with the reason and the letter; nazorg begins.

    ``reden_code`` is of the list afschaalredenen, ``reden`` says it in the words of the table, ``overdracht_id`` is
    who takes over (needed for the reasons that ask for it), ``advies`` what the gemeente may do with it.
    """

    casus_id: str
    reden_code: str
    reden: str
    overdracht_id: str | None = None
    advies: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NazorgBeoordelen(Command):
    """Record a review of a case in nazorg: what was found."""

    casus_id: str
    bevinding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAfsluiten(Command):
    """Close a case after nazorg, with the reason. The term of keeping goes on. ``ondanks``: why it closes before every
    review of nazorg, every duty and every action was done; it is kept with the step."""

    casus_id: str
    reden: str
    ondanks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusHeropenen(Command):
    """Take up a case that was given back, closed or not taken up before, with the reason."""

    casus_id: str
    reden: str


def parkeren(work: UnitOfWork, command: CasusParkeren) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.tot <= work.clock.today():
        raise RuleViolation("parkeren_tot_later", field="tot")
    gebeurtenis = zet_stap(work, casus, CasusStatus.GEPARKEERD, command.reden, datum=command.tot)
    casus.volgende_datum = command.tot
    return stap_uitkomst(casus, gebeurtenis)


def hervatten(work: UnitOfWork, command: CasusHervatten) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if casus.status is not CasusStatus.GEPARKEERD:
        raise RuleViolation("casus_niet_geparkeerd", nummer=casus.nummer)
    geparkeerd = _laatste(work, casus.id, Gebeurtenissoort.GEPARKEERD)
    naar = geparkeerd.van if geparkeerd is not None and geparkeerd.van else CasusStatus.IN_BEHANDELING
    vereis_plaats(work, casus, naar)
    return stap_uitkomst(casus, zet_stap(work, casus, naar, command.reden))


def _laatste(work: UnitOfWork, casus_id: str, soort: Gebeurtenissoort) -> Casusgebeurtenis | None:
    statement = (
        select(Casusgebeurtenis)
        .where(Casusgebeurtenis.casus_id == casus_id, Casusgebeurtenis.soort == soort)
        .order_by(Casusgebeurtenis.volgnr.desc())
        .limit(1)
    )
    return work.session.scalars(statement).one_or_none()


def afschalen(work: UnitOfWork, command: CasusAfschalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    reden = _reden_uit_lijst(work, command.reden_code)
    advies = check_text(command.advies, "advies").strip()
    _vereis_opgenomen(work, casus)
    if casus.gemeente_id is None:
        raise RuleViolation("afschalen_zonder_gemeente", field="casus_id", nummer=casus.nummer)
    overdracht = None
    if command.overdracht_id is not None:
        overdracht = work.get(Organisatie, command.overdracht_id)
    elif reden.kenmerken.get("vraagt_overdracht"):
        raise RuleViolation("overdracht_ontbreekt", field="overdracht_id")
    gebeurtenis = zet_stap(
        work, casus, CasusStatus.NAZORG, command.reden,
        reden_code=reden.code, toelichting=advies, organisatie_id=command.overdracht_id,
    )  # fmt: skip
    maanden = tafelregels(work.session, casus.tafel_id).detentie_maanden
    woorden = afschaalreden(reden.code, reden.naam, maanden)
    brief = _brief(work, casus, gebeurtenis, woorden, overdracht.naam if overdracht else "")
    work.session.add(
        Afschaalbrief(gebeurtenis_id=gebeurtenis.id, inhoud=naar_json(brief), gemaakt_op=work.clock.now())
    )
    work.kinds.add("afschaalbrief")
    van_planning(work, casus)
    casus.volgende_datum = next(iter(brief.nazorg), None)
    work.session.flush()
    return stap_uitkomst(casus, gebeurtenis)


def _vereis_opgenomen(work: UnitOfWork, casus: Casus) -> None:
    """Raise RuleViolation when a parked case was never taken up: it is weighed first."""
    geparkeerd = _laatste(work, casus.id, Gebeurtenissoort.GEPARKEERD)
    if casus.status is CasusStatus.GEPARKEERD and geparkeerd is not None and geparkeerd.van in ONGEWOGEN:
        raise RuleViolation("afschalen_niet_opgenomen", nummer=casus.nummer)


def _reden_uit_lijst(work: UnitOfWork, code: str) -> Referentiewaarde:
    statement = select(Referentiewaarde).where(
        Referentiewaarde.lijst_code == AFSCHAALREDENEN,
        Referentiewaarde.code == code,
        Referentiewaarde.versie_tot.is_(None),
    )
    gevonden = work.session.scalars(statement).one_or_none()
    if gevonden is None:
        raise RuleViolation("afschaalreden_onbekend", field="reden_code")
    return gevonden


def _brief(
    work: UnitOfWork, casus: Casus, gebeurtenis: Casusgebeurtenis, reden: str, overdracht: str
) -> Brief:
    vandaag = work.clock.today()
    wie = wie_nu(work.session, casus.id)
    tafel = work.session.get(Tafel, casus.tafel_id) if casus.tafel_id else None
    gemeente = work.session.get(Gemeente, casus.gemeente_id)
    assert gemeente is not None
    nazorg = tuple(plus_maanden(vandaag, maanden) for maanden in nazorg_maanden(work.session, casus.tafel_id))
    return Brief(
        id=gebeurtenis.id,
        casusnummer=casus.nummer,
        gemeente=gemeente.naam,
        tafel=tafel.naam if tafel else "",
        datum=vandaag,
        aangemeld_op=casus.aangemeld_op,
        aanmelder=casus.aanmelder,
        hoofdbetrokkene=wie.naam,
        geboortedatum=wie.geboortedatum,
        reden=reden,
        toelichting=gebeurtenis.reden,
        overdracht=overdracht,
        advies=gebeurtenis.toelichting,
        casemanager=wie.rollen.get(Casusrol.CASEMANAGER, ""),
        verantwoordelijke=wie.rollen.get(Casusrol.VERANTWOORDELIJKE, ""),
        procesregisseur=wie.rollen.get(Casusrol.PROCESREGISSEUR, ""),
        nazorg=nazorg,
        oefening=wie.oefening,
    )


def nazorg_beoordelen(work: UnitOfWork, command: NazorgBeoordelen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if casus.status is not CasusStatus.NAZORG:
        raise RuleViolation("casus_niet_in_nazorg", nummer=casus.nummer)
    bevinding = check_text(command.bevinding, "bevinding").strip()
    if not bevinding:
        raise RuleViolation("reden_ontbreekt", field="bevinding")
    begin = _laatste(work, casus.id, Gebeurtenissoort.AFGESCHAALD)
    details: dict[str, Any] = {"betreft_id": begin.id} if begin is not None else {}
    gebeurtenis = noteer(work, casus, Gebeurtenissoort.NAZORG_BEOORDEELD, bevinding, **details)
    casus.volgende_datum = _volgende_nazorg(work, casus, begin)
    work.session.flush()
    return stap_uitkomst(casus, gebeurtenis)


def _volgende_nazorg(work: UnitOfWork, casus: Casus, begin: Casusgebeurtenis | None) -> date | None:
    """Return the first review that is still ahead."""
    return next(iter(_open_nazorg(work, casus, begin)), None)


def _open_nazorg(work: UnitOfWork, casus: Casus, begin: Casusgebeurtenis | None) -> list[date]:
    """Return the reviews that were not done (``models.afschaling.open_nazorg``)."""
    if begin is None:
        return []
    gedaan = work.session.scalars(
        select(Casusgebeurtenis.tijdstip)
        .where(
            Casusgebeurtenis.betreft_id == begin.id,
            Casusgebeurtenis.soort == Gebeurtenissoort.NAZORG_BEOORDEELD,
        )
        .order_by(Casusgebeurtenis.volgnr)
    )
    start = local(begin.tijdstip).date()
    momenten = [plus_maanden(start, m) for m in nazorg_maanden(work.session, casus.tafel_id)]
    return list(open_nazorg(momenten, [local(each).date() for each in gedaan]))


def afsluiten(work: UnitOfWork, command: CasusAfsluiten) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    ondanks = check_text(command.ondanks, "ondanks").strip()
    mist = _nog_open(work, casus) if casus.status is CasusStatus.NAZORG else ()
    check_afsluiten(mist, ondanks)
    toch = f"{', '.join(mist)}: {ondanks}" if mist else ""
    gebeurtenis = zet_stap(work, casus, CasusStatus.AFGESLOTEN, command.reden, toelichting=toch)
    van_planning(work, casus)
    casus.volgende_datum = None
    return stap_uitkomst(casus, gebeurtenis)


def _nog_open(work: UnitOfWork, casus: Casus) -> tuple[str, ...]:
    """Return the reviews of nazorg, the duties and the actions of a case that were not done, in words."""
    begin = _laatste(work, casus.id, Gebeurtenissoort.AFGESCHAALD)
    acties = select(Actie.nummer).where(Actie.casus_id == casus.id, Actie.status == Actiestatus.OPEN)
    plichten = select(Plicht.soort).where(Plicht.casus_id == casus.id, Plicht.gedaan_op.is_(None))
    return (
        *(f"{NAZORG_OP} {short_date(dag)}" for dag in _open_nazorg(work, casus, begin)),
        *(soort.label for soort in work.session.scalars(plichten.order_by(Plicht.termijn))),
        *_acties_open(work.session.scalars(acties.order_by(Actie.nummer)).all()),
    )


def _acties_open(nummers: Sequence[int]) -> tuple[str, ...]:
    if len(nummers) > GENOEMD:
        return (f"{len(nummers)} acties",)
    return tuple(f"actie A-{nummer}" for nummer in nummers)


# Where a case goes when it is opened again: back to the table, or to the desk of the triage.
_HEROPEND = {
    CasusStatus.NAZORG: CasusStatus.IN_BEHANDELING,
    CasusStatus.AFGESLOTEN: CasusStatus.IN_BEHANDELING,
    CasusStatus.ADVIES: CasusStatus.AANGEMELD,
    CasusStatus.NIET_OPGENOMEN: CasusStatus.AANGEMELD,
}


def heropenen(work: UnitOfWork, command: CasusHeropenen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    naar = _HEROPEND.get(casus.status)
    if naar is None:
        raise RuleViolation("casus_loopt_nog", nummer=casus.nummer)
    vereis_plaats(work, casus, naar)
    return stap_uitkomst(casus, zet_stap(work, casus, naar, command.reden))


HANDLERS = {
    CasusParkeren: parkeren,
    CasusHervatten: hervatten,
    CasusAfschalen: afschalen,
    NazorgBeoordelen: nazorg_beoordelen,
    CasusAfsluiten: afsluiten,
    CasusHeropenen: heropenen,
}
