"""Acts while the table works through the agenda: how far it is, the notes, and when a case comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Casus
from vhdesk.queries.schorsing import laatste_zittingsdag
from vhdesk.services.agenda import AgendaGewijzigd, open_overleg, punten_van
from vhdesk.services.casus import CasusGewijzigd, Moment, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.schorsing import vereis_niet_geschorst
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import (
    Gebruikersrol,
    Overlegstatus,
    Puntstatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntBeginnen(Command):
    """The table turns to this item; the one before it, if still 'bezig', becomes 'besproken'."""

    agendapunt_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntStatusBepalen(Command):
    agendapunt_id: str
    status: Puntstatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntstand:
    """How far the table was with an item."""

    agendapunt_id: str
    status: Puntstatus
    begonnen_op: Moment | None
    besproken_op: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntStandTerugzetten(Command):
    """Undo of beginning an item or of its status: the items of one meeting are as far as they were."""

    overleg_id: str
    standen: tuple[Puntstand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotitieSchrijven(Command):
    """Store the notes of an item. ``version``: the version the writer started from."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    merge_field: ClassVar[str] = "agendapunt_id"
    agendapunt_id: str
    tekst: str
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolgendeDatumBepalen(Command):
    """Say when the case returns to the table; None: not known yet."""

    agendapunt_id: str
    datum: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolgendeDatumVanCasusBepalen(Command):
    """Say outside a meeting when the case returns to the table; None: not known yet. ``als_voorheen`` only for undo:
    the date stands again, also when it has passed."""

    casus_id: str
    datum: date | None
    als_voorheen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VolgendeDatumTerugnemen(Command):
    """Undo of the next date: item and case get back what each had."""

    agendapunt_id: str
    datum: date | None
    datum_casus: date | None


def beginnen(work: UnitOfWork, command: AgendapuntBeginnen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    if overleg.status is not Overlegstatus.LOPEND:
        raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
    vereis_niet_geschorst(work, overleg.id)
    now = work.clock.now()
    bezig = [p for p in punten_van(work, overleg.id) if p.id != punt.id and p.status is Puntstatus.BEZIG]
    inverse = _standen(overleg.id, [*bezig, punt])
    for ander in bezig:
        ander.status, ander.besproken_op = Puntstatus.BESPROKEN, now
        work.touch(ander)
    punt.status = Puntstatus.BEZIG
    punt.begonnen_op = punt.begonnen_op or now
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse, overleg.nummer)


def _standen(overleg_id: str, punten: list[Agendapunt]) -> AgendapuntStandTerugzetten:
    """Return the act that makes ``punten`` again as they are now."""
    standen = tuple(
        Puntstand(
            agendapunt_id=punt.id,
            status=punt.status,
            begonnen_op=punt.begonnen_op,
            besproken_op=punt.besproken_op,
        )
        for punt in punten
    )
    return AgendapuntStandTerugzetten(overleg_id=overleg_id, standen=standen)


def stand_terugzetten(work: UnitOfWork, command: AgendapuntStandTerugzetten) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    punten = [work.get(Agendapunt, stand.agendapunt_id) for stand in command.standen]
    if any(punt.overleg_id != overleg.id for punt in punten):
        raise RuleViolation("agendapunt_ander_overleg", field="standen")
    inverse = _standen(overleg.id, punten)
    for punt, stand in zip(punten, command.standen, strict=True):
        punt.status = stand.status
        punt.begonnen_op, punt.besproken_op = stand.begonnen_op, stand.besproken_op
    work.session.flush()
    event = AgendaGewijzigd(id=overleg.id, overleg_id=overleg.id)
    return Outcome(event, "overleg", overleg.id, inverse, overleg.nummer)


def status_bepalen(work: UnitOfWork, command: AgendapuntStatusBepalen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    inverse = _standen(overleg.id, [punt])
    punt.status = command.status
    punt.besproken_op = work.clock.now() if command.status is Puntstatus.BESPROKEN else None
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse, command.status.value)


def notitie_schrijven(work: UnitOfWork, command: NotitieSchrijven) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    work.expect(punt, command.version)
    inverse = NotitieSchrijven(agendapunt_id=punt.id, tekst=punt.notitie)
    punt.notitie = check_text(command.tekst, "notitie")
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse)


def volgende_datum_bepalen(work: UnitOfWork, command: VolgendeDatumBepalen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    if punt.casus_id is None:
        raise RuleViolation("vast_agendapunt")
    zitting = laatste_zittingsdag(work.session, overleg.id, overleg.datum)
    if command.datum is not None and command.datum <= zitting:
        raise RuleViolation("volgende_datum_na_overleg", field="datum")
    casus = work.get(Casus, punt.casus_id)
    inverse = VolgendeDatumTerugnemen(
        agendapunt_id=punt.id, datum=punt.volgende_datum, datum_casus=casus.volgende_datum
    )
    punt.volgende_datum = casus.volgende_datum = command.datum
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    note = command.datum.isoformat() if command.datum else ""
    return Outcome(event, "agendapunt", punt.id, inverse, note)


def volgende_datum_terugnemen(work: UnitOfWork, command: VolgendeDatumTerugnemen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    if punt.casus_id is None:
        raise RuleViolation("vast_agendapunt")
    casus = work.get(Casus, punt.casus_id)
    inverse = VolgendeDatumTerugnemen(
        agendapunt_id=punt.id, datum=punt.volgende_datum, datum_casus=casus.volgende_datum
    )
    punt.volgende_datum, casus.volgende_datum = command.datum, command.datum_casus
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse)


def volgende_datum_van_casus_bepalen(work: UnitOfWork, command: VolgendeDatumVanCasusBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    voorbij = command.datum is not None and command.datum < work.clock.today()
    if voorbij and not (command.als_voorheen and work.retracing):
        raise RuleViolation("termijn_verstreken", field="datum")
    inverse = VolgendeDatumVanCasusBepalen(casus_id=casus.id, datum=casus.volgende_datum, als_voorheen=True)
    casus.volgende_datum = command.datum
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    note = command.datum.isoformat() if command.datum else ""
    return Outcome(event, "casus", casus.id, inverse, note)


HANDLERS = {
    AgendapuntBeginnen: beginnen,
    AgendapuntStatusBepalen: status_bepalen,
    AgendapuntStandTerugzetten: stand_terugzetten,
    NotitieSchrijven: notitie_schrijven,
    VolgendeDatumBepalen: volgende_datum_bepalen,
    VolgendeDatumVanCasusBepalen: volgende_datum_van_casus_bepalen,
    VolgendeDatumTerugnemen: volgende_datum_terugnemen,
}
