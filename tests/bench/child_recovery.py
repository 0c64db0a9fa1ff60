"""A process of its own that is killed in the middle of a decision (``type``), or comes back after that (``return``) and
prints how many seconds after the passphrase the cursor stands in the half-typed word again. What the program imports
while the passphrase is typed, is imported. Nothing is closed at the end of either."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path

HALF = "De tafel besluit dat de partn"
LEFT = 3  # how far the cursor went back
WRITTEN = 2.0  # seconds: the journal of drafts is at most one behind


def main(what: str, home: str, cases: str, now: str, overleg_id: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tests.bench.screens import turn_to_case
    from tests.bench.vaults import reopened
    from tests.bench.window import BenchWindow
    from vhdesk.app.desktop import make_application, preload
    from vhdesk.clock import FixedClock
    from vhdesk.ui.garbage import GuiGarbage
    from vhdesk.ui.settings import DeskSettings
    from vhdesk.ui.widgets.text_area import TextArea

    clock = FixedClock(datetime.fromisoformat(now))
    app = make_application(DeskSettings(Path(home) / "herstel.ini"))
    GuiGarbage(app)
    preload()
    began = time.monotonic()
    bench = BenchWindow(app, reopened(Path(home) / cases, clock), clock, Path(home))
    bench.until_painted(bench.show)
    if what == "type":
        turn_to_case(bench, overleg_id)
        for keys in ("Ctrl+F8", "Ctrl+B"):
            bench.press(keys)
        bench.type(HALF)
        for _ in range(LEFT):
            bench.press("Left")
        QTest.qWait(round(WRITTEN * 1000))
    field = QApplication.focusWidget()
    took = time.monotonic() - began
    if not isinstance(field, TextArea) or (field.text(), field.cursor_position()) != (HALF, len(HALF) - LEFT):
        raise RuntimeError("the cursor is not in the decision")
    sys.stdout.write(f"{took}\n")
    sys.stdout.flush()
    os._exit(0)  # as a kill: nothing is written any more, nothing is closed


if __name__ == "__main__":
    main(*sys.argv[1:6])
