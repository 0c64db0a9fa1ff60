"""The whole program offscreen: a practice vault made once, copied per scenario, in the real window; or the program
from its first window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.eenmalig import made_once
from vhdesk.app.desktop import Desktop, make_application
from vhdesk.app.oefening import maak_oefenkluis, open_oefenkluis
from vhdesk.app.plaats import Oefenplaats
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.overleg import overleggen
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings
from vhdesk.vocabulary import Overlegstatus


@pytest.fixture(scope="session")
def oefensjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import MOMENT  # the session fixture cannot ask the function-scoped clock

    def make(home: Path) -> None:
        maak_oefenkluis(_plaats(home), FixedClock(MOMENT), kdf=CHEAP)

    return made_once(tmp_path_factory, "oefenbureau", make)


def _plaats(home: Path) -> Oefenplaats:
    return Oefenplaats(home / "Oefenkluis.vhkluis", home / "ankers")


class Bureau:
    """The program on one vault: unlock, lock, unlock again."""

    def __init__(self, home: Path, clock: FixedClock, app: QApplication, settings: DeskSettings) -> None:
        self.home = home
        self.plaats = _plaats(home)
        self.clock = clock
        self.app = app
        self.settings = settings
        self.session: DeskSession | None = None

    def ontgrendel(self) -> DeskSession:
        kluis = open_oefenkluis(self.plaats, self.clock, kdf=CHEAP)
        around = Surroundings(clock=self.clock, settings=self.settings, prompts=DialogPrompts())
        self.session = DeskSession(kluis, around)
        self.session.window.resize(1366, 768)
        self.session.show()
        return self.session

    @property
    def gepland(self) -> str:
        """The id of the meeting that is held first: that of the story."""
        assert self.session is not None
        desk = self.session.kluis.desk
        return min(desk.ask(overleggen, status=Overlegstatus.GEPLAND), key=lambda row: row.datum).id

    def vergrendel(self) -> None:
        if self.session is not None:
            self.session.window.request_lock()
            self.session.jobs.wait()
            self.session.deleteLater()
            self.session = None


@pytest.fixture
def bureau(oefensjabloon: Path, tmp_path: Path, clock: FixedClock, qapp: QApplication) -> Iterator[Bureau]:
    """A practice vault of its own behind the real window, locked at the end."""
    shutil.copytree(oefensjabloon, tmp_path / "oefening")
    settings = DeskSettings(tmp_path / "instellingen.ini")
    opened = Bureau(tmp_path / "oefening", clock, make_application(settings), settings)
    yield opened
    opened.vergrendel()


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
