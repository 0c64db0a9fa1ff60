"""The method of a case in the window: chosen, filled in and noted with keys; the head says what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort

TAB = Qt.Key.Key_Tab
F7, F8 = Qt.Key.Key_F7, Qt.Key.Key_F8
SHIFT = Qt.KeyboardModifier.ShiftModifier


def met(bureau: Bureau, code: str) -> Any:
    bureau.desk.execute(MethodeKiezen(casus_id=casus(bureau, "Koopman"), methode_code=code, reden="past"))
    return geopend(bureau, "methode")


def titles(view: Any) -> list[str]:
    rows = view.methode.eisen.rows
    return [rows.index(place, 0).data(Qt.ItemDataRole.DisplayRole) for place in range(rows.rowCount())]


def test_a_method_is_chosen_by_keys_and_stands_in_the_head(bureau: Bureau) -> None:
    view = geopend(bureau, "overzicht")
    assert view.kop.methode.isHidden()
    bureau.press(F7)
    assert view.strip.current() == "methode" and bureau.focus() is view.methode.kiezen.methode
    bureau.type("ex")
    bureau.press(TAB)
    bureau.type("Komt in januari vrij.")
    bureau.press(ENTER, CTRL)
    assert not view.methode.kiezen.is_open()
    huidig = stand(bureau).methode.huidig
    assert huidig is not None and (huidig.naam, huidig.reden) == ("Ex-gedetineerden", "Komt in januari vrij.")
    assert view.kop.methode.text() == "Ex-gedetineerden: voorwaarden 0 van 5"
    bureau.desk.undo()
    assert stand(bureau).methode.huidig is None
    assert view.kop.methode.isHidden()


def test_conditions_are_filled_in_where_enter_opens_them(bureau: Bureau) -> None:
    view = met(bureau, "ex-gedetineerden")
    assert bureau.focus() is view.methode.eisen
    assert view.methode.eisen.select(Methodeeis.VOORWAARDEN.value)
    bureau.press(ENTER)
    paneel = view.methode.notitie
    assert paneel.is_open() and paneel.title.text() == "Vijf basisvoorwaarden"
    for _ in range(3):
        bureau.type("g")
        bureau.press(TAB)
    bureau.press(ENTER, CTRL)
    assert not paneel.is_open()
    assert "Vijf basisvoorwaarden: 3 van 5 in orde, op 2-12-2026" in titles(view)
    bureau.press(F8, SHIFT)
    assert paneel.scores.fields["onderdak"].value() == "geregeld", "what was filled in is where it goes on"


def test_a_list_with_nothing_in_it_is_refused_in_words(bureau: Bureau) -> None:
    view = met(bureau, "code-rood")
    bureau.press(F7, SHIFT)
    bureau.press(ENTER, CTRL)
    assert view.methode.notitie.is_open()
    assert "Er is nog niets ingevuld." in view.methode.notitie.errors["scores"].text()


def test_knowledge_stands_newest_on_top_and_is_taken_out(bureau: Bureau) -> None:
    view = met(bureau, "10-in-twente")
    for tekst, tijd in (("Slaapt niet.", ""), ("Gezien op het station.", "9:15")):
        bureau.press(F8)
        bureau.type(tekst)
        if tijd:
            bureau.press(TAB)
            bureau.press(TAB)
            bureau.type(tijd)
        bureau.press(ENTER, CTRL)
    assert [rij.tekst for rij in stand(bureau).methode.notities] == ["Slaapt niet.", "Gezien op het station."]
    view.methode.notities.setFocus()
    bureau.press(Qt.Key.Key_Delete)
    assert [rij.tekst for rij in stand(bureau).methode.notities] == ["Gezien op het station."]
    bureau.desk.undo()
    assert len(stand(bureau).methode.notities) == 2


def test_a_day_before_today_needs_a_time(bureau: Bureau) -> None:
    view = met(bureau, "10-in-twente")
    bureau.press(F8)
    bureau.type("Gisteren gezien.")
    bureau.press(TAB)
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("gisteren")
    bureau.press(ENTER, CTRL)
    assert (
        view.methode.notitie.is_open() and "Hoe laat was dat?" in view.methode.notitie.errors["tijd"].text()
    )
    bureau.press(ESC)
    bureau.press(F8)
    assert view.methode.notitie.tekst.text() == "Gisteren gezien.", "what was half filled in waits"


@pytest.mark.parametrize(
    ("code", "eis", "tab"),
    [
        ("uittreedoptie-jeugdprostitutie", Methodeeis.LEEFTIJD, "betrokkenen"),
        ("uittreedoptie-jeugdprostitutie", Methodeeis.BESCHERMING, "bescherming"),
        ("10-in-twente", Methodeeis.CRISISKAART, "plan"),
        ("pga", Methodeeis.AFSCHAALCRITERIUM, "plan"),
    ],
)
def test_enter_goes_where_it_is_done(bureau: Bureau, code: str, eis: Methodeeis, tab: str) -> None:
    view = met(bureau, code)
    assert view.methode.eisen.select(eis.value)
    bureau.press(ENTER)
    assert view.strip.current() == tab


def test_enter_asks_who_and_when(bureau: Bureau) -> None:
    view = met(bureau, "10-in-twente")
    assert view.methode.eisen.select(Methodeeis.CASUSREGIE.value)
    bureau.press(ENTER)
    assert view.rol.is_open()
    bureau.press(ESC)
    view.methode.eisen.setFocus()
    assert view.methode.eisen.select(Methodeeis.RITME.value)
    bureau.press(ENTER)
    assert view.datum.is_open()


def test_extra_protection_is_a_mark_in_the_head(bureau: Bureau) -> None:
    view = met(bureau, "jor")
    assert view.kop.beschermd.isHidden()
    view = met(bureau, "uittreedoptie-jeugdprostitutie")
    assert view.kop.beschermd.isVisible() and view.kop.beschermd.text() == "Extra bescherming"


def test_what_a_method_does_not_ask_is_said(bureau: Bureau) -> None:
    view = geopend(bureau, "methode")
    assert view.methode.empty.isVisible()
    met(bureau, "jor")
    bureau.press(F7, SHIFT)
    assert not view.methode.notitie.is_open()
    assert bureau.shell.said[-1] == "JOR vraagt geen risicotaxatie."
    bureau.desk.execute(
        MethodenotitieVastleggen(
            casus_id=casus(bureau, "Koopman"), soort=Methodenotitiesoort.KENNIS, tekst="Hangt rond."
        )
    )
    assert view.methode.notities.isVisible()
