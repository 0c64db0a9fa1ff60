"""A case that comes up while the meeting runs is put on the agenda by one key, and the table turns to it."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.vocabulary import Puntstatus


def test_a_case_comes_in_between_by_key(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    chair = scene.page.chair
    scene.press("F8", "F8")
    assert chair.item.header.title.text() == "Koopman"
    scene.press("Ctrl+T")
    assert scene.focus() is chair.tussendoor.kiezer.search
    scene.press("Escape")
    assert chair.right.currentWidget() is chair.item
    scene.press("Ctrl+T")
    scene.type("yilmaz")
    scene.press("Return")
    assert chair.right.currentWidget() is chair.item and chair.item.header.title.text() == "Yılmaz"
    punten = scene.desk.ask(agenda, overleg_id).punten
    namen = [punt.naam for punt in punten if punt.casus_id]
    assert namen == ["Koopman", "Yılmaz", "Çelik"], "after the item that was in front"
    stand = {punt.naam: punt.status for punt in punten}
    assert (stand["Koopman"], stand["Yılmaz"]) == (Puntstatus.BESPROKEN, Puntstatus.BEZIG)
