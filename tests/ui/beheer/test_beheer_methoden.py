"""What a method asks is changed at Beheer, Lijsten, in words a person can read; an unknown name is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import PageStage, dress
from tests.ui.beheer.test_beheer_lijsten import lijsten_tab
from vhdesk.clock import FixedClock
from vhdesk.queries.methodevraag import Methodevraag, Zetel, lees_methodevraag
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.referentie import referentie_waarden
from vhdesk.services.kluis import Kluis
from vhdesk.ui.beheer.lijsten_tab import LijstenTab
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.ui.beheer.zetels import OnbekendeNaamError, lees_regels, schrijf_regels


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


def geopend(stage: PageStage, code: str) -> LijstenTab:
    """Open the form of one method with F2."""
    tab = lijsten_tab(stage)
    tab.list.select("methoden")
    rij = next(rij for rij in tab.model.rows() if rij.code == code)
    tab.table.select(rij.id)
    stage.press("F2")
    assert tab.methode.is_open() and not tab.panel.is_open()
    return tab


def vraag(stage: PageStage, code: str) -> Methodevraag:
    rijen = stage.desk.ask(referentie_waarden, "methoden")
    return lees_methodevraag(next(rij.kenmerken for rij in rijen if rij.code == code))


@pytest.mark.parametrize(
    "code", ["jor", "code-rood", "10-in-twente", "radicalisering", "uittreedoptie-jeugdprostitutie"]
)
def test_saving_what_is_shown_changes_nothing(stage: PageStage, code: str) -> None:
    was = vraag(stage, code)
    tab = geopend(stage, code)
    stage.press("Ctrl+Return")
    assert not tab.methode.is_open(), [fout.text() for fout in tab.methode.errors.values() if fout.text()]
    assert vraag(stage, code) == was


def test_a_quorum_and_a_condition_are_changed_in_words(stage: PageStage) -> None:
    tab = geopend(stage, "jor")
    assert tab.methode.zetels["quorum"].text().splitlines()[0] == "OM: Openbaar Ministerie"
    area = tab.methode.zetels["quorum"]
    area.setFocus()
    area.to_end()
    stage.press("Return")
    stage.type("Halt: Bureau Halt")
    tab.methode.voorwaarden.naam.setFocus()
    stage.type("Afspraken")
    tab.methode.voorwaarden.onderdelen.setFocus()
    stage.type("school weet het")
    stage.press("Return")
    stage.type("ouders weten het")
    tab.methode.voorwaarden.schaal.setFocus()
    stage.type("nee")
    stage.press("Ctrl+Return")
    assert "twee waarden" in tab.methode.errors["voorwaarden_schaal"].text()
    stage.type(", ja")
    stage.press("Ctrl+Return")
    assert not tab.methode.is_open()
    nu = vraag(stage, "jor")
    assert nu.quorum[-1] == Zetel(naam="Halt", organisaties=("halt",))
    assert nu.voorwaarden is not None and nu.voorwaarden.onderdelen == ("school weet het", "ouders weten het")
    assert "erbij: OM, RvdK, Politie, Jeugdreclassering en Halt" in tab.detail.text()
    stage.press("Ctrl+Z")
    assert vraag(stage, "jor").voorwaarden is None


@pytest.mark.parametrize(
    ("veld", "typ", "woorden"),
    [
        ("quorum", "Raad: Bestaat niet", "“Bestaat niet” staat niet bij Organisaties."),
        ("doelgroepen", "Iets anders", "“Iets anders” staat niet in de lijst Doelgroepen."),
        ("leeftijd_tot", "oud", "Dit is geen leeftijd."),
        ("casusregie", "GGZ: Dimence\nPolitie: Politie", "De casusregie ligt bij één"),
    ],
)
def test_what_is_not_known_is_said_beside_its_field(
    stage: PageStage, veld: str, typ: str, woorden: str
) -> None:
    tab = geopend(stage, "pga")
    panel = tab.methode
    field = {**panel.zetels, "doelgroepen": panel.doelgroepen, "leeftijd_tot": panel.tot}[veld]
    field.setFocus()
    for number, line in enumerate(typ.split("\n")):
        stage.press(*["Return"] * bool(number))
        stage.type(line)
    stage.press("Ctrl+Return")
    assert panel.is_open() and panel.errors[veld].text().startswith(woorden)


def test_a_new_method_is_added(stage: PageStage) -> None:
    tab = lijsten_tab(stage)
    tab.list.select("methoden")
    stage.press("Ctrl+N")
    stage.type("Losserse aanpak")
    tab.methode.elke_dagen.setFocus()
    stage.press("Ctrl+A")
    stage.type("14")
    stage.press("Ctrl+Return")
    assert vraag(stage, "losserse-aanpak") == Methodevraag(elke_dagen=14)
    assert "elke 2 weken op tafel" in tab.detail.text()


def test_seats_read_back_what_they_wrote(stage: PageStage) -> None:
    orgs = stage.desk.ask(organisaties)
    zetels = vraag(stage, "code-rood").quorum
    assert lees_regels(schrijf_regels(zetels, orgs), orgs) == zetels
    assert lees_regels("Mediant\n\n", orgs) == (Zetel(naam="Mediant", organisaties=("mediant-ggz",)),)
    with pytest.raises(OnbekendeNaamError, match="Nergens"):
        lees_regels("GGZ: Mediant, Nergens", orgs)
