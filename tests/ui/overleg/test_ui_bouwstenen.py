"""A standard sentence at the cursor by key, with the names and numbers of the case; what is missing is selected."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.referentie import TEKSTBOUWSTENEN, referentie_waarden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Casusrol


def choose(scene: Stage, naam: str) -> TextArea:
    scene.press("Ctrl+Shift+I")
    menu = scene.page.bouwsteen.menu
    assert menu is not None and menu.isVisible()
    (act,) = [act for act in menu.actions() if act.text() == naam]
    act.trigger()
    menu.close()
    field = scene.page.chair.item.parts.invoer.text_field()
    assert isinstance(field, TextArea)
    return field


def test_names_and_numbers_are_filled_in(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    world.kluis.desk.execute(
        CasusrolToewijzen(
            casus_id=world.cases["Koopman"],
            rol=Casusrol.CASEMANAGER,
            medewerker_id=world.people["Kevin Lansink"],
        )
    )
    scene = stage()
    scene.press("F8", "F8", "Ctrl+N")
    field = choose(scene, "casemanager aangewezen")
    punt = scene.page.chair.punt
    assert punt is not None
    assert field.text() == (
        f"Kevin Lansink is casemanager van casus {punt.casusnummer} en bewaakt het plan van aanpak."
    )


def test_the_first_hole_is_typed_over(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+N")
    scene.type("Eerst dit. ")
    field = choose(scene, "casemanager aangewezen")
    assert field.textCursor().selectedText() == "[casemanager]"
    scene.focus().setFocus()
    field.insert("Joost")
    assert field.text().startswith("Eerst dit. Joost is casemanager")


def test_every_sentence_of_the_list_is_offered(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+Shift+I")
    menu = scene.page.bouwsteen.menu
    assert menu is not None
    rows = scene.desk.ask(referentie_waarden, TEKSTBOUWSTENEN)
    assert [act.text() for act in menu.actions()] == [row.naam for row in rows] != []
    scene.press("Escape")
    assert scene.page.bouwsteen.menu is None or not scene.page.bouwsteen.menu.isVisible()
