"""The shared picture cites statements, and what contradicts each other stands side by side; all by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.inbreng import InbrengVastleggen, TegenspraakBepalen
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.onderdelen.citaten_lijst import HINT
from vhdesk.ui.onderdelen.tegenspraak_card import tegenspraak_woorden
from vhdesk.ui.widgets.label import Label

SHIFT = Qt.KeyboardModifier.ShiftModifier


def zeg(bureau: Bureau, tekst: str, *, mondeling: bool = False) -> int:
    """Record a statement of an organisation that knows the person; return its number."""
    bekend = next(row for row in stand(bureau).bekendheid if row.stand.value == "bekend")
    bureau.desk.execute(
        InbrengVastleggen(
            casus_id=casus(bureau, "Koopman"), organisatie_id=bekend.organisatie_id, leefgebied_code="huisvesting",
            tekst=tekst, mondeling=mondeling,
        )
    )  # fmt: skip
    return next(row.nummer for row in stand(bureau).inbreng if row.tekst == tekst)


def blok(view: Any, nummer: int) -> InbrengBlock:
    cards = view.leefgebieden.grid.cards
    return next(b for card in cards for b in card.findChildren(InbrengBlock) if b.row.nummer == nummer)


def test_a_statement_is_cited_with_one_key(bureau: Bureau) -> None:
    nummer = zeg(bureau, "Hij woont bij zijn moeder.")
    view = geopend(bureau, "leefgebieden")
    blok(view, nummer).setFocus()
    bureau.press(Qt.Key.Key_Q, CTRL | SHIFT)
    area = view.teksten.area("gezamenlijk_beeld")
    assert view.strip.current() == "overzicht" and bureau.focus() is area
    assert area.text().endswith(f"[I-{nummer}]")
    assert view.tab("overzicht").citaten.words.text().startswith(f"Aangehaald: I-{nummer} ")
    assert view.flush() and f"[I-{nummer}]" in stand(bureau).kop.gezamenlijk_beeld
    before = area.text()
    bureau.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    blok(view, nummer).setFocus()
    bureau.press(Qt.Key.Key_Q, CTRL | SHIFT)
    assert area.text() == before, "once is enough"


def test_what_is_wrong_with_a_reference_is_said_while_typing(bureau: Bureau) -> None:
    stil = zeg(bureau, "Onder ons gezegd.", mondeling=True)
    view = geopend(bureau, "overzicht")
    citaten = view.tab("overzicht").citaten
    area = view.teksten.area("gezamenlijk_beeld")
    area.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Hij woont thuis")
    assert citaten.words.text() == HINT and not citaten.trouble.isVisible()
    bureau.type(f" [I-{stil}] [I-999]")
    assert "is mondeling ingebracht" in citaten.trouble.text() and citaten.trouble.isVisible()
    assert "I-999 staat niet in deze casus." in citaten.trouble.text()


def test_what_was_said_and_not_to_be_written_is_not_cited(bureau: Bureau) -> None:
    nummer = zeg(bureau, "Onder ons gezegd.", mondeling=True)
    view = geopend(bureau, "leefgebieden")
    blok(view, nummer).setFocus()
    bureau.press(Qt.Key.Key_Q, CTRL | SHIFT)
    assert view.strip.current() == "leefgebieden"
    assert "komt niet in het verslag" in bureau.shell.said[-1]


def test_two_statements_are_set_against_each_other_by_keys(bureau: Bureau) -> None:
    thuis, elders = zeg(bureau, "Hij woont thuis."), zeg(bureau, "Hij woont elders.")
    view = geopend(bureau, "leefgebieden")
    tab = view.leefgebieden
    assert not tab.against.isVisible()
    blok(view, elders).setFocus()
    bureau.press(Qt.Key.Key_C, CTRL | SHIFT)
    panel = tab.tegenspraak
    assert panel.is_open() and bureau.focus() is panel.ander
    assert elders not in [int(panel.ander.itemText(n).split()[0][2:]) for n in range(1, panel.ander.count())]
    panel.ander.set_value(next(row.id for row in stand(bureau).inbreng if row.nummer == thuis))
    bureau.press(ENTER, CTRL)
    assert not panel.is_open() and tab.against.isVisible()
    (card,) = tab.against.cards
    shown = " ".join(label.text() for label in card.findChildren(Label))
    assert "Hij woont thuis." in shown and "Hij woont elders." in shown
    assert f"Spreekt I-{thuis} tegen" in blok(view, elders).accessibleName()
    assert f"Weersproken door I-{elders}" in blok(view, thuis).accessibleName()
    bureau.desk.undo()
    assert not tab.against.isVisible()


def test_a_new_statement_says_at_once_what_it_contradicts(bureau: Bureau) -> None:
    thuis = zeg(bureau, "Hij woont thuis.")
    view = geopend(bureau, "leefgebieden")
    bureau.press(Qt.Key.Key_I, CTRL)
    panel = view.leefgebieden.panel
    rows = stand(bureau).inbreng
    eerste = next(row for row in rows if row.nummer == thuis)
    panel.organisatie.set_value(eerste.organisatie_id)
    panel.leefgebied.set_value("huisvesting")
    panel.tekst.load("Hij woont elders.", force=True)
    panel.tegen.set_value(eerste.id)
    bureau.press(ENTER, CTRL)
    nieuw = next(row for row in stand(bureau).inbreng if row.tekst == "Hij woont elders.")
    assert nieuw.weerspreekt_id == eerste.id


def test_what_is_contradicted_three_times_names_them_as_a_list(bureau: Bureau) -> None:
    thuis = zeg(bureau, "Hij woont thuis.")
    van = {row.nummer: row.id for row in stand(bureau).inbreng}
    ander = [zeg(bureau, f"Hij woont {waar}.") for waar in ("elders", "bij oma", "buiten")]
    for nummer in ander:
        eigen = next(row.id for row in stand(bureau).inbreng if row.nummer == nummer)
        bureau.desk.execute(TegenspraakBepalen(inbreng_id=eigen, weerspreekt_id=van[thuis]))
    een, twee, drie = (f"I-{nummer}" for nummer in ander)
    inbreng = stand(bureau).inbreng
    row = next(row for row in inbreng if row.nummer == thuis)
    assert tegenspraak_woorden(row, inbreng) == f"Weersproken door {een}, {twee} en {drie}"
