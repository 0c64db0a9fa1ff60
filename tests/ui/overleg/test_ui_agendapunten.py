"""Items of the agenda without a case, by key: added, renamed, moved, timed and removed; the table's template is text."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.agendasjabloon import STANDAARD, lees_sjabloon
from vhdesk.queries.agenda import agenda
from vhdesk.services.agendasjabloon import AgendasjabloonInstellen
from vhdesk.ui.overleg.words import punt_title
from vhdesk.vocabulary import Agendasoort


def names(scene: Stage, overleg_id: str) -> list[str]:
    return [punt_title(punt) for punt in scene.desk.ask(agenda, overleg_id).punten]


def test_a_theme_is_added_named_moved_timed_and_removed_by_key(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return", "Ctrl+Shift+B")
    scene.type("Thema jeugd")
    scene.press("Return")
    assert names(scene, overleg_id)[1] == "Thema jeugd", "after the current item"
    assert scene.shell.news[-1] == "Thema jeugd staat op de agenda."
    assert scene.focus() is scene.page.prepare.builder.list
    scene.press("F2")
    scene.type("Thema wapens")
    scene.press("Tab")
    scene.page.prepare.punt.minuten.lineEdit().selectAll()
    scene.type("25")
    scene.press("Ctrl+Return", "Alt+Down")
    row = scene.desk.ask(agenda, overleg_id).punten[2]
    assert (row.soort, row.eigen_titel, row.minuten) == (Agendasoort.VRIJ, "Thema wapens", 25)
    scene.press("Delete")
    assert "Thema wapens" not in names(scene, overleg_id)
    scene.press("Ctrl+Alt+Z")
    assert names(scene, overleg_id)[2] == "Thema wapens"


def test_the_name_of_a_fixed_kind_makes_that_kind_and_nothing_is_refused_in_words(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan()
    scene = stage()
    scene.press("Return", "Ctrl+Shift+B", "Return")
    panel = scene.page.prepare.punt
    assert "heeft een naam nodig" in panel.errors["titel"].text() and panel.is_open()
    scene.type("mededelingen")
    scene.press("Escape")
    assert not panel.is_open()
    scene.press("Ctrl+Shift+B")
    assert panel.titel.text() == "mededelingen", "Escape keeps what was typed"
    scene.press("Return")
    assert [punt.soort for punt in scene.desk.ask(agenda, overleg_id).punten][1] is Agendasoort.MEDEDELINGEN


def test_a_case_is_changed_in_its_minutes_alone(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    builder = scene.page.prepare.builder
    builder.list.setFocus()
    builder.select(next(punt.id for punt in scene.desk.ask(agenda, overleg_id).punten if punt.casus_id))
    scene.press("F2")
    panel = scene.page.prepare.punt
    assert panel.titel.isHidden() or not panel.titel.isVisible()
    panel.minuten.lineEdit().selectAll()
    scene.type("35")
    scene.press("Ctrl+Return")
    assert next(punt.minuten for punt in scene.desk.ask(agenda, overleg_id).punten if punt.casus_id) == 35


def test_the_items_of_the_template_are_met_in_the_meeting_with_their_own_notes(
    world: World, stage: Callable[..., Stage]
) -> None:
    regels = "Opening\nMededelingen: 5\nOpenstaande acties: 5\nThema jeugd: 20\nCasussen\nSluiting"
    world.kluis.desk.execute(
        AgendasjabloonInstellen(tafel_id=world.tafel_id, punten=lees_sjabloon(regels, STANDAARD))
    )
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Return", "F8")
    item = scene.page.chair.item
    assert item.simple.isVisible() and scene.page.chair.punt.soort is Agendasoort.MEDEDELINGEN  # type: ignore[union-attr]
    scene.press("F8")
    assert item.stack.currentWidget() is item.parts.vorige
    assert scene.page.item_acts.action_list() is item.parts.vorige
    scene.press("F8")
    scene.type("De wijkagent vertelt.")
    scene.press("F8")
    row = next(punt for punt in scene.desk.ask(agenda, overleg_id).punten if punt.soort is Agendasoort.VRIJ)
    assert (row.eigen_titel, row.notitie) == ("Thema jeugd", "De wijkagent vertelt.")
    assert scene.desk.ask(agenda, overleg_id).punten[4].casus_id == world.cases["Koopman"]
