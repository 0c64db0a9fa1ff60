"""Acts on the agenda as a whole: fixing it, and taking that back. Formal, so with a counter-act and without undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from msgspec import Meta

from vhdesk.models import Overleg
from vhdesk.services.agenda import punten_van
from vhdesk.services.casus import Moment
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.heropening import vereis_reden
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Agendasoort


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVaststellen(Command):
    """Fix the agenda of a planned meeting as it stands. It can still change; what changes is listed as such."""

    overleg_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVastgesteld(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgesteldpunt:
    agendapunt_id: str
    casus_id: str | None
    soort: Agendasoort
    minuten: Annotated[int, Meta(ge=0, le=600)]
    titel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaststellingstand:
    """The agenda as it was fixed; only for undo of cancelling a meeting."""

    op: Moment
    door: str
    punten: tuple[Vastgesteldpunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVaststellingTerugnemen(Command):
    """Make the agenda a concept again, with a reason, while the meeting was not opened."""

    overleg_id: str
    reden: str


def vaststellen(work: UnitOfWork, command: AgendaVaststellen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    punten = punten_van(work, overleg.id)
    overleg.agenda_vaststellen(
        work.clock.now(),
        work.actor.naam,
        [[punt.id, punt.casus_id, punt.soort.value, punt.minuten, punt.titel] for punt in punten],
    )
    work.session.flush()
    event = AgendaVastgesteld(id=overleg.id)
    return Outcome(event, "overleg", overleg.id, None, f"{overleg.nummer}: {len(punten)} punten")


def terugnemen(work: UnitOfWork, command: AgendaVaststellingTerugnemen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    reden = vereis_reden(command.reden)
    overleg.agenda_vaststelling_terugnemen()
    work.session.flush()
    return Outcome(
        AgendaVastgesteld(id=overleg.id), "overleg", overleg.id, None, f"{overleg.nummer}: {reden}"
    )


def vaststellingstand(overleg: Overleg) -> Vaststellingstand | None:
    """Return what was fixed of the agenda of a meeting; None for a concept."""
    bewaard = overleg.vaststelling
    if bewaard is None:
        return None
    punten = tuple(
        Vastgesteldpunt(
            agendapunt_id=punt,
            casus_id=casus,
            soort=Agendasoort(soort),
            minuten=minuten,
            titel=titel[0] if titel else "",
        )
        for punt, casus, soort, minuten, *titel in bewaard["punten"]
    )
    return Vaststellingstand(op=datetime.fromisoformat(bewaard["op"]), door=bewaard["door"], punten=punten)


def vastgesteld(stand: Vaststellingstand) -> tuple[datetime, str, list[list[str | int | None]]]:
    """Return the same as the meeting keeps it: when, by whom, and the items."""
    punten: list[list[str | int | None]] = [
        [
            punt.agendapunt_id,
            punt.casus_id,
            punt.soort.value,
            punt.minuten,
            check_kort(punt.titel, "titel", 120),
        ]
        for punt in stand.punten
    ]
    return stand.op, check_kort(stand.door, "door", 200), punten


HANDLERS = {AgendaVaststellen: vaststellen, AgendaVaststellingTerugnemen: terugnemen}
