"""The rules of a table, by keyboard: who refers, what must be said, when nazorg is reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.instelling import STANDAARD, tafelinstellingen, tafelregels
from vhdesk.queries.reeks import reeks_van
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


def test_norm_and_terms_of_a_table_are_set_and_told(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None and "Top X: telt mee in die van het huis" in tab.facts.text()
    for field, words in ((tab.rules.norm, "40"), (tab.rules.terugkoppeling, "5"), (tab.rules.detentie, "12")):
        field.setFocus()
        field.selectAll()
        stage.type(words)
    stage.press("Ctrl+Return")
    assert not tab.rules.is_open()
    regels = stage.desk.ask(tafelregels, tafel.id)
    assert (regels.top_x_norm, regels.terugkoppeling_dagen, regels.detentie_maanden) == (40, 5, 12)
    for words in (
        "eigen norm 40",
        "melder binnen 5 dagen",
        "detentie langer dan 12 maanden",
        "3 keer gewijzigd",
    ):
        assert words in tab.facts.text()
    assert stage.registry.trigger("beheer.tafel.regels")
    stage.settle()
    tab.rules.norm.clear()
    stage.press("Ctrl+Return")
    assert stage.desk.ask(tafelregels, tafel.id).top_x_norm is None, "counts in that of the house again"


def test_a_norm_or_term_that_cannot_be_is_said_beside_its_field(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    for field, key, wrong, words, right in (
        (tab.rules.norm, "norm", "veel", "Typ een getal", ""),
        (tab.rules.norm, "norm", "0", "norm kan niet", ""),
        (tab.rules.terugkoppeling, "dagen", "", "Typ een getal", "7"),
        (tab.rules.terugkoppeling, "dagen", "999", "kan niet", "7"),
        (tab.rules.detentie, "detentie", "0", "kan niet", "6"),
    ):
        field.setText(wrong)
        field.setFocus()
        stage.press("Ctrl+Return")
        assert words in tab.rules.errors[key].text(), key
        field.setText(right)
    assert stage.desk.ask(tafelregels, tafel.id) == STANDAARD


def test_who_must_be_there_is_typed_per_kind_of_decision(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    for words, answer in (
        ("huisverbod: Bestaat niet", "organisatie “Bestaat niet” is onbekend"),
        ("feestje: Politie", "soort besluit “feestje” is onbekend"),
    ):
        tab.rules.vereist.load(words, force=True)
        tab.rules.vereist.setFocus()
        stage.press("Ctrl+Return")
        assert answer in tab.rules.errors["eisen"].text() and tab.rules.is_open()
    tab.rules.vereist.load("Elk besluit: politie\nhuisverbod: OM, Politie", force=True)
    stage.press("Ctrl+Return")
    assert not tab.rules.is_open()
    assert stage.desk.ask(tafelregels, tafel.id).vereist == {
        "": ("politie",), "huisverbod": ("openbaar-ministerie", "politie"),
    }  # fmt: skip
    assert "Aanwezigheid vereist bij 2 soorten besluiten." in tab.facts.text()
    assert stage.registry.trigger("beheer.tafel.regels")
    stage.settle()
    shown = tab.rules.vereist.text()
    stage.press("Ctrl+Return")
    assert shown.startswith("elk besluit: ") and len(stage.desk.ask(tafelinstellingen, tafel.id)) == 1


def test_how_often_the_table_meets_is_said_in_words(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    shown = tab.rules.reeks.text()
    assert f"Vergadert {shown}." in tab.facts.text()
    tab.rules.reeks.setFocus()
    tab.rules.reeks.selectAll()
    stage.type("af en toe")
    stage.press("Ctrl+Return")
    assert "niet te begrijpen" in tab.rules.errors["regel"].text()
    tab.rules.reeks.selectAll()
    stage.type("eerste dinsdag van de maand, 9:00")
    stage.press("Ctrl+Return")
    assert not tab.rules.is_open()
    reeks = stage.kluis.desk.ask(reeks_van, tafel.id)
    assert reeks is not None and reeks.regel == "FREQ=MONTHLY;BYDAY=1TU"
    assert "Vergadert eerste dinsdag van de maand, 09:00." in tab.facts.text()


def test_the_agenda_of_every_meeting_is_lines_of_text(stage: PageStage, tab: TafelsTab) -> None:
    tafel = tab.current()
    assert tafel is not None
    assert tab.rules.agenda.text().splitlines() == [
        "Opening en geheimhouding: 5", "Vorig verslag en open acties: 10", "Casussen", "Rondvraag: 5", "Sluiting: 0",
    ]  # fmt: skip
    tab.rules.agenda.setFocus()
    stage.press("Ctrl+End", "Return")
    stage.type("Nog iets")
    stage.press("Ctrl+Return")
    assert "eindigt met de sluiting" in tab.rules.errors["punten"].text()
    tab.rules.agenda.load(
        "Opening: 5\nMededelingen: 5\nCasussen\nThema: jeugd en wapens: 20\nSluiting", force=True
    )
    stage.press("Ctrl+Return")
    assert not tab.rules.is_open()
    found = stage.desk.ask(agendasjabloon, tafel.id)
    assert [(punt.naam, punt.minuten) for punt in found.punten] == [
        ("Opening en geheimhouding", 5), ("Mededelingen", 5), ("Casus", 0), ("Thema: jeugd en wapens", 20),
        ("Sluiting", 0),
    ]  # fmt: skip
    assert "1 keer gewijzigd" in tab.facts.text()
