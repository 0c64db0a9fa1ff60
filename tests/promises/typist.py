"""Run by test_vergrendelen as a program: types in a field of the window, and says on the way what it typed when.

Prints ``<moment> <number of characters>`` after each key, until it is killed.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parent))

from proefkluis import Site
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vhdesk.clock import FixedClock
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.widgets.text_area import TextArea

CLOCK = FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC))
SLEUTEL = "casus/proef/gezamenlijk_beeld"
KEY_MS = 40


def never() -> None:
    """Save the text: not reached, since who keeps typing is never done."""
    raise AssertionError("saved while typing")


def main(root: Path) -> None:
    app = QApplication(sys.argv[:1])
    kluis = Site(root, CLOCK).open()
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
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
