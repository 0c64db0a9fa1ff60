"""The first window: quick to stand, all by keyboard, faults in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from onscreen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vhdesk.errors import WrongPassphrase
from vhdesk.ui.ontgrendelen.unlock_page import UnlockPage
from vhdesk.ui.settings import DeskSettings

HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "reportlab",
    "alembic",
    "msgspec",
    "openpyxl",
    "pypdfium2",
    "cryptography",
    "yaml",
)


SLOT = "a" * 32


def name_of(vault: Path, slot_id: str) -> str:
    return "Marijke ten Brinke" if (vault.stem, slot_id) == ("Oefenkluis", SLOT) else ""


def test_the_first_window_imports_nothing_heavy() -> None:
    code = (
        "import sys, vhdesk.ui.ontgrendelen, vhdesk.ui.ontgrendelen.unlock_page\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def vaults(settings: DeskSettings, tmp_path: Path) -> list[Path]:
    made = [tmp_path / "Enschede.vhkluis", tmp_path / "Oefenkluis.vhkluis"]
    for vault in made:
        vault.mkdir()
        settings.remember_vault(vault)
    settings.remember_user(made[1], SLOT)
    return made


@pytest.fixture
def page(qtbot, settings: DeskSettings, vaults: list[Path]) -> UnlockPage:  # type: ignore[no-untyped-def]
    made = UnlockPage(settings, name_of=name_of)
    qtbot.addWidget(made)
    on_screen(qtbot, made)
    made.focus_first()
    return made


def test_name_is_known_so_only_the_passphrase_is_typed(qtbot, page: UnlockPage, vaults: list[Path]) -> None:  # type: ignore[no-untyped-def]
    assert page.vault_name.text() == "Oefenkluis"
    assert page.passphrase.line.hasFocus()
    assert not page.unlock_button.isEnabled()
    qtbot.keyClicks(page.passphrase.line, "zeven groene fietsen")
    with qtbot.waitSignal(page.unlock_requested) as asked:
        qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert asked.args == [vaults[1], "Marijke ten Brinke", "zeven groene fietsen"]
    assert not page.unlock_button.isEnabled()
    with qtbot.assertNotEmitted(page.unlock_requested):
        page.unlock()


def test_a_user_who_is_gone_leaves_the_field_empty(qtbot, settings: DeskSettings, vaults: list[Path]) -> None:  # type: ignore[no-untyped-def]
    settings.remember_user(vaults[1], "b" * 32)
    page = UnlockPage(settings, name_of=name_of)
    qtbot.addWidget(page)
    on_screen(qtbot, page)
    assert page.user.text() == ""
    assert page.user.hasFocus()


def test_a_wrong_passphrase_is_said_forgotten_and_typed_again(qtbot, page: UnlockPage) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(page.passphrase.line, "fout")
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    page.show_fault(WrongPassphrase("wrong_passphrase"))
    assert page.bar.isVisible()
    assert page.passphrase.text() == ""
    assert page.user.text() == "Marijke ten Brinke"
    assert page.passphrase.line.hasFocus()
    qtbot.keyClicks(page.passphrase.line, "goed")
    with qtbot.waitSignal(page.unlock_requested):
        page.unlock_button.click()
    assert page.bar.isHidden()


def test_another_vault_is_chosen_with_the_arrows(qtbot, page: UnlockPage, vaults: list[Path]) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(page.passphrase.line, "half")
    page.recent.list.setFocus()
    qtbot.keyClick(page.recent.list, Qt.Key.Key_Down)
    assert page.vault() == vaults[0]
    assert page.vault_name.text() == "Enschede"
    assert page.recent.list.hasFocus()
    assert page.passphrase.text() == ""
    qtbot.keyClick(page.recent.list, Qt.Key.Key_Return)
    assert page.user.hasFocus()
    qtbot.keyClicks(page.user, "An")
    qtbot.keyClick(page.user, Qt.Key.Key_Return)
    assert page.passphrase.line.hasFocus()


def test_the_very_first_time_says_what_to_do(qtbot, settings: DeskSettings) -> None:  # type: ignore[no-untyped-def]
    page = UnlockPage(settings)
    qtbot.addWidget(page)
    on_screen(qtbot, page)
    assert page.recent.none.isVisible()
    assert page.vault() is None
    assert not page.passphrase.isEnabled()
    with qtbot.waitSignal(page.create_requested):
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.open_other_requested):
        qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_a_vault_that_is_gone_is_shown_and_not_forgotten(
    qtbot, settings: DeskSettings, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    settings.remember_vault(tmp_path / "weg.vhkluis")
    page = UnlockPage(settings)
    qtbot.addWidget(page)
    assert "niet gevonden" in page.recent.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.vault() is None


def test_the_recovery_sheet_can_be_used_for_the_vault_chosen(
    qtbot, page: UnlockPage, vaults: list[Path]
) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(page.recovery_requested) as asked:
        page.recovery_button.click()
    assert asked.args == [vaults[1]]


def test_what_unlocking_needs_is_imported_beside_the_window(qtbot, settings: DeskSettings) -> None:  # type: ignore[no-untyped-def]
    ran, where = Event(), []

    def preload() -> None:
        where.append(current_thread() is main_thread())
        ran.set()

    page = UnlockPage(settings, preload)
    qtbot.addWidget(page)
    page.start_preload()
    page.start_preload()
    assert ran.wait(5)
    assert where == [False]


def test_every_control_has_a_name(page: UnlockPage) -> None:
    from test_ui_window import controls_of

    assert [repr(w) for w in controls_of(page) if not w.accessibleName() and not hasattr(w, "text")] == []
    assert QApplication.focusWidget() is not None
