"""Two meetings of one day are open at once: what is typed in one is never seen in the other, and each keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier


def test_two_open_meetings_do_not_mix(world: World, stage: Callable[..., Stage]) -> None:
    first, second = world.running("Koopman"), world.running("Koopman", "Çelik")
    scene = stage()
    chair = scene.page.chair

    def bring(overleg_id: str) -> None:
        scene.page.show_target(overleg_id)
        scene.press()
        assert chair.rows is not None and chair.rows.overleg.id == overleg_id

    bring(first)
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Half getypt in het eerste")
    bring(second)
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    assert chair.item.header.title.text() == "Koopman"
    assert chair.item.parts.invoer.besluit.field.text() == ""
    scene.type("In het tweede.")
    bring(first)
    assert chair.item.header.title.text() == "Koopman"
    chair.item.parts.invoer.choose("besluit")
    assert chair.item.parts.invoer.besluit.field.text() == "Half getypt in het eerste"
    scene.press("Ctrl+Return")
    (besluit,) = scene.desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert (besluit.overleg_id, besluit.tekst) == (first, "Half getypt in het eerste")
    bring(second)
    chair.item.parts.invoer.choose("besluit")
    assert chair.item.parts.invoer.besluit.field.text() == "In het tweede."


@pytest.mark.parametrize(
    ("dagen", "eerste"),
    [((0, 7, 23), 0), ((7, 23), 7), ((-9, 7), 7), ((-16, -9), -9)],
    ids=["today", "the next", "not one of before", "none to come: the latest"],
)
def test_the_page_opens_on_the_meeting_of_today_or_the_next(
    world: World, stage: Callable[..., Stage], dagen: tuple[int, ...], eerste: int
) -> None:
    vandaag = date(2026, 12, 2)
    gepland = {dag: world.plan("Koopman", datum=vandaag + timedelta(days=dag)) for dag in dagen}
    scene = stage()
    assert scene.page.list.current_id() == gepland[eerste]
    assert scene.page.prepare.overleg is not None and scene.page.prepare.overleg.id == gepland[eerste]
