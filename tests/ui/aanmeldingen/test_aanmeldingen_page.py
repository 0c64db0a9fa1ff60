"""From a delivered file to cases and back, by keyboard, on a real vault; nothing stored before the yes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QTabBar, QWidget

from tests.conftest import MOMENT, NAAM, WACHTWOORD
from tests.ui.aanmeldingen.lijst import LIST, choose, total
from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.inlezing import inlezingen
from vhdesk.queries.journaal import journaal
from vhdesk.resources import resource
from vhdesk.services.afschalen import CasusParkeren
from vhdesk.services.kluis import Toegang, kluis_openen
from vhdesk.services.tafel import TafelToevoegen
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.aanmeldingen.page import AanmeldingenPage
from vhdesk.vocabulary import CasusStatus, Tafelregime, Tafelsoort
from vhdesk.vocabulary_aanlevering import Veld


@pytest.fixture(scope="module")
def looking(
    qapp: QApplication, _template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PageStage]:
    """One window in which nothing is stored, for all tests that only look."""
    home = tmp_path_factory.mktemp("kijken")
    shutil.copytree(_template / "ankers", home / "ankers")
    folder = Path(shutil.copytree(_template / "Sjabloon.vhkluis", home / "Kijk.vhkluis"))
    (home / "aanlevering Losser.csv").write_text(LIST, encoding="utf-8")
    kluis = kluis_openen(
        folder, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), FixedClock(MOMENT),
        kdf=CHEAP, options=OpenOptions(anchor_home=home / "ankers"),
    )  # fmt: skip
    dress(qapp)
    made = PageStage(kluis, FixedClock(MOMENT), home / "vhdesk.ini", AanmeldingenPage)
    yield made
    assert made.desk.ask(inlezingen) == ()
    made.close()
    kluis.sluiten()
    assert made.unhandled == []


@pytest.fixture
def page(looking: PageStage) -> Iterator[AanmeldingenPage]:
    """The preview of the list, fresh."""
    yield choose(looking, looking.kluis.pad.parent / "aanlevering Losser.csv")
    for _ in range(3):
        looking.press("Esc")


def test_an_empty_page_says_what_to_do_and_has_the_focus_on_it(stage: PageStage) -> None:
    page = stage.page
    assert isinstance(page, AanmeldingenPage)
    assert page.readings.empty.isVisible()
    assert page.readings.empty.button is not None and page.readings.empty.button.hasFocus()


def test_the_preview_shows_everything_and_stores_nothing(stage: PageStage, csv: Path) -> None:
    page = choose(stage, csv)
    preview = page.preview
    assert preview.isVisible()
    assert preview.gemeente.currentText() == "Losser"
    assert preview.tafel.currentText() == "Werktafel Enschede"
    rows = {line.rij.rijnummer: line for line in preview.rows.model.rows()}
    assert rows[3].naam == "P.J. Jansen"
    assert rows[4].naam == "A. ten Brink"
    assert "mogelijk dubbel" in rows[4].nakijken and "mogelijk dubbel" in rows[5].nakijken
    assert [row.reden for row in preview.skipped.model.rows()][:2] == [
        "titelregel boven de lijst",
        "kopregel",
    ]
    assert any("achternaam" in row.reden for row in preview.skipped.model.rows())
    assert "Inlezen (3 casussen)" in preview.store_button.text()
    assert total(stage) == 0 and stage.desk.ask(inlezingen) == ()
    assert not (stage.kluis.pad / "reservekopieen").exists() or not list(
        (stage.kluis.pad / "reservekopieen").iterdir()
    )


def test_reading_in_by_keyboard_makes_cases_after_a_backup(stage: PageStage, csv: Path) -> None:
    page = choose(stage, csv)
    stage.press("Ctrl+Return")
    assert total(stage) == 3
    assert {row.status for row in stage.desk.ask(casuslijst).rijen} == {CasusStatus.AANGEMELD}
    assert {row.tafel for row in stage.desk.ask(casuslijst).rijen} == {"Werktafel Enschede"}
    assert page.readings.isVisible() and page.bar.isVisible()
    assert "3 casussen zijn aangemaakt." in page.bar.happened.text()
    acts = [row.actie for row in stage.desk.ask(journaal)]
    assert acts.index("Reservekopie maken") == acts.index("Aanlevering inlezen") + 1  # newest first
    assert len(list((stage.kluis.pad / "reservekopieen").iterdir())) == 1


def test_a_reading_is_taken_back_with_the_key_and_a_yes(stage: PageStage, csv: Path) -> None:
    page = choose(stage, csv)
    stage.press("Ctrl+Return")
    stage.answers.yes = False
    stage.press("Ctrl+Del")
    assert total(stage) == 3
    stage.answers.yes = True
    stage.press("Ctrl+Del")
    assert stage.answers.verbs == ["Verwijderen", "Verwijderen"]
    assert total(stage) == 0
    assert page.readings.current().ongedaan_op is not None  # type: ignore[union-attr]
    assert not stage.registry.action("aanmeldingen.ongedaan").isEnabled()


def test_taking_back_is_refused_with_the_numbers_once_a_case_was_worked_on(
    stage: PageStage, csv: Path
) -> None:
    page = choose(stage, csv)
    stage.press("Ctrl+Return")
    case = stage.desk.ask(casuslijst).rijen[0]
    tot = stage.desk.clock.today() + timedelta(days=7)
    stage.desk.execute(CasusParkeren(casus_id=case.id, tot=tot, reden="Wacht op de gemeente."))
    stage.press("Ctrl+Del")
    assert total(stage) == 3
    assert case.nummer in page.bar.happened.text()
    assert page.bar.next_step.text()
    assert (
        "gewerkt" in page.readings.model.rows()[0].bestandsnaam or page.readings.model.rows()[0].bewerkt == 1
    )


def test_the_same_file_is_only_read_again_on_purpose(stage: PageStage, csv: Path) -> None:
    page = choose(stage, csv)
    stage.press("Ctrl+Return")
    choose(stage, csv)
    assert page.preview.again.isVisible()
    assert not page.preview.store_button.isEnabled()
    stage.press("Ctrl+Return")
    assert total(stage) == 3
    page.preview.again.setFocus()
    stage.press("Space")
    stage.press("Ctrl+Return")
    assert total(stage) == 6


def test_a_column_is_corrected_by_keyboard_and_the_rows_are_read_again(
    looking: PageStage, page: AanmeldingenPage
) -> None:
    looking.press("Ctrl+PgDown")
    combo = page.preview.columns.combos[4]
    assert combo.value() == Veld.DOELGROEP.value
    combo.setFocus()
    looking.press("Home")
    combo.chosen.emit(combo.value())
    looking.settle()
    assert page.preview.columns.combos[4].value() == ""
    assert {line.doelgroep for line in page.preview.rows.model.rows()} == {""}
    assert page.preview.tabs.current() == "kolommen"


def test_without_a_name_column_nothing_can_be_read_in(looking: PageStage, page: AanmeldingenPage) -> None:
    page.preview.columns.field_chosen.emit(0, None)
    looking.settle()
    assert "kolom met namen" in page.preview.why_not.text()
    assert not page.preview.store_button.isEnabled()
    looking.press("Ctrl+Return")
    assert total(looking) == 0


def test_another_municipality_is_chosen(stage: PageStage, csv: Path) -> None:
    page = choose(stage, csv)
    page.preview.gemeente.set_value("almelo")
    page.preview.gemeente.chosen.emit("almelo")
    stage.settle()
    assert page.preview.gemeente.currentText() == "Almelo"
    assert page.preview.tafel.currentText() == "Werktafel Almelo"
    stage.press("Ctrl+Return")
    assert {row.gemeente for row in stage.desk.ask(casuslijst).rijen} == {"Almelo"}


def test_only_rows_with_remarks_and_searching(looking: PageStage, page: AanmeldingenPage) -> None:
    rows = page.preview.rows
    looking.press("Ctrl+M")
    shown = rows.table.proxy.rowCount()
    assert 0 < shown < rows.model.rowCount()
    looking.press("Esc")  # lifts the filter, stays in the preview
    assert rows.table.proxy.rowCount() == rows.model.rowCount()
    looking.press("Ctrl+F")
    looking.type("jansen")
    rows.search.search_now()
    assert rows.table.proxy.rowCount() == 1


def test_the_current_row_is_shown_whole_with_its_remarks(looking: PageStage, page: AanmeldingenPage) -> None:
    rows = page.preview.rows
    rows.select_row(4)
    assert "111222334" in rows.detail.facts.text() and "klopt niet" in rows.detail.facts.text()
    assert "elfproef" in rows.detail.remarks.text()
    assert "Brink, A. ten" in rows.detail.source.text()


def test_duplicates_stand_side_by_side_and_enter_looks_at_the_row(
    looking: PageStage, page: AanmeldingenPage
) -> None:
    looking.press("Ctrl+PgDown", "Ctrl+PgDown")
    view = page.preview.duplicates
    assert view.list.hasFocus()
    pair = view.list.current_row()
    assert (pair.een.rijnummer, pair.ander.rijnummer) == (4, 5)
    assert "dezelfde persoon" in view.reasons.text()
    looking.press("Return")
    assert page.preview.tabs.current() == "regels"
    assert page.preview.rows.table.current_id() == "4"


NO_LISTS = (
    ("a.pdf", b"%PDF-1.4 x", "pdf"),
    ("leeg.csv", b"", "leeg"),
    ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "voor 2007"),
    ("plaatje.xlsx", b"\x89PNG\r\n", "afbeelding"),
)


def test_a_file_that_is_no_list_says_what_to_do_and_stays_at_choosing(
    looking: PageStage, tmp_path: Path
) -> None:
    for name, content, said in NO_LISTS:
        path = tmp_path / name
        path.write_bytes(content)
        page = choose(looking, path)
        assert page.readings.isVisible()
        assert page.bar.isVisible() and said in page.bar.happened.text()
        assert page.bar.next_step.text()
        looking.press("Esc")


def test_a_file_that_is_gone_says_so(looking: PageStage, tmp_path: Path) -> None:
    page = choose(looking, tmp_path / "weg.csv")
    assert page.bar.isVisible() and "niet te openen" in page.bar.happened.text()


def test_dropping_a_file_reads_it(stage: PageStage, csv: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(csv))])
    at, copy, left = QPointF(10, 10), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(stage.page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(stage.page, QDropEvent(at, copy, data, left, none))
    stage.settle()
    assert stage.page.preview.isVisible()  # type: ignore[attr-defined]


def test_escape_leaves_the_preview_without_a_trace(looking: PageStage, page: AanmeldingenPage) -> None:
    looking.press("Esc")
    assert page.readings.isVisible()
    assert page.preview.reading() is None
    assert not looking.registry.action("aanmeldingen.inlezen").isEnabled()


def test_the_list_of_enschede_becomes_its_cases(stage: PageStage) -> None:
    page = choose(stage, resource("oefening/aanlevering Enschede TopX.xlsx"))
    assert page.preview.gemeente.currentText() == "Enschede"
    stage.press("Ctrl+Return")
    assert total(stage) == 334


def test_every_control_has_a_name_and_can_be_reached(looking: PageStage, page: AanmeldingenPage) -> None:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    found = [w for w in page.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    controls = [w for w in found if not isinstance(w.parentWidget(), QLineEdit | QAbstractItemView | QTabBar)]
    assert len(controls) >= 5
    assert [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())] == []
    assert [w for w in controls if w.focusPolicy() == Qt.FocusPolicy.NoFocus] == []


def test_a_table_that_does_not_take_the_gemeente_says_so_and_what_to_do(
    looking: PageStage, page: AanmeldingenPage
) -> None:
    preview = page.preview
    assert preview.store_button.isEnabled()
    naam = "Zaaltafel Achterhoek"
    kamer = looking.desk.execute(
        TafelToevoegen(naam=naam, soort=Tafelsoort.VEILIGHEIDSKAMER, regime=Tafelregime.WGS)
    ).id
    page.activate()
    assert preview.store_button.isEnabled()
    preview.tafel.setFocus()
    looking.type("Zaal")
    assert preview.tafel.value() == kamer
    assert not preview.store_button.isEnabled()
    assert preview.why_not.text().startswith(f"Losser meldt niet aan bij {naam}. Kies een andere tafel")
    looking.press("Ctrl+Return")
    assert preview.reading() is not None, "the list is still there"
    preview.tafel.set_value("")
    preview.tafel.chosen.emit("")
    assert preview.store_button.isEnabled()
