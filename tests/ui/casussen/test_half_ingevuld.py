"""What is half filled in survives a lock and a kill: the words, the marks beside them, and the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau, make_bureau
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Bronregime

SHIFT = Qt.KeyboardModifier.ShiftModifier
NothingFlushed = Callable[[], Bureau]


@pytest.fixture
def again(bureau: Bureau, tmp_path: Path) -> Iterator[NothingFlushed]:
    """Open a new window on the same vault; the old one is left behind as it stands, nothing is flushed."""
    made: list[Bureau] = []

    def start() -> Bureau:
        bureau.window.hide()
        made.append(make_bureau(bureau.kluis, bureau.clock, tmp_path))
        return made[-1]

    yield start
    for one in made:
        one.window.hide()
        one.window.deleteLater()


def ask_inbreng(bureau: Bureau) -> Any:
    panel = geopend(bureau, "leefgebieden").leefgebieden.panel
    bureau.press(Qt.Key.Key_I, CTRL)
    return panel


def test_a_statement_comes_back_with_its_secrecy(bureau: Bureau, again: NothingFlushed) -> None:
    panel = ask_inbreng(bureau)
    bureau.type("veilig thuis tw")
    bureau.press(ENTER)
    panel.leefgebied.set_value("opvoeding")
    panel.mondeling.setChecked(True)
    panel.door.choice.set_value("sommige")
    next(iter(panel.door.boxes.values())).setChecked(True)
    panel.tekst.setFocus()
    bureau.type("De oudste luistert.")
    bureau.press(Qt.Key.Key_Home)
    bureau.window.request_lock()  # in the same breath: no timer has run
    later = again()
    panel = ask_inbreng(later)
    assert later.focus() is panel.tekst and panel.tekst.cursor_position() == 0
    later.type("Nu: ")
    later.press(ENTER, CTRL)
    row = next(row for row in stand(later).inbreng if row.leefgebied_code == "opvoeding")
    assert row.tekst == "Nu: De oudste luistert." and row.organisatie == "Veilig Thuis Twente"
    assert (row.regime, row.mondeling, row.mag_door_namen) == (Bronregime.VEILIG_THUIS, True, ("Politie",))
    assert later.desk.drafts("inbreng/") == ()


def test_a_kill_costs_at_most_a_second(bureau: Bureau, again: NothingFlushed, qtbot: QtBot) -> None:
    view = geopend(bureau, "acties")
    bureau.press(Qt.Key.Key_T, CTRL)
    bureau.type("Huisbezoek")
    qtbot.waitUntil(lambda: len(bureau.desk.drafts("actie/")) == 1, timeout=5000)
    assert view.acties.panel.is_open()
    later = again()
    panel = geopend(later, "acties").acties.panel
    later.press(Qt.Key.Key_T, CTRL)
    assert panel.form.field.text() == "Huisbezoek" and panel.form.field.cursor_position() == 10
    later.press(ENTER, CTRL)
    assert any(row.omschrijving == "Huisbezoek" for row in stand(later).acties)
    assert later.desk.drafts("actie/") == ()


def test_asking_again_while_it_is_open_loses_no_key(bureau: Bureau) -> None:
    panel = geopend(bureau, "acties").acties.panel
    bureau.press(Qt.Key.Key_T, CTRL)
    bureau.type("Huisbezoek")
    bureau.press(Qt.Key.Key_T, CTRL)
    assert panel.form.field.text() == "Huisbezoek"


def test_another_case_gets_its_own_and_the_first_keeps_its_words(bureau: Bureau) -> None:
    panel = ask_inbreng(bureau)
    panel.tekst.setFocus()
    bureau.type("Van Koopman")
    view = geopend(bureau, "leefgebieden", "Dalen")
    bureau.press(Qt.Key.Key_I, CTRL)
    assert view.leefgebieden.panel.tekst.text() == ""
    bureau.press(ESC)
    assert ask_inbreng(bureau).tekst.text() == "Van Koopman"


def test_escape_keeps_and_cancelled_is_gone(bureau: Bureau) -> None:
    panel = ask_inbreng(bureau)
    panel.tekst.setFocus()
    bureau.type("Toch niet")
    bureau.press(ESC)  # one level back, and nothing is lost
    assert not panel.is_open() and len(bureau.desk.drafts("inbreng/")) == 1
    assert ask_inbreng(bureau).tekst.text() == "Toch niet"
    panel.cancel_button.click()
    assert bureau.desk.drafts("inbreng/") == ()
    assert ask_inbreng(bureau).tekst.text() == ""


def test_an_untouched_form_leaves_nothing(bureau: Bureau) -> None:
    ask_inbreng(bureau)
    bureau.window.request_lock()
    assert bureau.desk.drafts("inbreng/") == ()


def test_the_reason_of_a_withdrawal(bureau: Bureau, again: NothingFlushed) -> None:
    geopend(bureau, "besluiten")
    bureau.press(Qt.Key.Key_B, CTRL | SHIFT)
    bureau.type("Verhuisd naar")
    bureau.window.request_lock()
    later = again()
    view = geopend(later, "besluiten")
    later.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert later.focus() is view.besluiten.reden
    later.type(" Borne")
    later.press(ENTER, CTRL)
    besluit = stand(later).besluiten[0]
    assert (besluit.status, besluit.statusreden) == (Besluitstatus.INGETROKKEN, "Verhuisd naar Borne")
    assert later.desk.drafts("intrekken/") == ()


def test_half_a_person(bureau: Bureau, again: NothingFlushed) -> None:
    geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    bureau.type("Gonnie")
    bureau.window.request_lock()
    later = again()
    panel = geopend(later, "betrokkenen").betrokkenen.panel
    later.press(Qt.Key.Key_N, CTRL)
    assert panel.lines["voornamen"].text() == "Gonnie" and later.focus() is panel.lines["voornamen"]


def test_the_reason_of_an_action_per_action_and_outcome(bureau: Bureau, again: NothingFlushed) -> None:
    bureau.show("acties")
    bureau.press(Qt.Key.Key_K)
    bureau.type("slot was")
    bureau.window.request_lock()
    later = again()
    page = later.show("acties")
    later.press(Qt.Key.Key_N)
    assert page.lijst.panel.reden.text() == ""
    later.press(ESC)
    later.press(Qt.Key.Key_K)
    assert page.lijst.panel.reden.text() == "slot was" and page.lijst.panel.reden.cursor_position() == 8
    later.type(" al weg")
    later.press(ENTER, CTRL)
    actie = next(row for row in stand(later).acties if row.nummer == 1)
    assert (actie.status, actie.resultaat) == (Actiestatus.KON_NIET, "slot was al weg")
    assert later.desk.drafts("afhandelen/") == ()


def test_a_new_date_comes_back_with_its_reason(bureau: Bureau, again: NothingFlushed) -> None:
    panel = geopend(bureau, "acties").acties.lijst.panel
    bureau.press(Qt.Key.Key_D)
    bureau.type("+14")
    panel.reden.setFocus()
    bureau.type("wacht op")
    bureau.window.close()  # keeps what is half filled in, as a lock does
    panel = geopend(again(), "acties").acties.lijst.panel
    panel.vraag_datum(next(row for row in stand(bureau).acties if row.nummer == 1))
    assert panel.reden.text() == "wacht op"
    assert str(panel.termijn.value()) == "2026-12-16"
