"""The result of an action by its number and a letter, in the meeting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier
from vhdesk.vocabulary import Actiestatus


def test_a_number_and_a_letter_in_the_open_actions(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8")
    lijst = scene.page.chair.item.parts.vorige
    lijst.list.setFocus()
    (actie,) = scene.desk.ask(dossier, world.cases["Koopman"]).acties
    QTest.keyClicks(scene.focus(), "999")
    assert lijst.nummer.text() == "A-999 staat niet in deze lijst."
    scene.press("G")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).acties[0].status is Actiestatus.OPEN
    for _ in range(3):
        QTest.keyClick(scene.focus(), Qt.Key.Key_Backspace)
    assert not lijst.nummer.isVisible()
    QTest.keyClicks(scene.focus(), str(actie.nummer))
    assert lijst.nummer.text().startswith(f"A-{actie.nummer}: ")
    scene.press("K")
    scene.type("niemand thuis")
    scene.press("Return")
    row = scene.desk.ask(dossier, world.cases["Koopman"]).acties[0]
    assert (row.status, row.resultaat) == (Actiestatus.KON_NIET, "niemand thuis")
