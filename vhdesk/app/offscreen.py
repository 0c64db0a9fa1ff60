"""The practice meeting without a display: the same windows, held by keys, with the minutes and pictures as result."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtWidgets import QApplication

from vhdesk.app.bediening import Bediening
from vhdesk.app.desktop import make_application
from vhdesk.app.oefening import open_oefenkluis
from vhdesk.app.plaats import Oefenplaats
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.app.user_name import user_name
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.practice.stappen import CasusStap, OpenStap, SluitStap, stappen
from vhdesk.practice.verhaal import lees_verhaal
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import overleggen
from vhdesk.ui.garbage import GuiGarbage
from vhdesk.ui.ontgrendelen.front_window import FrontWindow
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.vocabulary import Overlegstatus

MOMENT = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # the afternoon of the practice meeting, 13:30 in Enschede
SIZE = (1366, 768)
SETTLE = 150  # ms for pictures and read jobs to arrive
PAGES = ("vandaag", "casussen", "acties", "aanmeldingen", "beheer")


class Fotograaf:
    """Takes a picture of a window in both themes."""

    def __init__(self, app: QApplication, uit: Path) -> None:
        self._app = app
        self._uit = uit
        self.taken: list[Path] = []

    def take(self, window: object, name: str) -> None:
        """Write ``scherm-NAME-licht.png`` and ``scherm-NAME-donker.png``."""
        for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            apply_theme(self._app, theme)
            _wait(SETTLE)
            path = self._uit / f"scherm-{name}-{theme.value}.png"
            window.grab().save(str(path))  # type: ignore[attr-defined]
            self.taken.append(path)


def hold_meeting(uit: Path) -> int:
    """Hold the practice meeting and write ``verslag.pdf`` and ``scherm-*.png`` into ``uit``; returns the exit code."""
    uit.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vhdesk-oefening-") as folder:
        place = Path(folder)
        settings = DeskSettings(place / "instellingen.ini")
        app = make_application(settings)
        GuiGarbage(app)
        return _run(app, settings, place, uit)


def _run(app: QApplication, settings: DeskSettings, place: Path, uit: Path) -> int:
    clock = FixedClock(MOMENT)
    vault = Oefenplaats(place / "Oefenkluis.vhkluis", place / "ankers")
    _say("De oefenkluis wordt gemaakt (verzonnen mensen) ...")
    kluis = open_oefenkluis(vault, clock, kdf=CHEAP)  # thrown away when done
    foto = Fotograaf(app, uit)
    settings.remember_vault(vault.folder)
    settings.remember_user(vault.folder, kluis.gebruiker.id)
    front = FrontWindow(settings, None, name_of=user_name)
    front.resize(*SIZE)
    front.choose_vault(vault.folder)
    front.show()
    foto.take(front, "ontgrendelen")
    front.hide()
    session = DeskSession(kluis, Surroundings(clock=clock, settings=settings, prompts=DialogPrompts()))
    session.window.resize(*SIZE)
    session.show()
    gepland = kluis.desk.ask(overleggen, status=Overlegstatus.GEPLAND)
    overleg_id = min(gepland, key=lambda row: row.datum).id  # that of the story comes first
    _pages(session, overleg_id, foto)
    _say("Het overleg wordt gehouden ...")
    closed = _hold(session, overleg_id, foto)
    session.context.shell.navigate("verslagen", overleg_id)
    _wait(20 * SETTLE)
    foto.take(session.window, "verslag")
    paper = uit / "verslag.pdf"
    paper.write_bytes(session.context.pdf(overleg_id))
    session.lock()
    _say(f"Verslag: {paper.resolve()}")
    for path in foto.taken:
        _say(f"Scherm: {path.resolve()}")
    return 0 if closed else 1


def _hold(session: DeskSession, overleg_id: str, foto: Fotograaf) -> bool:
    bediening = Bediening(session, overleg_id)
    for number, stap in enumerate(stappen(lees_verhaal())):
        if isinstance(stap, OpenStap):
            foto.take(session.window, "voorbereiden")
        if isinstance(stap, SluitStap):
            bediening.keys.press("Ctrl+Shift+S")
            foto.take(session.window, "sluiten")
            bediening.keys.press("Esc")
        bediening.do(stap)
        if isinstance(stap, CasusStap) and not any("overleg-" in path.name for path in foto.taken):
            foto.take(session.window, "overleg")
        if number % 10 == 0:
            QApplication.sendPostedEvents()
    return bediening.status() is Overlegstatus.GESLOTEN


def _pages(session: DeskSession, overleg_id: str, foto: Fotograaf) -> None:
    for page_id in PAGES:
        session.window.show_page(page_id)
        _wait(SETTLE)
        foto.take(session.window, page_id)
    punten = session.kluis.desk.ask(agenda, overleg_id).punten
    session.context.shell.navigate("casussen", next(punt.casus_id for punt in punten if punt.casus_id))
    foto.take(session.window, "casus")


def _wait(milliseconds: int) -> None:
    """Let the window and its jobs work; the wait of Qt's own tests keeps the interpreter, and jobs would stand still."""
    end = monotonic() + milliseconds / 1000
    while monotonic() < end:
        QApplication.processEvents()
        sleep(0.005)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
