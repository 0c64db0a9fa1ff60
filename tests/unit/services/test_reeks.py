"""The series of a table: read from its words, versioned, and planned in one act that undo takes back."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.reeks import reeks_van, reeksvoorstel
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.reeks import (
    OverleggenAfzeggen,
    OverleggenHerstellen,
    OverleggenPlannen,
    ReeksInstellen,
)


def test_how_often_is_read_until_the_series_is_set(desk: Desk) -> None:
    tafel, wie = meldingen.tafel(desk), meldingen.collega(desk)
    shipped = desk.ask(reeks_van, tafel)
    assert shipped is not None and not shipped.eigen
    assert shipped.woorden == "elke twee weken op woensdag, 13:30"
    desk.execute(ReeksInstellen(tafel_id=tafel, regel="eerste dinsdag van de maand, 9:00", voorzitter_id=wie))
    eigen = desk.ask(reeks_van, tafel)
    assert eigen is not None and eigen.eigen
    assert (eigen.woorden, eigen.begintijd, eigen.voorzitter_id) == (
        "eerste dinsdag van de maand, 09:00", time(9), wie,
    )  # fmt: skip
    with pytest.raises(RuleViolation, match="herhaling_onbekend"):
        desk.execute(ReeksInstellen(tafel_id=tafel, regel="af en toe"))
    desk.execute(ReeksInstellen(tafel_id=tafel, regel=" "))
    assert desk.ask(reeks_van, tafel) == shipped


def test_the_next_meetings_are_planned_in_one_act(desk: Desk) -> None:
    tafel, wie = meldingen.tafel(desk), meldingen.collega(desk)
    desk.execute(ReeksInstellen(tafel_id=tafel, regel="elke vrijdag, 10:00", voorzitter_id=wie))
    desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 11)))
    voorstel = desk.ask(reeksvoorstel, tafel, op=date(2026, 12, 2), aantal=2)
    assert [(dag.datum, dag.feestdag) for dag in voorstel.dagen] == [
        (date(2026, 12, 18), ""),
        (date(2026, 12, 25), "Eerste kerstdag"),
        (date(2027, 1, 1), "Nieuwjaarsdag"),
        (date(2027, 1, 8), ""),
    ]
    event = desk.execute(OverleggenPlannen(tafel_id=tafel, aantal=2))
    assert (event.data, event.feestdagen) == (
        (date(2026, 12, 18), date(2027, 1, 8)), (date(2026, 12, 25), date(2027, 1, 1)),
    )  # fmt: skip
    gepland = {rij.datum: rij for rij in desk.ask(overleggen)}
    assert set(gepland) == {date(2026, 12, 11), *event.data}
    rij = gepland[date(2027, 1, 8)]
    assert (rij.begintijd, rij.eindtijd, rij.voorzitter_id) == (time(10), time(12), wie)
    assert desk.undo() == "Overleggen plannen"
    assert [rij.datum for rij in desk.ask(overleggen)] == [date(2026, 12, 11)]
    assert desk.redo() is not None
    assert {rij.id: rij.nummer for rij in desk.ask(overleggen)} == {
        rij.id: rij.nummer for rij in gepland.values()
    }


def test_what_cannot_be_planned_is_refused_and_nothing_stored(desk: Desk) -> None:
    tafel, ander = meldingen.tafel(desk), meldingen.tafel(desk, "Werktafel Almelo")
    for aantal in (0, 27):
        with pytest.raises(RuleViolation, match="aantal_overleggen"):
            desk.execute(OverleggenPlannen(tafel_id=tafel, aantal=aantal))
    with pytest.raises(NotFound):
        desk.execute(OverleggenPlannen(tafel_id="0" * 32, aantal=1))
    overleg = desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 16))).id
    for command, code in (
        (OverleggenAfzeggen(tafel_id=tafel, overleg_ids=()), "geen_overleggen_gekozen"),
        (OverleggenAfzeggen(tafel_id=ander, overleg_ids=(overleg,)), "overleg_van_andere_tafel"),
        (OverleggenHerstellen(tafel_id=tafel, overleggen=()), "geen_overleggen_gekozen"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(command)
    assert [rij.id for rij in desk.ask(overleggen)] == [overleg]
