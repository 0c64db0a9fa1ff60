"""Who was there, from when, for whom; and a decision without a party that had to be there: all by keys in the meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.clock import local
from vhdesk.queries.agenda import deelnemers
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.queries.tekorten import tekorten
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.services.tafelinstelling import Aanwezigheidseis, AanwezigheidVereisen
from vhdesk.vocabulary import Aanwezigheid, Tekort

OM = "Yvonne Meijerink"


def persoon(scene: Stage, overleg_id: str, naam: str) -> DeelnemerRow:
    return next(rij for rij in scene.desk.ask(deelnemers, overleg_id) if rij.naam == naam)


def test_times_a_deputy_and_information_are_typed(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    panel = scene.page.chair.item.parts.aanwezigheid
    panel.list.select(persoon(scene, overleg_id, OM).id)
    panel.focus_list()
    scene.press("F2")
    scene.type("Belde zelf.")
    scene.press("Tab")
    scene.type("13.4x")
    scene.press("Return")
    assert panel.panel.errors["vanaf"].isVisible() and panel.panel.is_open()
    panel.panel.vanaf.clear()
    scene.type("1345")
    scene.press("Tab")
    scene.type("15:00")
    scene.press("Tab")
    scene.type("Joost")
    scene.press("Return", "Tab")
    scene.type("-1")
    scene.press("Ctrl+Return")
    assert not panel.panel.is_open()
    rij = persoon(scene, overleg_id, OM)
    assert rij.aanwezigheid is Aanwezigheid.EERDER_WEG and rij.opmerking == "Belde zelf."
    assert rij.vanaf and rij.tot and rij.informatie_op is not None
    assert (f"{local(rij.vanaf):%H:%M}", f"{local(rij.tot):%H:%M}") == ("13:45", "15:00")
    assert rij.vervangt == "Joost Vreeling"
    line = next(row for row in panel.list.rows.rows() if row.id == rij.id)
    assert line.bijzonder().startswith(
        "vervangt Joost Vreeling, vanaf 13:45, tot 15:00, informatie ontvangen op "
    )
    scene.press("Ctrl+Z")
    assert persoon(scene, overleg_id, OM).aanwezigheid is Aanwezigheid.UITGENODIGD


def test_the_panel_leaves_the_list_as_it_was(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    panel = scene.page.chair.item.parts.aanwezigheid
    wie = persoon(scene, overleg_id, OM).id
    panel.list.select(wie)
    panel.focus_list()
    scene.press("F2")
    assert scene.focus() is panel.panel.remark and not panel.list.isVisible()
    scene.press("Escape")
    assert scene.focus() is panel.list and panel.list.current_id() == wie and not panel.panel.is_open()


def test_t_says_in_and_then_out(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    panel = scene.page.chair.item.parts.aanwezigheid
    panel.list.select(persoon(scene, overleg_id, OM).id)
    panel.focus_list()
    scene.press("T")
    rij = persoon(scene, overleg_id, OM)
    assert (rij.aanwezigheid, rij.vanaf) == (Aanwezigheid.LATER, scene.context.clock.now())
    scene.context.clock.moment += timedelta(minutes=30)  # type: ignore[attr-defined]
    scene.press("T")
    rij = persoon(scene, overleg_id, OM)
    assert (rij.aanwezigheid, rij.tot) == (Aanwezigheid.EERDER_WEG, scene.context.clock.now()) and rij.vanaf


def test_a_decision_without_the_om_is_under_reserve_and_confirmed_from_the_close_list(
    world: World, stage: Callable[..., Stage]
) -> None:
    desk = world.kluis.desk
    overleg_id = world.running("Koopman")
    eis = Aanwezigheidseis(type_code="", organisaties=("openbaar-ministerie",))
    desk.execute(AanwezigheidVereisen(tafel_id=world.tafel_id, eisen=(eis,)))
    scene = stage()
    panel = scene.page.chair.item.parts.aanwezigheid
    panel.list.select(persoon(scene, overleg_id, OM).id)
    panel.focus_list()
    scene.press("V", "Ctrl+Shift+A", "F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Zo doen we het.")
    scene.press("Ctrl+Return")
    (besluit,) = desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert besluit.onder_voorbehoud
    closing = scene.page.chair.closing
    scene.page.chair.close_control.show()
    row = next(row for row in closing.list.rows.rows() if row.tekort is Tekort.VOORBEHOUD)
    closing.list.select(row.id)
    closing.list.setFocus()
    scene.press("Return")
    blad = scene.page.chair.item.parts.blad
    assert blad.bekrachtig.is_open() and blad.bekrachtig.isVisible()
    assert scene.focus() is blad.bekrachtig.door, scene.focus().accessibleName()
    scene.press("Ctrl+Return")
    assert blad.bekrachtig.errors["door"].isVisible()
    scene.type("officier De Wit")
    scene.press("Ctrl+Return")
    (besluit,) = desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert besluit.bekrachtigd_door == "officier De Wit" and not blad.bekrachtig.is_open()
    scene.press("Ctrl+Z")
    assert desk.ask(dossier, world.cases["Koopman"]).besluiten[0].onder_voorbehoud


def test_the_close_list_leads_to_what_must_still_be_told_and_confirmed(
    world: World, stage: Callable[..., Stage]
) -> None:
    desk = world.kluis.desk
    overleg_id = world.running("Koopman")
    casus_id = world.cases["Koopman"]
    desk.execute(BetrokkeneInformeren(casus_id=casus_id, stand=None))
    scene = stage()
    scene.press("Ctrl+Shift+A", "Ctrl+Shift+S")
    closing = scene.page.chair.closing

    def jump(tekort: Tekort) -> None:
        row = next(row for row in closing.list.rows.rows() if row.tekort is tekort)
        closing.list.select(row.id)
        closing.list.setFocus()
        scene.press("Return")

    jump(Tekort.INFORMERING)
    assert scene.shell.gone_to == [("casussen", f"{casus_id}#ingelicht")]
    jump(Tekort.GEHEIMHOUDING)
    panel = scene.page.chair.item.parts.aanwezigheid
    assert scene.focus() is panel.list and panel.list.current_id() == desk.ask(deelnemers, overleg_id)[0].id
    scene.press(*"G" * len(desk.ask(deelnemers, overleg_id)))
    assert Tekort.GEHEIMHOUDING not in {row.tekort for row in desk.ask(tekorten, overleg_id)}
