"""The settings file holds no name: it holds a slot id, and the vault itself says whose that is."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import NAAM
from tests.oefenbureau import desktop
from vhdesk.app.desktop import Desktop
from vhdesk.app.user_name import user_name
from vhdesk.services.kluis import Kluis

__all__ = ["desktop"]


def test_a_slot_id_becomes_a_name(kluis: Kluis, tmp_path: Path) -> None:
    assert user_name(kluis.pad, kluis.gebruiker.id) == NAAM
    assert user_name(kluis.pad, "0" * 32) == ""
    assert user_name(kluis.pad, NAAM) == ""  # what an older version wrote down
    assert user_name(tmp_path / "weg.vhkluis", kluis.gebruiker.id) == ""
    (kluis.pad / "sleutels.json").write_bytes(b"{")
    assert user_name(kluis.pad, kluis.gebruiker.id) == ""


def test_opening_leaves_no_name_behind_and_locking_still_knows_it(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluis: Kluis
) -> None:
    desktop._opened(kluis, kluis.pad, NAAM)
    assert desktop.session is not None
    desktop.settings.sync()
    written = desktop.settings.path.read_text("utf-8")
    assert kluis.gebruiker.id in written
    assert not any(part in written for part in NAAM.split())
    desktop.session.lock()
    page = desktop.front.unlock_page
    assert page.vault() == kluis.pad
    qtbot.waitUntil(lambda: page.user.text() == NAAM)  # a moment after the first picture
