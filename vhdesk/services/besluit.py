"""Acts on decisions: record, change while the meeting runs, withdraw with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit, Casus, Overleg, Referentiewaarde
from vhdesk.services.agenda import vereis_op_agenda
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Besluitstatus, Overlegstatus

REEKS = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVastleggen(Command):
    """Record a decision on a case, in a meeting or outside one (``overleg_id`` None)."""

    casus_id: str
    tekst: str
    overleg_id: str | None = None
    type_code: str = "afspraak"
    gremium_code: str = "werktafel"
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVastgelegd(Event):
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitWijzigen(Command):
    """Change the words of a decision while its meeting is not closed. ``als_voorheen`` only for undo: type and
    body stand again as they were, also when they can no longer be chosen."""

    besluit_id: str
    tekst: str
    type_code: str
    gremium_code: str
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None
    als_voorheen: bool = False
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
class BesluitTerugnemen(Command):
    """Undo of recording: the decision disappears from lists, its number is never used again."""

    besluit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitHerstellen(Command):
    """Bring back a decision that was taken back by a slip of the hand, while its meeting is not closed."""

    besluit_id: str


def check_besluittype(work: UnitOfWork, type_code: str, gremium_code: str) -> None:
    """Raise RuleViolation when the type does not exist or the body may not take it.

    Source: besluittypen with the gremium that may take them (jaarplan NOG 2017: 'welk gremium').
    """
    waarde = work.session.scalars(
        select(Referentiewaarde).where(
            Referentiewaarde.lijst_code == "besluittypen",
            Referentiewaarde.code == type_code,
            Referentiewaarde.versie_tot.is_(None),
        )
    ).one_or_none()
    if waarde is None:
        raise RuleViolation("besluittype_onbekend", field="type_code")
    gremia = waarde.kenmerken.get("gremia") or []
    if gremia and gremium_code not in gremia:
        raise RuleViolation("gremium_niet_bevoegd", field="gremium_code", type=type_code)


def _achteraf(work: UnitOfWork, overleg_id: str | None) -> bool:
    """Return whether the meeting is already closed: what comes now is 'achteraf toegevoegd'."""
    if overleg_id is None:
        return False
    overleg = work.get(Overleg, overleg_id)
    if overleg.status is Overlegstatus.GEPLAND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    return overleg.status is Overlegstatus.GESLOTEN


def _check_tekst(tekst: str) -> str:
    """Return the words of a decision. Raises RuleViolation when there are none."""
    schoon = check_text(tekst, "tekst").strip()
    if not schoon:
        raise RuleViolation("besluit_zonder_tekst", field="tekst")
    return schoon


def vastleggen(work: UnitOfWork, command: BesluitVastleggen) -> Outcome:
    tekst = _check_tekst(command.tekst)
    check_besluittype(work, command.type_code, command.gremium_code)
    achteraf = _achteraf(work, command.overleg_id)
    casus = work.get(Casus, command.casus_id)
    if command.overleg_id is not None:
        vereis_op_agenda(work, command.overleg_id, casus)
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
        )
    )
    event = BesluitVastgelegd(id=besluit.id, nummer=besluit.nummer)
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
    if anders and not command.als_voorheen:  # one that ended since may stay
        check_besluittype(work, command.type_code, command.gremium_code)
    fields = (
        "tekst",
        "type_code",
        "gremium_code",
        "onderbouwing",
        "voorwaarden",
        "afwijkende_mening",
        "ingangsdatum",
    )
    oud = {field: getattr(besluit, field) for field in fields}
    inverse = BesluitWijzigen(besluit_id=besluit.id, als_voorheen=True, **oud)
    for field in fields:
        value = getattr(command, field)
        setattr(besluit, field, check_text(value, field) if isinstance(value, str) else value)
    besluit.tekst = tekst
    work.session.flush()
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def intrekken(work: UnitOfWork, command: BesluitIntrekken) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    besluit.intrekken(check_text(command.reden, "reden"))
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    return Outcome(event, "besluit", besluit.id, None, f"B-{besluit.nummer}")


def terugnemen(work: UnitOfWork, command: BesluitTerugnemen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if besluit.status is not Besluitstatus.VASTGELEGD:
        raise RuleViolation("besluit_niet_van_kracht", nummer=besluit.nummer)
    if besluit.overleg_id is not None and not besluit.achteraf:
        work.get(Overleg, besluit.overleg_id).vereis_wijzigbaar()
    besluit.status = Besluitstatus.TERUGGENOMEN
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitHerstellen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


def herstellen(work: UnitOfWork, command: BesluitHerstellen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if besluit.status is not Besluitstatus.TERUGGENOMEN:
        raise RuleViolation("besluit_niet_teruggenomen", nummer=besluit.nummer)
    if besluit.overleg_id is not None:
        if not besluit.achteraf:
            work.get(Overleg, besluit.overleg_id).vereis_wijzigbaar()
        vereis_op_agenda(work, besluit.overleg_id, work.get(Casus, besluit.casus_id))
    besluit.status = Besluitstatus.VASTGELEGD
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    inverse = BesluitTerugnemen(besluit_id=besluit.id)
    return Outcome(event, "besluit", besluit.id, inverse, f"B-{besluit.nummer}")


HANDLERS = {
    BesluitVastleggen: vastleggen,
    BesluitWijzigen: wijzigen,
    BesluitIntrekken: intrekken,
    BesluitTerugnemen: terugnemen,
    BesluitHerstellen: herstellen,
}
