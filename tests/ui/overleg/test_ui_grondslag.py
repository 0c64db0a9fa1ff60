"""A case of which nobody knows on what it is shared stays off the agenda, with the way to its fields."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier
from vhdesk.services.grondslag import TafelstandaardVastleggen


def test_the_refusal_says_what_is_missing_and_leads_there(world: World, stage: Callable[..., Stage]) -> None:
    world.kluis.desk.execute(
        TafelstandaardVastleggen(tafel_id=world.tafel_id, grondslag="", doelbinding="Rust")
    )
    world.plan()
    scene = stage()
    panel = scene.page.prepare
    panel.kiezer.search.setFocus()
    scene.type("Koopman")
    scene.press("Ctrl+Shift+G", "Return")
    assert scene.shell.gone_to == [], "nothing was refused yet"
    assert panel.bar.isVisible() and "grondslag, aanbrengende organisatie" in panel.bar.happened.text()
    assert scene.focus() is panel.kiezer.search
    scene.press("Ctrl+Shift+G")
    assert scene.shell.gone_to == [("casussen", f"{world.cases['Koopman']}#bescherming")]


def test_what_was_filled_in_afterwards_lets_the_case_pass(world: World, stage: Callable[..., Stage]) -> None:
    desk = world.kluis.desk
    desk.execute(TafelstandaardVastleggen(tafel_id=world.tafel_id, grondslag="", doelbinding="Rust"))
    world.plan()
    scene = stage()
    panel = scene.page.prepare
    panel.kiezer.search.setFocus()
    scene.type("Koopman")
    scene.press("Return")
    desk.execute(
        TafelstandaardVastleggen(
            tafel_id=world.tafel_id, grondslag="WGS", doelbinding="Rust",
            aanbrenger_id=desk.ask(dossier, world.cases["Koopman"]).bekendheid[0].organisatie_id,
        )
    )  # fmt: skip
    panel.kiezer.search.setFocus()
    scene.press("Return")
    assert not panel.bar.isVisible() and panel.refused == ""
    assert [row.casus_id for row in panel.agenda.punten if row.casus_id] == [world.cases["Koopman"]]
