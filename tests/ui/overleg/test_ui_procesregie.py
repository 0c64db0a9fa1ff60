"""In the meeting the head of a case says who is procesregisseur, red where the house leads and nobody is."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.vocabulary import Casusrol


def test_the_head_names_the_third_of_the_triplet_or_misses_it(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    world.kluis.desk.execute(
        CasusrolToewijzen(
            casus_id=world.cases["Koopman"], rol=Casusrol.PROCESREGISSEUR,
            medewerker_id=world.people["Joost Vreeling"],
        )
    )  # fmt: skip
    scene = stage()
    item = scene.page.chair.item
    assert not item.regie.isVisible(), "the opening is about no case"
    scene.press("F8", "F8")
    assert item.regie.isVisible() and item.regie.text() == "Procesregisseur: Joost Vreeling"
    assert ("muted", "Joost Vreeling") in item.parts.blad.people.people.shown()
    scene.press("F8")
    assert item.regie.isVisible() and item.regie.text() == "Geen procesregisseur"
    assert ("fault", "nog niemand") in item.parts.blad.people.people.shown()
