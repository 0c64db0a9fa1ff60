"""Making a vault in the first window: it says what takes long, and breaking it off leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vhdesk.app.desktop import CREATING, Desktop, make_application
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.clock import FixedClock
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.widgets.progress_overlay import ProgressOverlay

WACHTWOORD = "twaalf rode tulpen"


@pytest.fixture
def desktop(
    tmp_path: Path, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "systeem"))
    (tmp_path / "systeem").mkdir(mode=0o700)
    settings = DeskSettings(tmp_path / "instellingen.ini")
    made = Desktop(make_application(settings), clock, settings)
    made.show_front()
    made.front.activateWindow()
    QTest.qWaitForWindowActive(made.front)
    yield made
    made.front.hide()
    made.wait()
    made.deleteLater()


def test_making_a_vault_can_be_broken_off_and_begun_again(qtbot, desktop: Desktop, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / "kluizen"
    place.mkdir()
    keys = Toetsenbord(desktop.front)
    keys.press("Ctrl+N")
    keys.fill("Naam van de kluis", "Almelo")
    keys.fill("In de map", str(place))
    keys.fill("Uw naam", "Soraya Ramdin")
    keys.fill("Wachtwoord", WACHTWOORD)
    keys.fill("Wachtwoord nog een keer", WACHTWOORD)
    keys.press("Ctrl+Return")
    overlay = desktop.front.findChild(ProgressOverlay)
    assert overlay is not None
    qtbot.waitUntil(lambda: overlay.detail.text() == CREATING["sleutel"])
    overlay.cancel_button.click()
    page = desktop.front.create_page
    qtbot.waitUntil(page.verb_button.isEnabled, timeout=10_000)
    assert desktop.session is None and not page.bar.isVisible()
    assert list(place.iterdir()) == [] and page.vault_name.text() == "Almelo"
