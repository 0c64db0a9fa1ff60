"""Guests by key: invited with the items they may be at, asked to go at the others, and the closed part of the agenda."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.queries.gast import toegang
from vhdesk.queries.overleg import DeelnemerRow, deelnemers
from vhdesk.queries.zaal import omstanders
from vhdesk.services.agendapunt import AgendapuntToevoegen
from vhdesk.services.deelnemer import AanwezigheidVastleggen
from vhdesk.services.gast import AgendapuntBeslotenBepalen, GastUitnodigen
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.vocabulary import Aanwezigheid
from vhdesk.vocabulary_agenda import Deelnemersoort


def guest(scene: Stage, overleg_id: str) -> DeelnemerRow:
    return next(row for row in scene.desk.ask(deelnemers, overleg_id) if row.gast)


def punt(scene: Stage, overleg_id: str, casus_id: str) -> str:
    return next(row.id for row in scene.desk.ask(agenda, overleg_id).punten if row.casus_id == casus_id)


def test_an_observer_is_invited_by_key_with_his_items(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman", "Çelik")
    scene = stage()
    scene.press("Return", "Ctrl+Shift+F")
    panel = scene.page.prepare.deelnemers.gast
    assert panel.is_open() and scene.focus() is panel.soort
    panel.naam.setFocus()
    scene.press("Ctrl+Return")
    assert "heeft een naam nodig" in panel.errors["naam"].text()
    scene.type("S. Tudent, hogeschool")
    scene.press("Ctrl+Return")
    assert "voor een of meer punten" in panel.errors["agendapunt_ids"].text()
    own = punt(scene, overleg_id, world.cases["Çelik"])
    panel.punten.boxes[own].setFocus()
    scene.press("Space", "Ctrl+Return")
    assert not panel.is_open()
    row = guest(scene, overleg_id)
    assert (row.naam, row.soort) == ("S. Tudent, hogeschool", Deelnemersoort.TOEHOORDER)
    assert scene.desk.ask(toegang, overleg_id) == {row.id: (own,)}
    people = scene.page.prepare.deelnemers.list
    people.setFocus()
    people.select(row.id)
    scene.press("F2")
    other = punt(scene, overleg_id, world.cases["Koopman"])
    assert panel.is_open() and not panel.naam.isVisible()
    panel.punten.boxes[other].setFocus()
    scene.press("Space", "Ctrl+Return")
    assert set(scene.desk.ask(toegang, overleg_id)[row.id]) == {own, other}
    people.setFocus()
    people.select(row.id)
    scene.press("Delete")
    assert not any(each.gast for each in scene.desk.ask(deelnemers, overleg_id))
    scene.press("Ctrl+Alt+Z")
    assert set(scene.desk.ask(toegang, overleg_id)[row.id]) == {own, other}


def test_the_person_concerned_is_offered_his_own_case_alone_and_gets_an_agenda_without_names(
    world: World, stage: Callable[..., Stage], tmp_path: Path, qtbot: QtBot
) -> None:
    overleg_id = world.plan("Koopman", "Çelik")
    scene = stage()
    scene.press("Return", "Ctrl+Shift+F", "Down")
    panel = scene.page.prepare.deelnemers.gast
    assert panel.casus.isVisible() and not panel.naam.isVisible()
    panel.casus.set_value(world.cases["Çelik"])
    panel.casus.chosen.emit(world.cases["Çelik"])
    own = punt(scene, overleg_id, world.cases["Çelik"])
    assert panel.punten.value() == (own,)
    assert punt(scene, overleg_id, world.cases["Koopman"]) not in panel.punten.boxes
    scene.press("Ctrl+Return")
    row = guest(scene, overleg_id)
    assert row.naam.startswith("Betrokkene bij ")
    people = scene.page.prepare.deelnemers.list
    people.setFocus()
    people.select(row.id)
    scene.answers.file = tmp_path / "gast.pdf"
    scene.press("P")
    qtbot.waitUntil((tmp_path / "gast.ics").exists)
    text = " ".join(page.extract_text() for page in PdfReader(scene.answers.file).pages)
    assert "Casus 2" in text and "Besloten deel" in text
    assert "Koopman" not in text and "Çelik" not in text and "OVERGENOMEN" not in text


def test_b_puts_an_item_in_the_closed_part_and_out_of_it(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    builder = scene.page.prepare.builder
    own = punt(scene, overleg_id, world.cases["Koopman"])
    builder.list.setFocus()
    builder.select(own)
    scene.type("b")
    assert builder.row(own).besloten  # type: ignore[union-attr]
    assert scene.shell.news[-1] == "Koopman staat in het besloten deel."
    scene.type("b")
    assert not builder.row(own).besloten  # type: ignore[union-attr]
    scene.press("F2")
    scene.page.prepare.punt.besloten.setFocus()
    scene.press("Space", "Ctrl+Return")
    assert builder.row(own).besloten  # type: ignore[union-attr]


def test_the_chair_sees_at_a_closed_item_that_a_guest_is_still_there_and_the_room_goes_blank(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan("Koopman")
    desk = world.kluis.desk
    thema = desk.execute(AgendapuntToevoegen(overleg_id=overleg_id, titel="Thema jeugd", positie=1)).id
    desk.execute(
        GastUitnodigen(
            overleg_id=overleg_id, soort=Deelnemersoort.TOEHOORDER, naam="Student", agendapunt_ids=(thema,)
        )
    )
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    for row in desk.ask(deelnemers, overleg_id):
        desk.execute(AanwezigheidVastleggen(deelnemer_id=row.id, aanwezigheid=Aanwezigheid.AANWEZIG))
    scene = stage()
    scene.press("Return", "F8", "F12")
    strip = scene.page.chair.item.parts.omstanders
    assert scene.page.chair.punt.id == thema  # type: ignore[union-attr]
    assert not strip.isVisible()
    assert scene.page.zaal.window is not None and scene.page.zaal.window.titel.text() == "Thema jeugd"
    desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=thema, besloten=True))
    scene.press("Shift+F8", "F8")
    assert strip.bar.isVisible()
    assert (
        strip.words.text() == "Besloten deel. In de zaal, maar hoort niet bij dit punt: Student (toehoorder)."
    )
    assert "verlaat nu de zaal" in scene.page.zaal.window.dicht.text()
    scene.press("Ctrl+Shift+U")
    assert [row.weg for row in desk.ask(omstanders, thema)] == [True]
    assert scene.shell.news[-1].startswith("1 deelnemer is de zaal uit bij dit punt.")
    assert scene.page.zaal.window.titel.text() == "Thema jeugd"
