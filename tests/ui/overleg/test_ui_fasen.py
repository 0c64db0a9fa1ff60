"""The three phases of a case in the meeting, the timer, and the besluit that waits for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.clock import FixedClock
from vhdesk.queries.fase import fasestand
from vhdesk.queries.verslag import verslag
from vhdesk.services.overleg import OverlegSluiten
from vhdesk.vocabulary import Fase


def stand(scene: Stage) -> Fase:
    punt = scene.page.chair.punt
    assert punt is not None
    return scene.desk.ask(fasestand, punt.id).nu


def test_one_key_per_phase_and_the_third_writes_the_besluit(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    button = scene.page.chair.item.parts.next_phase
    assert button.isVisible() and button.accessibleName() == "Naar oordeelsvorming"
    scene.press("Ctrl+F8")
    assert (stand(scene), button.accessibleName()) == (Fase.OORDEEL, "Naar besluitvorming")
    assert scene.page.chair.item.parts.blad.tabs.current() == "plan"
    scene.press("Ctrl+F8")
    assert stand(scene) is Fase.BESLUIT and not button.isVisible()
    assert scene.focus() is scene.page.chair.item.parts.invoer.besluit.field
    scene.press("Ctrl+Alt+Z")
    assert stand(scene) is Fase.OORDEEL


def test_a_besluit_too_early_asks_why_and_the_minutes_say_it(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+B")
    assert scene.focus() is scene.page.reden.reden
    scene.press("Ctrl+Return")  # without a reason
    assert scene.page.reden.isVisible() and stand(scene) is Fase.BEELD
    scene.type("Spoed: de zitting is morgen.")
    scene.press("Ctrl+Return")
    assert stand(scene) is Fase.BESLUIT
    assert scene.focus() is scene.page.chair.item.parts.invoer.besluit.field
    scene.desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    (sheet,) = [punt.casus for punt in scene.desk.ask(verslag, overleg_id).punten if punt.casus]
    assert sheet.besluit_reden == "Spoed: de zitting is morgen."


def test_escape_goes_back_to_the_case_and_keeps_the_reason(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+B")
    scene.type("Halve re")
    scene.press("Escape")
    assert not scene.page.reden.isVisible() and stand(scene) is Fase.BEELD
    scene.press("Ctrl+B")
    assert scene.page.reden.reden.text() == "Halve re"


def test_after_oordeelsvorming_the_key_of_the_besluit_is_enough(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    assert stand(scene) is Fase.BESLUIT
    scene.press("F8")
    assert stand(scene) is Fase.BEELD  # each case begins with its picture
    scene.press("Shift+F8")
    assert stand(scene) is Fase.BESLUIT


def test_the_timer_is_a_word_and_a_colour(
    world: World, stage: Callable[..., Stage], clock: FixedClock
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    item = scene.page.chair.item
    assert item.state.text() == "Beeldvorming · 0 van 10 min"
    clock.moment += timedelta(minutes=4)
    item.tick()
    assert item.state.text() == "Beeldvorming · 4 van 10 min"
    clock.moment += timedelta(minutes=9)
    item.tick()
    assert (item.state.text(), item.state.state()) == ("Beeldvorming · 3 min te lang", "warn")
    settle()
    assert item.state.width() >= item.state.sizeHint().width()  # nothing is cut off


def test_the_question_goes_when_the_table_moves_on_and_its_words_wait(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+B")
    reden = scene.page.reden
    assert reden.isVisible() and "Koopman" in reden.title.text()
    scene.type("Spoed.")
    scene.press("F8")
    assert not reden.isVisible()
    scene.press("Shift+F8", "Ctrl+B")
    assert reden.isVisible() and reden.reden.text() == "Spoed."
    scene.press("Ctrl+Shift+S")
    assert not reden.isVisible(), "it is not asked above the list of what is missing"


def test_what_was_said_about_a_case_goes_with_it(
    world: World, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8")
    line = scene.window.status
    assert line.message.text().startswith("Oordeelsvorming")
    qtbot.waitUntil(lambda: not line._just_said.isActive())
    scene.press("F8")
    assert line.message.text() == ""
