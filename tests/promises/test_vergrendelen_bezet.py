"""Locking and typing while something else writes: nobody waits, and nothing that was half typed is lost."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bederf import bevinding, omgedraaid
from proefkluis import Site, casus_aanmelden
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from vasthouder import Zwoeger, vastgehouden

from vhdesk.app.desktop import make_application
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.clock import FixedClock
from vhdesk.errors import Interrupted, StoreDamaged, VaultInUse
from vhdesk.queries.dossier import dossier
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.concept import Draft
from vhdesk.services.kluis import Kluis
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings

SLEUTEL = "proef/tekst"
HALF = Draft(SLEUTEL, "De wijkagent meldt dat", 12)
# Who waits for the writer waits five seconds, or for ever; these leave room for a busy machine.
SIGHT = 0.5  # seconds within which nothing of the case is on the screen any more
LOCKED = 2.0  # seconds within which the keys are gone, whoever holds the writer


def bewaar(kluis: Kluis, draft: Draft = HALF) -> float:
    """Keep a draft; return how long that took."""
    started = time.perf_counter()
    kluis.desk.save_draft(draft.key, draft.text, draft.cursor)
    return time.perf_counter() - started


def wachtend(site: Site) -> Path:
    return site.folder / "concepten.wacht"


def test_typing_does_not_wait_for_a_writer(site: Site) -> None:
    kluis = site.open()
    with vastgehouden(site):
        assert bewaar(kluis) < 1
        assert kluis.desk.drafts() == (HALF,)
        assert b"wijkagent" not in wachtend(site).read_bytes()
    bewaar(kluis, Draft("proef/anders", "vrij", 1))  # the first that can be written takes the other along
    assert not wachtend(site).exists()
    kluis.sluiten()
    assert set(site.open().desk.drafts()) == {HALF, Draft("proef/anders", "vrij", 1)}


def test_what_waited_is_there_after_a_kill(site: Site) -> None:
    kluis = site.open()
    bewaar(kluis, Draft(SLEUTEL, "De", 2))
    bewaar(kluis, Draft("proef/klaar", "Opgeslagen", 2))
    with vastgehouden(site):
        bewaar(kluis)
        kluis.desk.clear_draft("proef/klaar")
        shutil.copytree(site.folder, site.root / "gestorven")
    kluis.sluiten()
    shutil.rmtree(site.folder)
    (site.root / "gestorven").rename(site.folder)
    kluis = site.open()
    assert kluis.desk.drafts() == (HALF,)
    kluis.desk.clear_draft(SLEUTEL)
    kluis.sluiten()
    assert site.open().desk.drafts() == ()
    assert not wachtend(site).exists()


def test_a_file_that_was_taken_in_already_is_not_taken_in_again(site: Site) -> None:
    kluis = site.open()
    with vastgehouden(site):
        bewaar(kluis)
    old = wachtend(site).read_bytes()
    bewaar(kluis, Draft(SLEUTEL, "Nieuwer", 7))
    kluis.sluiten()
    wachtend(site).write_bytes(old)  # as a kill leaves it between the database and the file
    assert site.open().desk.drafts() == (Draft(SLEUTEL, "Nieuwer", 7),)


def test_a_flipped_byte_in_what_waits_is_reported(site: Site) -> None:
    kluis = site.open()
    with vastgehouden(site):
        bewaar(kluis)
        kluis.sluiten()
    good = wachtend(site).read_bytes()
    for place in range(0, len(good), 7):
        omgedraaid(wachtend(site), place)
        assert bevinding(site) == "drafts_damaged", place
        wachtend(site).write_bytes(good)
    wachtend(site).write_bytes(good[:-1])
    assert bevinding(site) == "drafts_damaged"
    wachtend(site).unlink()
    assert bevinding(site) == "drafts_behind_anchor"
    wachtend(site).write_bytes(good)
    assert site.open().desk.drafts() == (HALF,)


def test_damaged_drafts_can_be_left_behind_knowingly_and_are_kept(site: Site) -> None:
    kluis = site.open()
    with vastgehouden(site):
        bewaar(kluis)
        kluis.sluiten()
    omgedraaid(wachtend(site), 20)
    data = wachtend(site).read_bytes()
    kluis = site.open(accept_rollback=True)
    assert isinstance(kluis._vault.accepted, StoreDamaged)
    assert kluis.desk.drafts() == ()
    (kept,) = site.folder.glob("concepten.wacht.*.onleesbaar")
    assert kept.read_bytes() == data
    kluis.sluiten()
    assert site.open()._vault.accepted is None


def test_a_change_of_key_takes_in_what_waits_first(site: Site) -> None:
    kluis = site.open()
    with vastgehouden(site):
        bewaar(kluis)
        with pytest.raises(VaultInUse):
            kluis.sleutel_vernieuwen()
    kluis.sleutel_vernieuwen()
    assert not wachtend(site).exists()
    kluis.sluiten()
    assert site.open().desk.drafts() == (HALF,)


def test_work_of_another_thread_makes_way_for_the_lock(site: Site) -> None:
    """What the other had not committed is undone; the draft stands in the database itself."""
    kluis = site.open()
    worker = Zwoeger(kluis)
    worker.begin()
    started = time.perf_counter()
    kluis.voorrang()
    bewaar(kluis)
    kluis.sluiten()
    assert time.perf_counter() - started < LOCKED
    worker.join(5)
    assert isinstance(worker.ended, Interrupted)
    assert not wachtend(site).exists()
    with site.raw() as raw:
        facts = dict(raw.execute("SELECT sleutel, waarde FROM kluis_meta").fetchall())
    assert facts["gemaakt_op"] != "gezwoegd"
    assert site.open().desk.drafts() == (HALF,)


def test_before_the_lock_an_act_gives_up_soon_instead_of_waiting(site: Site) -> None:
    kluis = site.open()
    casus_id = casus_aanmelden(kluis.desk)
    with vastgehouden(site):
        kluis.voorrang()
        started = time.perf_counter()
        for _ in range(3):
            with pytest.raises(VaultInUse):
                kluis.desk.execute(
                    BesluitVastleggen(
                        casus_id=casus_id, tekst="Te laat.", type_code="afspraak", gremium_code="werktafel"
                    )
                )
        assert time.perf_counter() - started < LOCKED


# --- the window


class Zicht(QObject):
    """Notes when each window went out of sight, and whether anything was kept or saved before it did."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._waiting = wachtend(site)
        self.hidden: dict[str, float] = {}
        self.early: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QWidget) and watched.isWindow():
            self.hidden[type(watched).__name__] = time.perf_counter()
            if self._waiting.exists():
                self.early.append(type(watched).__name__)
        return False


@pytest.fixture
def venster(site: Site, clock: FixedClock, qapp: QApplication, tmp_path: Path) -> Iterator[DeskSession]:
    """The whole window on an open case, with half a sentence in it that no timer has kept yet."""
    settings = DeskSettings(tmp_path / "instellingen.ini")
    make_application(settings)
    kluis = site.open()
    casus_id = casus_aanmelden(kluis.desk)
    session = DeskSession(kluis, Surroundings(clock=clock, settings=settings, prompts=DialogPrompts()))
    session.show()
    session.context.shell.navigate("casussen", casus_id)
    yield session
    session.jobs.wait()


def typ(session: DeskSession, qtbot: QtBot, words: str) -> str:
    """Type in a text of the case; return its id."""
    page = session.window.page("casussen")
    assert isinstance(page, CasussenPage)
    area = page.view.teksten.area("gezamenlijk_beeld")
    assert area is not None
    area.setFocus()
    qtbot.keyClicks(area, words)
    return page.view.casus_id


@pytest.mark.parametrize("dialog", [False, True])
def test_the_window_goes_at_once_and_the_sentence_stays(
    venster: DeskSession, site: Site, qtbot: QtBot, qapp: QApplication, dialog: bool
) -> None:
    typ(venster, qtbot, "De wijkagent meldt dat")
    sight = Zicht(site)
    qapp.installEventFilter(sight)
    with vastgehouden(site):
        if dialog:
            venster.window.open_palette()
            qtbot.waitUntil(lambda: qapp.activeModalWidget() is not None)
        started = time.perf_counter()
        venster.window.request_lock()
        locked = time.perf_counter() - started
    qapp.removeEventFilter(sight)
    assert set(sight.hidden) == ({"MainWindow", "Palette"} if dialog else {"MainWindow"})
    assert sight.early == []
    assert max(sight.hidden.values()) - started < SIGHT
    assert locked < LOCKED
    assert venster.kluis._vault.closed
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    (draft,) = site.open().desk.drafts("casus/")
    assert (draft.text, draft.cursor) == ("De wijkagent meldt dat", 22)


def test_work_under_way_does_not_hold_up_the_lock(venster: DeskSession, site: Site, qtbot: QtBot) -> None:
    casus_id = typ(venster, qtbot, "De wijkagent meldt dat")
    worker = Zwoeger(venster.kluis)
    worker.begin()
    started = time.perf_counter()
    venster.window.request_lock()
    assert time.perf_counter() - started < LOCKED
    worker.join(5)
    assert isinstance(worker.ended, Interrupted)
    kluis = site.open()
    assert (
        kluis.desk.ask(dossier, casus_id).kop.gezamenlijk_beeld == "De wijkagent meldt dat"
    )  # saved, not only kept
    assert kluis.desk.drafts("casus/") == ()


def test_a_date_of_the_plan_changed_just_before_the_lock_is_kept(
    venster: DeskSession, site: Site, qtbot: QtBot
) -> None:
    page = venster.window.page("casussen")
    assert isinstance(page, CasussenPage)
    casus_id = page.view.casus_id
    venster.context.shell.navigate("casussen", f"{casus_id}#plan")
    tab = page.view.tab("plan")
    assert isinstance(tab, TabPlan)
    tab.form.evaluatie.line.setFocus()
    qtbot.keyClicks(tab.form.evaluatie.line, "18-3-2027")
    with vastgehouden(site):
        started = time.perf_counter()
        venster.window.request_lock()
        assert time.perf_counter() - started < LOCKED
    (draft,) = site.open().desk.drafts("casusplan/")
    assert "2027-03-18" in draft.text
