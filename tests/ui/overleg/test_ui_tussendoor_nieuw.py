"""A case that does not exist yet comes up in the meeting: entered where one is chosen, in one act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.vocabulary import CasusStatus, Puntstatus


def test_a_name_that_is_not_found_becomes_a_case_and_is_discussed(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    chair = scene.page.chair
    scene.press("F8", "F8", "Ctrl+T")
    scene.type("Sem van der Linden")
    scene.press("Return")
    panel = chair.tussendoor.nieuw
    assert panel.is_open()
    assert [line.text() for line in (panel.voornamen, panel.voorvoegsel, panel.naam)] == [
        "Sem",
        "van der",
        "Linden",
    ]
    assert scene.focus() is panel.gemeente
    scene.press("Ctrl+Return")
    assert "Kies de gemeente" in panel.errors["gemeente_id"].text()
    scene.type("ensch")
    scene.press("Return")
    panel.waarom.setFocus()
    scene.type("Staat sinds vannacht op straat.")
    scene.press("Ctrl+Return")
    assert not panel.is_open() and chair.right.currentWidget() is chair.item
    punten = [punt for punt in scene.desk.ask(agenda, overleg_id).punten if punt.casus_id]
    assert [punt.naam for punt in punten] == ["Koopman", "Sem van der Linden", "Çelik"]
    nieuw = punten[1]
    assert (nieuw.casusstatus, nieuw.status) == (CasusStatus.AANGEMELD, Puntstatus.BEZIG)
    assert (nieuw.gemeente, nieuw.aanleiding) == ("Enschede", "Staat sinds vannacht op straat.")
    assert "niet gewogen" in chair.item.header.subtitle.text()
    scene.press("Ctrl+Alt+Z", "Ctrl+Alt+Z")
    assert [punt.naam for punt in scene.desk.ask(agenda, overleg_id).punten if punt.casus_id] == [
        "Koopman",
        "Çelik",
    ]


def test_escape_goes_back_one_level_and_keeps_what_was_typed(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    tussendoor = scene.page.chair.tussendoor
    scene.press("Ctrl+T")
    scene.type("Onbekend")
    scene.press("Return")
    tussendoor.nieuw.waarom.setFocus()
    scene.type("Half verteld")
    scene.press("Escape")
    assert not tussendoor.nieuw.is_open() and tussendoor.is_shown()
    assert scene.focus() is tussendoor.kiezer.search
    scene.press("Return")
    assert tussendoor.nieuw.waarom.text() == "Half verteld"


def test_why_is_asked(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+T")
    scene.type("Onbekend")
    scene.press("Return")
    scene.type("ensch")
    scene.press("Return", "Ctrl+Return")
    panel = scene.page.chair.tussendoor.nieuw
    assert panel.is_open() and panel.errors["aanleiding"].text()


@pytest.mark.parametrize("times", [1, 2])
def test_all_that_is_proposed_is_ticked_in_the_meeting_too(
    world: World, stage: Callable[..., Stage], times: int
) -> None:
    world.running()
    scene = stage()
    scene.press("Ctrl+T", *["Ctrl+Shift+K"] * times)
    kiezer = scene.page.chair.tussendoor.kiezer
    assert len(kiezer.ticked) == (3 if times == 1 else 0)
    scene.press("Ctrl+T" if times == 1 else "Escape")
