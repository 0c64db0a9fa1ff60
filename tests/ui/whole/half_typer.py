"""Run by test_half_typed as a program: opens the practice meeting, types half a word in a field, and waits to be killed.

Arguments: the folder of the vault, the keys that open the field, and what is typed. Prints a line when that stands
there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.conftest import MOMENT
from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Bediening
from vhdesk.app.desktop import make_application
from vhdesk.clock import FixedClock
from vhdesk.practice.stappen import OpenStap
from vhdesk.ui.settings import DeskSettings

STEPS = 4  # to the second case of the meeting
LEFT = 2  # how far the cursor goes back


def type_half(bureau: Bureau, keys: tuple[str, ...], text: str) -> None:
    """Open the meeting of the practice vault, go to a case, and type in one of its fields without Enter."""
    session = bureau.ontgrendel()
    bediening = Bediening(session, bureau.gepland)
    bediening.do(OpenStap())
    for press in ("F8",) * STEPS + keys:
        bediening.keys.press(press)
    bediening.keys.replace(text)
    for _ in range(LEFT):
        bediening.keys.press("Left")


def main(root: Path, keys: str, text: str) -> None:
    settings = DeskSettings(root / "instellingen.ini")
    app = make_application(settings)
    bureau = Bureau(root, FixedClock(MOMENT), app, settings)
    type_half(bureau, tuple(keys.split()), text)
    os.write(1, b"getypt\n")
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
