"""Finding a case: search, filters, words for what is missing, and opening with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.queries.organisatie import tafels
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.vocabulary import CasusStatus


def namen(bureau: Bureau) -> list[str]:
    pane = bureau.window.page("casussen").list.pane  # type: ignore[attr-defined]
    return [pane.proxy.index(row, 0).data(TWO_LINE_ROLE).title for row in range(pane.proxy.rowCount())]


def test_sorted_on_geslachtsnaam_with_what_is_missing_in_words(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    assert namen(bureau) == ["Çelik, Fatma", "van Dalen, Noor", "Koopman, Martijn"]
    rows = [page.list.pane.proxy.index(row, 0).data(TWO_LINE_ROLE) for row in range(3)]
    assert rows[1].subtitle == "Geen casemanager, verantwoordelijke of datum"
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
