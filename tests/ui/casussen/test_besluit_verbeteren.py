"""Correcting a decision and setting the next date from the case file, by keys."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus, open_casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.vocabulary import Besluitstatus

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_decision_in_minutes_is_replaced_and_both_stay_readable(bureau: Bureau) -> None:
    view = geopend(bureau, "besluiten")
    oud = stand(bureau).besluiten[0]
    assert oud.in_verslag
    bureau.press(Qt.Key.Key_V, CTRL | SHIFT)
    paneel = view.besluiten.verbeter
    assert bureau.focus() is paneel.form.field and paneel.form.field.text() == oud.tekst
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Het wijkteam voert de regie, niet Tactus.")
    bureau.press(ENTER, CTRL)
    assert paneel.is_open() and paneel.errors["reden"].isVisible()
    assert bureau.focus() is paneel.reden
    bureau.type("De naam was verkeerd genoteerd")
    bureau.press(ENTER, CTRL)
    assert not paneel.is_open()
    nieuw, vervangen = stand(bureau).besluiten
    assert (nieuw.tekst, nieuw.vervangt) == ("Het wijkteam voert de regie, niet Tactus.", oud.nummer)
    assert vervangen.status is Besluitstatus.INGETROKKEN and vervangen.vervangen_door == nieuw.nummer
    assert vervangen.statusreden == "De naam was verkeerd genoteerd"
    assert len(view.besluiten.cards) == 2
    bureau.desk.undo()
    assert [row.nummer for row in stand(bureau).besluiten] == [oud.nummer]


def test_a_decision_outside_minutes_is_changed_where_it_stands(bureau: Bureau) -> None:
    bureau.desk.execute(
        BesluitVastleggen(
            casus_id=casus(bureau, "Koopman"),
            tekst="Voorlopig zo.",
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    view = geopend(bureau, "besluiten")
    bureau.press(Qt.Key.Key_V, CTRL | SHIFT)
    paneel = view.besluiten.verbeter
    assert not paneel.reden.isVisible()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Voorgoed zo.")
    bureau.press(ESC)
    assert stand(bureau).besluiten[0].tekst == "Voorlopig zo."
    bureau.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert paneel.form.field.text() == "Voorgoed zo."
    bureau.press(ENTER, CTRL)
    assert stand(bureau).besluiten[0].tekst == "Voorgoed zo."
    assert stand(bureau).besluiten[0].status is Besluitstatus.VASTGELEGD


def test_the_next_date_is_set_outside_a_meeting(bureau: Bureau) -> None:
    view: Any = open_casus(bureau, "Koopman")
    bureau.press(Qt.Key.Key_D, CTRL)
    assert bureau.focus() is view.datum.datum.line
    bureau.type("geen idee")
    bureau.press(ENTER)
    assert view.datum.errors["datum"].isVisible()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("1-12-2026")
    bureau.press(ENTER)
    assert view.datum.is_open()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("13-1-2027")
    bureau.press(ENTER)
    assert not view.datum.is_open()
    assert stand(bureau).kop.volgende_datum == date(2027, 1, 13)
    assert "13 januari 2027" in view.kop.datum.text()
    bureau.press(Qt.Key.Key_D, CTRL)
    bureau.press(Qt.Key.Key_Delete)
    bureau.press(ENTER)
    assert stand(bureau).kop.volgende_datum is None
