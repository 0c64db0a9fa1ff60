"""The kit leaves the vault by key, with its line in the journaal first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.journaal import journaal


def test_saved_by_key_with_its_line(
    world: World, stage: Callable[..., Stage], tmp_path: Path, qtbot: QtBot
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    target = tmp_path / "pakket.pdf"

    def save_file(_parent: Any, _title: str, _filter: str, then: Any, *context: Any, **_: Any) -> None:
        then(target, *context)

    scene.answers.save_file = save_file  # type: ignore[method-assign]
    scene.page.open_meeting(overleg_id)
    scene.press("Ctrl+Shift+P")
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    lines = [line for line in scene.desk.ask(journaal) if "overlegpakket" in line.actie]
    assert [(line.actie, line.object_id) for line in lines] == [("overlegpakket opslaan als PDF", overleg_id)]


def test_the_sheet_to_sign_is_saved_on_its_own_from_the_running_meeting(
    world: World, stage: Callable[..., Stage], tmp_path: Path, qtbot: QtBot
) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.answers.file = tmp_path / "presentie.pdf"
    scene.press("Return", "Ctrl+Shift+R")
    qtbot.waitUntil(scene.answers.file.exists)
    sheet = " ".join(page.extract_text() for page in PdfReader(scene.answers.file).pages)
    assert all(naam in sheet for naam in world.people) and "Handtekening" in sheet
    assert "Koopman" not in sheet and "ZVH-" not in sheet
    lines = [line for line in scene.desk.ask(journaal) if "presentielijst" in line.actie]
    assert [(line.actie, line.object_id) for line in lines] == [
        ("presentielijst opslaan als PDF", overleg_id)
    ]
    scene.press("Ctrl+Shift+J")
    assert scene.page.presentie.panel.isVisible() and not scene.page.pakket.leave()
    scene.press("Escape")
    assert not scene.page.presentie.panel.isVisible()


def test_printing_asks_in_the_page_and_escape_closes_it(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+P")
    assert scene.page.pakket.panel.isVisible()
    scene.press("Escape")
    assert not scene.page.pakket.panel.isVisible()
    scene.press("Alt+Left")
    assert not scene.registry.trigger("overleg.pakket_afdrukken")


def test_entering_from_paper_asks_no_phases(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+Shift+W", "Ctrl+B")
    assert scene.focus() is scene.page.chair.item.parts.invoer.besluit.field
    assert "ingevoerd van papier" in scene.page.chair.pane.meeting.text()
    scene.press("Ctrl+Shift+W")
    assert "papier" not in scene.page.chair.pane.meeting.text()
