"""Rows that are left out of a list before it is read in: by space, with a reason in words, counted and journalled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.aanmeldingen.lijst import choose, total
from tests.ui.beheer.page_stage import PageStage
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.inlezing import inlezingen
from vhdesk.queries.journaal import journaal
from vhdesk.ui.aanmeldingen.page import AanmeldingenPage
from vhdesk.ui.aanmeldingen.preview_view import PreviewView
from vhdesk.ui.aanmeldingen.rows_view import CANNOT, NO, YES, RowLine
from vhdesk.vocabulary_aanlevering import Veld, Weglaatreden


@pytest.fixture
def preview(stage: PageStage, csv: Path) -> Iterator[PreviewView]:
    """Rows 3 (Jansen), 4 and 5 (twice Ten Brink) and 6 (without a name); the focus is on the first."""
    page = choose(stage, csv)
    assert page.preview.rows.table.hasFocus()
    return page.preview  # type: ignore[return-value]


def shown(preview: PreviewView) -> dict[int, str]:
    return {line.rij.rijnummer: line.inlezen for line in preview.rows.model.rows()}


def line(preview: PreviewView, number: int) -> RowLine:
    return next(line for line in preview.rows.model.rows() if line.rij.rijnummer == number)


def skipped(preview: PreviewView) -> dict[int, str]:
    return {row.nummer: row.reden for row in preview.skipped.model.rows()}


def test_space_leaves_the_current_row_out_and_takes_it_along_again(
    stage: PageStage, preview: PreviewView
) -> None:
    assert shown(preview) == {3: YES, 4: YES, 5: YES, 6: CANNOT}
    stage.press("Space")
    assert shown(preview)[3] == NO
    assert line(preview, 3).waarom_niet == "weggelaten: geen reden genoemd"
    assert "Inlezen (2 casussen)" in preview.store_button.text()
    assert "1 weggelaten" in preview.header.subtitle.text() and "1 weggelaten" in preview.rows.count.text()
    assert skipped(preview)[3] == "weggelaten: geen reden genoemd"
    assert preview.rows.table.current_id() == "3" and preview.rows.table.hasFocus()
    stage.press("Space")
    assert shown(preview)[3] == YES
    assert "weggelaten" not in preview.header.subtitle.text()
    assert 3 not in skipped(preview)


def test_the_act_of_the_palette_does_the_same_from_any_tab(stage: PageStage, preview: PreviewView) -> None:
    stage.press("Down", "Ctrl+PgDown", "Ctrl+D")
    assert preview.tabs.current() == "regels"
    assert shown(preview)[4] == NO
    assert stage.registry.trigger("aanmeldingen.weglaten")
    assert shown(preview)[4] == YES


def test_a_click_on_the_box_does_it_too_and_elsewhere_not(stage: PageStage, preview: PreviewView) -> None:
    table = preview.rows.table
    for column in (1, 0):
        spot = table.visualRect(table.proxy.index(1, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        stage.settle()
        assert shown(preview)[4] == (NO if column == 0 else YES)


def test_a_row_without_a_name_says_why_it_stays_out(stage: PageStage, preview: PreviewView) -> None:
    stage.press("Ctrl+End", "Space")
    assert shown(preview)[6] == CANNOT
    assert line(preview, 6).waarom_niet.startswith("geen achternaam")
    stage.press("Ctrl+D")
    assert "geen achternaam" in stage.shell.news[-1]
    assert preview.left_out.reasons == {}


def test_the_reason_lies_at_hand_for_a_double_and_is_chosen_below_the_table(
    stage: PageStage, preview: PreviewView
) -> None:
    detail = preview.rows.detail
    assert not detail.reason.isVisible()
    stage.press("Down", "Space")
    assert detail.reason.isVisible() and detail.reason.value() == Weglaatreden.DUBBEL.value
    assert skipped(preview)[4] == "weggelaten: dubbel"
    stage.press("Tab")
    assert detail.reason.hasFocus()
    stage.press("Down")
    detail.reason.activated.emit(detail.reason.currentIndex())
    assert skipped(preview)[4] == "weggelaten: is al een casus"
    assert preview.left_out.reasons == {4: Weglaatreden.BEKEND}
    preview.rows.select_row(3)
    assert not detail.reason.isVisible()


def test_a_double_is_left_out_where_both_rows_stand_side_by_side(
    stage: PageStage, preview: PreviewView
) -> None:
    stage.press("Ctrl+PgDown", "Ctrl+PgDown", "Tab")
    box = preview.duplicates.boxes[4]
    assert box.hasFocus() and box.isChecked()
    stage.press("Tab", "Space")
    box = preview.duplicates.boxes[5]
    assert not box.isChecked() and box.hasFocus()
    assert preview.left_out.reasons == {5: Weglaatreden.DUBBEL}
    assert [row.weg for row in preview.duplicates.list.rows.rows()] == [(5,)]
    assert shown(preview)[5] == NO
    stage.press("Shift+Tab", "Space")
    assert preview.left_out.reasons == {4: Weglaatreden.GEEN, 5: Weglaatreden.DUBBEL}


def test_enter_on_a_row_that_is_left_out_goes_to_it(stage: PageStage, preview: PreviewView) -> None:
    stage.press("Down", "Down", "Space", "Ctrl+PgUp")
    assert preview.tabs.current() == "overgeslagen"
    preview.skipped.table.select("5")
    stage.press("Return")
    assert preview.tabs.current() == "regels" and preview.rows.current_row() == 5
    assert preview.rows.table.hasFocus()


def test_with_every_row_left_out_there_is_nothing_to_read_in(stage: PageStage, preview: PreviewView) -> None:
    stage.press("Space", "Down", "Space", "Down", "Space", "Ctrl+Return")
    assert not preview.store_button.isEnabled()
    assert "weggelaten" in preview.why_not.text()
    assert total(stage) == 0


def test_other_columns_keep_what_was_left_out_and_another_file_does_not(
    stage: PageStage, preview: PreviewView, csv: Path
) -> None:
    stage.press("Space")
    preview.columns.field_chosen.emit(4, None)
    stage.settle()
    assert shown(preview)[3] == NO
    preview.columns.field_chosen.emit(0, Veld.OPMERKING)
    stage.settle()
    assert set(shown(preview).values()) == {CANNOT} and preview.left_out.reasons == {}
    stage.press("Esc", "Esc")
    choose(stage, csv)
    assert shown(preview)[3] == YES


def test_what_is_left_out_is_not_read_in_but_counted_and_journalled(
    stage: PageStage, preview: PreviewView
) -> None:
    stage.press("Space", "Down", "Space", "Ctrl+Return")
    assert [row.geslachtsnaam for row in stage.desk.ask(casuslijst).rijen] == ["Brink"]
    (reading,) = stage.desk.ask(inlezingen)
    assert (reading.aantal, reading.weggelaten) == (1, 2)
    lines = [row for row in stage.desk.ask(journaal) if row.actie == "Aanlevering inlezen"]
    assert lines[0].bijzonderheden.endswith("; 2 weggelaten: regel 3 (geen); regel 4 (dubbel)")
    page = stage.page
    assert isinstance(page, AanmeldingenPage)
    assert "2 regels zijn weggelaten" in page.bar.next_step.text()
    assert preview.left_out.reasons == {}
