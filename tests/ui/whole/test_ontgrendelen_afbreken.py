"""Unlocking is broken off at once with Esc: nothing opens behind it, and the next try is not in the way of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest

from tests.conftest import MOMENT, NAAM, WACHTWOORD
from vhdesk.app.desktop import Desktop
from vhdesk.app.openen import BY_SHEET, DERIVING, OPENING
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.crypto import slot_acts
from vhdesk.crypto.passphrase import stretch
from vhdesk.errors import VaultInUse
from vhdesk.services.kluis import Kluis
from vhdesk.store.layout import Layout
from vhdesk.store.lock import ProcessLock
from vhdesk.store.migrate import Schema
from vhdesk.ui.ontgrendelen.requests import RecoveryRequest
from vhdesk.ui.widgets.progress_overlay import ProgressOverlay


class SlowKey:
    """Argon2id as on a slow machine: it ends when the test says so."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()
        self.times = 0

    def __call__(self, *args: object) -> bytes:
        self.times += 1
        self.begun.set()
        assert self.go_on.wait(20)
        return stretch(*args)  # type: ignore[arg-type]


@pytest.fixture
def slow_key(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowKey]:
    slow = SlowKey()
    monkeypatch.setattr(slot_acts, "stretch", slow)
    yield slow
    slow.go_on.set()


@pytest.fixture
def unlocking(desktop: Desktop, kluis: Kluis) -> Callable[[], Toetsenbord]:
    """Close the vault, and type what unlocks it."""
    kluis.sluiten()

    def type_it() -> Toetsenbord:
        desktop.show_front(kluis.pad)
        desktop.front.activateWindow()
        QTest.qWaitForWindowActive(desktop.front)
        QTest.qWait(20)
        keys = Toetsenbord(desktop.front)
        keys.fill("Gebruikersnaam", NAAM)
        keys.fill("Wachtwoord", WACHTWOORD)
        keys.press("Return")
        return keys

    return type_it


def held(folder: Path) -> bool:
    """Return whether somebody has the vault open, or is opening it."""
    try:
        ProcessLock.acquire(Layout(folder).lock, MOMENT).release()
    except VaultInUse:
        return True
    return False


def test_escape_leaves_the_page_at_once_and_nothing_open(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, unlocking: Callable[[], Toetsenbord], slow_key: SlowKey
) -> None:
    keys = unlocking()
    page = desktop.front.unlock_page
    assert slow_key.begun.wait(10)
    qtbot.waitUntil(page.pane.isVisible)
    assert page.pane.detail.text() == DERIVING and keys.at() == "Afbreken" and not page.others.isVisible()
    keys.press("Escape")
    assert page.unlock_button.text().startswith("Ontgrendelen") and page.others.isVisible()
    assert page.pane.isHidden() and page.passphrase.text() == "" and page.passphrase.line.hasFocus()
    assert held(kluis.pad)  # the derivation itself cannot be stopped
    slow_key.go_on.set()
    desktop.wait()
    qtbot.waitUntil(lambda: not held(kluis.pad))
    assert desktop.session is None and page.bar.isHidden() and desktop.front.isVisible()


def test_who_tries_again_waits_for_the_one_that_was_broken_off(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, unlocking: Callable[[], Toetsenbord], slow_key: SlowKey
) -> None:
    keys = unlocking()
    assert slow_key.begun.wait(10)
    keys.press("Escape")  # also before half a second is over
    keys.fill("Wachtwoord", WACHTWOORD)
    keys.press("Return")
    assert slow_key.times == 1
    slow_key.go_on.set()
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=10_000)
    assert slow_key.times == 2


def test_a_vault_that_came_too_late_is_closed(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, unlocking: Callable[[], Toetsenbord]
) -> None:
    unlocking()
    desktop.wait()  # opened beside the window, which was not told yet
    assert held(kluis.pad)
    desktop.front.unlock_page.cancel()
    qtbot.waitUntil(lambda: not held(kluis.pad))
    assert desktop.session is None


def test_closing_the_first_window_opens_nothing_behind_it(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, unlocking: Callable[[], Toetsenbord], slow_key: SlowKey
) -> None:
    unlocking()
    assert slow_key.begun.wait(10)
    desktop.front.close()
    slow_key.go_on.set()
    desktop.wait()
    qtbot.waitUntil(lambda: not held(kluis.pad))
    assert desktop.session is None


def test_a_screen_that_locks_breaks_unlocking_off(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, unlocking: Callable[[], Toetsenbord], slow_key: SlowKey
) -> None:
    unlocking()
    assert slow_key.begun.wait(10)
    desktop.lock()
    assert desktop.front.unlock_page.passphrase.text() == ""
    slow_key.go_on.set()
    desktop.wait()
    qtbot.waitUntil(lambda: not held(kluis.pad))
    assert desktop.session is None


def test_a_migration_says_that_it_is_not_broken_off(  # type: ignore[no-untyped-def]
    qtbot,
    desktop: Desktop,
    kluis: Kluis,
    unlocking: Callable[[], Toetsenbord],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    upgrading, go_on = Event(), Event()

    def upgrade(_schema: Schema, _path: Path, _key: object) -> None:
        upgrading.set()
        assert go_on.wait(20)

    monkeypatch.setattr(Schema, "is_current", lambda *_: False)
    monkeypatch.setattr(Schema, "upgrade", upgrade)
    keys = unlocking()
    page = desktop.front.unlock_page
    assert upgrading.wait(20)
    qtbot.waitUntil(lambda: page.pane.isVisible() and not page.pane.cancel_button.isEnabled())
    assert page.pane.detail.text() == OPENING["migratie"]
    keys.press("Escape")
    assert not page.unlock_button.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=10_000)


def test_the_herstelblad_is_broken_off_before_it_changes_a_passphrase(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, slow_key: SlowKey
) -> None:
    slow_key.go_on.set()
    code = kluis.herstelcode_maken()
    kluis.sluiten()
    before = Layout(kluis.pad).slots.read_bytes()
    slow_key.begun.clear()
    slow_key.go_on.clear()
    desktop.show_front(kluis.pad)
    desktop.recover(RecoveryRequest(kluis.pad, code, NAAM, "acht gele tulpen"))
    overlay = desktop.front.findChild(ProgressOverlay)
    assert overlay is not None and slow_key.begun.wait(10)
    qtbot.waitUntil(overlay.panel.isVisible)
    assert overlay.detail.text() == BY_SHEET["code"]
    overlay.cancel_button.click()
    slow_key.go_on.set()
    desktop.wait()
    qtbot.waitUntil(lambda: not held(kluis.pad))
    assert desktop.session is None and Layout(kluis.pad).slots.read_bytes() == before
