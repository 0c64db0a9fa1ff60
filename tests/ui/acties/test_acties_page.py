"""Open actions across the tables: late ones first, finished with a letter, and the way to the case."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.queries.acties import ActieRow, open_acties
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.actie import ActieVastleggen
from vhdesk.ui.acties import page as acties_page
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.vocabulary import Actiestatus


def regels(bureau: Bureau) -> list[tuple[str, str]]:
    rows = bureau.window.page("acties").list.rows  # type: ignore[attr-defined]
    lines = [rows.index(number, 0).data(TWO_LINE_ROLE) for number in range(rows.rowCount())]
    return [(line.title, line.pill or line.right) for line in lines]


def staat_open(bureau: Bureau) -> dict[str, ActieRow]:
    return {row.omschrijving: row for row in bureau.desk.ask(open_acties, vandaag=bureau.clock.today())}


def test_the_longest_overdue_first_those_without_a_date_last(bureau: Bureau) -> None:
    page = bureau.show("acties")
    assert regels(bureau) == [
        ("Contactverbod nakijken", "7 dagen over datum"),
        ("School bellen", "8-1-2027"),
        ("Slot laten vervangen", "geen datum"),
    ]
    assert page.header.subtitle.text() == "3 open acties  ·  1 over datum"
    assert bureau.focus() is page.list


def test_a_row_says_whose_it_is(bureau: Bureau) -> None:
    page = bureau.show("acties")
    line = page.list.rows.index(0, 0).data(TWO_LINE_ROLE)
    assert line.subtitle == (
        "A-1  ·  Martijn Johannes Koopman  ·  ZVH-2026-0001  ·  Kevin Lansink, Politie  ·  14 dagen oud"
    )
    assert (line.icon, line.icon_role) == ("circle-alert", "danger")


def test_done_with_one_letter_and_taken_back(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_G)
    assert [title for title, _ in regels(bureau)] == ["School bellen", "Slot laten vervangen"]
    assert bureau.shell.said[-1] == "A-1 gedaan."
    assert bureau.focus() is page.list and page.list.current_row().omschrijving == "School bellen"
    bureau.desk.undo()
    assert len(regels(bureau)) == 3


def test_not_done_asks_for_the_reason_in_the_page(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_N)
    assert page.lijst.panel.is_open() and bureau.focus() is page.lijst.panel.reden
    bureau.press(ENTER, CTRL)
    assert page.lijst.panel.errors["reden"].isVisible()
    bureau.press(ESC)
    assert not page.lijst.panel.is_open() and bureau.focus() is page.list
    bureau.press(Qt.Key.Key_N)
    bureau.type("ziek")
    bureau.press(ENTER, CTRL)
    assert "Contactverbod nakijken" not in staat_open(bureau)
    casus_id = staat_open(bureau)["Slot laten vervangen"].casus_id
    afgedaan = [a for a in bureau.desk.ask(dossier, casus_id).acties if a.status is Actiestatus.NIET_GEDAAN]
    assert [actie.resultaat for actie in afgedaan] == ["ziek"]


def test_a_new_date_moves_it_down(bureau: Bureau) -> None:
    page: Any = bureau.show("acties")
    bureau.press(Qt.Key.Key_D)
    bureau.type("vr")
    bureau.press(ENTER, CTRL)
    panel = page.lijst.panel
    assert panel.is_open() and panel.errors["reden"].isVisible(), "postponing says why"
    panel.reden.setFocus()
    bureau.type("de sleutel is er nog niet")
    bureau.press(ENTER, CTRL)
    actie = staat_open(bureau)["Contactverbod nakijken"]
    assert (actie.termijn, actie.uitgesteld) == (date(2026, 12, 4), 1)
    assert regels(bureau)[0] == ("Contactverbod nakijken", "4-12-2026")


def test_a_date_before_today_is_refused_beside_the_field(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_D)
    bureau.type("1-12-2026")
    bureau.press(ENTER, CTRL)
    assert page.lijst.panel.errors["termijn"].isVisible() and page.lijst.panel.is_open()


def test_search_filters_and_escape_brings_back(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("lansink slot")
    bureau.wait(lambda: len(regels(bureau)) == 1)
    assert page.header.subtitle.text() == "1 van 3 open acties  ·  1 over datum"
    bureau.type("x")
    bureau.wait(lambda: page.empty.isVisible())
    assert "slotx" in page.empty.sentence.text()
    bureau.press(ESC)
    bureau.wait(lambda: len(regels(bureau)) == 3)


def test_letters_in_a_field_are_no_acts(bureau: Bureau) -> None:
    bureau.show("acties")
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("gkn")
    assert len(staat_open(bureau)) == 3


def test_filters_on_date_and_organisation(bureau: Bureau) -> None:
    page = bureau.show("acties")
    page.show_target("over")
    assert [title for title, _ in regels(bureau)] == ["Contactverbod nakijken"]
    page.show_target("zonder_termijn")
    assert [title for title, _ in regels(bureau)] == ["Slot laten vervangen"]
    page.datum.set_value("")
    politie = next(i for i, naam in page.organisatie._choices if naam == "Politie")
    page.organisatie.set_value(politie)
    page.refresh()
    assert len(regels(bureau)) == 2


def test_enter_goes_to_the_case(bureau: Bureau) -> None:
    bureau.show("acties")
    bureau.press(ENTER)
    casussen = bureau.window.page("casussen")
    assert casussen.view.kop.header.title.text() == "Martijn Johannes Koopman"  # type: ignore[attr-defined]
    assert casussen.view.strip.current() == "acties"  # type: ignore[attr-defined]


def test_an_action_that_is_recorded_elsewhere_appears(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_Down)
    chosen = page.list.current_row().id
    casus_id = page.list.current_row().casus_id
    bureau.do(ActieVastleggen(casus_id=casus_id, omschrijving="Bellen", termijn=date(2026, 12, 3)))
    assert ("Bellen", "3-12-2026") in regels(bureau)
    assert page.list.current_row().id == chosen


def test_the_table_is_remembered_and_the_place_resumed(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_Down)
    where = page.where()
    bureau.press(Qt.Key.Key_Up)
    page.resume(where)
    assert page.list.current_row().omschrijving == "School bellen"
    tafel_id = page.tafel._choices[0][0]
    page.restore_state({"tafel": tafel_id})
    page.refresh()
    assert page.save_state() == {"tafel": tafel_id}


def test_nothing_open_is_good_news(leeg_bureau: Bureau) -> None:
    page = leeg_bureau.show("acties")
    assert page.empty.isVisible() and not page.list.isVisible()
    assert page.empty.sentence.text() == "Geen open acties."


def test_a_number_and_a_letter_record_a_result(bureau: Bureau) -> None:
    page = bureau.show("acties")
    actie = staat_open(bureau)["Slot laten vervangen"]
    assert page.lijst.current().id != actie.id
    bureau.type(str(actie.nummer))
    assert page.lijst.current().id == actie.id
    assert page.lijst.nummer.text() == f"A-{actie.nummer}: Slot laten vervangen. Typ nu een letter."
    bureau.press(Qt.Key.Key_G)
    assert "Slot laten vervangen" not in staat_open(bureau) and len(staat_open(bureau)) == 2
    assert not page.lijst.nummer.isVisible()


def test_an_unknown_number_records_nothing_and_says_so(bureau: Bureau) -> None:
    page = bureau.show("acties")
    bureau.type("2031")
    assert page.lijst.nummer.text() == "A-2031 staat niet in deze lijst."
    bureau.press(Qt.Key.Key_G)
    assert len(staat_open(bureau)) == 3
    bureau.press(ESC)
    assert not page.lijst.nummer.isVisible() and bureau.focus() is page.list


def test_a_number_is_corrected_and_left_by_an_arrow(bureau: Bureau) -> None:
    page = bureau.show("acties")
    actie = staat_open(bureau)["School bellen"]
    bureau.type(f"{actie.nummer}9")
    bureau.press(Qt.Key.Key_Backspace)
    assert page.lijst.current().id == actie.id
    bureau.press(Qt.Key.Key_Up)
    assert page.lijst.current().id != actie.id and not page.lijst.nummer.isVisible()
    bureau.type(str(actie.nummer))
    bureau.press(Qt.Key.Key_N)
    assert page.lijst.panel.is_open() and "School bellen" in page.lijst.panel.title.text()
    bureau.type("geen gehoor")
    bureau.press(ENTER, CTRL)
    assert "School bellen" not in staat_open(bureau)


def test_filter_on_a_person(bureau: Bureau) -> None:
    page = bureau.show("acties")
    alle = {row.medewerker for row in staat_open(bureau).values() if row.medewerker}
    assert {naam for _, naam in page.persoon._choices} == alle
    wie, naam = page.persoon._choices[0]
    page.persoon.set_value(wie)
    page.refresh()
    assert {title for title, _ in regels(bureau)} == {
        row.omschrijving for row in staat_open(bureau).values() if row.medewerker == naam
    }
    page.show_target("over")
    assert page.persoon.value() == ""


def test_a_search_finds_what_is_beyond_the_first_rows(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acties_page, "LIMIET", 1)
    page = bureau.show("acties")
    page.refresh()
    assert regels(bureau) == [("Contactverbod nakijken", "7 dagen over datum")]
    eerste = "De eerste 1 van 3 open acties; kies of zoek om te verfijnen  ·  1 over datum"
    assert page.header.subtitle.text() == eerste
    bureau.press(Qt.Key.Key_F, CTRL)
    bureau.type("slot")
    bureau.wait(lambda: regels(bureau) == [("Slot laten vervangen", "geen datum")])


def test_the_list_of_an_organisation_leaves_as_a_paper_or_a_table(bureau: Bureau, tmp_path: Path) -> None:
    page = bureau.show("acties")
    bureau.press(Qt.Key.Key_S, CTRL)
    assert (
        bureau.shell.said[-1].startswith("Kies eerst bij Organisatie") and bureau.focus() is page.organisatie
    )
    politie = next(row.id for row in bureau.desk.ask(organisaties) if row.naam == "Politie")
    page.organisatie.set_value(politie)
    page.refresh()
    for name, begin in (("lijst.pdf", b"%PDF"), ("lijst.xlsx", b"PK"), ("lijst.csv", b"\xef\xbb\xbf")):
        bureau.prompts.file = tmp_path / name
        bureau.press(Qt.Key.Key_S, CTRL)
        bureau.wait(bureau.prompts.file.exists)
        assert bureau.prompts.file.read_bytes().startswith(begin)
    assert bureau.journaal("actielijst opslaan") == [politie] * 3
    text = PdfReader(tmp_path / "lijst.pdf").pages[0].extract_text()
    assert "Contactverbod nakijken" in text and "School bellen" not in text
    suggested = bureau.prompts.suggested[-1]
    assert suggested is not None and suggested.name.startswith("Actielijst Politie")


def test_printing_the_list_asks_how_in_the_page(bureau: Bureau) -> None:
    page = bureau.show("acties")
    page.organisatie.set_value(next(row.id for row in bureau.desk.ask(organisaties) if row.naam == "Politie"))
    bureau.press(Qt.Key.Key_P, CTRL)
    assert page.printing.isVisible()
    bureau.press(ESC)
    assert not page.printing.isVisible()
