"""The agenda proposes what is due: the chair ticks with the space bar, one key takes all, Enter puts them on in one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.grondslag import TafelstandaardVastleggen
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE


def on_agenda(scene: Stage, overleg_id: str) -> list[str | None]:
    return [punt.casus_id for punt in scene.desk.ask(agenda, overleg_id).punten if punt.casus_id]


def lines(scene: Stage) -> list[tuple[str, str]]:
    rows = scene.page.prepare.kiezer.list.rows
    found = (rows.index(row, 0).data(TWO_LINE_ROLE) for row in range(rows.rowCount()))
    return [(line.title, line.subtitle) for line in found]


def test_space_ticks_and_enter_puts_the_ticked_cases_on_in_one_act(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan()
    desk = world.kluis.desk
    desk.execute(VolgendeDatumVanCasusBepalen(casus_id=world.cases["Çelik"], datum=date(2026, 12, 2)))
    scene = stage()
    scene.press("Return")
    kiezer = scene.page.prepare.kiezer
    assert kiezer.count.text().startswith("3 voorgesteld. Spatie vinkt aan")
    assert [(title, [part.strip() for part in said.split("·")][:2]) for title, said in lines(scene)] == [
        ("Koopman", ["1 actie over datum", "zonder volgende datum"]),
        ("Çelik", ["Afgesproken voor 2-12-2026", "nog niet besproken"]),
        ("Yılmaz", ["Zonder volgende datum", "nog niet besproken"]),
    ]
    scene.press("Space", "Down", "Space")
    assert kiezer.count.text() == "3 voorgesteld, 2 aangevinkt. Enter zet ze op de agenda."
    scene.press("Return")
    assert on_agenda(scene, overleg_id) == [world.cases["Koopman"], world.cases["Yılmaz"]]
    assert scene.shell.news[-1] == "2 casussen staan op de agenda."
    assert [title for title, _ in lines(scene)] == ["Çelik"]
    assert kiezer.ticked == frozenset()
    scene.press("Ctrl+Alt+Z")
    assert on_agenda(scene, overleg_id) == []
    assert len(lines(scene)) == 3


def test_one_key_ticks_all_and_escape_takes_the_ticks_away(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan()
    scene = stage()
    scene.press("Return", "Ctrl+Shift+K")
    kiezer = scene.page.prepare.kiezer
    assert kiezer.ticked == frozenset(world.cases.values())
    scene.press("Escape")
    assert kiezer.ticked == frozenset()
    scene.press("Ctrl+Shift+K", "Return")
    assert set(on_agenda(scene, overleg_id)) == set(world.cases.values())


def test_a_search_types_its_spaces_and_adds_what_it_found(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan()
    scene = stage()
    scene.press("Return", "Space")
    scene.type("yilmaz x")
    assert scene.page.prepare.kiezer.words() == "yilmaz x"
    scene.press("Backspace", "Backspace", "Return")
    assert on_agenda(scene, overleg_id) == [world.cases["Yılmaz"]]


def test_one_case_that_may_not_be_shared_keeps_them_all_off(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.kluis.desk.execute(
        TafelstandaardVastleggen(tafel_id=world.tafel_id, grondslag="", doelbinding="Rust")
    )
    overleg_id = world.plan()
    scene = stage()
    scene.press("Return", "Ctrl+Shift+K", "Return")
    panel = scene.page.prepare
    assert on_agenda(scene, overleg_id) == []
    assert panel.bar.isVisible() and "grondslag" in panel.bar.happened.text()
    assert panel.kiezer.ticked == frozenset(world.cases.values())
    scene.press("Ctrl+Shift+G")
    assert scene.shell.gone_to == [("casussen", f"{world.cases['Koopman']}#bescherming")]


def test_the_next_meetings_of_a_table_are_planned_at_once(world: World, stage: Callable[..., Stage]) -> None:
    world.plan()
    scene = stage()
    scene.press("Ctrl+Shift+N")
    panel = scene.page.panels.plan
    assert not panel.has_series()
    panel.form.tafel.set_value(world.tafel_id)
    panel.form.tafel.chosen.emit(world.tafel_id)
    assert panel.days.text() == (
        "Elke twee weken op woensdag, 13:30. Hierna: 16-12-2026, 30-12-2026, 13-1-2027 en 27-1-2027."
    )
    panel.number.setFocus()
    panel.number.setValue(2)
    scene.press("Ctrl+Shift+L")
    assert scene.shell.news[-1].startswith("2 overleggen zijn gepland.")
    assert [row.datum for row in scene.page.list.model.rows() if row.datum > date(2026, 12, 2)] == [
        date(2026, 12, 30), date(2026, 12, 16),
    ]  # fmt: skip
    assert scene.page.prepare.overleg is not None and scene.page.prepare.overleg.datum == date(2026, 12, 16)
    scene.press("Ctrl+Alt+Z")
    assert [row.datum for row in scene.page.list.model.rows()] == [date(2026, 12, 2)]


def test_a_fixed_agenda_says_what_changed_and_is_taken_back_with_a_reason(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    fixed = scene.page.prepare.builder.fixed
    assert not fixed.isVisible()
    scene.press("Ctrl+Shift+E")
    assert fixed.isVisible() and fixed.text().startswith("Vastgesteld op wo 2 december 2026 om ")
    assert "Daarna" not in fixed.text()
    first, _ = lines(scene)[0]
    scene.page.prepare.kiezer.search.setFocus()
    scene.press("Return")
    assert fixed.text().endswith(f"Daarna gewijzigd: {first} toegevoegd.")
    scene.press("Ctrl+Shift+E")
    scene.type("Te vroeg.")
    scene.press("Ctrl+Return")
    assert scene.desk.ask(vaststelling, overleg_id) is None and not fixed.isVisible()
    scene.press("Ctrl+Shift+E", "Ctrl+Alt+Z")
    scene.page.prepare.kiezer.search.setFocus()
    scene.press("Return", "Ctrl+Shift+O")
    assert scene.page.chair.pane.fixed.text().endswith("toegevoegd.")
