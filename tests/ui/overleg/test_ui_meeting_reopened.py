"""A meeting that was closed or opened too early: the way back, with a reason, in words everywhere it shows."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import heropeningen, overleg_kop
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.overleg import OverlegSluiten
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.vocabulary import Overlegstatus


def closed(world: World, *cases: str) -> str:
    """Return a meeting that was held and closed."""
    identity = world.running(*cases)
    world.kluis.desk.execute(OverlegSluiten(overleg_id=identity, reden="het OM was er niet"))
    return identity


def test_a_closed_meeting_is_opened_again_by_keys(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = closed(world, "Koopman")
    scene = stage()
    desk = scene.desk
    scene.press("Return", "Ctrl+Shift+H")
    reden = scene.page.reden
    assert reden.is_open() and scene.focus() is reden.reden
    assert "blijft zoals het is" in reden.explanation.text()
    scene.press("Ctrl+Return")
    assert reden.errors["reden"].isVisible()
    assert desk.ask(overleg_kop, overleg_id).status is Overlegstatus.GESLOTEN
    scene.type("Een besluit ontbrak")
    scene.press("Escape")  # one level back, and nothing is lost
    assert not reden.is_open()
    scene.press("Ctrl+Shift+H")
    assert reden.reden.text() == "Een besluit ontbrak"
    scene.press("Ctrl+Return")
    assert desk.ask(overleg_kop, overleg_id).status is Overlegstatus.LOPEND
    assert desk.drafts("overleg-heropenen/") == ()

    chair = scene.page.chair
    assert scene.page.stack.currentWidget() is chair
    (keer,) = desk.ask(heropeningen, overleg_id)
    assert chair.pane.reopened.isVisible()
    assert chair.pane.reopened.text().endswith(f"door {keer.door}: Een besluit ontbrak")
    assert not scene.registry.trigger("overleg.terugdraaien")  # there are minutes

    scene.press("F8", "F8", "Ctrl+B")
    scene.type("Vergeten besluit")
    scene.press("Ctrl+Return")
    assert [b.achteraf for b in desk.ask(dossier, world.cases["Koopman"]).besluiten] == [True]
    line = chair.item.uitkomsten.rows.index(0, 0).data(TWO_LINE_ROLE)
    assert line.subtitle.endswith("achteraf toegevoegd")
    scene.press("Ctrl+Shift+S")
    chair.closing.reason.setFocus()
    scene.type("nu goed")
    scene.press("Ctrl+Shift+S")
    assert desk.ask(overleg_kop, overleg_id).status is Overlegstatus.GESLOTEN
    panel = scene.page.panels.closed
    assert panel.reopened.isVisible() and "Een besluit ontbrak" in panel._reopened.text()


def test_the_list_says_that_a_meeting_is_open_again(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = closed(world, "Koopman")
    scene = stage()
    scene.press("Return", "Ctrl+Shift+H")
    scene.type("nog iets")
    scene.press("Ctrl+Return", "Alt+Left")
    row = scene.page.list.model.rows()[0]
    line = scene.page.list.model.index(0, 0).data(TWO_LINE_ROLE)
    assert (row.id, line.pill, line.pill_state) == (overleg_id, "heropend", "warn")


def test_an_opening_is_taken_back(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("a")
    assert scene.registry.trigger("overleg.terugdraaien")
    scene.type("verkeerd overleg")
    scene.press("Ctrl+Return")
    assert scene.desk.ask(overleg_kop, overleg_id).status is Overlegstatus.GEPLAND
    assert scene.page.stack.currentWidget() is scene.page.prepare
    assert not scene.page.reden.is_open()
    scene.press("Ctrl+Shift+O")
    assert scene.page.chair.isVisible()
    assert "1 aanwezig" in scene.page.chair.item.parts.aanwezigheid.count.text()


def test_an_opening_with_a_decision_stays_and_says_why(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    world.kluis.desk.execute(
        BesluitVastleggen(
            casus_id=world.cases["Koopman"],
            overleg_id=overleg_id,
            tekst="Zo.",
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    scene = stage()
    assert scene.registry.trigger("overleg.terugdraaien")
    scene.type("te vroeg")
    scene.press("Ctrl+Return")
    assert [fault.code for fault in scene.shell.faults] == ["opening_heeft_uitkomst"]
    assert scene.page.reden.reden.text() == "te vroeg"


def test_a_question_about_a_meeting_goes_with_it(world: World, stage: Callable[..., Stage]) -> None:
    closed(world, "Koopman")
    scene = stage()
    scene.press("Return", "Ctrl+Shift+H")
    scene.type("half")
    scene.press("Alt+Left")
    assert not scene.page.reden.is_open()
    scene.press("Return", "Ctrl+Shift+H")
    assert scene.page.reden.reden.text() == "half"
