"""Making a vault in the first window: it says what takes long, and breaking it off leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from vhdesk.app.desktop import Desktop
from vhdesk.app.openen import CREATING
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.ui.widgets.progress_overlay import ProgressOverlay

WACHTWOORD = "twaalf rode tulpen"


def test_making_a_vault_can_be_broken_off_and_begun_again(qtbot, desktop: Desktop, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / "kluizen"
    place.mkdir()
    desktop.show_front()
    desktop.front.activateWindow()
    QTest.qWaitForWindowActive(desktop.front)
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
