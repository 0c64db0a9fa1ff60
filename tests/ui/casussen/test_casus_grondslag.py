"""On what a case is shared, under Bescherming: where it came from is seen, and it is put right by keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.ui.casussen.grondslag_card import LEEG
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.vocabulary_inbreng import Herkomst

STANDAARD = "Standaard van de tafel"


def test_what_was_filled_in_says_so_until_somebody_writes(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    card = view.bescherming.gedeeld
    assert [pill.text() for pill in card.herkomst.values()] == [STANDAARD] * 3
    assert card.grondslag.text().startswith("Wet gegevensverwerking")
    card.grondslag.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Wvggz")
    assert view.flush()
    assert [pill.text() for pill in card.herkomst.values()] == ["", STANDAARD, STANDAARD]
    assert set(stand(bureau).kop.herkomst) == {"doelbinding", "aanbrenger_id"}


def test_the_organisation_is_chosen_by_typing(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    card = view.bescherming.gedeeld
    card.aanbrenger.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Politie")
    bureau.press(ENTER)
    politie = next(row.id for row in bureau.desk.ask(organisaties) if row.code == "politie")
    assert stand(bureau).kop.aanbrenger_id == politie
    assert card.herkomst["aanbrenger_id"].text() == ""
    bureau.desk.undo()
    assert stand(bureau).kop.herkomst["aanbrenger_id"] is Herkomst.STANDAARD


def test_it_cannot_be_emptied_while_the_case_is_on_an_agenda(bureau: Bureau) -> None:
    tafel = next(row.id for row in bureau.desk.ask(tafels) if row.code == "werktafel-enschede")
    bijeen = bureau.desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 16))).id
    bureau.desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=casus(bureau, "Koopman")))
    view = geopend(bureau, "bescherming")
    card = view.bescherming.gedeeld
    card.doelbinding.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.press(Qt.Key.Key_Delete)
    assert not view.flush()
    assert stand(bureau).kop.doelbinding != ""
    bureau.type("Rust in huis")
    assert view.flush() and stand(bureau).kop.doelbinding == "Rust in huis"


def test_what_is_empty_is_marked(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    nieuw = bureau.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Nieuw"))).id
    bureau.window.page("casussen").show_target(f"{nieuw}#bescherming")  # type: ignore[attr-defined]
    card = view.bescherming.gedeeld
    assert [pill.text() for pill in card.herkomst.values()] == [met_hoofdletter(LEEG)] * 3
    assert bureau.focus() is card.grondslag
