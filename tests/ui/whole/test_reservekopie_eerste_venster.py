"""A vault that does not open any more, in the first window: the sentence, and its way on by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.app.desktop import Desktop
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.crypto.recovery import new_code
from vhdesk.queries.journaal import journaal
from vhdesk.services.kluis import HERSTELD, Kluis
from vhdesk.ui.ontgrendelen.restore_page import NONE

NIEUW = "negen blauwe bergen"


def ontgrendel(desktop: Desktop, folder: Path, wachtwoord: str = WACHTWOORD) -> Toetsenbord:
    desktop.show_front(folder)
    desktop.front.activateWindow()
    QTest.qWaitForWindowActive(desktop.front)
    QTest.qWait(20)
    keys = Toetsenbord(desktop.front)
    keys.fill("Gebruikersnaam", NAAM)
    keys.fill("Wachtwoord", wachtwoord)
    keys.press("Return")
    return keys


def weg(database: Path) -> None:
    database.unlink()


def leeg(database: Path) -> None:
    database.write_bytes(b"")


def stuk(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[20] ^= 0xFF
    database.write_bytes(content)


@pytest.mark.parametrize("bederf", [weg, leeg, stuk])
def test_a_lost_vault_offers_its_backups_and_one_becomes_a_new_vault(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis, bederf: Callable[[Path], None]
) -> None:
    kluis.reservekopie_maken("handmatig")
    kluis.sluiten()
    database = kluis.pad / "kluis.db"
    bederf(database)
    before = database.read_bytes() if database.exists() else None
    keys = ontgrendel(desktop, kluis.pad)
    bar = desktop.front.unlock_page.bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "reservekopie" in bar.next_step.text() and bar.button.hasFocus()
    keys.press("Return")
    page = desktop.front.restore_page
    assert page.isVisible() and "0 casussen" in page.counts.text() and page.none.isHidden()
    keys.fill("Wachtwoord van toen", "een ander wachtwoord")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(page.passphrase_error.isVisible, timeout=10_000)
    keys.fill("Wachtwoord van toen", WACHTWOORD)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=20_000)
    assert desktop.session is not None
    fresh = desktop.session.kluis
    assert fresh.pad == kluis.pad.with_name("Proef hersteld.vhkluis")
    assert HERSTELD in {row.actie for row in fresh.desk.ask(journaal, limiet=5)}
    assert (database.read_bytes() if database.exists() else None) == before


def test_a_lost_vault_comes_back_with_its_herstelblad_and_a_new_passphrase(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis
) -> None:
    code, wrong = kluis.herstelcode_maken(), new_code()
    kluis.reservekopie_maken("handmatig")
    kluis.sluiten()
    weg(kluis.pad / "kluis.db")
    keys = ontgrendel(desktop, kluis.pad)
    qtbot.waitUntil(desktop.front.unlock_page.bar.isVisible, timeout=10_000)
    keys.press("Return")
    page, target = desktop.front.restore_page, kluis.pad.with_name("Proef hersteld.vhkluis")
    assert not page.by_sheet.isVisible()
    keys.tab_to("Openen met")
    keys.press("Down")
    assert page.by_sheet.isVisible() and not page.by_passphrase.isVisible()
    keys.fill("Gebruikersnaam", "Iemand Anders")
    keys.fill("Code van het herstelblad", wrong)
    keys.fill("Nieuw wachtwoord", NIEUW)
    keys.fill("Nieuw wachtwoord nog een keer", NIEUW)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(page.user_error.isVisible, timeout=10_000)
    keys.tab_to("Gebruikersnaam", back=True)
    keys.replace(NAAM)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(page.code.error.isVisible, timeout=10_000)
    assert not target.exists()
    keys.fill("Code van het herstelblad", code)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=20_000)
    assert desktop.session is not None
    fresh = desktop.session.kluis
    acts = {row.actie for row in fresh.desk.ask(journaal, limiet=9)}
    assert fresh.pad == target and not fresh.met_herstelblad
    assert {HERSTELD, "Kluis openen met herstelblad", "Wachtwoord herstellen"} <= acts
    assert page.code.text() == "" and page.new_passphrase.value() == ""
    desktop.session.lock()
    ontgrendel(desktop, target, NIEUW)
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=20_000)


def test_without_a_backup_it_says_so(qtbot, desktop: Desktop, kluis: Kluis) -> None:  # type: ignore[no-untyped-def]
    kluis.sluiten()
    stuk(kluis.pad / "kluis.db")
    keys = ontgrendel(desktop, kluis.pad)
    qtbot.waitUntil(desktop.front.unlock_page.bar.isVisible, timeout=10_000)
    keys.press("Return")
    page = desktop.front.restore_page
    assert page.none.isVisible() and page.none.text() == NONE
    keys.fill("Wachtwoord van toen", WACHTWOORD)
    assert not page.verb_button.isEnabled()
    keys.press("Escape")
    assert desktop.front.unlock_page.isVisible() and page.passphrase.text() == ""


def test_a_damaged_slot_file_offers_no_backup(qtbot, desktop: Desktop, kluis: Kluis) -> None:  # type: ignore[no-untyped-def]
    kluis.sluiten()
    (kluis.pad / "sleutels.json").write_text("{")
    ontgrendel(desktop, kluis.pad)
    bar = desktop.front.unlock_page.bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "sleutels.json" in bar.next_step.text() and bar.button.isHidden()
