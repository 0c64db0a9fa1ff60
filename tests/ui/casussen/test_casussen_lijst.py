"""Finding a case: search, filters, words for what is missing, and opening with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.store.triggers import _SEARCHED
from vhdesk.ui.casussen import casus_list
from vhdesk.ui.casussen.dossier_view import TABS
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.casussen.vindplaats_woorden import (
    AANMELDING,
    vindplaats_regel,
    vindplaats_tab,
    vindplaats_woorden,
)
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import CasusStatus


def namen(bureau: Bureau) -> list[str]:
    pane = bureau.window.page("casussen").list.pane  # type: ignore[attr-defined]
    return [pane.proxy.index(row, 0).data(TWO_LINE_ROLE).title for row in range(pane.proxy.rowCount())]


def test_sorted_on_geslachtsnaam_with_what_is_missing_in_words(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    assert namen(bureau) == ["Çelik, Fatma", "van Dalen, Noor", "Koopman, Martijn"]
    rows = [page.list.pane.proxy.index(row, 0).data(TWO_LINE_ROLE) for row in range(3)]
    assert " ".join(rows[1].subtitle.split()) == "Geen casemanager, verantwoordelijke, plan of datum"
    assert (rows[1].icon, rows[1].icon_role) == ("circle-alert", "danger")
    assert rows[2].subtitle == "Geen verantwoordelijke"
    assert rows[0].subtitle == "Aangemeld"
    assert page.list.pane.count.text() == "3 casussen\nTop X 2 / 250 · hulp in de uitvoering 0"


def test_search_narrows_while_typing_and_escape_brings_all_back(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("celik")
    bureau.wait(lambda: namen(bureau) == ["Çelik, Fatma"])
    assert page.list.pane.count.text().startswith("1 casus gevonden\n")
    bureau.press(ESC)
    bureau.wait(lambda: len(namen(bureau)) == 3)


def test_nothing_found_says_what_to_do(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("zzz")
    bureau.wait(lambda: page.list.pane.nothing_found.isVisible())
    assert "zzz" in page.list.pane.nothing_found.sentence.text()


def test_filters_work_by_keyboard_and_are_remembered(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    page.list.status.setFocus()
    bureau.press(ENTER)
    menu = page.list.status.menu
    menu.setActiveAction(next(a for a in menu.actions() if a.data() == CasusStatus.MONITORING.value))
    bureau.press(ENTER)
    assert namen(bureau) == ["van Dalen, Noor"]
    assert page.list.status.text() == "Monitoring"
    tafel = bureau.desk.ask(tafels)[0].id
    assert page.save_state()["filter_status"] == CasusStatus.MONITORING.value
    page.restore_state({"filter_tafel": tafel, "filter_status": CasusStatus.AANGEMELD.value})
    page.list.load_choices()
    assert (page.list.tafel.value(), page.list.status.value()) == (tafel, CasusStatus.AANGEMELD.value)


def test_a_choice_that_fits_nothing_is_no_empty_vault(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    page.list.status.set_value(CasusStatus.NAZORG.value)
    page.list.refresh()
    assert page.list.empty.isVisible()
    assert page.list.empty.sentence.text() == "Geen casus voldoet aan deze keuze."
    assert not page.list.empty.button.isVisible()


def test_walking_opens_where_one_stops_and_reading_is_recorded(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    assert bureau.focus() is page.list.pane.view
    bureau.press(Qt.Key.Key_Down)
    bureau.press(Qt.Key.Key_Down)
    bureau.wait(lambda: page.view.casus_id != "")
    assert page.view.kop.header.title.text() == "Martijn Johannes Koopman"
    assert bureau.journaal("casus inzien") == [page.view.casus_id]
    assert bureau.focus() is page.list.pane.view


def test_enter_goes_into_the_file_and_escape_back_to_the_list(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    bureau.press(Qt.Key.Key_Down)
    bureau.press(ENTER)
    assert page.view.kop.header.title.text() == "Noor van Dalen"
    assert page.view.isAncestorOf(bureau.focus())
    bureau.press(ESC)
    assert bureau.focus() is page.list.pane.view


def test_an_empty_vault_offers_the_one_step(leeg_bureau: Bureau) -> None:
    page = leeg_bureau.show("casussen")
    assert page.list.empty.isVisible() and page.list.empty.button.isVisible()
    leeg_bureau.press(Qt.Key.Key_O, CTRL)
    assert leeg_bureau.shell.navigated == [("aanmeldingen", "lijsten")]


def test_with_large_text_list_and_file_take_turns(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    bureau.window.resize(760, 600)
    bureau.settle()
    assert page.list.isVisible() and not page.view.isVisible()
    bureau.press(ENTER)
    assert page.view.isVisible() and not page.list.isVisible()
    bureau.press(ESC)
    assert page.list.isVisible() and not page.view.isVisible()


PLAATSEN = (
    ("beider", "Inbreng: De woning staat op beider naam.", "leefgebieden", "De woning staat op beider naam."),
    ("contactv", "Actie: Contactverbod nakijken", "acties", "Contactverbod nakijken"),
    ("blijft tafel", "Besluit: De zaak blijft op tafel.", "besluiten", "De zaak blijft op tafel."),
    ("eigen woning", "Doel: Eigen woning huurcontract", "plan", "Eigen"),
    ("zaak koopman", "Casus: ZVH-2026-0001 Zaak Koopman", "overzicht", "Zaak"),
    ("fem", "Betrokkene: Fem Koopman", "betrokkenen", "Fem Koopman"),
)


@pytest.mark.parametrize(("woorden", "regel", "tab", "daar"), PLAATSEN)
def test_a_hit_is_shown_in_its_place_and_enter_goes_there(
    bureau: Bureau, woorden: str, regel: str, tab: str, daar: str
) -> None:
    page = bureau.show("casussen")
    pane = page.list.pane
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type(woorden)
    bureau.wait(lambda: pane.count.text().startswith("1 casus gevonden"))
    rij = pane.proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert rij.title == "Koopman, Martijn"
    assert rij.subtitle.startswith(regel)
    assert regel in pane.proxy.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    pane.focus_list()
    bureau.press(ENTER)
    assert page.view.strip.current() == tab
    assert daar in _here(bureau.focus())


def _here(field: QWidget) -> str:
    """What the field with the focus is about."""
    if isinstance(field, TextArea):
        return field.textCursor().selectedText()
    if isinstance(field, Label) and field.selectedText():
        return field.text()
    if isinstance(field, WholeRowList):
        return field.current_row().omschrijving  # type: ignore[union-attr]
    block = field
    while not isinstance(block, InbrengBlock | Card):
        block = block.parentWidget()
    return " ".join(label.text() for label in block.findChildren(QLabel))


def test_a_name_by_its_sound_is_found_and_needs_no_second_line(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("coopmann")
    bureau.wait(lambda: namen(bureau) == ["Koopman, Martijn"])
    assert page.list.pane.proxy.index(0, 0).data(TWO_LINE_ROLE).subtitle == "Geen verantwoordelijke"
    assert page.list.vindplaats(page.list.pane.current_id()) is None


def test_every_searched_text_has_its_words_and_a_tab_and_shows_the_hit_in_a_narrow_list() -> None:
    for bron in (*(source.bron or source.table for source in _SEARCHED), "betrokkene", PERSOON):
        plaats = Vindplaats("1", bron, "1", "Er zijn grote schulden bij de \x02energie\x03leverancier")
        assert vindplaats_tab(plaats) in (*dict(TABS), AANMELDING)
        assert vindplaats_regel(plaats).tekst.endswith("schulden bij de energieleverancier")
    plaats = replace(plaats, bron="inbreng")
    regel = vindplaats_regel(plaats)
    assert regel.tekst == "Inbreng: …grote schulden bij de energieleverancier"
    assert [regel.tekst[begin : begin + lengte] for begin, lengte in regel.raak] == ["energie"]
    assert vindplaats_woorden(plaats) == (
        "n grote schulden bij de energieleverancier", "bij de energieleveranc", "energie",
    )  # fmt: skip


def test_a_case_opened_from_elsewhere_is_marked_also_beyond_the_first_of_the_list(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casus_list, "LIMIET", 1)
    page = bureau.show("casussen")
    page.list.refresh()
    assert namen(bureau) == ["Çelik, Fatma"]
    koopman = next(row for row in bureau.desk.ask(casuslijst).rijen if row.geslachtsnaam == "Koopman")
    page.show_target(koopman.id)
    assert namen(bureau) == ["Çelik, Fatma", "Koopman, Martijn"]
    assert page.list.pane.current_id() == koopman.id
    assert page.list.pane.count.text().startswith("2 van 3 casussen")
    page.list.refresh()
    assert page.list.pane.current_id() == koopman.id, "and it stays"
    page.show_target(
        next(row.id for row in bureau.desk.ask(casuslijst).rijen if row.geslachtsnaam == "Çelik")
    )
    page.list.refresh()
    assert namen(bureau) == ["Çelik, Fatma"]
