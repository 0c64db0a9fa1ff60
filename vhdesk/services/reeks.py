"""Acts on the series of a table: how often it meets, and planning its next meetings at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.herhaling import herhaling_woorden, lees_herhaling
from vhdesk.models import Medewerker, Tafel
from vhdesk.queries.instelling import REEKS
from vhdesk.queries.reeks import reeksvoorstel
from vhdesk.services.command import BEHEER, TAFEL, VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.overleg import (
    OverlegAfzeggen,
    OverlegHerstellen,
    OverlegPlannen,
    afzeggen,
    herstellen,
    plannen,
)
from vhdesk.services.tafelinstelling import nieuwe_versie
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol

MAX_AANTAL = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class ReeksInstellen(Command):
    """Set how often a table meets, in words ("elke twee weken op woensdag, 13:30"), and who usually chairs. Empty words:
    what its own 'hoe vaak' says. Earlier versions stay readable."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str
    regel: str
    voorzitter_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverleggenPlannen(Command):
    """Plan the next ``aantal`` meetings of a table by its series, after what is planned already; a holiday is passed
    over. ``voorzitter_id`` None: who usually chairs."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    tafel_id: str
    aantal: int
    voorzitter_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverleggenGepland(Event):
    """``id``: the first of the meetings. ``feestdagen``: the days that were passed over."""

    data: tuple[date, ...]
    feestdagen: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverleggenAfzeggen(Command):
    """Undo of that: the planned meetings go."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    tafel_id: str
    overleg_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverleggenHerstellen(Command):
    """Undo of that: the same meetings stand again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    tafel_id: str
    overleggen: tuple[OverlegHerstellen, ...]


def reeks_instellen(work: UnitOfWork, command: ReeksInstellen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    if command.voorzitter_id is not None:
        work.get(Medewerker, command.voorzitter_id)
    gelezen = lees_herhaling(command.regel)
    if gelezen is None and command.regel.strip():
        raise RuleViolation("herhaling_onbekend", field="regel")
    waarde = {
        "regel": gelezen.regel if gelezen else "",
        "begintijd": f"{gelezen.begintijd:%H:%M}" if gelezen and gelezen.begintijd else "",
        "voorzitter_id": command.voorzitter_id,
    }
    woorden = herhaling_woorden(gelezen.regel, gelezen.begintijd) if gelezen else "zoals 'hoe vaak' zegt"
    return nieuwe_versie(work, tafel, REEKS, waarde, f"reeks: {woorden}")


def reeks_plannen(work: UnitOfWork, command: OverleggenPlannen) -> Outcome:
    if not 1 <= command.aantal <= MAX_AANTAL:
        raise RuleViolation("aantal_overleggen", field="aantal", maximum=MAX_AANTAL)
    tafel = work.get(Tafel, command.tafel_id)
    voorstel = reeksvoorstel(work.session, tafel.id, op=work.clock.today(), aantal=command.aantal)
    reeks = voorstel.reeks
    if reeks is None:
        raise RuleViolation("tafel_zonder_reeks", field="tafel_id")
    begin = datetime.combine(date(2000, 1, 1), reeks.begintijd)
    data = tuple(dag.datum for dag in voorstel.dagen if not dag.feestdag)
    losse = [
        plannen(
            work,
            OverlegPlannen(
                tafel_id=tafel.id,
                datum=datum,
                begintijd=reeks.begintijd,
                eindtijd=(begin + timedelta(minutes=tafel.duur_minuten)).time(),
                voorzitter_id=command.voorzitter_id or _nog_hier(work, reeks.voorzitter_id),
            ),
        )
        for datum in data
    ]
    ids = tuple(each.event.id for each in losse)
    event = OverleggenGepland(
        id=ids[0], data=data, feestdagen=tuple(dag.datum for dag in voorstel.dagen if dag.feestdag)
    )
    terug = OverleggenAfzeggen(tafel_id=tafel.id, overleg_ids=ids)
    return Outcome(event, "tafel", tafel.id, terug, f"{len(ids)} overleggen")


def _nog_hier(work: UnitOfWork, medewerker_id: str | None) -> str | None:
    """Return who usually chairs, None when he or she left."""
    wie = work.session.get(Medewerker, medewerker_id) if medewerker_id else None
    return wie.id if wie is not None and wie.actief else None


def reeks_afzeggen(work: UnitOfWork, command: OverleggenAfzeggen) -> Outcome:
    losse = [afzeggen(work, OverlegAfzeggen(overleg_id=each)) for each in command.overleg_ids]
    weg = tuple(each.inverse for each in losse if isinstance(each.inverse, OverlegHerstellen))
    if not weg:
        raise RuleViolation("geen_overleggen_gekozen", field="overleg_ids")
    if any(each.gepland.tafel_id != command.tafel_id for each in weg):
        raise RuleViolation("overleg_van_andere_tafel", field="tafel_id")
    event = OverleggenGepland(id=weg[0].overleg_id, data=())
    terug = OverleggenHerstellen(tafel_id=command.tafel_id, overleggen=weg)
    return Outcome(event, "tafel", command.tafel_id, terug, f"{len(weg)} overleggen")


def reeks_herstellen(work: UnitOfWork, command: OverleggenHerstellen) -> Outcome:
    losse = [herstellen(work, each) for each in command.overleggen]
    if not losse:
        raise RuleViolation("geen_overleggen_gekozen", field="overleggen")
    if any(each.gepland.tafel_id != command.tafel_id for each in command.overleggen):
        raise RuleViolation("overleg_van_andere_tafel", field="tafel_id")
    ids = tuple(each.event.id for each in losse)
    event = OverleggenGepland(id=ids[0], data=tuple(each.gepland.datum for each in command.overleggen))
    terug = OverleggenAfzeggen(tafel_id=command.tafel_id, overleg_ids=ids)
    return Outcome(event, "tafel", command.tafel_id, terug, f"{len(ids)} overleggen")


HANDLERS = {
    ReeksInstellen: reeks_instellen,
    OverleggenPlannen: reeks_plannen,
    OverleggenAfzeggen: reeks_afzeggen,
    OverleggenHerstellen: reeks_herstellen,
}
