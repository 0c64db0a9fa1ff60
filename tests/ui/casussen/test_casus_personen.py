"""Persons in the case file: changing, relating, recognising, merging and parting them, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.persoon import BekendePersoonToevoegen
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Kant, Persoonsoort

SHIFT = Qt.KeyboardModifier.ShiftModifier
MOEDER = Persoonsgegevens(geslachtsnaam="Jildis", voornamen="Fatoş", geboortedatum=date(1983, 1, 30))


def hoofd(bureau: Bureau, naam: str = "Koopman") -> BetrokkeneRow:
    return stand(bureau, naam).betrokkenen[0]


def _kaart(view: Any, number: int = 0) -> Any:
    return view.betrokkenen.cards.cards[number]


def test_the_data_of_a_person_are_changed_and_undone(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    voor = hoofd(bureau)
    bureau.press(Qt.Key.Key_W, CTRL | SHIFT)
    panel = view.betrokkenen.panel
    assert panel.title.text() == "Gegevens van Martijn Johannes Koopman wijzigen"
    assert panel.verb_button.text() == "Wijzigen  (Ctrl+Enter)"
    assert not panel.lines["relatie"].isVisible() and not panel.lines["kvk"].isVisible()
    panel.lines["aliassen"].setFocus()
    bureau.type("Tinus K.; Martin")
    panel.lines["opmerking"].setFocus()
    bureau.type("slaapt elders")
    bureau.press(ENTER, CTRL)
    na = hoofd(bureau)
    assert na == replace(
        voor, aliassen=("Tinus K.", "Martin"), opmerking="slaapt elders", version=na.version
    ), "the rest is as it was"
    assert not panel.is_open()
    bureau.desk.undo()
    assert hoofd(bureau).aliassen == ()


def test_an_impossible_date_is_said_beside_the_field_and_nothing_is_lost(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_W, CTRL | SHIFT)
    panel = view.betrokkenen.panel
    panel.geboren.setFocus()
    panel.geboren.line.selectAll()
    bureau.type("31-2-1990")
    bureau.press(ENTER, CTRL)
    assert panel.errors["geboortedatum"].isVisible() and panel.geboren.line.text() == "31-2-1990"
    panel.geboren.line.selectAll()
    bureau.type("3-12-2026")
    bureau.press(ENTER, CTRL)
    assert panel.errors["geboortedatum"].isVisible() and panel.is_open()
    assert hoofd(bureau).geboortedatum == date(1983, 1, 30)


def test_a_rechtspersoon_shows_the_fields_it_has(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    panel = view.betrokkenen.panel
    bureau.type("weg")  # a given name that goes out of sight says nothing
    panel.soort.set_value(Persoonsoort.RECHTSPERSOON.value)
    panel.soort.chosen.emit(Persoonsoort.RECHTSPERSOON.value)
    assert panel.lines["kvk"].isVisible() and not panel.lines["bsn"].isVisible()
    panel.lines["geslachtsnaam"].setFocus()
    bureau.type("Stichting Het Anker")
    panel.lines["kvk"].setFocus()
    bureau.type("1234")
    bureau.press(ENTER, CTRL)
    rij = next(b for b in stand(bureau).betrokkenen if b.geslachtsnaam == "Stichting Het Anker")
    assert (rij.soort, rij.kvk, rij.kvk_geldig, rij.voornamen) == (
        Persoonsoort.RECHTSPERSOON,
        "1234",
        False,
        "",
    )


def test_who_is_known_is_said_quietly_and_used(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    panel = view.betrokkenen.panel
    bureau.type("Fatma")
    panel.lines["geslachtsnaam"].setFocus()
    bureau.type("Tsjelik")
    focus = bureau.focus()
    bureau.wait(lambda: bool(panel.bekend.rows))
    assert bureau.focus() is focus, "the line takes nothing from who is typing"
    assert panel.bekend.rows[0].naam == "Fatma Çelik"
    panel.lines["relatie"].setText("buurvrouw")
    panel.bekend.buttons[0].click()
    bureau.settle()
    erbij = stand(bureau).betrokkenen[-1]
    assert (erbij.naam, erbij.relatie, erbij.rol) == ("Fatma Çelik", "buurvrouw", Betrokkenheid.SYSTEEM)
    assert erbij.persoon_id == hoofd(bureau, "Çelik").persoon_id
    assert not panel.is_open() and not panel.bekend.isVisible()


def test_the_other_case_is_a_jump_that_is_read_and_noted(bureau: Bureau) -> None:
    celik = hoofd(bureau, "Çelik").persoon_id
    bureau.do(BekendePersoonToevoegen(casus_id=casus(bureau, "Koopman"), persoon_id=celik))
    view = geopend(bureau, "betrokkenen")
    kaart = _kaart(view, 2)
    nummer = stand(bureau, "Çelik").kop.nummer
    assert [jump.accessibleName() for jump in kaart.jumps] == [
        f"Komt ook voor in {nummer}, aangemeld, als hoofdbetrokkene"
    ]
    andere = casus(bureau, "Çelik")
    gelezen = bureau.journaal("casus inzien").count(andere)
    bureau.clock.moment = bureau.clock.moment.replace(hour=15)
    kaart.jumps[0].click()
    bureau.settle()
    assert view.casus_id == andere
    assert bureau.journaal("casus inzien").count(andere) == gelezen + 1


def test_a_relation_is_laid_read_from_both_sides_and_taken_away(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    _kaart(view, 1).buttons["link"].click()
    bureau.settle()
    panel = view.betrokkenen.relatie
    assert panel.title.text() == "Relatie van Fem Koopman vastleggen"
    panel.soort.set_value("andersom:ouder")
    bureau.press(ENTER, CTRL)
    vader, dochter = stand(bureau).betrokkenen
    assert [(r.wat, r.naam) for r in vader.relaties] == [("ouder", "Fem Koopman")]
    assert [(r.wat, r.naam) for r in dochter.relaties] == [("kind", "Martijn Johannes Koopman")]
    bureau.press(Qt.Key.Key_R, CTRL | SHIFT)
    panel.soort.set_value("andersom:ouder")
    bureau.press(ENTER, CTRL)
    assert panel.errors["soort"].isVisible(), "a father is not the child of his daughter"
    bureau.press(ESC)
    assert not panel.is_open()
    _kaart(view).unrelate_requested.emit(vader.relaties[0].id)
    bureau.settle()
    assert hoofd(bureau).relaties == ()


def test_two_persons_become_one_and_are_parted_again(bureau: Bureau) -> None:
    andere = bureau.do(CasusAanmelden(hoofdbetrokkene=MOEDER))
    weg = bureau.desk.ask(dossier, andere).betrokkenen[0].persoon_id
    view = geopend(bureau, "betrokkenen", "Çelik")
    voor = hoofd(bureau, "Çelik")
    bureau.press(Qt.Key.Key_S, CTRL | SHIFT)
    panel = view.betrokkenen.samenvoegen
    assert not panel.reden.isVisible(), "first who, then why"
    bureau.press(ENTER, CTRL)
    assert panel.errors["weg_id"].isVisible()
    bureau.type("jildis")
    bureau.press(ENTER)
    assert panel.wie.value() == weg and panel.table is not None
    assert "Fatma Çelik wordt hoofdbetrokkene" in panel.moves.text()
    bureau.press(ENTER, CTRL)
    assert panel.errors["reden"].isVisible()
    panel.table.groups["naam"].button(1).click()
    panel.reden.setFocus()
    bureau.type("zelfde vrouw")
    bureau.press(ENTER, CTRL)
    na = hoofd(bureau, "Çelik")
    assert (na.naam, na.persoon_id, na.samenvoegingen[0].reden) == (
        "Fatoş Jildis",
        voor.persoon_id,
        "zelfde vrouw",
    )
    assert [elders.casus_id for elders in na.elders] == [andere]
    bureau.press(Qt.Key.Key_U, CTRL | SHIFT)
    bureau.type("toch een zus")
    bureau.press(ENTER, CTRL)
    assert replace(hoofd(bureau, "Çelik"), version=voor.version) == voor
    assert bureau.desk.ask(dossier, andere).betrokkenen[0].persoon_id == weg


def test_the_other_may_stay_and_a_likely_one_is_laid_beside(bureau: Bureau) -> None:
    bureau.do(CasusAanmelden(hoofdbetrokkene=replace(MOEDER, geslachtsnaam="Celik", voornamen="Fatma")))
    view = geopend(bureau, "betrokkenen", "Çelik")
    blijft = hoofd(bureau, "Çelik").persoon_id
    bureau.press(Qt.Key.Key_W, CTRL | SHIFT)
    lijn = view.betrokkenen.panel.dubbel
    assert len(lijn.rows) == 1, "who it may be is said at once"
    lijn.buttons[0].click()
    bureau.settle()
    panel = view.betrokkenen.samenvoegen
    assert panel.is_open() and not view.betrokkenen.panel.is_open()
    ander = panel.wie.value()
    panel.swap_button.click()
    panel.reden.setText("dubbel")
    assert {keuze.kant for keuze in panel.table.choices()} <= set(Kant)
    panel.submit()
    assert hoofd(bureau, "Çelik").persoon_id == ander != blijft


def test_without_a_merge_there_is_nothing_to_part(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_U, CTRL | SHIFT)
    assert bureau.shell.said[-1] == "Deze persoon is niet samengevoegd."
    assert not view.betrokkenen.scheiden.is_open()


def test_a_bsn_that_fails_the_elfproef_is_marked_and_stored(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_W, CTRL | SHIFT)
    panel = view.betrokkenen.panel
    line = panel.lines["bsn"]
    line.setFocus()
    line.selectAll()
    bureau.type("1234567")
    assert not panel.bsn_mark.isVisible(), "half a number is no mistake yet"
    bureau.type("81")
    assert panel.bsn_mark.isVisible() and "elfproef" in panel.bsn_mark.text()
    assert line.accessibleDescription() == panel.bsn_mark.text()
    line.selectAll()
    bureau.type("1234.56.782")
    assert not panel.bsn_mark.isVisible()
    line.selectAll()
    bureau.type("12345")
    bureau.press(Qt.Key.Key_Tab)
    assert panel.bsn_mark.isVisible()
    bureau.press(ENTER, CTRL)
    assert not panel.is_open() and hoofd(bureau).bsn == "12345"
    bureau.press(Qt.Key.Key_W, CTRL | SHIFT)
    assert panel.bsn_mark.isVisible(), "what was stored so is marked when it opens"
