"""In the meeting the head of a case says who is procesregisseur, red where the house leads and nobody is, and one key
assigns one; a role of somebody who left is red with what to do."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import medewerkers, organisaties
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.organisatie import MedewerkerToevoegen, MedewerkerWijzigen
from vhdesk.vocabulary import ROL_WEG, Casusrol


def van_het_huis(world: World) -> None:
    """Let the house have a procesmanager: only its people hold the procesregie."""
    desk = world.kluis.desk
    huis = next(row.id for row in desk.ask(organisaties) if row.code == "zorg-en-veiligheidshuis-twente")
    world.people["Wilma Hof"] = desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam="Wilma Hof")).id


def geef(world: World, naam: str, rol: Casusrol, wie: str) -> None:
    world.kluis.desk.execute(
        CasusrolToewijzen(casus_id=world.cases[naam], rol=rol, medewerker_id=world.people[wie])
    )


def test_the_head_names_the_third_of_the_triplet_or_misses_it(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    van_het_huis(world)
    geef(world, "Koopman", Casusrol.PROCESREGISSEUR, "Wilma Hof")
    scene = stage()
    item = scene.page.chair.item
    cell = item.parts.kop.procesregisseur
    assert not cell.isVisible(), "the opening is about no case"
    scene.press("F8", "F8")
    assert cell.isVisible() and cell.button.value == "Wilma Hof"
    assert ("muted", "Wilma Hof") in item.parts.blad.people.people.shown()
    scene.press("F8")
    assert (cell.button.value, cell.button.state) == ("nog niemand", "danger")
    assert ("fault", "nog niemand") in item.parts.blad.people.people.shown()


def test_one_key_assigns_and_one_takes_it_back(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    van_het_huis(world)
    scene = stage()
    scene.press("F8", "F8", "Ctrl+G")
    kop = scene.page.chair.item.parts.kop
    assert kop.procesregisseur.editing and kop.procesregisseur_field.hasFocus()
    scene.type("wilm")
    scene.press("Return")
    houder = scene.desk.ask(dossier, world.cases["Koopman"]).procesregisseur
    assert houder is not None and houder.naam == "Wilma Hof"
    assert (kop.procesregisseur.button.value, kop.procesregisseur.button.state) == ("Wilma Hof", "ok")
    assert scene.shell.news[-1] == "Procesregisseur vastgelegd."
    scene.press("Ctrl+Alt+Z")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).procesregisseur is None


def test_a_role_of_somebody_who_left_is_red_with_what_to_do(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    van_het_huis(world)
    for rol in Casusrol:
        geef(world, "Koopman", rol, "Wilma Hof")
    scene = stage()
    scene.press("F8", "F8")
    kop = scene.page.chair.item.parts.kop
    cells = (kop.casemanager, kop.verantwoordelijke, kop.procesregisseur)
    assert [cell.button.state for cell in cells] == ["ok"] * 3
    rij = next(row for row in scene.desk.ask(medewerkers) if row.naam == "Wilma Hof")
    scene.desk.execute(
        MedewerkerWijzigen(
            medewerker_id=rij.id, naam=rij.naam, functie=rij.functie, telefoon=rij.telefoon, email=rij.email,
            opmerking=rij.opmerking, actief=False, ondanks_taken=True,
        )
    )  # fmt: skip
    scene.press("F8", "Shift+F8")
    for cell in cells:
        assert (cell.button.value, cell.button.state) == ("Wilma Hof", "danger")
        assert ROL_WEG in cell.button.accessibleDescription()
    assert ("fault", ROL_WEG) in scene.page.chair.item.parts.blad.people.people.shown()
