"""Drafts in the encrypted journal follow those in memory: written within a second, forgotten after the picture."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from vhdesk.services.kluis import Kluis
from vhdesk.ui.overleg.drafts import DraftKeeper

KEY = "overleg/o/p/besluit"


def test_what_became_an_act_is_forgotten_a_moment_later(kluis: Kluis, qtbot: QtBot) -> None:
    keeper = DraftKeeper(kluis.desk)
    keeper.put(KEY, "half getypt", 3)
    assert keeper.write()
    assert [draft.text for draft in kluis.desk.drafts()] == ["half getypt"]
    keeper.drop(KEY)
    assert keeper.get(KEY) is None
    qtbot.waitUntil(lambda: kluis.desk.drafts() == ())


def test_a_lock_right_after_the_act_forgets_it_too(kluis: Kluis) -> None:
    keeper = DraftKeeper(kluis.desk)
    keeper.put(KEY, "half getypt", 3)
    keeper.write()
    keeper.drop(KEY)
    assert keeper.write()  # what a lock does
    assert kluis.desk.drafts() == ()


def test_typing_on_at_once_keeps_the_new_text(kluis: Kluis, qtbot: QtBot) -> None:
    keeper = DraftKeeper(kluis.desk)
    keeper.put(KEY, "het eerste besluit", 3)
    keeper.write()
    keeper.drop(KEY)
    keeper.put(KEY, "het volgende", 4)
    qtbot.wait(20)
    assert keeper.write()
    assert [draft.text for draft in kluis.desk.drafts()] == ["het volgende"]
