"""Text is saved without a button, its draft is close behind, and a refusal loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fakes import MemoryDesk
from onscreen import on_screen
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk.clock import FixedClock
from vhdesk.errors import StorageFull
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.widgets.text_area import TextArea

CLOCK = FixedClock(datetime(2026, 12, 4, 13, 2, tzinfo=UTC))


class Page(QWidget):
    def __init__(self, desk: MemoryDesk) -> None:
        super().__init__()
        self.field = TextArea("Notitie")
        self.other = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        self.saved: list[str] = []
        self.words: list[str] = []
        self.faults: list[object] = []
        self.refuse: Exception | None = None
        self.autosave = Autosave(CLOCK, desk, self, delay_ms=60, draft_ms=30)
        self.autosave.watch("notitie", self.field, self.save, "casus/1/notitie")
        self.autosave.watch_value("datum", self.save_date)
        self.autosave.state_changed.connect(self.words.append)
        self.autosave.failed.connect(self.faults.append)

    def save(self) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.saved.append(self.field.text())

    def save_date(self) -> None:
        self.saved.append("datum")


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk()


@pytest.fixture
def page(qtbot, desk: MemoryDesk) -> Page:  # type: ignore[no-untyped-def]
    made = Page(desk)
    qtbot.addWidget(made)
    on_screen(qtbot, made)
    made.field.setFocus()
    return made


def test_saved_after_a_pause_with_the_time_in_words(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(page.autosave.saved):
        qtbot.keyClicks(page.field, "Moeder belt")
    assert page.saved == ["Moeder belt"]
    assert page.words[-1] == "Opgeslagen 14:02"
    assert not page.autosave.dirty
    assert desk.drafts == {}


def test_the_draft_keeps_up_while_typing_goes_on(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    page.autosave._timer.setInterval(60_000)
    qtbot.keyClicks(page.field, "half")
    qtbot.waitUntil(lambda: desk.drafts == {"casus/1/notitie": ("half", 4)})
    qtbot.keyClicks(page.field, " woord")
    qtbot.waitUntil(lambda: desk.drafts == {"casus/1/notitie": ("half woord", 10)})
    assert page.saved == []


def test_leaving_the_field_saves_at_once(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    page.autosave._timer.setInterval(60_000)
    qtbot.keyClicks(page.field, "x")
    page.other.setFocus()
    assert page.saved == ["x"]


def test_flush_saves_everything_and_only_once(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(page.field, "x")
    page.autosave.touch("datum")
    assert page.autosave.flush()
    assert page.autosave.flush()
    assert page.saved == ["x", "datum"]


def test_a_refused_save_keeps_text_and_draft_and_tries_again(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    page.refuse = StorageFull("storage_full")
    qtbot.keyClicks(page.field, "belangrijk")
    page.autosave.write_drafts()
    assert not page.autosave.flush()
    assert page.field.text() == "belangrijk"
    assert page.autosave.is_dirty("notitie")
    assert desk.drafts["casus/1/notitie"][0] == "belangrijk"
    assert page.words[-1].startswith("Niet opgeslagen: De schijf is vol.")
    assert page.faults == [page.refuse]
    page.refuse = None
    assert page.autosave.flush()
    assert page.saved == ["belangrijk"]
    assert desk.drafts == {}


def test_a_draft_that_cannot_be_written_is_told_and_stays_due(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    desk.full = True
    page.autosave._timer.setInterval(60_000)
    qtbot.keyClicks(page.field, "x")
    page.autosave.write_drafts()
    assert len(page.faults) == 1
    desk.full = False
    page.autosave.write_drafts()
    assert desk.drafts == {"casus/1/notitie": ("x", 1)}


def test_loading_another_record_is_no_edit(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    page.other.setFocus()
    assert page.field.load("van een ander")
    assert not page.autosave.dirty
    page.field.setFocus()
    assert not page.field.load("nieuwer")
    assert page.field.text() == "van een ander"


def test_what_was_submitted_is_forgotten(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(page.field, "besluit")
    page.autosave.write_drafts()
    page.autosave.forget("notitie")
    assert desk.drafts == {}
    assert page.autosave.flush()
    assert page.saved == []


def test_an_error_that_is_ours_is_not_swallowed(page: Page) -> None:
    page.refuse = ZeroDivisionError()
    page.autosave.touch("notitie")
    with pytest.raises(ZeroDivisionError):
        page.autosave.flush()
    assert page.autosave.dirty
    page.refuse = None


def test_watching_needs_a_known_name(page: Page) -> None:
    assert isinstance(page.autosave, QObject)
    with pytest.raises(KeyError):
        page.autosave.touch("onbekend")


def test_a_lock_right_after_a_refusal_loses_no_key(qtbot, page: Page, desk: MemoryDesk) -> None:  # type: ignore[no-untyped-def]
    page.refuse = StorageFull("storage_full")
    qtbot.keyClicks(page.field, "net getypt")
    assert desk.drafts == {}
    assert not page.autosave.flush()
    assert desk.drafts == {"casus/1/notitie": ("net getypt", 10)}
