"""The meeting is adjourned and goes on, the chair changes, and the head says when the meeting ends: all by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.clock import FixedClock
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.schorsing import schorsingen, voorzitterwissels
from vhdesk.vocabulary import Puntstatus

NOON = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # 13:30 on the wall, when the meeting is planned


@pytest.fixture
def at_noon(clock: FixedClock) -> FixedClock:
    clock.moment = NOON
    return clock


def test_a_break_by_two_keys_and_back_by_one(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    chair = scene.page.chair
    scene.press("F8", "F8")
    at_noon.moment += timedelta(minutes=4)
    chair.item.tick()
    assert "4 van 10 min" in chair.item.state.text()
    scene.press("Ctrl+F9")
    assert scene.focus() is scene.page.verloop.schorsen.at
    scene.press("Return")
    assert chair.strip.isVisible()
    assert chair.strip.words.text() == "Geschorst sinds 13:34"
    at_noon.moment += timedelta(minutes=20)
    chair.item.tick()
    assert "4 van 10 min" in chair.item.state.text(), "the break does not count"
    scene.press("F8")
    assert chair.item.header.title.text() == "Çelik", "looking ahead is possible"
    assert chair.punt is not None and chair.punt.status is Puntstatus.OPEN
    assert "geschorst" in scene.shell.news[-1]
    scene.press("Shift+F8", "Ctrl+F9")
    assert not chair.strip.isVisible()
    assert scene.desk.ask(overleg_kop, overleg_id).geschorst_op is None
    at_noon.moment += timedelta(minutes=1)
    chair.item.tick()
    assert "5 van 10 min" in chair.item.state.text()


def test_until_when_and_what_for_stand_above_the_meeting(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+F9")
    panel = scene.page.verloop.schorsen
    scene.type("13")
    scene.press("Return")
    assert panel.is_open() and "voorbij" in panel.errors["verder_op"].text()
    scene.press("Ctrl+A")
    scene.type("9")
    scene.press("Tab")
    scene.type("vr")
    scene.press("Tab")
    scene.type("de zaal is nodig")
    scene.press("Return")
    assert not panel.is_open()
    (row,) = scene.desk.ask(schorsingen, overleg_id)
    assert row.verder_op == datetime(2026, 12, 4, 8, 0, tzinfo=UTC)
    assert scene.page.chair.strip.words.text() == (
        "Geschorst sinds 13:30, verder om 4-12-2026 09:00 (de zaal is nodig)"
    )


def test_what_is_typed_while_adjourned_stays_and_is_refused_in_words(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+F8")
    scene.type("De tafel besluit tot een gesprek")
    scene.press("Ctrl+F9", "Return", "Ctrl+Return")
    assert [fault.code for fault in scene.shell.faults][-1] in ("overleg_geschorst", "besluittype_ontbreekt")
    assert scene.page.chair.item.parts.invoer.besluit.field.text() == "De tafel besluit tot een gesprek"


def test_escape_leaves_the_question_and_nothing_happened(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+F9", "Escape")
    assert not scene.page.verloop.schorsen.is_open()
    assert scene.page.stack.currentWidget() is scene.page.chair
    assert scene.desk.ask(schorsingen, overleg_id) == ()


def test_the_chair_changes_by_key(world: World, at_noon: FixedClock, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    at_noon.moment += timedelta(minutes=40)
    scene.press("Shift+F9")
    scene.type("vreel")
    scene.press("Return")
    assert not scene.page.verloop.voorzitter.is_open()
    assert scene.desk.ask(overleg_kop, overleg_id).voorzitter == "Joost Vreeling"
    (wissel,) = scene.desk.ask(voorzitterwissels, overleg_id)
    assert (wissel.van, wissel.naar) == ("Marijke ten Brinke", "Joost Vreeling")
    assert "Joost Vreeling zit nu voor" in scene.shell.news[-1]
    assert "Joost Vreeling" in scene.page.chair.pane.meeting.text()
    scene.press("Ctrl+Alt+Z")
    assert scene.desk.ask(overleg_kop, overleg_id).voorzitter == "Marijke ten Brinke"
    assert len(scene.desk.ask(deelnemers, overleg_id)) == 4


def test_the_head_says_when_the_meeting_ends(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")  # 5 + 10 + 10 + 10 + 5 minutes of a meeting until 15:30
    scene = stage()
    end = scene.page.chair.item.end
    assert (end.text(), end.state()) == ("einde rond 14:10", "muted")
    at_noon.moment += timedelta(minutes=100)
    scene.page.chair.item.tick()
    assert (end.text(), end.state()) == ("einde rond 15:45 · 15 min later", "warn")


def test_a_clock_set_back_in_the_meeting_says_no_nonsense(
    world: World, at_noon: FixedClock, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8")
    at_noon.moment -= timedelta(hours=2)
    scene.page.chair.item.tick()
    assert "0 van 10 min" in scene.page.chair.item.state.text()
    assert scene.page.chair.item.end.state() == "muted"
    scene.press("F8", "Ctrl+F9", "Return", "Ctrl+F9", "Ctrl+F8")
    assert scene.shell.faults == []
