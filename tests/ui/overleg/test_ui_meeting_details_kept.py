"""A date, a time or a choice that was changed survives a lock while another holds the writer, and a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.conftest import NAAM, WACHTWOORD
from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.overleg import overleg_kop
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.store.connection import connect
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.overleg.plan_panel import DRAFT


@contextmanager
def held(kluis: Kluis) -> Iterator[None]:
    """Somebody else writes."""
    raw = connect(kluis._vault.layout.database, kluis._vault.key)
    try:
        raw.execute("BEGIN IMMEDIATE")
        yield
    finally:
        raw.close()


def opened_again(world: World, clock: FixedClock) -> World:
    world.kluis.sluiten()
    options = OpenOptions(anchor_home=world.kluis.pad.parent / "ankers")
    toegang = Toegang(naam=NAAM, wachtwoord=WACHTWOORD)
    return replace(world, kluis=kluis_openen(world.kluis.pad, toegang, clock, kdf=CHEAP, options=options))


def details(scene: Stage) -> None:
    scene.press("Alt+3")
    scene.page.prepare.form.datum.line.setFocus()


def test_a_date_typed_just_before_a_lock_is_kept_while_another_writes_and_stored_after(
    world: World, stage: Callable[..., Stage], clock: FixedClock, tmp_path: Path
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    details(scene)
    scene.press("Ctrl+A")
    scene.type("wo 9 dec")
    with held(world.kluis):
        world.kluis.voorrang()
        scene.window.request_lock()
    scene.close()
    later = opened_again(world, clock)
    assert later.kluis.desk.ask(overleg_kop, overleg_id).datum == date(2026, 12, 2)
    assert len(later.kluis.desk.drafts("overleg-gegevens/")) == 1
    again = Stage(later.kluis, clock, tmp_path / "vhdesk.ini")
    assert again.desk.ask(overleg_kop, overleg_id).datum == date(2026, 12, 9)
    assert again.page.flush() and again.desk.drafts("overleg-gegevens/") == ()
    again.close()
    later.kluis.sluiten()


def test_a_crash_takes_at_most_a_second_of_the_details(
    world: World, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    details(scene)
    scene.press("Ctrl+A")
    scene.type("wo 9 dec")
    qtbot.waitUntil(lambda: bool(scene.desk.drafts("overleg-gegevens/")), timeout=5000)
    scene.close()
    again = stage()
    assert again.desk.ask(overleg_kop, overleg_id).datum == date(2026, 12, 9)


def test_what_was_stored_leaves_no_draft(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    details(scene)
    scene.press("Ctrl+A")
    scene.type("wo 9 dec")
    scene.press("Tab")
    assert scene.desk.ask(overleg_kop, overleg_id).datum == date(2026, 12, 9)
    assert scene.page.flush() and scene.desk.drafts("overleg-gegevens/") == ()


def test_a_half_planned_meeting_comes_back_with_its_place(world: World, stage: Callable[..., Stage]) -> None:
    scene = stage()
    scene.press("Ctrl+Shift+N")
    form = scene.page.panels.plan.form
    form.tafel.setFocus()
    scene.press("Ctrl+A")
    scene.type("werktafel enschede")
    scene.press("Return")
    form.datum.setFocus()
    scene.press("Ctrl+A")
    scene.type("wo 16 dec")
    form.plaats.setFocus()
    scene.press("Ctrl+A")
    scene.type("Stadskantoor")
    where = scene.page.where()
    scene.window.write_forms()
    scene.close()
    again = stage()
    again.page.resume(where)
    form = again.page.panels.plan.form
    assert (form.datum.value(), form.plaats.text()) == (date(2026, 12, 16), "Stadskantoor")
    assert form.tafel.text() == "Werktafel Enschede" and form.plaats.hasFocus()
    again.press("Ctrl+Return")
    assert again.desk.drafts(DRAFT) == ()
    assert again.page.where()["overleg"] == again.page.list.current_id()
