"""The answer to a decision that was asked of another body, recorded in the case file by keys."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.besluitvraag import BesluitVragen
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Vraagstand

TAB = Qt.Key.Key_Tab
SHIFT = Qt.KeyboardModifier.ShiftModifier


def vraag(bureau: Bureau) -> None:
    vandaag = bureau.desk.clock.today()
    bureau.desk.execute(
        BesluitVragen(
            casus_id=casus(bureau, "Koopman"), tekst="Gebiedsverbod rond het station.", onderbouwing="Vijf incidenten.",
            type_code="openbare-orde-maatregel", gremium_code="burgemeester", antwoord_voor=vandaag + timedelta(days=7),
        )
    )  # fmt: skip


def test_the_answer_is_recorded_by_keys_and_taken_back(bureau: Bureau) -> None:
    vraag(bureau)
    view = geopend(bureau, "besluiten")
    card = next(card for card in view.besluiten.cards if card.row.wacht)
    assert card.answer_button.isVisible()
    assert any(
        "evraagd aan burgemeester, antwoord vóór" in label.text() for label in card.findChildren(Label)
    )
    bureau.press(Qt.Key.Key_M, CTRL | SHIFT)
    paneel = view.besluiten.antwoord
    assert bureau.focus() is paneel.stand
    bureau.press(ENTER, CTRL)
    assert paneel.is_open() and paneel.errors["door"].isVisible()
    paneel.stand.setFocus()
    bureau.press(TAB)
    bureau.press(TAB)
    bureau.type("burgemeester De Wit")
    bureau.press(TAB)
    bureau.type("+2")
    bureau.press(TAB)
    bureau.type("Drie maanden.")
    bureau.press(ENTER, CTRL)
    assert not paneel.is_open()
    besluit = stand(bureau).besluiten[0]
    assert (besluit.vraagstand, besluit.beantwoord_door) == (Vraagstand.GENOMEN, "burgemeester De Wit")
    assert besluit.ingangsdatum == bureau.desk.clock.today() + timedelta(days=2)
    assert besluit.voorwaarden == "Drie maanden."
    bureau.desk.undo()
    assert stand(bureau).besluiten[0].wacht


def test_a_refusal_asks_why(bureau: Bureau) -> None:
    vraag(bureau)
    view = geopend(bureau, "besluiten")
    bureau.press(Qt.Key.Key_M, CTRL | SHIFT)
    paneel = view.besluiten.antwoord
    bureau.press(Qt.Key.Key_Down)
    assert not paneel.voorwaarden.isVisible()
    bureau.press(TAB)
    bureau.press(TAB)
    bureau.type("De Wit")
    bureau.press(ENTER, CTRL)
    assert paneel.errors["antwoord"].isVisible()
    assert bureau.focus() is paneel.antwoord
    bureau.type("Een waarschuwing volstaat.")
    bureau.press(ENTER, CTRL)
    besluit = stand(bureau).besluiten[0]
    assert (besluit.vraagstand, besluit.antwoord) == (Vraagstand.AFGEWEZEN, "Een waarschuwing volstaat.")
