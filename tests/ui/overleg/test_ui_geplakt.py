"""A text of 20,000 characters pasted where one writes in the meeting: it is taken whole; too much is said in words and stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.schorsing import schorsingen

LANG = ("Dit is geplakt uit een ander document. " * 600)[:20_000].strip()
TE_LANG = "x" * 200_001


def paste(scene: Stage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    scene.press("Ctrl+V")


@pytest.mark.parametrize("keys", [("Ctrl+F8", "Ctrl+F8"), ("Ctrl+J",)], ids=["besluit", "actie"])
def test_it_is_recorded_whole(world: World, stage: Callable[..., Stage], keys: tuple[str, ...]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", *keys)
    paste(scene, LANG)
    scene.press("Ctrl+Return")
    assert scene.shell.faults == []
    case = scene.desk.ask(dossier, world.cases["Koopman"])
    texts = [row.tekst for row in case.besluiten] + [row.omschrijving for row in case.acties]
    assert LANG in texts


def test_notes_are_saved_whole(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+N")
    paste(scene, LANG)
    scene.press("F8")
    assert scene.page.chair.item.header.title.text() == "Çelik"
    assert LANG in [punt.notitie for punt in scene.desk.ask(agenda, overleg_id).punten]


@pytest.mark.parametrize("keys", [("Ctrl+F8", "Ctrl+F8"), ("Ctrl+J",)], ids=["besluit", "actie"])
def test_too_much_is_refused_in_words_and_stays(
    world: World, stage: Callable[..., Stage], keys: tuple[str, ...]
) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", *keys)
    form = scene.page.chair.item.parts.invoer
    paste(scene, TE_LANG)
    scene.press("Ctrl+Return")
    field = form.besluit.field if form.mode == "besluit" else form.actie.field
    assert len(field.text()) == len(TE_LANG)
    shown = [
        fault.text() for fault in form.findChildren(type(form.besluit.faults["tekst"])) if fault.isVisible()
    ]
    assert any("200.000" in words or "200000" in words for words in shown), shown


def test_notes_that_are_too_long_keep_the_item_in_front(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+N")
    paste(scene, TE_LANG)
    scene.press("F8")
    notes = scene.page.chair.texts.notitie
    assert scene.page.chair.item.header.title.text() == "Koopman"
    assert notes.error.isVisible() and len(notes.field.text()) == len(TE_LANG)


def test_why_a_meeting_is_adjourned_is_a_few_words(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+F9", "Tab", "Tab")
    panel = scene.page.verloop.schorsen
    paste(scene, LANG)
    scene.press("Return")
    assert panel.is_open() and "er passen er 300" in panel.errors["reden"].text()
    assert scene.desk.ask(schorsingen, overleg_id) == ()
