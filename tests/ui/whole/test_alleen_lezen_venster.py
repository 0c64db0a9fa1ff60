"""A vault that was opened to read, in the window: how to get there by keys, and that nothing in it can be written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.conftest import NAAM, WACHTWOORD
from tests.oefenbureau import Bureau
from vhdesk.app.desktop import Desktop
from vhdesk.app.oefening import NAAM as OEFENNAAM
from vhdesk.app.oefening import WACHTWOORD as OEFENWACHTWOORD
from vhdesk.app.pages import PAGES
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.overleg import overleggen
from vhdesk.services.kluis import Toegang, kluis_openen
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.store.layout import Layout
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.reading import LOOKING
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.widgets.search_field import SearchField

TABS = ("overzicht", "betrokkenen", "leefgebieden", "plan", "acties", "besluiten", "tijdlijn", "bescherming")
CHECKS = ("beheer.controleren", "beheer.journaal.controleren")
HOLDER = (
    "import sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
    "from vhdesk.store.lock import ProcessLock\n"
    "ProcessLock.acquire(Path(sys.argv[1]), datetime.now(UTC))\n"
    "print('vast', flush=True)\nsys.stdin.read()\n"
)


def inhoud(folder: Path) -> dict[str, bytes]:
    files = (
        path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".db-shm", ".db-wal")
    )
    return {str(path): path.read_bytes() for path in sorted(files)}


@contextmanager
def in_gebruik(folder: Path) -> Iterator[None]:
    """Another process has the vault to write in."""
    command = [sys.executable, "-c", HOLDER, str(Layout(folder).lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "vast\n"
        yield
        holder.kill()


def typ_wachtwoord(desktop: Desktop, kluismap: Path, wachtwoord: str = WACHTWOORD) -> Toetsenbord:
    desktop.show_front(kluismap)
    desktop.front.activateWindow()
    QTest.qWaitForWindowActive(desktop.front)
    QTest.qWait(20)  # the name of the last user, when there is one, comes after the first picture
    keys = Toetsenbord(desktop.front)
    keys.fill("Gebruikersnaam", NAAM)
    keys.fill("Wachtwoord", wachtwoord)
    return keys


def test_one_key_opens_to_read_and_locking_leaves_the_vault_as_it_was(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluismap: Path
) -> None:
    before = inhoud(kluismap)
    typ_wachtwoord(desktop, kluismap).press("Ctrl+Shift+Return")
    qtbot.waitUntil(lambda: desktop.session is not None, timeout=10_000)
    session = desktop.session
    assert session is not None and session.kluis.alleen_lezen
    assert session.window.status.looking.text() == LOOKING and session.window.status.looking.isVisible()
    assert session.window.windowTitle().startswith("Alleen lezen")
    session.window.request_lock()
    assert desktop.session is None and desktop.front.isVisible()
    assert inhoud(kluismap) == before


def test_a_vault_that_another_process_writes_in_offers_to_read_with_the_passphrase_that_was_typed(  # type: ignore[no-untyped-def]
    qtbot, desktop: Desktop, kluismap: Path
) -> None:
    with in_gebruik(kluismap):
        keys = typ_wachtwoord(desktop, kluismap)
        keys.press("Return")
        bar = desktop.front.unlock_page.bar
        qtbot.waitUntil(bar.isVisible, timeout=10_000)
        assert (
            "in gebruik op deze computer" in bar.happened.text()
            and "alleen om te lezen" in bar.next_step.text()
        )
        assert bar.button.text() == "Alleen lezen" and bar.button.hasFocus()
        keys.press("Return")
        qtbot.waitUntil(lambda: desktop.session is not None, timeout=10_000)
        assert desktop.session is not None and desktop.session.kluis.alleen_lezen


def test_a_wrong_passphrase_offers_nothing(qtbot, desktop: Desktop, kluismap: Path) -> None:  # type: ignore[no-untyped-def]
    typ_wachtwoord(desktop, kluismap, "een ander wachtwoord").press("Ctrl+Shift+Return")
    bar = desktop.front.unlock_page.bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert bar.button.isHidden() and desktop.front.unlock_page.passphrase.text() == ""


class Lezer:
    """A session on the practice vault, with a meeting that is under way, opened to read."""

    def __init__(self, bureau: Bureau) -> None:
        self._bureau = bureau
        session = bureau.ontgrendel()
        desk = session.kluis.desk
        desk.execute(OverlegOpenen(overleg_id=bureau.gepland))
        self.casus_id = desk.ask(casuslijst).rijen[0].id
        desk.save_draft(f"casus/{self.casus_id}/zienswijze", "half getypt", 4)
        bureau.vergrendel()
        self.folder = bureau.plaats.folder
        self.before = inhoud(self.folder)
        options = OpenOptions(read_only=True, anchor_home=bureau.plaats.anchor_home, accept_location=True)
        toegang = Toegang(naam=OEFENNAAM, wachtwoord=OEFENWACHTWOORD)
        kluis = kluis_openen(self.folder, toegang, bureau.clock, kdf=CHEAP, options=options)
        around = Surroundings(clock=bureau.clock, settings=bureau.settings, prompts=DialogPrompts())
        bureau.session = self.session = DeskSession(kluis, around)
        self.window = self.session.window
        self.window.resize(1366, 768)
        self.session.show()
        self.window.activateWindow()

    def places(self) -> Iterator[tuple[str, str]]:
        yield from ((page_id, "") for page_id in PAGES)
        yield from (("casussen", f"{self.casus_id}#{tab}") for tab in TABS)
        yield from (("overleggen", row.id) for row in self.session.kluis.desk.ask(overleggen))

    def left(self) -> bool:
        """The window is gone: nothing is left to lock at the end."""
        self.session.jobs.wait()
        self._bureau.session = None
        return True

    def go(self, page_id: str, target: str) -> None:
        self.session.context.shell.navigate(page_id, target)
        self.session.jobs.wait()
        QTest.qWait(5)


@pytest.fixture
def lezer(bureau: Bureau) -> Lezer:
    return Lezer(bureau)


def _writes(field: QWidget) -> bool:
    setting = field.objectName() == "qt_spinbox_lineedit"
    return field.isVisible() and not setting and not isinstance(field, SearchField)


def test_what_can_be_done_writes_nothing_and_no_field_takes_a_letter(lezer: Lezer) -> None:
    for page_id, target in lezer.places():
        lezer.go(page_id, target)
        assert lezer.window.current_page_id() == page_id
        assert not lezer.window.bar.isVisible(), (page_id, target, lezer.window.bar.happened.text())
        acts = lezer.session.registry.palette_acts()
        assert acts and all(act.looks for act in acts)
        for field in lezer.window.page(page_id).findChildren(QWidget):
            if isinstance(field, QLineEdit | QPlainTextEdit) and _writes(field):
                assert field.isReadOnly(), (page_id, target, field.accessibleName())
        for act in lezer.session.registry.acts(page_id):
            if (
                "#" not in target
                and act.looks
                and (act.context or (page_id == "beheer" and act.id in CHECKS))
            ):
                lezer.session.registry.trigger(act.id)
                lezer.go(page_id, target)
        assert lezer.window.flush() and lezer.window.write_forms()
    lezer.window.request_lock()
    assert lezer.left() and inhoud(lezer.folder) == lezer.before


def test_keys_and_buttons_that_write_say_why_not(lezer: Lezer) -> None:
    lezer.go("casussen", lezer.casus_id)
    keys = Toetsenbord(lezer.window)
    bar = lezer.window.bar
    for pressed in ("Ctrl+N", "Ctrl+M", "Ctrl+T"):
        bar.clear()
        keys.press(pressed)
        assert bar.isVisible() and "alleen geopend om te lezen" in bar.happened.text(), pressed
    action = lezer.session.registry.action("casus.actie")
    assert not action.isEnabled() and action.toolTip() == LOOKING
    assert lezer.window.flush() and lezer.window.close() and lezer.left()


def test_half_typed_text_of_before_is_shown_and_stays_a_draft(lezer: Lezer) -> None:
    lezer.go("casussen", f"{lezer.casus_id}#overzicht")
    texts = [field.toPlainText() for field in lezer.window.findChildren(QPlainTextEdit)]
    assert "half getypt" in texts
    assert lezer.window.flush()
    assert [draft.text for draft in lezer.session.kluis.desk.drafts("casus/")] == ["half getypt"]


def test_it_fits_a_small_screen_with_large_text(lezer: Lezer, qapp: QApplication) -> None:
    for theme, scale in ((ThemeChoice.LIGHT, 1.0), (ThemeChoice.DARK, 2.0)):
        apply_theme(qapp, theme, scale)
        lezer.window.resize(1366, 768)
        lezer.go("vandaag", "")
        wanted = lezer.window.minimumSizeHint()
        looking = lezer.window.status.looking
        assert wanted.width() <= 1366 and wanted.height() <= 768
        assert looking.width() >= looking.sizeHint().width()
    apply_theme(qapp, ThemeChoice.LIGHT, 1.0)
