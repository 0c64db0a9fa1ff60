"""Every kind of line of the close list leads to the field where it is filled in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.tekorten import TekortRow, tekorten
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.organisatie import MedewerkerWijzigen
from vhdesk.vocabulary import Casusrol, Overlegstatus, Tekort


def follow(scene: Stage, tekort: Tekort) -> QWidget:
    """Take the first line of this kind by key, and return where the cursor is."""
    scene.page.chair.close_control.show()
    closing = scene.page.chair.closing
    row = next(row for row in closing.list.rows.rows() if row.tekort is tekort)
    closing.list.select(row.id)
    closing.list.setFocus()
    scene.press("Return")
    return scene.focus()


def test_each_kind_leads_to_its_field(world: World, stage: Callable[..., Stage]) -> None:
    desk = world.kluis.desk
    overleg_id = world.running("Koopman", "Çelik")
    desk.execute(
        ActieVastleggen(casus_id=world.cases["Koopman"], overleg_id=overleg_id, omschrijving="bellen")
    )
    vertrekt = world.people["Kevin Lansink"]
    rol = CasusrolToewijzen(
        casus_id=world.cases["Koopman"], rol=Casusrol.VERANTWOORDELIJKE, medewerker_id=vertrekt
    )
    desk.execute(rol)
    desk.execute(
        MedewerkerWijzigen(medewerker_id=vertrekt, naam="Kevin Lansink", actief=False, ondanks_taken=True)
    )
    scene = stage()
    parts = scene.page.chair.item.parts
    kinds = {row.tekort for row in desk.ask(tekorten, overleg_id)}
    assert {Tekort.ROL_WEG, Tekort.ACTIE_EIGENAAR, Tekort.ACTIE_TERMIJN, Tekort.AANWEZIGHEID} <= kinds
    actie = parts.invoer.actie
    places: dict[Tekort, Callable[[], QWidget]] = {
        Tekort.ROL_WEG: lambda: parts.kop.verantwoordelijke_field,
        Tekort.CASEMANAGER: lambda: parts.kop.casemanager_field,
        Tekort.VERANTWOORDELIJKE: lambda: parts.kop.verantwoordelijke_field,
        Tekort.VOLGENDE_DATUM: lambda: parts.kop.datum_field.line,
        Tekort.PLAN: lambda: parts.kop.plan,
        Tekort.ACTIE_EIGENAAR: lambda: actie.organisatie,
        Tekort.ACTIE_TERMIJN: lambda: actie.termijn.line,
        Tekort.AANWEZIGHEID: lambda: parts.aanwezigheid.list,
    }
    for tekort, place in places.items():
        assert follow(scene, tekort) is place(), tekort
        scene.press("Escape")
    elsewhere = scene.shell.gone_to
    for tekort in (Tekort.GEMEENTE, Tekort.TERUGKOPPELING):
        casus_id = world.cases["Çelik"]
        row = TekortRow("x", tekort, casus_id, "ZVH", None, "plicht", "plicht", None, "")
        scene.page.chair.closing.show_rows([row], {})
        scene.page.chair.close_control.jump("x")
        assert elsewhere[-1] == ("aanmeldingen", f"plicht:{casus_id}"), tekort


def test_every_kind_is_known_to_the_list() -> None:
    tested = {
        Tekort.ROL_WEG, Tekort.CASEMANAGER, Tekort.VERANTWOORDELIJKE, Tekort.VOLGENDE_DATUM, Tekort.PLAN,
        Tekort.ACTIE_EIGENAAR, Tekort.ACTIE_TERMIJN, Tekort.AANWEZIGHEID, Tekort.GEMEENTE, Tekort.TERUGKOPPELING,
    }  # fmt: skip
    # these have a test of their own: in test_ui_meeting_by_keys and test_ui_aanwezigheid
    others = {Tekort.BESLUIT, Tekort.VOORBEHOUD, Tekort.INFORMERING, Tekort.GEHEIMHOUDING}
    assert tested | others == set(Tekort)


def test_the_override_asks_why_and_keeps_it(world: World, stage: Callable[..., Stage]) -> None:
    desk = world.kluis.desk
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("Ctrl+Shift+S", "Ctrl+Shift+S")
    closing = scene.page.chair.closing
    assert scene.focus() is closing.reason and "waarom" in closing.fault.text()
    scene.type("   ")
    scene.press("Ctrl+Shift+S")
    assert desk.ask(overleg_kop, overleg_id).status is Overlegstatus.LOPEND
    scene.type("De zaal moest leeg.")
    scene.press("Escape", "Ctrl+Shift+S")
    assert "De zaal moest leeg." in closing.reason.text(), "what was written waits"
    scene.press("Ctrl+Shift+S")
    kop = desk.ask(overleg_kop, overleg_id)
    assert (kop.status, kop.sluitreden) == (Overlegstatus.GESLOTEN, "De zaal moest leeg.")
    assert len(desk.ask(deelnemers, overleg_id)) == 4
