"""Acts on the agenda: which cases, in which order, how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import select

from vhdesk.agendasjabloon import plaats_van_casussen
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bespreekfase,
    Casus,
    Overleg,
    Zaalverlating,
)
from vhdesk.models.casushandeling import Handeling, check_handeling
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.services.casus import Moment, check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.grondslag import Ingevuld, neem_terug, vul_aan, vul_terug
from vhdesk.services.toegang import gasten_van, laat_toe
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import (
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Gebruikersrol,
    Overlegstatus,
    Puntstatus,
)

MAX_PUNTEN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAgenderen(Command):
    """Put a case on the agenda, by default as the last case (before the rondvraag). What it is shared on is filled in
    from the standard of the table where the case is silent; what stays empty keeps it off the agenda."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    casus_id: str
    minuten: int = 10
    positie: int | None = None
    notitie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusGeagendeerd(Event):
    overleg_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusVanAgendaHalen(Command):
    """Take a case off the agenda. ``standaard_terug`` only for undo: the fields that came with the agenda."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    standaard_terug: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntTerugzetten(Command):
    """Undo of taking a case off the agenda: the same item stands again, as far as the table was with it."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    overleg_id: str
    casus_id: str
    positie: int
    minuten: int
    notitie: str
    status: Puntstatus
    besproken_op: Moment | None = None
    ingevuld: tuple[Ingevuld, ...] = ()
    besloten: bool = False
    gast_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasussenAgenderen(Command):
    """Put cases on the agenda at once, in this order; all of them or none."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    casus_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasussenVanAgendaHalen(Command):
    """Undo of that: the same cases go off the agenda again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    punten: tuple[CasusVanAgendaHalen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntenTerugzetten(Command):
    """Undo of that: the same items stand again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    punten: tuple[AgendapuntTerugzetten, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntVerplaatsen(Command):
    """Move an item to ``positie`` (0 is the first). Fixed items may move too; opening stays first."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    positie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutenBepalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaGewijzigd(Event):
    overleg_id: str
    version: int = 0


def open_overleg(work: UnitOfWork, overleg_id: str) -> Overleg:
    """Return a meeting that may be changed. Raises NotFound, RuleViolation."""
    overleg = work.get(Overleg, overleg_id)
    overleg.vereis_wijzigbaar()
    return overleg


def punten_van(work: UnitOfWork, overleg_id: str) -> list[Agendapunt]:
    """Return the items of a meeting in their order."""
    return list(
        work.session.scalars(
            select(Agendapunt).where(Agendapunt.overleg_id == overleg_id).order_by(Agendapunt.volgorde)
        )
    )


def vereis_op_agenda(work: UnitOfWork, overleg_id: str, casus: Casus) -> None:
    """Raise RuleViolation when the meeting does not discuss the case: what it would decide on it is in no minutes."""
    op_agenda = select(Agendapunt.id).where(
        Agendapunt.overleg_id == overleg_id, Agendapunt.casus_id == casus.id
    )
    if not work.session.execute(op_agenda).first():
        raise RuleViolation("casus_niet_op_agenda", field="casus_id", nummer=casus.nummer)


def hernummer(work: UnitOfWork, punten: list[Agendapunt]) -> None:
    """Give the items the order in which they stand here."""
    for volgorde, punt in enumerate(punten):
        if punt.volgorde != volgorde:
            punt.volgorde = volgorde
            work.touch(punt)
    work.session.flush()


def check_minuten(minuten: int) -> int:
    """Return the minutes of an item. Raises RuleViolation for what no meeting has."""
    if not 0 <= minuten <= 600:
        raise RuleViolation("minuten_buiten_bereik", field="minuten")
    return minuten


def agenderen(work: UnitOfWork, command: CasusAgenderen) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    punt = Agendapunt(minuten=check_minuten(command.minuten), notitie=check_text(command.notitie, "notitie"))
    casus = work.get(Casus, command.casus_id)
    check_handeling(Handeling.AGENDEREN, casus.status, casus.nummer)
    ingevuld = _zet_op_agenda(work, overleg, casus, punt, command.positie)
    event = CasusGeagendeerd(id=punt.id, overleg_id=overleg.id)
    inverse = CasusVanAgendaHalen(agendapunt_id=punt.id, standaard_terug=ingevuld)
    return Outcome(event, "agendapunt", punt.id, inverse, f"{overleg.nummer} {casus.nummer}")


def _zet_op_agenda(
    work: UnitOfWork, overleg: Overleg, casus: Casus, punt: Agendapunt, positie: int | None
) -> tuple[str, ...]:
    """Add ``punt`` for the case at ``positie`` and return which of its fields were filled in. Raises RuleViolation
    when the case is there already, the agenda is full, or it is unknown on what the case is shared."""
    punten = punten_van(work, overleg.id)
    if any(ander.casus_id == casus.id for ander in punten):
        raise RuleViolation("casus_staat_op_agenda", field="casus_id", nummer=casus.nummer)
    if len(punten) >= MAX_PUNTEN:
        raise RuleViolation("agenda_vol", maximum=MAX_PUNTEN)
    ingevuld = vul_aan(work, casus, overleg.tafel_id)
    punt.overleg_id, punt.casus_id, punt.soort = overleg.id, casus.id, Agendasoort.CASUS
    punt.volgorde, punt.achteraf = len(punten), overleg.achteraf
    work.add(punt)
    punten.insert(_plaats(work, overleg, punten, positie), punt)
    hernummer(work, punten)
    return ingevuld


def _plaats(work: UnitOfWork, overleg: Overleg, punten: list[Agendapunt], positie: int | None) -> int:
    """Return where a new case goes: at ``positie``, or after the last case, or where the table has its cases."""
    if positie is not None:
        return max(1, min(positie, len(punten)))
    sjabloon = agendasjabloon(work.session, overleg.tafel_id).punten
    return plaats_van_casussen(sjabloon, [(punt.soort, punt.titel) for punt in punten])


def van_agenda_halen(work: UnitOfWork, command: CasusVanAgendaHalen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    if punt.casus_id is None:
        raise RuleViolation("vast_agendapunt")
    if not punt.achteraf:
        overleg.vereis_buiten_verslag()
    vereis_niet_begonnen(work, punt)
    inverse = AgendapuntTerugzetten(
        agendapunt_id=punt.id,
        overleg_id=overleg.id,
        casus_id=punt.casus_id,
        positie=punt.volgorde,
        minuten=punt.minuten,
        notitie=punt.notitie,
        status=punt.status,
        besproken_op=punt.besproken_op,
        besloten=punt.besloten,
        gast_ids=gasten_van(work, punt.id),
        ingevuld=neem_terug(work, work.get(Casus, punt.casus_id), command.standaard_terug, buiten=punt.id)
        if command.standaard_terug
        else (),
    )
    work.delete(punt)
    hernummer(work, punten_van(work, overleg.id))
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id)
    return Outcome(event, "agendapunt", punt.id, inverse, overleg.nummer)


def van_planning(work: UnitOfWork, casus: Casus, tafel_id: str | None = None) -> None:
    """Take a case that leaves off the agenda of every meeting that is still planned; with ``tafel_id`` it goes to that table
    and stays on the agendas there. Who sits at a table it left must not find it on the list (domein.md §2: partners get
    only what they take part in). A next date that was such a meeting goes too: who has the case now sets one. An item with
    a note or an outcome stays: nothing typed is lost, and the screen says that somebody must take it off."""
    gepland = (
        select(Agendapunt.id, Overleg.datum)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(Agendapunt.casus_id == casus.id, Agendapunt.notitie == "")
        .where(Overleg.status == Overlegstatus.GEPLAND)
    )
    if tafel_id is not None:
        gepland = gepland.where(Overleg.tafel_id != tafel_id)
    for punt_id, datum in work.session.execute(gepland).all():
        if _heeft_uitkomst(work, work.get(Agendapunt, punt_id)):
            continue
        van_agenda_halen(work, CasusVanAgendaHalen(agendapunt_id=punt_id))
        if casus.volgende_datum == datum:
            casus.volgende_datum = None


def _heeft_uitkomst(work: UnitOfWork, punt: Agendapunt) -> bool:
    """Whether anything came of the item: it was begun, or left a date, a phase, a person who left, a decision or an action."""
    if punt.begonnen_op is not None or punt.volgende_datum is not None:
        return True
    zaal = select(Zaalverlating.id).where(Zaalverlating.agendapunt_id == punt.id).limit(1)
    fase = select(Bespreekfase.id).where(Bespreekfase.agendapunt_id == punt.id).limit(1)
    if any(work.session.execute(each).first() for each in (zaal, fase)):
        return True
    return punt.casus_id is not None and bool(_uitkomsten(work, punt.overleg_id, punt.casus_id))


def vereis_niet_begonnen(work: UnitOfWork, punt: Agendapunt) -> None:
    """Raise RuleViolation when anything came of the item already."""
    if _heeft_uitkomst(work, punt):
        raise RuleViolation("agendapunt_heeft_uitkomst", id=punt.id)


def terugzetten(work: UnitOfWork, command: AgendapuntTerugzetten) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    punt = Agendapunt(
        id=check_terug(work, Agendapunt, command.agendapunt_id),
        minuten=check_minuten(command.minuten),
        notitie=check_text(command.notitie, "notitie"),
        status=command.status,
        besproken_op=command.besproken_op,
        besloten=command.besloten,
    )
    casus = work.get(Casus, command.casus_id)
    leeg = casus.ontbreekt()
    vul_terug(work, casus, command.ingevuld)
    _zet_op_agenda(work, overleg, casus, punt, command.positie)
    laat_toe(work, punt, command.gast_ids)
    event = CasusGeagendeerd(id=punt.id, overleg_id=overleg.id)
    inverse = CasusVanAgendaHalen(agendapunt_id=punt.id, standaard_terug=leeg)
    return Outcome(event, "agendapunt", punt.id, inverse, f"{overleg.nummer} {casus.nummer}")


def alle_agenderen(work: UnitOfWork, command: CasussenAgenderen) -> Outcome:
    losse = [
        agenderen(work, CasusAgenderen(overleg_id=command.overleg_id, casus_id=casus_id))
        for casus_id in command.casus_ids
    ]
    terug = tuple(each.inverse for each in losse if isinstance(each.inverse, CasusVanAgendaHalen))
    return _samen(
        work, command.overleg_id, CasussenVanAgendaHalen(overleg_id=command.overleg_id, punten=terug)
    )


def alle_van_agenda_halen(work: UnitOfWork, command: CasussenVanAgendaHalen) -> Outcome:
    losse = [van_agenda_halen(work, _hier(work, command.overleg_id, punt)) for punt in command.punten[::-1]]
    terug = tuple(each.inverse for each in losse[::-1] if isinstance(each.inverse, AgendapuntTerugzetten))
    return _samen(
        work, command.overleg_id, AgendapuntenTerugzetten(overleg_id=command.overleg_id, punten=terug)
    )


def alle_terugzetten(work: UnitOfWork, command: AgendapuntenTerugzetten) -> Outcome:
    losse = [terugzetten(work, replace(punt, overleg_id=command.overleg_id)) for punt in command.punten]
    terug = tuple(each.inverse for each in losse if isinstance(each.inverse, CasusVanAgendaHalen))
    return _samen(
        work, command.overleg_id, CasussenVanAgendaHalen(overleg_id=command.overleg_id, punten=terug)
    )


def _hier(work: UnitOfWork, overleg_id: str, punt: CasusVanAgendaHalen) -> CasusVanAgendaHalen:
    """Return ``punt`` when it is an item of this meeting. Raises NotFound."""
    if work.get(Agendapunt, punt.agendapunt_id).overleg_id != overleg_id:
        raise NotFound("niet_gevonden", soort="agendapunt", id=punt.agendapunt_id)
    return punt


def _samen(
    work: UnitOfWork, overleg_id: str, inverse: CasussenVanAgendaHalen | AgendapuntenTerugzetten
) -> Outcome:
    """Return the outcome of one act on several items. Raises RuleViolation when there were none."""
    if not inverse.punten:
        raise RuleViolation("geen_casussen_gekozen", field="casus_ids")
    overleg = open_overleg(work, overleg_id)
    event = AgendaGewijzigd(id=inverse.punten[0].agendapunt_id, overleg_id=overleg.id)
    return Outcome(event, "overleg", overleg.id, inverse, f"{overleg.nummer}: {len(inverse.punten)}")


def _uitkomsten(work: UnitOfWork, overleg_id: str, casus_id: str) -> bool:
    """Return whether this meeting already decided something on the case."""
    besluit = select(Besluit.id).where(
        Besluit.overleg_id == overleg_id,
        Besluit.casus_id == casus_id,
        Besluit.status != Besluitstatus.TERUGGENOMEN,
    )
    actie = select(Actie.id).where(
        Actie.overleg_id == overleg_id, Actie.casus_id == casus_id, Actie.status != Actiestatus.TERUGGENOMEN
    )
    return any(work.session.execute(statement.limit(1)).first() for statement in (besluit, actie))


def verplaatsen(work: UnitOfWork, command: AgendapuntVerplaatsen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    punten = punten_van(work, overleg.id)
    oud = next(index for index, ander in enumerate(punten) if ander.id == punt.id)
    if punt.soort is Agendasoort.OPENING:
        raise RuleViolation("opening_blijft_eerst")
    punten.insert(max(1, min(command.positie, len(punten) - 1)), punten.pop(oud))
    hernummer(work, punten)
    inverse = AgendapuntVerplaatsen(agendapunt_id=punt.id, positie=oud)
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse, overleg.nummer)


def minuten_bepalen(work: UnitOfWork, command: MinutenBepalen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    inverse = MinutenBepalen(agendapunt_id=punt.id, minuten=punt.minuten)
    punt.minuten = check_minuten(command.minuten)
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse, f"{command.minuten} min")


HANDLERS = {
    CasusAgenderen: agenderen,
    CasusVanAgendaHalen: van_agenda_halen,
    CasussenAgenderen: alle_agenderen,
    CasussenVanAgendaHalen: alle_van_agenda_halen,
    AgendapuntenTerugzetten: alle_terugzetten,
    AgendapuntTerugzetten: terugzetten,
    AgendapuntVerplaatsen: verplaatsen,
    MinutenBepalen: minuten_bepalen,
}
