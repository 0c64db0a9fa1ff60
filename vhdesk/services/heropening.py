"""Counter-acts on a meeting that was opened or closed: formal, so with a reason and without undo."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bespreekfase,
    Heropening,
    Overleg,
    Schorsing,
    Voorzitterwissel,
    Zaalverlating,
)
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.deelnemer import OverlegGewijzigd
from vhdesk.services.schorsing import vereis_niet_geschorst
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Puntstatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegHeropenen(Command):
    """Open a closed meeting again, with a reason that its next minutes show. The minutes that were made stay as they
    are; what is recorded from now on is 'achteraf toegevoegd', and closing makes the next version."""

    overleg_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegHeropend(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegOpeningTerugdraaien(Command):
    """Make a meeting that was opened too early a planned one again, as long as nothing was decided in it. Attendance
    and notes stay."""

    overleg_id: str
    reden: str


def vereis_reden(tekst: str) -> str:
    """Return the reason. Raises RuleViolation when there is none."""
    reden = check_text(tekst, "reden").strip()
    if not reden:
        raise RuleViolation("reden_ontbreekt", field="reden")
    return reden


def heropenen(work: UnitOfWork, command: OverlegHeropenen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    reden = vereis_reden(command.reden)
    gesloten_op = overleg.gesloten_op
    overleg.heropenen()
    assert gesloten_op is not None  # a closed meeting has its moment
    laatste = select(func.max(Heropening.volgnr)).where(Heropening.overleg_id == overleg.id)
    work.add(
        Heropening(
            overleg_id=overleg.id,
            volgnr=(work.session.scalar(laatste) or 0) + 1,
            reden=reden,
            gesloten_op=gesloten_op,
            tijdstip=work.clock.now(),
            actor_id=work.actor.id,
            actor=work.actor.naam,
        )
    )
    return Outcome(OverlegHeropend(id=overleg.id), "overleg", overleg.id, None, f"{overleg.nummer}: {reden}")


def opening_terugdraaien(work: UnitOfWork, command: OverlegOpeningTerugdraaien) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    reden = vereis_reden(command.reden)
    vereis_niet_geschorst(work, overleg.id)
    overleg.opening_terugdraaien()
    for tabel, weg in ((Besluit, Besluitstatus.TERUGGENOMEN), (Actie, Actiestatus.TERUGGENOMEN)):
        staat = select(tabel.id).where(tabel.overleg_id == overleg.id, tabel.status != weg).limit(1)
        if work.session.execute(staat).first():
            raise RuleViolation("opening_heeft_uitkomst", nummer=overleg.nummer)
    punten = list(work.session.scalars(select(Agendapunt).where(Agendapunt.overleg_id == overleg.id)))
    verlaten = select(Zaalverlating).where(Zaalverlating.agendapunt_id.in_([punt.id for punt in punten]))
    fasen = select(Bespreekfase).where(Bespreekfase.agendapunt_id.in_([punt.id for punt in punten]))
    breuken = select(Schorsing).where(Schorsing.overleg_id == overleg.id)
    wissels = list(
        work.session.scalars(
            select(Voorzitterwissel)
            .where(Voorzitterwissel.overleg_id == overleg.id)
            .order_by(Voorzitterwissel.volgnr)
        )
    )
    if wissels:
        overleg.voorzitter_id = wissels[0].van_id
    for rij in (
        *work.session.scalars(verlaten),
        *work.session.scalars(fasen),
        *work.session.scalars(breuken),
        *wissels,
    ):
        work.delete(rij)
    for punt in punten:
        punt.status, punt.begonnen_op, punt.besproken_op = Puntstatus.OPEN, None, None
        work.touch(punt)
    event = OverlegGewijzigd(id=overleg.id)
    return Outcome(event, "overleg", overleg.id, None, f"{overleg.nummer}: {reden}")


HANDLERS = {OverlegHeropenen: heropenen, OverlegOpeningTerugdraaien: opening_terugdraaien}
