"""Run by test_vergrendelen as a program: types in a field of the window, and says on the way what it typed when.

Prints ``<moment> <number of characters>`` after each key, until it is killed. With ``bezet`` something else writes in
the vault all the time.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parent))

from proefkluis import Site
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from vasthouder import vastgehouden

from vhdesk.clock import FixedClock
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.widgets.text_area import TextArea

CLOCK = FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC))
SLEUTEL = "casus/proef/gezamenlijk_beeld"
KEY_MS = 40


def never() -> None:
    """Save the text: not reached, since who keeps typing is never done."""
    raise AssertionError("saved while typing")


def main(root: Path, busy: bool) -> None:
    app = QApplication(sys.argv[:1])
    site = Site(root, CLOCK)
    kluis = site.open()
    held = vastgehouden(site) if busy else nullcontext()
    field = TextArea("Gezamenlijk beeld")
    autosave = Autosave(CLOCK, kluis.desk, app)
    autosave.watch("beeld", field, never, SLEUTEL)
    field.show()
    keys = 0

    def press() -> None:
        nonlocal keys
        keys += 1
        QTest.keyClicks(field, "abcdefghij"[keys % 10])
        os.write(1, f"{time.monotonic()} {len(field.text())}\n".encode())

    timer = QTimer(app)
    timer.timeout.connect(press)
    timer.start(KEY_MS)
    with held:
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] == ["bezet"])
