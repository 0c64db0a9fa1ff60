"""The widgets, used as a person uses them: with the keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
import shiboken6
from gallery import SampleRow, sample_rows, two_line
from onscreen import on_screen
from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from vhdesk.clock import FixedClock
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE, RowTableModel
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.theme.tokens import LIGHT
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.key_sheet import KeySheet
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.passphrase_field import PassphraseField
from vhdesk.ui.widgets.pill import Pill
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.status_line import StatusLine
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.ui.widgets.time_field import TimeField, parse_time

CLOCK = FixedClock(datetime(2026, 11, 20, 9, tzinfo=UTC))
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Seen(QObject):
    """Notes what a signal said."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []

    def take(self, *values: object) -> None:
        self.values.append(values[0] if len(values) == 1 else values)


@pytest.fixture
def pane(qtbot) -> ListPane:  # type: ignore[no-untyped-def]
    made = ListPane("Agenda", RowListModel(two_line, sample_rows(12), reorderable=True))
    qtbot.addWidget(made)
    made.resize(300, 400)
    on_screen(qtbot, made)
    return made


def key(number: int) -> str:
    return f"{number:032x}"


# --- list pane


def test_search_narrows_and_says_when_nothing_is_found(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.focus_search()
    qtbot.keyClicks(pane.search, "voorbeeld e.")
    qtbot.waitUntil(lambda: pane.proxy.rowCount() == 1)
    qtbot.keyClicks(pane.search, "zz")
    qtbot.waitUntil(lambda: pane.nothing_found.isVisible())
    assert "“voorbeeld e.zz”" in pane.nothing_found.sentence.text()
    assert pane.back_out()
    assert pane.proxy.rowCount() == 12
    assert not pane.back_out()


def test_selection_survives_new_rows_and_search(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.select(key(5))
    rows = sample_rows(12)
    pane.set_rows([rows[11], *rows[3:9]])
    assert pane.current_id() == key(5)
    pane.set_rows(rows)
    assert pane.current_id() == key(5)


def test_what_became_current_with_tab_is_marked_when_it_is_selected(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    chosen = pane.view.selectionModel()
    chosen.setCurrentIndex(
        pane.proxy.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )  # as Qt does on Tab
    assert not chosen.hasSelection()
    pane.select(pane.current_id())
    assert chosen.isSelected(pane.proxy.index(0, 0))


def test_a_row_that_comes_later_is_selected_when_it_comes(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.set_rows(sample_rows(2))
    assert not pane.select(key(7))
    pane.set_rows(sample_rows(12))
    assert pane.current_id() == key(7)


def test_selected_is_told_once_a_row(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    seen = Seen()
    pane.selected.connect(seen.take)
    pane.select(key(1))
    pane.select(key(1))
    pane.set_rows(sample_rows(12))
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert seen.values == [key(1), key(2)]
    pane.set_rows([])
    assert seen.values[-1] == ""
    assert pane.empty.isVisible()


def test_enter_opens(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.select(key(3))
    pane.focus_list()
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened.args == [key(3)]


def test_alt_and_arrows_ask_to_reorder_unless_filtered(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    seen = Seen()
    pane.moved.connect(seen.take)
    pane.select(key(0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, ALT)
    assert seen.values == [(key(0), 1)]
    pane.proxy.set_words("voorbeeld")
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, ALT)
    pane.proxy.set_words("")
    pane.set_reorderable(False)
    pane.model.request_move(key(0), 0)
    assert len(seen.values) == 1


def test_down_goes_from_the_search_to_the_list(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.focus_search()
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.view.hasFocus()
    assert pane.current_id() == key(0)


def test_down_goes_to_what_was_searched_not_to_what_stood_there(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    words = pane.model.index(2, 0).data(TWO_LINE_ROLE).title
    pane.focus_search()
    qtbot.keyClicks(pane.search, words)
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.current_id() == key(2)


def test_a_row_is_58_high_and_the_selected_one_has_an_accent_edge(qtbot, pane: ListPane) -> None:  # type: ignore[no-untyped-def]
    pane.select(key(1))
    rect = pane.view.visualRect(pane.view.currentIndex())
    assert rect.height() == 58
    image = pane.view.viewport().grab().toImage()
    assert image.pixelColor(rect.center().x(), rect.top() + 1) == QColor(LIGHT.accent)
    assert image.pixelColor(rect.center().x(), rect.top() + 5) == QColor(LIGHT.accent_soft)


# --- table


def test_a_table_lands_on_a_row_sorts_raw_and_opens(qtbot) -> None:  # type: ignore[no-untyped-def]
    columns = [
        Column("Naam", lambda r: r.naam),
        Column("Uiterlijk", lambda r: r.uiterlijk, text=lambda d: f"{d.day}-{d.month}" if d else "—"),
    ]
    table = RowTable("Acties", RowTableModel(columns, sample_rows(12)))
    qtbot.addWidget(table)
    table.resize(400, 300)
    on_screen(qtbot, table)
    table.setFocus()
    assert table.current_id() == key(0)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.proxy.index(0, 0).data(Qt.ItemDataRole.UserRole + 2) == key(11)
    assert table.current_id() == key(0)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [key(0)]
    table.setColumnWidth(0, 173)
    state = table.save_columns()
    other = RowTable("Acties", RowTableModel(columns))
    qtbot.addWidget(other)
    assert other.restore_columns(state)
    assert other.columnWidth(0) == 173
    assert not other.restore_columns(None)
    assert not other.restore_columns("geen staat")


# --- fields


def test_a_date_is_typed_and_explained(qtbot) -> None:  # type: ignore[no-untyped-def]
    field, seen = DateField("Uiterlijk", CLOCK), Seen()
    qtbot.addWidget(field)
    field.changed.connect(seen.take)
    on_screen(qtbot, field)
    qtbot.keyClicks(field.line, "4 de")
    assert field.value() is None
    assert not field.valid()
    assert field.line.property("invalid") is True
    qtbot.keyClicks(field.line, "c")
    assert field.value() == date(2026, 12, 4)
    assert field.words.text() == "vr 4 december 2026"
    assert field.line.property("invalid") is False
    field.line.left.emit()
    assert field.line.text() == "4-12-2026"
    qtbot.keyClick(field.line, Qt.Key.Key_PageUp)
    assert field.value() == date(2026, 12, 11)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == date(2026, 12, 10)
    assert len(seen.values) == 3
    field.line.clear()
    field.set_value(None)
    assert field.valid()
    assert len(seen.values) == 3


def test_a_date_being_typed_is_not_replaced(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = DateField("Uiterlijk", CLOCK)
    qtbot.addWidget(field)
    on_screen(qtbot, field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "4 d")
    field.set_value(date(2027, 1, 1))
    assert field.line.text() == "4 d"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("9", time(9)), ("930", time(9, 30)), ("0930", time(9, 30)), ("9:05", time(9, 5)), ("9.30 uur", time(9, 30)),
     ("14u", time(14)), ("24:00", None), ("9:60", None), ("", None), ("x", None),
     ("9u30", time(9, 30)), ("9u75", None), ("13,30", time(13, 30)), ("9 uur", time(9))],
)  # fmt: skip
def test_times_as_people_type_them(text: str, wanted: time | None) -> None:
    assert parse_time(text) == wanted


def test_a_time_field_steps_and_tidies(qtbot) -> None:  # type: ignore[no-untyped-def]
    field, seen = TimeField("Begin"), Seen()
    qtbot.addWidget(field)
    field.changed.connect(seen.take)
    on_screen(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field, "930")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(9, 35)
    assert field.text() == "09:35"
    field.set_value(None)
    assert field.valid()
    qtbot.keyClicks(field, "99")
    assert not field.valid()


OPTIONS = [
    Option("1", "Gemeente Almelo"),
    Option("2", "Gemeente Enschede", "Zorg en Veiligheid"),
    Option("3", "Mediant GGZ", "Enschede"),
    Option("4", "Çelik, A.", "Reclassering", "celik"),
]


@pytest.fixture
def completer(qtbot) -> CompleterField:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    field = CompleterField("Organisatie", "typ een naam", OPTIONS)
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    on_screen(qtbot, page)
    field.setFocus()
    field.page = page  # type: ignore[attr-defined] - keeps the page alive for the test
    return field


def test_matches_begin_with_what_begins_so(completer: CompleterField) -> None:
    assert [o.id for o in completer.matches("ensch")] == ["2", "3"]
    assert [o.id for o in completer.matches("med")] == ["3"]
    assert [o.id for o in completer.matches("celik")] == ["4"]
    assert [o.id for o in completer.matches("gem ensch")] == ["2"]
    assert [o.id for o in completer.matches("meente")] == ["1", "2"]
    assert completer.matches("zz") == []
    assert len(completer.matches("")) == 4


def test_typing_and_enter_choose_without_the_mouse(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    seen = Seen()
    completer.chosen.connect(seen.take)
    qtbot.keyClicks(completer, "ensch")
    assert completer.list.isVisible()
    qtbot.keyClick(completer, Qt.Key.Key_Down)
    qtbot.keyClick(completer, Qt.Key.Key_Return)
    assert seen.values == ["3"]
    assert completer.value() == "3"
    assert completer.text() == "Mediant GGZ"
    assert completer.list.isHidden()


def test_typing_goes_on_while_the_list_is_open(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(completer, "ge")
    qtbot.keyClicks(completer, "meente al")
    assert completer.text() == "gemeente al"
    assert [o.id for o in completer._model.rows()] == ["1"]
    qtbot.keyClick(completer, Qt.Key.Key_Tab)
    assert completer.value() == "1"


def test_escape_gives_up_what_was_typed(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    completer.set_value("1")
    completer.selectAll()
    qtbot.keyClicks(completer, "med")
    qtbot.keyClick(completer, Qt.Key.Key_Escape)
    assert completer.text() == "Gemeente Almelo"
    assert completer.value() == "1"


def test_half_a_name_is_no_choice_but_the_only_one_is(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    completer.setText("gemeente")
    completer.clearFocus()
    assert completer.value() == ""
    assert completer.text() == "gemeente", "what was typed stays"
    assert "meer dan één" in completer.doubt()
    assert completer.property("invalid") is True
    completer.setText("mediant")
    completer.setFocus()
    completer.clearFocus()
    assert completer.value() == "3"


def test_a_whole_name_is_a_choice_also_when_others_hold_it(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    completer.set_options([Option("a", "gemeente", "", "g"), Option("b", "burgemeester en gemeente", "", "")])
    completer.setText("Gemeente")
    completer.clearFocus()
    assert completer.value() == "a" and completer.text() == "gemeente"
    completer.set_options([Option("a", "Jan Smit", "politie", ""), Option("b", "Jan Smit", "OM", "")])
    completer.set_value("")
    completer.setFocus()
    completer.setText("Jan Smit")
    completer.clearFocus()
    assert "meer dan één" in completer.doubt(), "two are called so"


def test_who_was_chosen_before_is_said_to_stand_there(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    completer.set_options(OPTIONS[:3], OPTIONS[3:])
    qtbot.keyClicks(completer, "celik")
    assert completer.nothing.isVisible() and completer.nothing.text() == "Çelik, A. staat er al."
    qtbot.keyClick(completer, Qt.Key.Key_Tab)
    assert completer.doubt() == "Çelik, A. staat er al. Kies een ander of maak het veld leeg."
    completer.setFocus()
    completer.selectAll()
    qtbot.keyClicks(completer, "zz")
    assert "Beheer" in completer.nothing.text()


def test_a_name_that_answers_to_nothing_is_said_to_be_so(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    completer.set_value("1")
    completer.selectAll()
    qtbot.keyClicks(completer, "zz")
    assert completer.nothing.isVisible() and completer.list.isHidden()
    assert "Beheer" in completer.nothing.text()
    qtbot.keyClick(completer, Qt.Key.Key_Backspace)
    qtbot.keyClick(completer, Qt.Key.Key_Backspace)
    qtbot.keyClicks(completer, "ensch")
    assert completer.nothing.isHidden() and completer.list.isVisible()
    qtbot.keyClicks(completer, "zz")
    qtbot.keyClick(completer, Qt.Key.Key_Tab)
    assert completer.nothing.isHidden()
    assert completer.value() == "" and completer.text() == "enschzz"
    assert completer.doubt().startswith("“enschzz” staat niet in de lijst.")
    completer.set_options(OPTIONS[:2])
    assert completer.text() == "enschzz", "other options do not take it away"


def test_a_form_does_not_go_on_with_a_name_that_is_no_choice(qtbot) -> None:  # type: ignore[no-untyped-def]
    panel = InlinePanel("Rol", "Aanwijzen")
    qtbot.addWidget(panel)
    who, other, seen = CompleterField("Wie", "typ een naam", OPTIONS), QLineEdit(), Seen()
    error = panel.add_field("Wie", who, "wie")
    panel.add_field("Anders", other, "anders")
    panel.submitted.connect(seen.take)
    on_screen(qtbot, panel)
    who.setFocus()
    qtbot.keyClicks(who, "zz")
    qtbot.keyClick(who, Qt.Key.Key_Tab)
    assert other.hasFocus() and "“zz” staat niet in de lijst." in error.text()
    panel.submit()
    assert seen.values == [] and who.hasFocus() and error.isVisible()
    qtbot.keyClick(who, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(who, "mediant")
    assert error.isHidden(), "the sentence goes with what it was about"
    qtbot.keyClick(who, Qt.Key.Key_Tab)
    panel.submit()
    assert who.value() == "3" and len(seen.values) == 1


def test_an_ampersand_of_the_record_stands_on_a_box_as_it_is(qtbot) -> None:  # type: ignore[no-untyped-def]
    ticks = TicksField("Leefgebieden")
    qtbot.addWidget(ticks)
    ticks.set_choices([("werk", "Werk & opleiding")])
    box = ticks.boxes["werk"]
    assert box.shortcut().isEmpty(), "no Alt letter was made of it"
    assert box.text() == "Werk && opleiding" and box.accessibleName() == "Werk & opleiding"


def test_rows_and_columns_follow_the_size_of_the_text_and_come_back(qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    apply_theme(qapp, ThemeChoice.LIGHT, 1.0)
    columns = [Column("Naam", lambda r: r.naam, width=120), Column("Uiterlijk", lambda r: r.uiterlijk)]
    table = RowTable("Acties", RowTableModel(columns, sample_rows(3)))
    qtbot.addWidget(table)
    on_screen(qtbot, table)
    before = table.rowHeight(0)
    try:
        apply_theme(qapp, ThemeChoice.LIGHT, 2.0)
        assert table.columnWidth(0) == 240 and table.rowHeight(0) > 1.8 * before
        state = table.save_columns()
        apply_theme(qapp, ThemeChoice.LIGHT, 1.0)
        assert (table.columnWidth(0), table.rowHeight(0)) == (120, before)
        assert table.restore_columns(state)
        assert table.columnWidth(0) == 120
    finally:
        apply_theme(qapp, ThemeChoice.LIGHT, 1.0)


def test_a_field_that_goes_while_its_list_floats_leaves_the_list_its_rows(qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    """Qt warns of a selection without rows; a warning fails the test."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    field = CompleterField("Organisatie", "typ een naam", OPTIONS)
    layout.addWidget(field)
    on_screen(qtbot, page)
    field.setFocus()
    qtbot.keyClicks(field, "g")
    view = field.list
    assert view.isVisible() and view.currentIndex().isValid()
    shiboken6.delete(field)
    qtbot.waitUntil(lambda: not shiboken6.isValid(view))


def test_emptying_the_field_is_a_choice(qtbot, completer: CompleterField) -> None:  # type: ignore[no-untyped-def]
    seen = Seen()
    completer.set_value("1")
    completer.chosen.connect(seen.take)
    completer.selectAll()
    qtbot.keyClick(completer, Qt.Key.Key_Delete)
    assert seen.values == [""]


@pytest.mark.parametrize("make", [
    lambda: TextArea("Notitie"), lambda: SearchField("Zoeken"), lambda: CompleterField("Tafel"),
    lambda: DateField("Datum", CLOCK),
])  # fmt: skip
def test_undo_is_of_the_field_while_it_has_something_and_then_of_the_window(qtbot, make) -> None:  # type: ignore[no-untyped-def]
    page, seen = QWidget(), Seen()
    qtbot.addWidget(page)
    made = make()
    field = getattr(made, "line", made)
    QVBoxLayout(page).addWidget(made)
    action = QAction(page)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: seen.take("venster"))
    page.addAction(action)
    on_screen(qtbot, page)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    while getattr(field, "toPlainText", getattr(field, "text", None))():
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert seen.values == []
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert seen.values == ["venster"]


def test_search_waits_a_moment_and_escape_empties_then_leaves(qtbot) -> None:  # type: ignore[no-untyped-def]
    field, seen = SearchField("Zoeken"), Seen()
    qtbot.addWidget(field)
    on_screen(qtbot, field)
    field.searched.connect(seen.take)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, " abc ")
    assert seen.values == ["abc"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left_requested):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_text_grows_within_its_bounds_and_keeps_undo(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    area = TextArea("Notitie", min_lines=2, max_lines=5)
    layout.addWidget(area)
    layout.addStretch()
    page.resize(300, 400)
    on_screen(qtbot, page)
    low = area.height()
    qtbot.keyClicks(area, "een")
    for _ in range(3):
        qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: area.height() > low)
    four = area.height()
    for _ in range(20):
        qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: area.height() > four)
    assert area.height() < low * 3
    area.setFocus()
    assert not area.load("van elders")
    area.undo()
    assert area.text() != "van elders"
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, CONTROL)
    area.restore("half woord", 4)
    assert (area.text(), area.cursor_position()) == ("half woord", 4)


def test_tab_leaves_a_text(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    area, after = TextArea("Notitie"), QLineEdit()
    layout.addWidget(area)
    layout.addWidget(after)
    on_screen(qtbot, page)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_number_does_not_change_by_scrolling_past(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = NumberField("Minuten", 1, 60, "min")
    qtbot.addWidget(field)
    field.setValue(10)
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert field.text() == "10 min"


@pytest.mark.parametrize(("text", "warned"), [("a", False), ("A", True), ("1", False)])
def test_a_passphrase_warns_for_caps_lock(qtbot, text: str, warned: bool) -> None:  # type: ignore[no-untyped-def]
    field = PassphraseField("Wachtwoord")
    qtbot.addWidget(field)
    on_screen(qtbot, field)
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    press = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(field.line, press)
    assert field.hint.isVisible() is warned
    field.set_shown(True)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    field.clear()
    assert (field.text(), field.shown()) == ("", False)
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


# --- the rest


def test_tabs_are_tabs_and_move_with_the_arrows(qtbot) -> None:  # type: ignore[no-untyped-def]
    from PySide6.QtGui import QAccessible

    tabs, seen = TabStrip("Onderdelen", [("leef", "&Leefgebieden"), ("plan", "&Plan")]), Seen()
    qtbot.addWidget(tabs)
    on_screen(qtbot, tabs)
    tabs.chosen.connect(seen.take)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.current() == "plan"
    tabs.set_text("plan", "Plan (2)")
    tabs.choose("leef")
    assert seen.values == ["plan", "leef"]
    assert QAccessible.queryAccessibleInterface(tabs).role() == QAccessible.Role.PageTabList
    with pytest.raises(ValueError, match="weg"):
        tabs.choose("weg")


def test_a_button_follows_its_act(qtbot) -> None:  # type: ignore[no-untyped-def]
    action = QAction("&Vastleggen")
    action.setShortcut("Ctrl+Return")
    button = PrimaryButton(action)
    qtbot.addWidget(button)
    assert button.text() == "Vastleggen  (Ctrl+Enter)"
    assert (button.accessibleName(), button.accessibleDescription()) == ("Vastleggen", "Sneltoets Ctrl+Enter")
    with qtbot.waitSignal(action.triggered):
        button.click()
    action.setEnabled(False)
    assert not button.isEnabled()


def test_a_pill_is_word_and_icon_on_its_soft_colour(qtbot) -> None:  # type: ignore[no-untyped-def]
    pill = Pill("Geheimhouding", "warn")
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    image = pill.grab().toImage()
    assert image.pixelColor(QPoint(6, pill.height() // 2)) == QColor(LIGHT.warn_soft)
    assert pill.accessibleName() == "Geheimhouding"
    assert pill.sizeHint().width() > Pill("Geheimhouding", "warn", "").sizeHint().width()


def test_the_head_puts_its_right_side_below_when_it_gets_narrow(qtbot) -> None:  # type: ignore[no-untyped-def]
    head = PageHeader("Voorbeeld E. (fictief)", "ZVH-2026-0105")
    qtbot.addWidget(head)
    head.add_right(Pill("Doel vastgesteld", "ok"))
    button = QPushButton("Afdrukken")
    head.add_right(button)
    head.resize(900, head.heightForWidth(900))
    on_screen(qtbot, head)
    assert button.mapTo(head, QPoint(0, 0)).y() < 10
    head.resize(340, 200)
    qtbot.waitUntil(lambda: button.mapTo(head, QPoint(0, 0)).y() > 40)
    assert head.heightForWidth(340) > head.title.height()
    head.set_subtitle("a", "", "b")
    assert head.subtitle.text() == "a\u00a0\u00a0·  b"


def test_flow_gives_equal_columns_and_room_to_what_needs_it(qtbot) -> None:  # type: ignore[no-untyped-def]
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10, column_width=100)
    boxes = [QWidget() for _ in range(4)]
    for box in boxes:
        box.setMinimumHeight(20)
        flow.addWidget(box)
    holder.resize(430, 200)
    on_screen(qtbot, holder)
    assert {box.width() for box in boxes} == {100}
    boxes[3].setMinimumWidth(130)
    flow.setGeometry(holder.rect())
    assert boxes[3].width() == 130
    assert boxes[0].width() == 90 or boxes[3].y() > boxes[0].y()
    holder.resize(210, 200)
    flow.setGeometry(holder.rect())
    assert boxes[2].y() > boxes[0].y()
    assert flow.heightForWidth(210) > flow.heightForWidth(430)
    assert flow.takeAt(9) is None


def test_an_empty_state_says_it_and_offers_the_act(qtbot) -> None:  # type: ignore[no-untyped-def]
    action = QAction("Lijst inlezen")
    state = EmptyState("inbox", "Er zijn nog geen casussen.", "Lees een lijst in.", action)
    qtbot.addWidget(state)
    assert state.accessibleName() == "Er zijn nog geen casussen. Lees een lijst in."
    assert state.button is not None
    with qtbot.waitSignal(action.triggered):
        state.button.click()


def test_the_key_sheet_narrows(qtbot) -> None:  # type: ignore[no-untyped-def]
    window = QWidget()
    qtbot.addWidget(window)
    sheet = KeySheet(
        (("Overleg", (("Besluit vastleggen", "Ctrl+B"), ("Actie vastleggen", "Ctrl+T"))),), window
    )
    on_screen(qtbot, sheet)
    qtbot.keyClicks(sheet.field, "besluit")
    qtbot.waitUntil(lambda: sum(not w.isHidden() for _, ws in sheet._lines for w in ws) == 3)
    assert sheet.nothing.isHidden()
    qtbot.keyClicks(sheet.field, "zz")
    qtbot.waitUntil(sheet.nothing.isVisible)
    assert "Shift+F1" in sheet.nothing.text()


def test_news_goes_after_a_while_but_not_while_the_work_goes_on(qtbot, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("vhdesk.ui.widgets.status_line.NEWS_MS", 30)
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_message("Besluit vastgelegd.")
    line.set_message("Wordt naar de printer gestuurd…")
    qtbot.wait(60)
    assert line.message.text() == "Wordt naar de printer gestuurd…"
    line.set_message("Naar de printer: 1 exemplaar.")
    assert line.message.text() == "Naar de printer: 1 exemplaar."
    qtbot.waitUntil(lambda: line.message.text() == "")


def test_sample_rows_are_rows() -> None:
    assert isinstance(sample_rows(1)[0], SampleRow)


def test_tabs_give_up_their_counts_before_anything_is_cut(qtbot) -> None:  # type: ignore[no-untyped-def]
    strip = TabStrip("Onderdelen", (("a", "Betrokkenen"), ("b", "Besluiten"), ("c", "Acties")))
    qtbot.addWidget(strip)
    strip.set_text("a", "Betrokkenen (12)")
    strip.set_text("c", "Acties (3)")
    strip.resize(800, 40)
    strip.show()
    assert [strip.tabText(n) for n in range(3)] == ["Betrokkenen (12)", "Besluiten", "Acties (3)"]
    strip.resize(strip.sizeHint().width() - 10, 40)
    assert [strip.tabText(n) for n in range(3)] == ["Betrokkenen", "Besluiten", "Acties"]
    assert strip.tabToolTip(0) == "Betrokkenen (12)" and strip.tabToolTip(1) == ""
    assert strip.sizeHint().width() <= strip.width()
    strip.resize(800, 40)
    assert strip.tabText(0) == "Betrokkenen (12)" and strip.tabToolTip(0) == ""
