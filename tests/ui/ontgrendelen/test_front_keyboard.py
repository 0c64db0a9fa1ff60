"""The pages before a vault is open, walked with Tab: nothing is skipped, nothing dead asks to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import Answers, dress
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.ui.ontgrendelen.front_window import FrontWindow
from vhdesk.ui.settings import DeskSettings


@pytest.fixture
def settings(tmp_path: Path) -> DeskSettings:
    return DeskSettings(tmp_path / "vhdesk.ini")


@pytest.fixture
def front(qapp: QApplication, settings: DeskSettings) -> Iterator[FrontWindow]:
    dress(qapp)
    window = FrontWindow(settings, None, Answers())
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.qWait(20)
    yield window
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def walk(front: FrontWindow) -> list[str]:
    """Return what Tab visits, from where the focus is until it is back there."""
    keys, seen = Toetsenbord(front), []
    while keys.at() not in seen:
        seen.append(keys.at())
        QTest.keyClick(keys.target, Qt.Key.Key_Tab)
    return seen


def test_without_a_vault_there_are_two_ways_in_and_no_fields(front: FrontWindow) -> None:
    assert not front.unlock_page.fields.isVisible()
    assert [name.strip() for name in walk(front)] == [
        "Nieuwe kluis maken…  (Ctrl+N)",
        "Andere kluis openen…  (Ctrl+O)",
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert front.stack.currentWidget() is front.create_page


def test_making_a_vault_is_walked_from_its_name_to_its_buttons(front: FrontWindow) -> None:
    front.show_create()
    assert walk(front) == [
        "Naam van de kluis", "In de map", "Map kiezen…", "Uw naam", "Rol coördinator", "Wachtwoord",
        "Wachtwoord nog een keer", "Terug",
    ]  # fmt: skip
    Toetsenbord(front).tab_to("Terug")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert front.stack.currentWidget() is front.unlock_page


def test_a_chosen_vault_asks_who_you_are(front: FrontWindow, settings: DeskSettings, tmp_path: Path) -> None:
    vault = tmp_path / "Enschede.vhkluis"
    vault.mkdir()
    settings.remember_vault(vault)
    front.choose_vault(vault)
    assert front.unlock_page.fields.isVisible()
    assert {"Gebruikersnaam", "Wachtwoord", "Recente kluizen"} <= set(walk(front))
