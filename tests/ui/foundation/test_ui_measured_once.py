"""What is measured or worded once is measured again when it changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.style import apply_theme, current_theme
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.whole_row_list import WholeRowList

LONG = "De partners spreken af wie de betrokkene belt en wanneer. " * 6


@dataclass(frozen=True)
class Row:
    id: str
    words: str


def two_line(row: Row) -> TwoLine:
    return TwoLine(row.words, "regel twee")


def test_a_row_is_worded_anew_when_it_or_its_rows_changed(qapp: QApplication) -> None:
    suffix = ""
    model = RowListModel(lambda row: TwoLine(row.words + suffix))

    def titles() -> list[tuple[str, str]]:
        indexes = [model.index(number, 0) for number in range(model.rowCount())]
        return [(i.data(TWO_LINE_ROLE).title, i.data(Qt.ItemDataRole.DisplayRole)) for i in indexes]

    model.set_rows([Row("a", "een"), Row("b", "twee")])
    assert titles() == [("een", "een"), ("twee", "twee")]
    model.set_rows([Row("b", "drie"), Row("a", "een")])
    assert titles() == [("drie", "drie"), ("een", "een")]
    suffix = "!"
    model.set_rows(model.rows())
    assert titles() == [("drie!", "drie!"), ("een!", "een!")]


@pytest.fixture
def rows(qtbot) -> WholeRowList:  # type: ignore[no-untyped-def]
    view = WholeRowList("Lijst", two_line)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def test_a_row_is_as_high_as_its_words_at_every_width(rows: WholeRowList) -> None:
    rows.set_rows([Row("a", "kort")])
    short = rows.sizeHintForRow(0)
    rows.set_rows([Row("a", LONG)])
    long = rows.sizeHintForRow(0)
    assert long > 2 * short
    rows.resize(800, 300)
    wide = rows.sizeHintForRow(0)
    assert short < wide < long
    rows.resize(400, 300)
    assert rows.sizeHintForRow(0) == long


def test_a_row_grows_with_the_text_size(rows: WholeRowList, qapp: QApplication) -> None:
    rows.set_rows([Row("a", LONG)])
    before = rows.sizeHintForRow(0)
    try:
        apply_theme(qapp, scale=2.0)
        assert rows.sizeHintForRow(0) > 1.8 * before
    finally:
        apply_theme(qapp)
    assert current_theme().scale == 1.0
    assert rows.sizeHintForRow(0) == before


def test_a_flow_is_measured_again_when_something_in_it_changed(qtbot) -> None:  # type: ignore[no-untyped-def]
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place)
    labels = [QLabel(f"woord {number}") for number in range(6)]
    for label in labels:
        flow.addWidget(label)
    place.resize(400, 100)
    place.show()
    one_line = flow.heightForWidth(2000)
    assert flow.heightForWidth(120) > 2 * one_line
    labels[0].setText("een heel lang woord " * 20)
    assert flow.heightForWidth(2000) > one_line
    for label in labels[1:]:
        label.hide()
    labels[0].setText("kort")
    assert flow.heightForWidth(2000) == one_line


class Painted(QObject):
    """Where a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places.append(event.rect())
        return False


@contextmanager
def painted(widget: QWidget) -> Iterator[list[QRect]]:
    QApplication.processEvents()
    watch = Painted()
    widget.installEventFilter(watch)
    yield watch.places
    QTest.qWait(20)
    widget.removeEventFilter(watch)


def test_a_row_that_changed_is_painted_alone(rows: WholeRowList) -> None:
    rows.set_rows([Row("a", "een"), Row("b", "twee"), Row("c", "drie")])
    place = rows.visualRect(rows.rows.index(1, 0))
    with painted(rows.viewport()) as places:
        rows.set_rows([Row("a", "een"), Row("b", "anders"), Row("c", "drie")])
    assert places == [place]


def test_a_row_that_grew_moves_the_rows_below_it(rows: WholeRowList) -> None:
    rows.set_rows([Row("a", "een"), Row("b", "twee")])
    before = rows.visualRect(rows.rows.index(1, 0)).y()
    with painted(rows.viewport()) as places:
        rows.set_rows([Row("a", LONG), Row("b", "twee")])
    below = rows.visualRect(rows.rows.index(1, 0))
    assert below.y() > 2 * before
    assert places[-1].contains(below)
