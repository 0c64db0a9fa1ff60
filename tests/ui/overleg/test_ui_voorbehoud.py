"""In the meeting the head of a case says who must be there by its method and is not."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import deelnemers
from vhdesk.services.deelnemer import AanwezigheidVastleggen
from vhdesk.services.methode import MethodeKiezen
from vhdesk.vocabulary import Aanwezigheid


def test_the_meeting_says_who_misses(world: World, stage: Callable[..., Stage]) -> None:
    desk = world.kluis.desk
    overleg_id = world.running("Koopman", "Çelik")
    desk.execute(MethodeKiezen(casus_id=world.cases["Koopman"], methode_code="jor"))
    for rij in desk.ask(deelnemers, overleg_id):
        stand = Aanwezigheid.VERHINDERD if rij.naam == "Yvonne Meijerink" else Aanwezigheid.AANWEZIG
        desk.execute(AanwezigheidVastleggen(deelnemer_id=rij.id, aanwezigheid=stand))
    scene = stage()
    item = scene.page.chair.item
    scene.press("F8", "F8")
    assert item.voorbehoud.isVisible()
    assert item.voorbehoud.text() == "Onder voorbehoud: OM, RvdK en Jeugdreclassering niet aanwezig."
    scene.press("F8")
    assert not item.voorbehoud.isVisible()
