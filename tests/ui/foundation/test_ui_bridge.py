"""A commit becomes a signal; a page knows whether it is concerned."""

from __future__ import annotations

from threading import Thread

import pytest
from fakes import Changes, MemoryDesk
from PySide6.QtCore import QThread

from vhdesk.ui.bridge import DeskBridge, touches


def test_a_commit_in_a_job_arrives_on_the_gui_thread(qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    desk = MemoryDesk()
    bridge = DeskBridge(desk)
    changes = Changes(frozenset({"besluit"}))
    seen = []

    class Page(DeskBridge):
        def take(self, got: object) -> None:
            seen.append((got, QThread.currentThread() is qapp.thread()))

    page = Page(MemoryDesk())
    bridge.changed.connect(page.take)
    with qtbot.waitSignal(bridge.changed):
        Thread(target=desk.announce, args=(changes,)).start()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(changes, True)]


def test_after_close_nothing_arrives(qtbot) -> None:  # type: ignore[no-untyped-def]
    desk = MemoryDesk()
    bridge = DeskBridge(desk)
    bridge.close()
    bridge.close()
    assert desk.subscribers == []


@pytest.mark.parametrize(
    ("kinds", "ids", "initiator", "wanted"),
    [
        (("besluit",), (), None, True),
        (("actie",), (), None, False),
        (("actie",), ("x",), None, True),
        ((), ("y",), None, False),
        (("besluit",), ("x",), "ik", False),
        (("besluit",), (), "ander", True),
    ],
)
def test_touches(kinds: tuple[str, ...], ids: tuple[str, ...], initiator: str | None, wanted: bool) -> None:
    changes = Changes(frozenset({"besluit", "casus"}), frozenset({"x"}), initiator="ik")
    assert touches(changes, kinds, ids, initiator) is wanted
