"""Whether the person was told is chosen above the words; not telling waits for its reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.vocabulary_inbreng import Informeerstand


def test_not_telling_is_refused_until_the_words_say_why(bureau: Bureau) -> None:
    bureau.desk.execute(CasusTekstWijzigen(casus_id=casus(bureau, "Koopman"), veld="informering", tekst=""))
    view = geopend(bureau, "overzicht")
    field = view.overzicht.ingelicht
    bureau.registry.action("casus.informeren").trigger()
    assert bureau.focus() is field.stand and field.stand.value() == "" and not field.op.isVisible()
    bureau.type("niet")
    bureau.press(ENTER)
    field.stand.chosen.emit("niet ingelicht")
    assert field.fault.isVisible() and "alleen met de reden" in field.fault.text()
    assert field.stand.value() == "", "what was refused is not shown as chosen"
    view.teksten.area("informering").setFocus()
    bureau.type("Het onderzoek loopt.")
    field.stand.setFocus()
    field.stand.chosen.emit("niet ingelicht")
    kop = stand(bureau).kop
    assert (kop.informeerstand, kop.informering) == (Informeerstand.NIET_INGELICHT, "Het onderzoek loopt.")
    assert not field.fault.isVisible() and field.stand.value() == "niet ingelicht"


def test_the_day_of_telling_is_today_and_can_be_another(bureau: Bureau) -> None:
    view = geopend(bureau, "overzicht")
    field = view.overzicht.ingelicht
    field.stand.setFocus()
    field.stand.chosen.emit("ingelicht")
    assert stand(bureau).kop.geinformeerd_op == bureau.clock.today() and field.op.isVisible()
    field.op.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("1-10-2026")
    bureau.press(ENTER)
    assert stand(bureau).kop.geinformeerd_op == date(2026, 10, 1)
    bureau.desk.undo()
    bureau.desk.undo()
    assert stand(bureau).kop.informeerstand is None
