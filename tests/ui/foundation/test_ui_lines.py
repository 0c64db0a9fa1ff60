"""What stands in a line stays whole and in its place: news, fields beside each other, long names in a row."""

from __future__ import annotations

from onscreen import on_screen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStyleOptionViewItem, QWidget

from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets import two_line_delegate
from vhdesk.ui.widgets.form import FieldRow, labelled, on_field_line
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.status_line import StatusLine
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate


def test_news_of_a_page_goes_with_it_but_not_what_was_said_on_the_way_or_goes_on(qtbot) -> None:  # type: ignore[no-untyped-def]
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_message("Besluit vastgelegd.")
    line.leave_page()
    assert line.message.text() == "Besluit vastgelegd.", "the act led to the other page"
    qtbot.waitUntil(lambda: not line._just_said.isActive())
    line.leave_page()
    assert line.message.text() == ""
    line.set_message("Wordt naar de printer gestuurd…")
    qtbot.waitUntil(lambda: not line._just_said.isActive())
    line.leave_page()
    assert line.message.text() == "Wordt naar de printer gestuurd…"


def test_fields_of_a_line_stay_beside_each_other_when_one_says_an_error(qtbot) -> None:  # type: ignore[no-untyped-def]
    row = FieldRow()
    fields = [QLineEdit() for _ in range(3)]
    errors = [FieldError(field) for field in fields]
    for number, (field, error) in enumerate(zip(fields, errors, strict=True)):
        row.add(f"Veld {number}", field, error)
    qtbot.addWidget(row)
    row.resize(600, row.heightForWidth(600))
    on_screen(qtbot, row)
    errors[0].show_words("Dit nummer klopt niet. Controleer het, of laat het veld leeg en vul het later aan.")
    qtbot.waitUntil(lambda: errors[0].height() > 2 * fields[0].fontMetrics().height())
    tops = {field.mapTo(row, QPoint(0, 0)).y() for field in fields}
    assert len(tops) == 1


def test_rows_say_the_time_below_a_title_that_needs_its_line(qtbot, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    cut = []

    class Measures(QFontMetrics):
        def elidedText(self, text: str, mode: Qt.TextElideMode, width: int, flags: int = 0) -> str:
            shown = super().elidedText(text, mode, width, flags)
            cut.extend([text] if shown != text else [])
            return shown

    monkeypatch.setattr(two_line_delegate, "QFontMetrics", Measures)
    theme = current_theme()
    long = "Chris Julius van der Da Silva Pereira"
    wide = QFontMetrics(theme.font("body", "medium")).horizontalAdvance(long) + theme.px(12 + 10 + 29 + 4)
    for subtitle, pill in (("Hengelo\n2 van 5 bekend", "in triage"), ("Hengelo", "")):
        item = TwoLine(long, subtitle, right="23-11-2026", icon="circle-dot", pill=pill)
        image = QImage(wide, 80, QImage.Format.Format_ARGB32)
        option = QStyleOptionViewItem()
        option.rect = image.rect()
        painter = QPainter(image)
        TwoLineDelegate(None).paint_row(painter, option, item, theme)
        painter.end()
    assert cut == []


def test_a_sentence_that_appears_below_a_field_comes_into_sight(qtbot) -> None:  # type: ignore[no-untyped-def]
    column = ScrollColumn("Velden")
    fields = [QLineEdit() for _ in range(12)]
    errors = [FieldError(field) for field in fields]
    for number, (field, error) in enumerate(zip(fields, errors, strict=True)):
        column.body.addLayout(labelled(f"Veld {number}", field, error))
    qtbot.addWidget(column)
    column.resize(300, 200)
    on_screen(qtbot, column)
    for field, error in ((fields[8], errors[8]), (fields[2], errors[2])):
        field.setFocus()
        error.show_words("Dit nummer klopt niet. Controleer het, of laat het veld leeg en vul het later aan.")
        qtbot.waitUntil(lambda: not column._bring.isActive())
        place = error.mapTo(column.viewport(), QPoint(0, 0)).y()
        assert place >= 0 and place + error.height() <= column.viewport().height()


def test_a_field_that_gets_the_focus_shows_the_sentence_that_stands_below_it(qtbot) -> None:  # type: ignore[no-untyped-def]
    column = ScrollColumn("Velden")
    rows = [FieldRow(400) for _ in range(12)]
    fields = [QLineEdit() for _ in rows]
    errors = [FieldError(field) for field in fields]
    for row, field, error in zip(rows, fields, errors, strict=True):
        row.add("Veld", field, error)
        column.body.addWidget(row)
    qtbot.addWidget(column)
    column.resize(300, 260)
    on_screen(qtbot, column)
    errors[8].show_words("Dit nummer klopt niet. Controleer het, of laat het veld leeg en vul het later aan.")
    fields[0].setFocus()
    qtbot.waitUntil(lambda: not column._bring.isActive())
    column.verticalScrollBar().setValue(0)
    fields[8].setFocus()
    place = errors[8].mapTo(column.viewport(), QPoint(0, 0)).y()
    assert place >= 0 and place + errors[8].height() <= column.viewport().height()


def test_the_fields_of_a_decision_and_its_button_stay_in_line_with_a_refusal(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    row = QHBoxLayout(page)
    fields = [QLineEdit() for _ in range(2)]
    errors = [FieldError(field) for field in fields]
    button = QPushButton("Vastleggen")
    for field, error in zip(fields, errors, strict=True):
        column = labelled("Veld", field, error)
        column.addStretch(1)
        row.addLayout(column)
    row.addWidget(on_field_line(button))
    qtbot.addWidget(page)
    page.resize(500, 200)
    on_screen(qtbot, page)
    errors[1].show_words(
        "Dit gremium besluit niet aan deze tafel. Kies deze tafel zelf, of vraag het besluit."
    )
    qtbot.waitUntil(lambda: errors[1].height() > 0 and errors[1].y() > fields[1].y())
    middles = [part.mapTo(page, part.rect().center()).y() for part in (*fields, button)]
    assert max(middles) - min(middles) <= 6
