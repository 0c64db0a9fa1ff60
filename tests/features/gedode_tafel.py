"""Run by test_oefenoverleg as a program: holds the practice meeting by keys up to the middle of a besluit, and goes on
typing there, letter by letter, until it is killed.

Arguments: the folder of the vault and the number of the case. Prints ``<moment> <number of letters>`` after each letter.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from tests.conftest import MOMENT
from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Bediening
from vhdesk.app.desktop import make_application
from vhdesk.clock import FixedClock
from vhdesk.practice.stappen import CasusStap, stappen
from vhdesk.practice.verhaal import lees_verhaal
from vhdesk.ui.settings import DeskSettings

KEY_MS = 90


def main(root: Path, nummer: str) -> None:
    app = make_application(DeskSettings(root / "instellingen.ini"))
    bureau = Bureau(root, FixedClock(MOMENT), app, DeskSettings(root / "instellingen.ini"))
    session = bureau.ontgrendel()
    bediening = Bediening(session, bureau.gepland)
    tekst = ""
    for stap in stappen(lees_verhaal()):
        if isinstance(stap, CasusStap) and stap.nummer == nummer:
            bediening.begin(stap)
            tekst = stap.besluiten[0].tekst
            break
        bediening.do(stap)
        app.processEvents()  # what a window does between two acts
    app.processEvents()
    typed = 0

    def press() -> None:
        nonlocal typed
        if typed < len(tekst):
            bediening.keys.type(tekst[typed])
            typed += 1
        os.write(1, f"{time.monotonic()} {typed}\n".encode())

    timer = QTimer(app)
    timer.timeout.connect(press)
    timer.start(KEY_MS)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
