"""The whole window on the practice vault, and the program from its first window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.oefenbureau import bureau, oefensjabloon
from vhdesk.app.desktop import Desktop, make_application
from vhdesk.clock import FixedClock
from vhdesk.ui.settings import DeskSettings

__all__ = ["bureau", "desktop", "oefensjabloon"]


@pytest.fixture
def desktop(
    tmp_path: Path, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    """The program with settings, anchors and locks of its own; nothing is shown yet."""
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "systeem"))
    (tmp_path / "systeem").mkdir(mode=0o700)
    settings = DeskSettings(tmp_path / "instellingen.ini")
    made = Desktop(make_application(settings), clock, settings)
    yield made
    if made.session is not None:
        made.session.lock()
    made.front.hide()
    made.wait()
    made.deleteLater()
