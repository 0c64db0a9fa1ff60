"""The start page says something else without starting anew: a sentence keeps its button, and with it the focus."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import Bureau
from vhdesk.queries.acties import open_acties
from vhdesk.services.actie import ActieAfhandelen
from vhdesk.vocabulary import Actiestatus


def test_a_sentence_keeps_its_button_and_the_focus_when_one_before_it_goes(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    eerste, tweede, *rest = page.buttons
    tweede.setFocus()
    laat = next(row for row in bureau.desk.ask(open_acties, vandaag=bureau.clock.today()) if row.dagen_over)
    bureau.do(ActieAfhandelen(actie_id=laat.id, status=Actiestatus.GEDAAN))
    bureau.settle()
    assert page.buttons == [tweede, *rest]
    assert bureau.focus() is tweede
    assert tweede.accessibleDescription() == "Toets 1"
    tops = [button.y() for button in page.buttons]
    assert tops == sorted(tops)
    assert not eerste.isVisible()


def test_tab_follows_the_order_of_the_sentences_when_one_comes_between(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    laat = next(row for row in bureau.desk.ask(open_acties, vandaag=bureau.clock.today()) if row.dagen_over)
    bureau.do(ActieAfhandelen(actie_id=laat.id, status=Actiestatus.GEDAAN))
    bureau.settle()
    assert page.buttons[0].zin.id != "acties.over"
    bureau.desk.undo()
    bureau.settle()
    assert page.buttons[0].zin.id == "acties.over"
    page.buttons[0].setFocus()
    for button in page.buttons[1:4]:
        bureau.press(Qt.Key.Key_Tab)
        assert bureau.focus() is button


def test_a_backup_that_was_made_takes_its_sentence_away(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    assert "reservekopie" in [button.zin.id for button in page.buttons]
    bureau.kluis.reservekopie_maken("vanzelf")
    page.backup_made()
    assert "reservekopie" not in [button.zin.id for button in page.buttons]
    bureau.clock.moment += timedelta(days=4)
    bureau.show("vandaag")
    assert "reservekopie" in [button.zin.id for button in page.buttons]
