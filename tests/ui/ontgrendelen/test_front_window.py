"""The window before a vault is open: what it asks for, what it forgets, and what it says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import Answers, dress
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.crypto.recovery import new_code
from vhdesk.errors import RuleViolation, VaultExists, VhdeskError, WrongPassphrase
from vhdesk.services.kluis import kluis_maken
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.ontgrendelen.code_field import grouped_while_typing
from vhdesk.ui.ontgrendelen.create_page import CreatePage
from vhdesk.ui.ontgrendelen.front_window import FrontWindow
from vhdesk.ui.ontgrendelen.requests import CreateRequest, RecoveryRequest
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import choose_theme
from vhdesk.ui.widgets.new_passphrase import strength_words
from vhdesk.vocabulary import Gebruikersrol

SECRET = "zeven groene fietsen"
SLOT = "a" * 32


def name_of(_vault: Path, slot_id: str) -> str:
    return {SLOT: "Marijke ten Brinke"}.get(slot_id, "")


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def front(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[FrontWindow]:
    dress(qapp)
    settings = DeskSettings(tmp_path / "vhdesk.ini")
    for name in ("Oefenkluis.vhkluis", "Enschede.vhkluis"):
        (tmp_path / name).mkdir()
        settings.remember_vault(tmp_path / name)
        settings.remember_user(tmp_path / name, SLOT)
    window = FrontWindow(settings, None, answers, name_of=name_of)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    QTest.qWait(2)
    yield window
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), code, modifiers)
    QTest.qWait(1)


def type_words(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def caught(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


def fill_create(front: FrontWindow, folder: Path, name: str = "Hengelo") -> CreatePage:
    key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = front.create_page
    page.place.setText(str(folder))
    type_words(name)
    page.user.setFocus()
    type_words("Noor van Dalen")
    page.passphrase.setFocus()
    type_words(SECRET)
    key(Qt.Key.Key_Return)
    type_words(SECRET)
    return page


def test_the_cursor_stands_in_the_passphrase(front: FrontWindow) -> None:
    assert front.unlock_page.passphrase.line.hasFocus()


def test_unlocking_sends_what_was_typed(front: FrontWindow, tmp_path: Path) -> None:
    asked = caught(front.unlock_requested)
    type_words(SECRET)
    key(Qt.Key.Key_Return)
    assert asked == [(tmp_path / "Enschede.vhkluis", "Marijke ten Brinke", SECRET)]
    front.show_fault(WrongPassphrase("wrong_passphrase"))
    assert front.unlock_page.bar.isVisible()
    assert front.unlock_page.passphrase.text() == ""


def test_only_the_practice_vault_shows_its_passphrase(front: FrontWindow, tmp_path: Path) -> None:
    assert front.hint.isHidden()
    front.choose_vault(tmp_path / "Oefenkluis.vhkluis")
    assert "oefenen met vhdesk" in front.hint.text()
    assert front.hint.isVisible()
    front.choose_vault(tmp_path / "Enschede.vhkluis")
    assert front.hint.isHidden() and front.hint.text() == ""


def test_a_vault_is_made_by_keyboard_alone(front: FrontWindow, tmp_path: Path) -> None:
    asked = caught(front.create_requested)
    page = fill_create(front, tmp_path)
    assert page.verb_button.isEnabled()
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [
        CreateRequest(tmp_path / "Hengelo.vhkluis", "Noor van Dalen", Gebruikersrol.COORDINATOR.value, SECRET)
    ]
    assert not page.verb_button.isEnabled()  # busy: it is asked once
    front.show_fault(VaultExists("vault_exists"))
    assert page.bar.isVisible() and page.verb_button.isEnabled()
    front.show_fault(RuleViolation("wachtwoord_te_eenvoudig", field="wachtwoord"))
    assert page.passphrase.error.isVisible()


def test_the_request_makes_a_vault_that_opens(front: FrontWindow, tmp_path: Path) -> None:
    asked = caught(front.create_requested)
    fill_create(front, tmp_path).submit()
    request: CreateRequest = asked[0]
    kluis = kluis_maken(
        request.folder, request.naam, Gebruikersrol(request.rol), request.wachtwoord,
        FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC)),
        kdf=CHEAP, options=OpenOptions(anchor_home=tmp_path / "ankers"),
    )  # fmt: skip
    assert [user.naam for user in kluis.gebruikers()] == ["Noor van Dalen"]
    kluis.sluiten()


@pytest.mark.parametrize("name", ["a/b", "wat?", ".verborgen", "x" * 81])
def test_a_name_that_cannot_be_a_folder_is_refused_at_once(
    front: FrontWindow, tmp_path: Path, name: str
) -> None:
    page = fill_create(front, tmp_path, name)
    assert page.name_error.isVisible()
    assert not page.verb_button.isEnabled()
    asked = caught(front.create_requested)
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_the_hint_counts_while_typing() -> None:
    assert strength_words("zeven groe")[0].startswith("Nog 2 tekens.")
    assert strength_words("zeven groen")[0].startswith("Nog 1 teken.")
    assert strength_words(SECRET)[1]
    assert not strength_words("aaaaaaaaaaaaaaaa")[1]


def test_two_different_passphrases_are_not_sent(front: FrontWindow, tmp_path: Path) -> None:
    page = fill_create(front, tmp_path)
    page.passphrase.second.setFocus()
    type_words("x")
    assert "niet gelijk" in page.passphrase.same.text()
    assert not page.verb_button.isEnabled()


def test_escape_goes_back_and_forgets(front: FrontWindow, tmp_path: Path) -> None:
    page = fill_create(front, tmp_path)
    key(Qt.Key.Key_Escape)
    assert front.stack.currentWidget() is front.unlock_page
    assert page.passphrase.value() == "" and page.passphrase.second.text() == ""


def test_the_code_is_forgiving_and_grouped(front: FrontWindow, tmp_path: Path) -> None:
    code = new_code()
    asked = caught(front.recovery_requested)
    front.show_recovery(tmp_path / "Enschede.vhkluis")
    page = front.recovery_page
    assert page.code.hasFocus() and page.user.text() == "Marijke ten Brinke"
    type_words(code.lower().replace("-", " "))
    assert page.code.text() == code
    assert "goed overgetypt" in page.code.hint.text()
    page.passphrase.setFocus()
    type_words(SECRET)
    key(Qt.Key.Key_Return)
    type_words(SECRET)
    key(Qt.Key.Key_Return)
    vault = tmp_path / "Enschede.vhkluis"
    assert asked == [RecoveryRequest(vault, code, "Marijke ten Brinke", SECRET)]
    front.show_fault(WrongPassphrase("wrong_passphrase"))
    assert page.code.error.isVisible()
    front.show_fault(VhdeskError("gebruiker_onbekend"))
    assert page.user_error.isVisible()


def test_a_typing_mistake_in_the_code_is_noticed(front: FrontWindow, tmp_path: Path) -> None:
    code = new_code()
    wrong = ("3" if code[0] != "3" else "4") + code[1:]
    front.show_recovery(tmp_path / "Enschede.vhkluis")
    type_words(wrong)
    assert "tikfout" in front.recovery_page.code.hint.text()
    front.recovery_page.code.clear()
    type_words("0" + code[1:])
    assert "geen 0, 1, I, L of O" in front.recovery_page.code.hint.text()
    assert grouped_while_typing("abcdefg") == "ABCD-EFG"


def test_opened_hides_and_forgets_everything(front: FrontWindow, tmp_path: Path) -> None:
    page = fill_create(front, tmp_path)
    front.unlock_page.passphrase.line.setText(SECRET)
    front.opened()
    assert not front.isVisible()
    assert page.passphrase.value() == "" and front.unlock_page.passphrase.text() == ""
    assert front.stack.currentWidget() is front.unlock_page


def test_nothing_is_cut_off_at_twice_the_text_size(qapp: QApplication, tmp_path: Path) -> None:
    settings = DeskSettings(tmp_path / "groot.ini")
    choose_theme(qapp, settings.theme, 2.0)
    (tmp_path / "Enschede.vhkluis").mkdir()
    settings.remember_vault(tmp_path / "Enschede.vhkluis")
    window = FrontWindow(settings, None, Answers())
    try:
        window.show()
        QTest.qWait(20)
        page = window.unlock_page
        right = page.recovery_button.mapTo(window, QPoint(page.recovery_button.width(), 0)).x()
        assert right <= window.width() <= 1366 and window.height() <= 768
    finally:
        window.deleteLater()
        choose_theme(qapp, settings.theme, 1.0)


def test_another_folder_is_only_taken_when_it_is_a_vault(
    front: FrontWindow, answers: Answers, tmp_path: Path
) -> None:
    other = tmp_path / "elders"
    other.mkdir()
    answers.path = other
    key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert front.unlock_page.bar.isVisible()
    (other / "Almelo.vhkluis").mkdir()
    key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert front.unlock_page.vault() == other / "Almelo.vhkluis"
    assert front.unlock_page.bar.isHidden()


def test_a_vault_that_was_just_made_stands_in_the_list(front: FrontWindow, tmp_path: Path) -> None:
    made = tmp_path / "Nieuw.vhkluis"
    made.mkdir()
    DeskSettings(tmp_path / "vhdesk.ini")
    front._settings.remember_vault(made)
    front.choose_vault(made)
    assert front.unlock_page.recent.model.rows()[0].naam == "Nieuw"


def test_closing_the_window_is_told(front: FrontWindow) -> None:
    told = caught(front.closed)
    front.close()
    assert told == [()]


def test_a_passphrase_never_shows_in_a_repr() -> None:
    made = CreateRequest(Path("x"), "Noor", "coordinator", SECRET)
    asked = RecoveryRequest(Path("x"), "ABCD", "Noor", SECRET)
    assert SECRET not in f"{made!r} {asked!r}" and "ABCD" not in repr(asked)


def test_the_first_window_and_its_pages_import_nothing_heavy() -> None:
    code = (
        "import sys, vhdesk.ui.ontgrendelen.front_window\n"
        "heavy = ('sqlalchemy', 'reportlab', 'cryptography', 'yaml', 'argon2')\n"
        "print([name for name in heavy if name in sys.modules])\n"
        "import vhdesk.ui.ontgrendelen.create_page, vhdesk.ui.ontgrendelen.recovery_page\n"
        "print([name for name in ('sqlalchemy', 'reportlab') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]
