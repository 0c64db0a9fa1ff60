"""Texts of a case: saved by themselves, never lost, and both shown when another changed the same text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.casussen.bureau import ALT, CTRL, Bureau
from tests.ui.casussen.test_casus_kop import casus, open_casus
from vhdesk.errors import StorageFull
from vhdesk.queries.dossier import dossier
from vhdesk.services.casus import CasusTekstWijzigen


def kop(bureau: Bureau, naam: str = "Koopman") -> object:
    return bureau.desk.ask(dossier, casus(bureau, naam)).kop


def test_typing_is_stored_after_a_pause(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    area = view.teksten.area("vraag_aan_tafel")  # type: ignore[attr-defined]
    area.setFocus()
    bureau.type("Wie belt?")
    bureau.wait(lambda: kop(bureau).vraag_aan_tafel == "Wie belt?")  # type: ignore[attr-defined]
    assert bureau.shell.stored > 0


def test_going_to_another_case_stores_first_and_each_keeps_its_own_text(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    view.teksten.area("doel").setFocus()  # type: ignore[attr-defined]
    bureau.type("Rust")
    page = bureau.window.page("casussen")
    page.show_target(casus(bureau, "Dalen"))  # type: ignore[attr-defined]
    assert view.teksten.area("doel").text() == ""  # type: ignore[attr-defined]
    assert (kop(bureau).doel, kop(bureau, "Dalen").doel) == ("Rust", "")  # type: ignore[attr-defined]


def test_the_title_changes_in_the_head(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    view.teksten.area("titel").setFocus()  # type: ignore[attr-defined]
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Code Rood")
    assert view.flush()  # type: ignore[attr-defined]
    assert view.kop.titel.text() == "Code Rood"  # type: ignore[attr-defined]


def test_another_text_changed_elsewhere_is_no_conflict(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    area = view.teksten.area("doel")  # type: ignore[attr-defined]
    area.setFocus()
    bureau.type("Rust")
    bureau.do(CasusTekstWijzigen(casus_id=casus(bureau, "Koopman"), veld="zienswijze", tekst="Wil weg"))
    assert view.flush()  # type: ignore[attr-defined]
    assert (kop(bureau).doel, kop(bureau).zienswijze) == ("Rust", "Wil weg")  # type: ignore[attr-defined]
    assert view.teksten.area("zienswijze").text() == "Wil weg"  # type: ignore[attr-defined]


def test_the_same_text_changed_elsewhere_shows_both_and_loses_neither(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    area = view.teksten.area("doel")  # type: ignore[attr-defined]
    both = view.teksten.velden["doel"].both  # type: ignore[attr-defined]
    area.setFocus()
    bureau.type("Van mij")
    bureau.do(CasusTekstWijzigen(casus_id=casus(bureau, "Koopman"), veld="doel", tekst="Van hem"))
    assert area.text() == "Van mij"
    assert not view.flush()  # type: ignore[attr-defined]
    assert (both.mine.text(), both.other.text()) == ("Van mij", "Van hem")
    assert both.isVisible() and kop(bureau).doel == "Van hem"  # type: ignore[attr-defined]
    both.mine_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert kop(bureau).doel == "Van mij" and not both.isVisible()  # type: ignore[attr-defined]
    area.setFocus()
    bureau.type("!")
    bureau.do(CasusTekstWijzigen(casus_id=casus(bureau, "Koopman"), veld="doel", tekst="Toch van hem"))
    assert not view.flush()  # type: ignore[attr-defined]
    both.other_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert area.text() == kop(bureau).doel == "Toch van hem"  # type: ignore[attr-defined]
    assert view.flush()  # type: ignore[attr-defined]


def test_a_conflict_keeps_the_case_open(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    view.teksten.area("doel").setFocus()  # type: ignore[attr-defined]
    bureau.type("Van mij")
    bureau.do(CasusTekstWijzigen(casus_id=casus(bureau, "Koopman"), veld="doel", tekst="Van hem"))
    bureau.window.page("casussen").show_target(casus(bureau, "Dalen"))  # type: ignore[attr-defined]
    assert view.casus_id == casus(bureau, "Koopman")  # type: ignore[attr-defined]
    bureau.add_page("vandaag")
    assert not bureau.window.show_page("vandaag")


def test_undo_takes_the_text_back_in_the_field(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    area = view.teksten.area("aanleiding")  # type: ignore[attr-defined]
    area.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Anders")
    assert view.flush()  # type: ignore[attr-defined]
    bureau.desk.undo()
    assert area.text() == "De buurvrouw belde de politie."
    bureau.type(" Meer")
    assert view.flush()  # type: ignore[attr-defined]


def test_a_full_disk_keeps_the_text_and_says_so(bureau: Bureau, monkeypatch: object) -> None:
    view = open_casus(bureau, "Koopman")
    view.teksten.area("doel").setFocus()  # type: ignore[attr-defined]
    bureau.type("Rust")

    def vol(*_: object, **__: object) -> None:
        raise StorageFull("disk_full")

    monkeypatch.setattr(bureau.desk, "execute", vol)  # type: ignore[attr-defined]
    assert not view.flush()  # type: ignore[attr-defined]
    assert bureau.shell.faults == ["disk_full"]
    monkeypatch.undo()  # type: ignore[attr-defined]
    assert view.flush() and kop(bureau).doel == "Rust"  # type: ignore[attr-defined]


def test_half_typed_text_comes_back_with_its_cursor(bureau: Bureau) -> None:
    bureau.desk.save_draft(f"casus/{casus(bureau, 'Dalen')}/zienswijze", "Half getypt", 4)
    view = open_casus(bureau, "Dalen")
    area = view.teksten.area("zienswijze")  # type: ignore[attr-defined]
    assert (area.text(), area.cursor_position()) == ("Half getypt", 4)
    assert view.flush()  # type: ignore[attr-defined]
    assert kop(bureau, "Dalen").zienswijze == "Half getypt"  # type: ignore[attr-defined]
    assert bureau.desk.drafts(f"casus/{casus(bureau, 'Dalen')}/") == ()


def test_a_draft_is_written_while_typing_goes_on(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    view.teksten.area("doel").setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(view.teksten.area("doel"), "Nog bezig")  # type: ignore[attr-defined]
    view.teksten.autosave.write_drafts()  # type: ignore[attr-defined]
    drafts = bureau.desk.drafts(f"casus/{casus(bureau, 'Dalen')}/")
    assert [draft.text for draft in drafts] == ["Nog bezig"]


def test_the_place_is_given_back_after_a_lock(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    page = bureau.window.page("casussen")
    view.teksten.area("aanleiding").restore("De buurvrouw belde.", 7)  # type: ignore[attr-defined]
    view.teksten.area("aanleiding").setFocus()  # type: ignore[attr-defined]
    where = page.where()  # type: ignore[attr-defined]
    page.show_target(casus(bureau, "Dalen"))  # type: ignore[attr-defined]
    page.resume(where)  # type: ignore[attr-defined]
    area = view.teksten.area("aanleiding")  # type: ignore[attr-defined]
    assert view.casus_id == casus(bureau, "Koopman")  # type: ignore[attr-defined]
    assert bureau.focus() is area and area.cursor_position() == 7


def test_the_ground_stands_under_bescherming(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    bureau.press(Qt.Key.Key_8, ALT)
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("WGS")
    assert view.flush()  # type: ignore[attr-defined]
    assert kop(bureau).grondslag == "WGS"  # type: ignore[attr-defined]
