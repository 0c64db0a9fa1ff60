"""What is half-typed survives: a crash, a lock, another item, a stale version, Escape."""

from __future__ import annotations

import json
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.services.bespreking import NotitieSchrijven
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.vocabulary import Actiestatus


def _case(scene: Stage, overleg_id: str, naam: str) -> str:
    return next(row.id for row in scene.desk.ask(agenda, overleg_id).punten if row.naam == naam)


def test_a_crash_brings_back_item_mode_text_fields_and_cursor(
    world: World, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+J")
    scene.type("Huisarts bellen over")
    scene.press("Tab", "Tab")
    scene.type("vreeling")
    scene.press("Return", "Shift+Tab", "Shift+Tab", "Home", "Right", "Right")
    punt = _case(scene, overleg_id, "Koopman")
    key = f"overleg/{overleg_id}/{punt}/actie"

    def written() -> bool:
        drafts = {draft.key: draft for draft in scene.desk.drafts()}
        return (
            key in drafts and bool(json.loads(drafts[key].text)["persoon"]) and "overleggen/plaats" in drafts
        )

    qtbot.waitUntil(written, timeout=2000)
    scene.close()

    again = stage()
    invoer = again.page.chair.item.parts.invoer
    assert again.page.chair.item.header.title.text() == "Koopman"
    assert invoer.mode == "actie"
    assert again.focus() is invoer.actie.field
    assert invoer.actie.field.text() == "Huisarts bellen over"
    assert invoer.actie.persoon.text() == "Joost Vreeling"
    again.press("Ctrl+Return")
    assert [
        row.omschrijving for row in again.desk.ask(dossier, world.cases["Koopman"]).acties if row.overleg_id
    ] == ["Huisarts bellen over"]
    assert again.desk.drafts(key) == ()


def test_the_cursor_returns_where_it_was(world: World, stage: Callable[..., Stage], qtbot: QtBot) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Het plan")
    scene.press("Home")
    scene.type("Ja: ")
    qtbot.waitUntil(lambda: bool(scene.desk.drafts(f"overleg/{overleg_id}/")), timeout=2000)
    scene.close()
    again = stage()
    assert again.page.chair.item.parts.invoer.besluit.field.cursor_position() == 4
    again.type("dus ")
    assert again.page.chair.item.parts.invoer.besluit.field.text() == "Ja: dus Het plan"


def test_notes_that_were_not_saved_come_back_and_are_saved(
    world: World, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    overleg_id = world.running("Koopman")
    probe = stage()
    punt = _case(probe, overleg_id, "Koopman")
    probe.close()
    world.kluis.desk.save_draft(f"overleg/{overleg_id}/{punt}/notitie", "half geschreven", 4)
    scene = stage()
    scene.press("F8", "F8")
    notes = scene.page.chair.item.parts.invoer.notitie.field
    assert (notes.text(), notes.cursor_position()) == ("half geschreven", 4)
    qtbot.waitUntil(lambda: scene.page.chair.texts.autosave.dirty is False, timeout=3000)
    assert scene.desk.ask(agenda, overleg_id).punten[2].notitie == "half geschreven"
    assert scene.desk.drafts(f"overleg/{overleg_id}/{punt}/notitie") == ()


def test_another_item_keeps_the_draft_of_this_one(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Nog niet af")
    scene.press("F8")
    invoer = scene.page.chair.item.parts.invoer
    assert invoer.besluit.field.text() == ""
    scene.press("Shift+F8")
    assert invoer.besluit.field.text() == "Nog niet af"
    scene.press("Ctrl+N")
    assert "begonnen" in invoer.tabs.tabText(1)
    scene.press("Ctrl+Shift+S")
    assert "besluit bij Koopman" in scene.page.chair.closing.begun.text()


def test_escape_goes_one_level_back_and_loses_nothing(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Blijft staan")
    scene.press("Ctrl+M", "Escape")
    invoer = scene.page.chair.item.parts.invoer
    assert scene.focus() is invoer.besluit.field
    scene.press("Escape")
    assert invoer.mode == "notitie"
    scene.press("Escape")
    assert scene.focus() is scene.page.chair.pane.pane.view
    scene.press("Escape")
    assert scene.page.stack.currentWidget() is scene.page.start
    scene.press("Return", "Ctrl+B")
    assert invoer.besluit.field.text() == "Blijft staan"


def test_a_stale_note_shows_both_texts(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    scene.type("van mij")
    punt = _case(scene, overleg_id, "Koopman")
    scene.bridge.close()  # the other writer is heard too late
    scene.desk.execute(NotitieSchrijven(agendapunt_id=punt, tekst="van de ander"))
    notes = scene.page.chair.item.parts.invoer.notitie
    scene.press("F8")
    assert notes.in_conflict
    assert notes.both.other.text() == "van de ander"
    assert scene.page.chair.item.header.title.text() == "Koopman"  # nothing moves before the choice is made
    assert scene.focus() is notes.field  # whoever goes on typing presses no button
    notes.both.both_button.click()
    settle()
    assert scene.desk.ask(agenda, overleg_id).punten[2].notitie == "van de ander\n\nvan mij"
    assert not notes.in_conflict


def test_the_shared_picture_saves_itself(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    field = scene.page.chair.item.parts.blad.beeld.gezamenlijk.field
    field.setFocus()
    scene.type("Wij zien dit samen.")
    scene.press("Ctrl+N")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).kop.gezamenlijk_beeld == "Wij zien dit samen."


def test_a_change_elsewhere_shows_but_never_over_what_is_typed(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    scene.type("ik typ nog")
    scene.desk.execute(
        CasusTekstWijzigen(casus_id=world.cases["Koopman"], veld="vraag_aan_tafel", tekst="Een andere vraag?")
    )
    settle()
    assert ("", "Een andere vraag?") in scene.page.chair.item.parts.blad.beeld.vraag.shown()
    assert scene.page.chair.item.parts.invoer.notitie.field.text() == "ik typ nog"


def test_twenty_thousand_characters_are_kept(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    text = "woord " * 3400
    scene.page.chair.item.parts.invoer.besluit.field.insert(text)
    scene.press("Ctrl+Return")
    (besluit,) = scene.desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert besluit.tekst == text.strip()


def test_the_reason_to_close_survives_a_lock_and_belongs_to_its_meeting(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+Shift+S")
    scene.page.chair.closing.reason.setFocus()
    scene.type("Het OM was er")
    scene.press("Home")
    scene.window.request_lock()  # in the same breath: no timer has run
    scene.close()
    again = stage()
    again.press("Ctrl+Shift+S")
    reason = again.page.chair.closing.reason
    assert (reason.text(), reason.cursor_position()) == ("Het OM was er", 0)
    reason.to_end()
    reason.setFocus()
    again.type(" niet.")
    again.press("Escape", "Ctrl+Shift+S")
    assert reason.text() == "Het OM was er niet."
    reason.setFocus()
    again.press("Ctrl+Return")
    assert again.shell.gone_to == [("verslagen", overleg_id)]
    assert again.desk.drafts("overleg-sluiten/") == ()
    other = world.running("Çelik")
    again.page.show_target(other)
    again.press("Ctrl+Shift+S")
    assert again.page.chair.closing.reason.text() == ""


def test_a_half_reason_for_an_action_comes_back_for_that_action(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "k")
    scene.type("niet bereik")
    scene.window.request_lock()
    scene.close()
    again = stage()
    again.press("n")
    panel = again.page.chair.item.parts.vorige.panel
    assert panel.is_open()
    assert panel.reden.text() == ""
    again.press("Escape", "k")
    assert panel.reden.text() == "niet bereik" and again.focus() is panel.reden
    again.type("baar")
    again.press("Escape", "k", "Return")
    (actie,) = (row for row in again.desk.ask(dossier, world.cases["Koopman"]).acties if row.resultaat)
    assert (actie.status, actie.resultaat) == (Actiestatus.KON_NIET, "niet bereikbaar")
    assert again.desk.drafts("afhandelen/") == ()
