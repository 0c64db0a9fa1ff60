"""Doing a duty: telling the municipality after Code Rood, giving the referrer the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Casusgebeurtenis, Plicht
from vhdesk.queries.caseload import caseload_stand
from vhdesk.services.casus import check_text
from vhdesk.services.casusverloop import noteer
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebeurtenissoort
from vhdesk.vocabulary_triage import Plichtsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtVervullen(Command):
    """Say that a duty was done: ``wijze`` tells who was told and how, ``op`` when (None: today)."""

    plicht_id: str
    wijze: str
    op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtHeropenen(Command):
    """Undo: the duty is open again."""

    plicht_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtGewijzigd(Event):
    casus_id: str


def vervullen(work: UnitOfWork, command: PlichtVervullen) -> Outcome:
    plicht = work.get(Plicht, command.plicht_id)
    casus = work.get(Casus, plicht.casus_id)
    op = command.op or work.clock.today()
    if op > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="op")
    if plicht.soort is Plichtsoort.TOP_X_KEUZE and caseload_stand(work.session, casus.tafel_id).over:
        raise RuleViolation("top_x_keuze_open", field="wijze")
    plicht.vervullen(check_text(command.wijze, "wijze"), op)
    if plicht.soort is Plichtsoort.TERUGKOPPELING:
        noteer(work, casus, Gebeurtenissoort.TERUGGEKOPPELD, toelichting=plicht.wijze, datum=op)
    work.session.flush()
    event = PlichtGewijzigd(id=plicht.id, casus_id=casus.id)
    return Outcome(event, "casus", casus.id, PlichtHeropenen(plicht_id=plicht.id), plicht.soort.value)


def heropenen(work: UnitOfWork, command: PlichtHeropenen) -> Outcome:
    plicht = work.get(Plicht, command.plicht_id)
    casus = work.get(Casus, plicht.casus_id)
    if plicht.gedaan_op is None:
        raise RuleViolation("plicht_niet_gedaan")
    inverse = PlichtVervullen(plicht_id=plicht.id, wijze=plicht.wijze, op=plicht.gedaan_op)
    plicht.heropenen()
    if plicht.soort is Plichtsoort.TERUGKOPPELING:
        gegeven = select(Casusgebeurtenis.id).where(
            Casusgebeurtenis.casus_id == casus.id, Casusgebeurtenis.soort == Gebeurtenissoort.TERUGGEKOPPELD
        )
        laatste = work.session.scalars(gegeven.order_by(Casusgebeurtenis.volgnr.desc()).limit(1)).first()
        noteer(work, casus, Gebeurtenissoort.TERUGGENOMEN, betreft_id=laatste)
    work.session.flush()
    return Outcome(
        PlichtGewijzigd(id=plicht.id, casus_id=casus.id), "casus", casus.id, inverse, plicht.soort.value
    )


HANDLERS = {PlichtVervullen: vervullen, PlichtHeropenen: heropenen}
