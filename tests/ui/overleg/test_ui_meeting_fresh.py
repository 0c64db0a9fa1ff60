"""What changes elsewhere shows in a meeting that is already open, and what changes here in the list beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import overleg_kop
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.overleg.casus_blad import CasusBlad

NIEUW = "Wietske Zandstra"


def add_person(world: World) -> str:
    """Somebody is added on another page."""
    organisatie = world.kluis.desk.ask(organisaties)[0]
    return world.kluis.desk.execute(MedewerkerToevoegen(organisatie_id=organisatie.id, naam=NIEUW)).id


def subtitle(scene: Stage) -> str:
    model = scene.page.list.model
    return model.index(0, 0).data(TWO_LINE_ROLE).subtitle


def test_a_person_added_elsewhere_can_be_chosen_in_a_planned_meeting_that_is_open(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    person = add_person(world)
    assert [option.text for option in scene.page.prepare.deelnemers.add_field.matches("wiets")] == [NIEUW]
    scene.press("Alt+3")
    form = scene.page.prepare.form
    form.voorzitter.setFocus()
    scene.press("Ctrl+A")
    scene.type("wietske")
    scene.press("Return")
    assert scene.desk.ask(overleg_kop, overleg_id).voorzitter_id == person


def test_the_form_that_plans_a_meeting_offers_a_person_added_meanwhile_and_keeps_what_was_typed(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.plan("Koopman")
    scene = stage()
    scene.press("Ctrl+Shift+N")
    form = scene.page.panels.plan.form
    form.plaats.setText("Stadskantoor")
    person = add_person(world)
    assert [option.id for option in form.secretaris.matches("wietske")] == [person]
    assert form.plaats.text() == "Stadskantoor"


def test_a_person_added_during_a_meeting_can_be_given_an_action(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+J")
    person = add_person(world)
    actie = scene.page.chair.item.parts.invoer.actie
    assert [option.id for option in actie.persoon.matches("wietske")] == [person]


def test_the_count_of_cases_in_the_list_follows_each_act(world: World, stage: Callable[..., Stage]) -> None:
    world.plan("Koopman")
    scene = stage()
    assert "1 casus" in subtitle(scene)
    scene.page.prepare.kiezer.search.setFocus()
    scene.press("Down", "Return")
    assert "2 casussen" in subtitle(scene)
    scene.press("Ctrl+Z")
    assert "1 casus" in subtitle(scene)


class Paints(QObject):
    """How often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_decision_is_painted_once_with_its_row_in_sight(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    blad = scene.page.chair.item.parts.blad
    for number in range(6):
        scene.type(f"Besluit {number} over de opvang van de betrokkene.")
        QTest.qWait(400)  # the agenda around the last one was asked again
        paints = Paints()
        blad.page.viewport().installEventFilter(paints)
        scene.press("Ctrl+Return")
        QTest.qWait(20)
        blad.page.viewport().removeEventFilter(paints)
        if number > 1:  # until then the page had room left, and gets its scroll bar
            assert paints.count == 1
        view = blad.uitkomsten
        assert view.rows.rowCount() == number + 1
        assert in_sight(blad, number)


def in_sight(blad: CasusBlad, row: int) -> bool:
    """Whether this row of what was recorded is whole in sight."""
    view, seen = blad.uitkomsten, blad.page.viewport()
    box = view.visualRect(view.rows.index(row, 0))
    top = view.viewport().mapTo(seen, box.topLeft()).y()
    return top >= 0 and top + box.height() <= seen.height()


def test_the_newest_decision_stays_in_sight_when_the_room_changes(
    world: World, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    blad = scene.page.chair.item.parts.blad
    for number in range(6):
        scene.type(f"Besluit {number} over de opvang van de betrokkene.")
        scene.press("Ctrl+Return")
    for height in (640, 900, 700):
        scene.window.resize(1366, height)
        qtbot.waitUntil(partial(in_sight, blad, 5))
    scene.press("Alt+PgUp")
    by_hand = blad.scroll_bar().value()
    scene.window.resize(1366, 720)
    QTest.qWait(50)
    assert blad.scroll_bar().value() == by_hand
