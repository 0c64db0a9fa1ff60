"""The rules of a table, by keyboard: who refers, what must be said, when nazorg is reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.queries.instelling import STANDAARD, tafelinstellingen, tafelregels
from vhdesk.services.kluis import Kluis
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.ui.beheer.tafels_tab import TafelsTab
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


@pytest.fixture
def tab(stage: PageStage) -> TafelsTab:
    stage.press("Alt+4")
    found = stage.page.made("tafels")  # type: ignore[attr-defined]
    assert isinstance(found, TafelsTab)
    assert stage.registry.trigger("beheer.tafel.regels")
    stage.settle()
    assert found.rules.is_open()
    return found


def test_the_rules_change_and_are_told(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert (
        tafel is not None
        and "alle velden verplicht. Nazorg beoordelen na 6 en 12 maanden" in tab.facts.text()
    )
    tab.rules.aanmelders.setFocus()
    stage.press("Down")
    tab.rules.nazorg.setFocus()
    tab.rules.nazorg.selectAll()
    stage.type("3 en 9")
    tab.rules.velden.boxes[Meldveld.INGEZET.value].setFocus()
    stage.press("Space", "Ctrl+Return")
    assert not tab.rules.is_open()
    regels = stage.desk.ask(tafelregels, tafel.id)
    assert (regels.aanmelders, regels.nazorg) == (Aanmeldregel.PARTNERS, (3, 9))
    assert set(Meldveld) - set(regels.velden) == {Meldveld.INGEZET}
    for words in (
        "elke convenantpartner",
        "niet verplicht: tot nu toe ingezet",
        "na 3 en 9 maanden",
        "3 keer gewijzigd",
    ):
        assert words in tab.facts.text()


def test_what_is_no_rule_is_said_beside_its_field(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    for months, words in (("zes", "Typ maanden"), ("12, 6", "lopen niet op"), ("500", "kan niet")):
        tab.rules.nazorg.setFocus()
        tab.rules.nazorg.selectAll()
        stage.type(months)
        stage.press("Ctrl+Return")
        assert words in tab.rules.errors["maanden"].text()
    tab.rules.nazorg.setText("6, 12")
    tab.rules.velden.boxes[Meldveld.GEMEENTE.value].setFocus()
    stage.press("Space", "Ctrl+Return")
    assert "welke gemeente" in tab.rules.errors["velden"].text()
    assert stage.desk.ask(tafelregels, tafel.id) == STANDAARD


def test_nothing_changed_is_no_version(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    stage.press("Ctrl+Return")
    assert not tab.rules.is_open()
    assert stage.desk.ask(tafelinstellingen, tafel.id) == ()
