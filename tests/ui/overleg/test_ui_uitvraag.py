"""The gap board while preparing: one key per cell, the reason, what is proposed, and the reminder on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.overleg.conftest import CASES, World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.clock import FixedClock
from vhdesk.queries.convenant import OngetekendRow
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.partneragenda import volgordevoorstel
from vhdesk.queries.uitvraag import Uitvraagbord, uitvraagbord
from vhdesk.services.convenant import ConvenantVastleggen
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.ui.overleg.uitvraag_table import CELL_WIDTH
from vhdesk.ui.overleg.words import deelnemer_line
from vhdesk.ui.theme.style import apply_theme, current_theme
from vhdesk.vocabulary import Bronregime
from vhdesk.vocabulary_uitvraag import Uitvraagstand

Make = Callable[..., Stage]


@pytest.fixture
def bord(world: World, stage: Make) -> tuple[Stage, Callable[[], Uitvraagbord]]:
    """The board of a planned meeting with three cases, in front, and a way to read what is stored."""
    overleg_id = world.plan(*CASES)
    scene = stage()
    scene.page.show_target(overleg_id)
    scene.press("Alt+5")
    return scene, lambda: scene.desk.ask(uitvraagbord, overleg_id)


Bord = tuple[Stage, Callable[[], Uitvraagbord]]


def cellen(bord: Uitvraagbord) -> list[Uitvraagstand | None]:
    return [cel.stand for rij in bord.rijen for cel in rij.cellen if cel is not None]


def test_every_cell_takes_one_letter(bord: Bord) -> None:
    scene, lees = bord
    assert scene.focus() is scene.page.prepare.uitvraag.table
    assert not scene.page.prepare.builder.isVisible()
    aantal = len(cellen(lees()))
    assert aantal >= 6 and set(cellen(lees())) == {None}
    for _ in range(aantal):
        scene.type("g")
    assert set(cellen(lees())) == {Uitvraagstand.GEVRAAGD}
    for _ in range(aantal):
        scene.type("n")
    assert set(cellen(lees())) == {Uitvraagstand.NIETS_BEKEND}


def test_a_digit_and_an_arrow_reach_a_cell(bord: Bord) -> None:
    scene, lees = bord
    scene.press("3", "Down", "O")
    assert lees().rijen[1].cellen[2].stand is Uitvraagstand.ONTVANGEN  # type: ignore[union-attr]
    assert cellen(lees()).count(None) == len(cellen(lees())) - 1


def test_a_refusal_asks_why_and_is_undone(bord: Bord) -> None:
    scene, lees = bord
    panel = scene.page.prepare.uitvraag
    scene.type("w")
    assert scene.focus() is panel.reden
    scene.press("Ctrl+Return")
    assert panel.panel.errors["reden"].text()
    scene.type("Lopend onderzoek.")
    scene.press("Ctrl+Return")
    eerste = lees().rijen[0].cellen[0]
    assert eerste is not None and (eerste.stand, eerste.reden) == (
        Uitvraagstand.GEWEIGERD,
        "Lopend onderzoek.",
    )
    scene.press("Left")
    assert "Lopend onderzoek." in panel.detail.text()
    scene.press("Ctrl+Alt+Z")
    assert set(cellen(lees())) == {None}


def test_all_are_asked_at_once_and_delete_takes_one_back(bord: Bord) -> None:
    scene, lees = bord
    scene.type("a")
    assert set(cellen(lees())) == {Uitvraagstand.GEVRAAGD}
    scene.press("Delete")
    assert cellen(lees())[0] is None


def test_what_was_brought_in_is_proposed_and_enter_takes_it(
    bord: Bord, world: World, clock: FixedClock
) -> None:
    scene, lees = bord
    scene.type("a")
    clock.moment += timedelta(minutes=5)
    rij = next(rij for rij in lees().rijen if rij.organisatie == "Politie")
    scene.desk.execute(
        InbrengVastleggen(
            casus_id=world.cases["Koopman"], organisatie_id=rij.id, leefgebied_code="huisvesting",
            tekst="Weer gezien.", regime=Bronregime.WPG,
        )
    )  # fmt: skip
    table = scene.page.prepare.uitvraag.table
    table.to_first(lambda cel: cel.voorstel)
    cel = table.cel()
    assert cel is not None and cel.voorstel
    assert table.currentIndex().data() == "ontvangen?"
    casus_id = cel.casus_id
    scene.press("Return")
    rij = next(each for each in lees().rijen if each.id == rij.id)
    gezet = rij.cel(casus_id)
    assert gezet is not None and gezet.stand is Uitvraagstand.ONTVANGEN


def test_the_reminder_names_only_open_cases_by_number(bord: Bord, world: World) -> None:
    scene, lees = bord
    scene.press("H")
    assert not scene.page.prepare.uitvraag.reminder.isVisible()  # nothing was asked: refused in the bar
    scene.press("G", "Home", "H")
    text = QApplication.clipboard().text()
    eerste, *andere = lees().casussen
    assert eerste.nummer in text and lees().rijen[0].organisatie in text
    assert not [casus.nummer for casus in andere if casus.nummer in text]
    assert not [naam for naam in (*CASES, "Wie doet wat?") if naam in text]
    cel = lees().rijen[0].cellen[0]
    assert cel is not None and cel.herinnerd_op == world.kluis.desk.clock.now()
    panel = scene.page.prepare.uitvraag
    assert panel.text.text() == text
    scene.press("Escape")
    assert not panel.reminder.isVisible() and scene.page.prepare.overleg is not None


def test_secrecy_is_confirmed_by_one_key_at_the_opening(world: World, stage: Make) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.page.show_target(overleg_id)
    panel = scene.page.chair.item.parts.aanwezigheid
    panel.list.setFocus()
    eerste = panel.list.rows.rows()[0]
    scene.type("g")
    rows = {row.id: row for row in scene.desk.ask(deelnemers, overleg_id)}
    assert rows[eerste.id].geheimhouding_op is not None
    assert panel.list.current_id() != eerste.id, "the mark goes on to the next"
    assert "geheimhouding bevestigd" in deelnemer_line(rows[eerste.id]).subtitle
    panel.list.select(eerste.id)
    scene.type("g")
    assert all(row.geheimhouding_op is None for row in scene.desk.ask(deelnemers, overleg_id))


def test_the_agenda_of_a_partner_is_saved_as_paper_and_appointment(bord: Bord, tmp_path: Path) -> None:
    scene, lees = bord
    scene.answers.file = tmp_path / "agenda"
    scene.press("P")
    deadline = monotonic() + 10
    while not (tmp_path / "agenda.ics").exists() and monotonic() < deadline:
        settle()
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")
    afspraak = (tmp_path / "agenda.ics").read_text(encoding="utf-8")
    rij = lees().rijen[0]
    eigen = [casus.nummer for casus in lees().casussen if rij.cel(casus.id) is not None]
    assert eigen and all(nummer in afspraak for nummer in eigen)


def test_the_order_is_proposed_by_one_key(bord: Bord) -> None:
    scene, _ = bord
    overleg = scene.page.prepare.overleg
    assert overleg is not None
    scene.press("Ctrl+Shift+Y")
    assert "volgorde" in scene.shell.news[-1] or "korter" in scene.shell.news[-1]
    assert not scene.desk.ask(volgordevoorstel, overleg.id).anders


def test_asking_a_partner_that_did_not_sign_says_so_at_once(bord: Bord) -> None:
    scene, lees = bord
    panel = scene.page.prepare.uitvraag
    eerste, rest = lees().rijen[0], lees().rijen[1:]
    for rij in rest:
        scene.desk.execute(
            ConvenantVastleggen(
                organisatie_id=rij.id, versie="2024", ondertekenaar="de directeur", van=date(2024, 1, 1)
            )
        )
    scene.press("Alt+1", "Alt+5")
    assert panel.unsigned.isVisible()
    assert panel.unsigned.text().startswith(f"Convenant niet getekend: {eerste.organisatie}.")
    scene.type("g")
    assert scene.shell.news[-1].startswith(
        f"Gevraagd vastgelegd. Convenant niet getekend: {eerste.organisatie}."
    )
    scene.press("Up", "Left", "Left", "Left")
    assert "convenant niet getekend" in panel.detail.text()
    scene.type("o")
    assert scene.shell.news[-1] == "Ontvangen vastgelegd."


def test_who_did_not_sign_the_convenant_is_named_among_the_participants(bord: Bord) -> None:
    scene, lees = bord
    scene.press("Alt+2")
    line = scene.page.prepare.deelnemers.unsigned
    assert line.isVisible() and "Politie" in line.text()
    organisatie_id = next(rij.id for rij in lees().rijen if rij.organisatie == "Politie")
    scene.desk.execute(
        ConvenantVastleggen(
            organisatie_id=organisatie_id, versie="2026", ondertekenaar="De korpschef", van=date(2026, 1, 1)
        )
    )
    settle()
    assert "Politie" not in line.text()


def test_the_board_shows_whole_columns(bord: Bord) -> None:
    scene, _ = bord
    table = scene.page.prepare.uitvraag.table
    theme = current_theme()
    for width in (theme.px(CELL_WIDTH) * 2 - 20, theme.px(CELL_WIDTH) + 30, theme.px(CELL_WIDTH) * 5):
        table.resize(width + table.verticalHeader().width() + 2 * table.frameWidth(), 300)
        room, column = table.viewport().width(), table.columnWidth(0)
        number = table.model().columnCount()
        assert column >= theme.px(CELL_WIDTH)
        assert column * number <= room or room - (room // column) * column < number, width


def test_the_warning_about_the_convenant_is_whole_at_the_largest_text(bord: Bord) -> None:
    scene, _ = bord
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "licht", 2.0)
    try:
        scene.press("Alt+2")
        panel = scene.page.prepare.deelnemers
        panel.show_rows("", (), (), [OngetekendRow("id", "De Es Beschermd Wonen")])
        settle()
        assert panel.unsigned.isVisible()
        assert panel.unsigned.heightForWidth(panel.unsigned.width()) <= panel.unsigned.height()
    finally:
        apply_theme(app, "licht")
