"""Acts on decisions: record, change while the meeting runs, withdraw or replace with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit, Casus, Overleg
from vhdesk.models.casushandeling import Handeling, check_handeling
from vhdesk.models.datum import check_ingang
from vhdesk.services.agenda import vereis_op_agenda
from vhdesk.services.besluitregel import check_besluittype, check_onderbouwing, check_vraag
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.drietal import check_plan
from vhdesk.services.planversie import Versiestand, bevries, ontdooi, zet_terug
from vhdesk.services.schorsing import vereis_niet_geschorst
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.voorbehoud import weeg_voorbehoud
from vhdesk.vocabulary import Besluitstatus, Overlegstatus
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN

REEKS = "besluit"
_VELDEN = (
    "tekst", "type_code", "gremium_code", "onderbouwing", "voorwaarden", "afwijkende_mening", "ingangsdatum",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVastleggen(Command):
    """Record a decision on a case, in a meeting or outside one (``overleg_id`` None). What kind it is and who takes it
    is always said: nobody decides by default (jaarplan NOG 2017, 'welk gremium')."""

    casus_id: str
    tekst: str
    type_code: str
    gremium_code: str
    overleg_id: str | None = None
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVastgelegd(Event):
    """``planversie``: the version of the plan that the decision adopted; None when it adopted none."""

    nummer: int
    planversie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitWijzigen(Command):
    """Change the words of a decision while its meeting is not closed. ``antwoord_voor`` only for one that was asked of
    another body. ``als_voorheen`` only for undo: type and body stand again as they were, also when they can no longer
    be chosen, and ``planversie`` the version that went with them."""

    besluit_id: str
    tekst: str
    type_code: str
    gremium_code: str
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None
    antwoord_voor: date | None = None
    als_voorheen: bool = False
    planversie: Versiestand | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitGewijzigd(Event):
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitIntrekken(Command):
    """Withdraw a decision with a reason; it stays readable."""

    besluit_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitIntrekkingTerugnemen(Command):
    """Undo of withdrawing: the decision stands again."""

    besluit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVervangen(Command):
    """Correct a decision that stands in minutes: it is withdrawn with the reason and stays readable, and another one
    takes its place in the same meeting, 'achteraf toegevoegd'."""

    besluit_id: str
    tekst: str
    type_code: str
    gremium_code: str
    reden: str
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVervangingTerugnemen(Command):
    """Undo of replacing; ``besluit_id`` is the one that took the place: it disappears, the other stands again."""

    besluit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVervangingHerstellen(Command):
    """Undo of taking a replacement back."""

    besluit_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitTerugnemen(Command):
    """Undo of recording: the decision disappears from lists, its number is never used again."""

    besluit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitHerstellen(Command):
    """Bring back a decision that was taken back by a slip of the hand, while its meeting is not closed."""

    besluit_id: str


def _achteraf(work: UnitOfWork, overleg_id: str | None) -> bool:
    """Return whether the meeting was closed already: what comes now is 'achteraf toegevoegd'."""
    if overleg_id is None:
        return False
    overleg = work.get(Overleg, overleg_id)
    if overleg.status is Overlegstatus.GEPLAND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    vereis_niet_geschorst(work, overleg.id)
    return overleg.achteraf


def _check_tekst(tekst: str) -> str:
    """Return the words of a decision. Raises RuleViolation when there are none."""
    schoon = check_text(tekst, "tekst").strip()
    if not schoon:
        raise RuleViolation("besluit_zonder_tekst", field="tekst")
    return schoon


def vastleggen(
    work: UnitOfWork,
    command: BesluitVastleggen,
    *,
    gevraagd: Mapping[str, Any] = MappingProxyType({}),
) -> Outcome:
    """Record a decision; ``gevraagd``: the columns of one that is asked of another body."""
    tekst = _check_tekst(command.tekst)
    check_besluittype(
        work, command.type_code, command.gremium_code, command.overleg_id, gevraagd=bool(gevraagd)
    )
    check_onderbouwing(work, command.type_code, command.onderbouwing)
    check_ingang(command.ingangsdatum, work.clock.today())
    achteraf = _achteraf(work, command.overleg_id)
    casus = work.get(Casus, command.casus_id)
    if command.overleg_id is not None:
        vereis_op_agenda(
            work, command.overleg_id, casus
        )  # what was decided there is recorded, also when it ended since
    else:
        check_handeling(Handeling.BESLUIT, casus.status, casus.nummer)
    check_plan(work, casus.id, command.type_code)
    besluit = work.add(
        Besluit(
            nummer=work.next_number(REEKS),
            casus_id=casus.id,
            overleg_id=command.overleg_id,
            type_code=command.type_code,
            gremium_code=command.gremium_code,
            tekst=tekst,
            onderbouwing=check_text(command.onderbouwing, "onderbouwing"),
            voorwaarden=check_text(command.voorwaarden, "voorwaarden"),
            afwijkende_mening=check_text(command.afwijkende_mening, "afwijkende_mening"),
            ingangsdatum=command.ingangsdatum,
            datum=work.clock.today(),
            achteraf=achteraf,
            created_at=work.clock.now(),
            **gevraagd,
        )
    )
    versie = bevries(work, besluit)
    weeg_voorbehoud(work, besluit.overleg_id)
    event = BesluitVastgelegd(
        id=besluit.id, nummer=besluit.nummer, planversie=versie.nummer if versie is not None else None
    )
    inverse = BesluitTerugnemen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer} {casus.nummer}")


def wijzigen(work: UnitOfWork, command: BesluitWijzigen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    work.expect(besluit, command.version)
    tekst = _check_tekst(command.tekst)
    if besluit.status is not Besluitstatus.VASTGELEGD:
        raise RuleViolation("besluit_niet_van_kracht", nummer=besluit.nummer)
    if besluit.overleg_id is not None and not besluit.achteraf:
        work.get(Overleg, besluit.overleg_id).vereis_wijzigbaar()
    anders = (command.type_code, command.gremium_code) != (besluit.type_code, besluit.gremium_code)
    als_voorheen = command.als_voorheen and work.retracing
    if anders and not als_voorheen:  # one that ended since may stay
        check_besluittype(
            work,
            command.type_code,
            command.gremium_code,
            besluit.overleg_id,
            gevraagd=besluit.vraagstand is not None,
        )
        check_onderbouwing(work, command.type_code, command.onderbouwing)
    if besluit.vraagstand is not None and not als_voorheen:
        check_vraag(work, besluit, command.type_code, command.antwoord_voor or besluit.antwoord_voor)
    if command.type_code != besluit.type_code:
        check_plan(work, besluit.casus_id, command.type_code, terug=als_voorheen)
    if command.ingangsdatum != besluit.ingangsdatum:
        check_ingang(command.ingangsdatum, besluit.datum)
    oud = {field: getattr(besluit, field) for field in _VELDEN}
    vraag = besluit.antwoord_voor
    for field in _VELDEN:
        value = getattr(command, field)
        setattr(besluit, field, check_text(value, field) if isinstance(value, str) else value)
    besluit.tekst = tekst
    if besluit.vraagstand is not None and command.antwoord_voor is not None:
        besluit.antwoord_voor = command.antwoord_voor
    work.session.flush()
    weg = ontdooi(work, besluit)
    if als_voorheen and command.planversie is not None:
        zet_terug(work, besluit, command.planversie)
    else:
        bevries(work, besluit)
    weeg_voorbehoud(work, besluit.overleg_id)
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitWijzigen(
        besluit_id=besluit.id, als_voorheen=True, antwoord_voor=vraag, planversie=weg, **oud
    )
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def intrekken(work: UnitOfWork, command: BesluitIntrekken) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    besluit.intrekken(check_text(command.reden, "reden"))
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitIntrekkingTerugnemen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def intrekking_terugnemen(work: UnitOfWork, command: BesluitIntrekkingTerugnemen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    vervanger = select(Besluit.id).where(
        Besluit.vervangt_id == besluit.id, Besluit.status != Besluitstatus.TERUGGENOMEN
    )
    if work.session.execute(vervanger.limit(1)).first():
        raise RuleViolation("besluit_is_vervangen", nummer=besluit.nummer)
    check_plan(work, besluit.casus_id, besluit.type_code, terug=True)
    inverse = BesluitIntrekken(besluit_id=besluit.id, reden=besluit.statusreden)
    besluit.intrekking_terugnemen()
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def vervangen(work: UnitOfWork, command: BesluitVervangen) -> Outcome:
    oud = work.get(Besluit, command.besluit_id)
    work.expect(oud, command.version)
    tekst = _check_tekst(command.tekst)
    if (command.type_code, command.gremium_code) != (oud.type_code, oud.gremium_code):
        check_besluittype(
            work,
            command.type_code,
            command.gremium_code,
            oud.overleg_id,
            gevraagd=bool(_gevraagd(oud, command)),
        )
        check_onderbouwing(work, command.type_code, command.onderbouwing)
    check_plan(work, oud.casus_id, command.type_code, terug=command.type_code == oud.type_code)
    if oud.vraagstand is not None and command.type_code == PLAN_VASTSTELLEN:
        raise RuleViolation("plan_wordt_niet_gevraagd", field="type_code")
    if command.ingangsdatum != oud.ingangsdatum:
        check_ingang(command.ingangsdatum, work.clock.today())
    oud.intrekken(check_text(command.reden, "reden"))
    nieuw = work.add(
        Besluit(
            nummer=work.next_number(REEKS),
            casus_id=oud.casus_id,
            overleg_id=oud.overleg_id,
            type_code=command.type_code,
            gremium_code=command.gremium_code,
            tekst=tekst,
            onderbouwing=check_text(command.onderbouwing, "onderbouwing"),
            voorwaarden=check_text(command.voorwaarden, "voorwaarden"),
            afwijkende_mening=check_text(command.afwijkende_mening, "afwijkende_mening"),
            ingangsdatum=command.ingangsdatum,
            datum=work.clock.today(),
            achteraf=_achteraf(work, oud.overleg_id),
            vervangt_id=oud.id,
            created_at=work.clock.now(),
            **_gevraagd(oud, command),
        )
    )
    if oud.type_code != PLAN_VASTSTELLEN:  # the version of the one it replaces stays what was adopted
        bevries(work, nieuw)
    weeg_voorbehoud(work, nieuw.overleg_id)
    event = BesluitVastgelegd(id=nieuw.id, nummer=nieuw.nummer)
    inverse = BesluitVervangingTerugnemen(besluit_id=nieuw.id)
    return Outcome(event, "besluit", nieuw.id, inverse, f"B-{nieuw.nummer} vervangt B-{oud.nummer}")


def _gevraagd(oud: Besluit, command: BesluitVervangen) -> dict[str, Any]:
    """Return what a decision keeps of the question it replaces; nothing when it is another body's decision now."""
    if command.gremium_code != oud.gremium_code:
        return {}
    velden = ("vraagstand", "antwoord_voor", "beantwoord_op", "beantwoord_door", "antwoord")
    return {veld: getattr(oud, veld) for veld in velden}


def _vervanging(work: UnitOfWork, besluit_id: str, status: Besluitstatus) -> tuple[Besluit, Besluit]:
    """Return (the decision that took the place, the one it replaced). Raises RuleViolation when the first is none or
    is not ``status``."""
    nieuw = work.get(Besluit, besluit_id)
    if nieuw.vervangt_id is None or nieuw.status is not status:
        raise RuleViolation("besluit_vervangt_niets", nummer=nieuw.nummer)
    return nieuw, work.get(Besluit, nieuw.vervangt_id)


def vervanging_terugnemen(work: UnitOfWork, command: BesluitVervangingTerugnemen) -> Outcome:
    nieuw, oud = _vervanging(work, command.besluit_id, Besluitstatus.VASTGELEGD)
    check_plan(work, oud.casus_id, oud.type_code, terug=True)
    inverse = BesluitVervangingHerstellen(besluit_id=nieuw.id, reden=oud.statusreden)
    oud.intrekking_terugnemen()
    nieuw.status = Besluitstatus.TERUGGENOMEN
    event = BesluitGewijzigd(id=nieuw.id, nummer=nieuw.nummer)
    return Outcome(event, "besluit", nieuw.id, inverse, f"B-{nieuw.nummer}")


def vervanging_herstellen(work: UnitOfWork, command: BesluitVervangingHerstellen) -> Outcome:
    nieuw, oud = _vervanging(work, command.besluit_id, Besluitstatus.TERUGGENOMEN)
    check_plan(work, nieuw.casus_id, nieuw.type_code, terug=True)
    oud.intrekken(check_text(command.reden, "reden"))
    nieuw.status = Besluitstatus.VASTGELEGD
    event = BesluitGewijzigd(id=nieuw.id, nummer=nieuw.nummer)
    inverse = BesluitVervangingTerugnemen(besluit_id=nieuw.id)
    return Outcome(event, "besluit", nieuw.id, inverse, f"B-{nieuw.nummer}")


def terugnemen(work: UnitOfWork, command: BesluitTerugnemen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if besluit.status is not Besluitstatus.VASTGELEGD:
        raise RuleViolation("besluit_niet_van_kracht", nummer=besluit.nummer)
    if besluit.vervangt_id is not None:
        raise RuleViolation("besluit_vervangt", nummer=besluit.nummer)
    if besluit.overleg_id is not None and not besluit.achteraf:
        work.get(Overleg, besluit.overleg_id).vereis_buiten_verslag()
    besluit.status = Besluitstatus.TERUGGENOMEN
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitHerstellen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def herstellen(work: UnitOfWork, command: BesluitHerstellen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if besluit.status is not Besluitstatus.TERUGGENOMEN:
        raise RuleViolation("besluit_niet_teruggenomen", nummer=besluit.nummer)
    if besluit.vervangt_id is not None:
        raise RuleViolation("besluit_vervangt", nummer=besluit.nummer)
    if besluit.overleg_id is not None:
        if not besluit.achteraf:
            work.get(Overleg, besluit.overleg_id).vereis_buiten_verslag()
        vereis_op_agenda(work, besluit.overleg_id, work.get(Casus, besluit.casus_id))
    check_plan(work, besluit.casus_id, besluit.type_code, terug=True)
    besluit.status = Besluitstatus.VASTGELEGD
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitTerugnemen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


HANDLERS = {
    BesluitVastleggen: vastleggen,
    BesluitWijzigen: wijzigen,
    BesluitIntrekken: intrekken,
    BesluitIntrekkingTerugnemen: intrekking_terugnemen,
    BesluitVervangen: vervangen,
    BesluitVervangingTerugnemen: vervanging_terugnemen,
    BesluitVervangingHerstellen: vervanging_herstellen,
    BesluitTerugnemen: terugnemen,
    BesluitHerstellen: herstellen,
}
