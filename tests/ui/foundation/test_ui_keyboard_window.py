"""Tab walks as one reads, Enter presses: in every window, however its widgets were made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.reading_order import stops


class Window(KeyboardWindow, QWidget):
    pass


@pytest.fixture
def window(qtbot) -> Window:  # type: ignore[no-untyped-def]
    made = Window()
    qtbot.addWidget(made)
    return made


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def show(window: Window) -> None:
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def names(window: Window) -> list[str]:
    return [widget.objectName() for widget in stops(window)]


def tab(times: int = 1, *, back: bool = False) -> str:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.objectName()


def test_tab_follows_the_layout_and_not_the_order_of_making(window: Window) -> None:
    last, middle, first = field("derde"), field("tweede"), field("eerste")
    layout = QVBoxLayout(window)
    across = QHBoxLayout()
    for widget in (first, middle):
        across.addWidget(widget)
    layout.addLayout(across)
    layout.addWidget(last)
    show(window)
    first.setFocus()
    assert [tab(), tab(), tab()] == ["tweede", "derde", "eerste"]
    assert [tab(back=True), tab(back=True)] == ["derde", "tweede"]


def test_nothing_before_a_focus_proxy_is_skipped(window: Window) -> None:
    outside, pane = field("buiten"), QWidget()
    inside = QVBoxLayout(pane)
    for name in ("zoeken", "tabel"):
        inside.addWidget(field(name))
    pane.setFocusProxy(pane.findChild(QLineEdit, "tabel"))
    layout = QVBoxLayout(window)
    layout.addWidget(outside)
    layout.addWidget(pane)
    show(window)
    outside.setFocus()
    assert [tab(), tab(), tab()] == ["zoeken", "tabel", "buiten"]


def test_grids_forms_splitters_stacks_and_scrolled_columns(window: Window) -> None:
    grid, form = QGridLayout(), QFormLayout()
    for name, row, column in (("d", 1, 1), ("a", 0, 0), ("c", 1, 0), ("b", 0, 1)):
        grid.addWidget(field(name), row, column)
    form.addRow(QLabel("Naam"), field("f"))
    form.insertRow(0, QLabel("Soort"), field("e"))
    splitter, right = QSplitter(), field("h")
    splitter.addWidget(right)
    splitter.insertWidget(0, field("g"))
    stack = QStackedWidget()
    for name in ("achter", "i"):
        stack.addWidget(field(name))
    stack.setCurrentIndex(1)
    area, column = QScrollArea(), QWidget()
    QVBoxLayout(column).addWidget(field("j"))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(column)
    layout = QVBoxLayout(window)
    for part in (grid, form):
        layout.addLayout(part)
    for widget in (splitter, stack, area):
        layout.addWidget(widget)
    show(window)
    assert "".join(names(window)) == "abcdefghij"


def test_what_is_off_hidden_or_part_of_another_is_no_stop(window: Window) -> None:
    layout = QVBoxLayout(window)
    off, hidden, combo = field("uit"), field("weg"), QComboBox()
    off.setEnabled(False)
    combo.setEditable(True)
    combo.setObjectName("keuze")
    for widget in (field("eerste"), off, hidden, combo):
        layout.addWidget(widget)
    hidden.hide()
    show(window)
    assert names(window) == ["eerste", "keuze"]


def test_a_window_without_stops_keeps_its_focus(window: Window) -> None:
    show(window)
    assert not window.focusNextPrevChild(True)


def test_what_tab_reaches_comes_into_sight(window: Window) -> None:
    column = QWidget()
    lines = QVBoxLayout(column)
    top = field("boven")
    for number in range(40):
        lines.addWidget(top if number == 0 else field(str(number)))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(column)
    before = field("ervoor")
    layout = QVBoxLayout(window)
    layout.addWidget(before)
    layout.addWidget(area)
    show(window)
    before.setFocus()
    assert tab(back=True) == "39"
    assert not column.findChild(QLineEdit, "39").visibleRegion().isEmpty()


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_as_the_space_bar_does(window: Window, kind: type[QPushButton], key: Qt.Key) -> None:
    button, pressed = kind(), []
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: pressed.append(key))
    QVBoxLayout(window).addWidget(button)
    show(window)
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [key]


def test_enter_ticks_no_box_and_ctrl_enter_presses_nothing(window: Window) -> None:
    layout = QVBoxLayout(window)
    box, button = QCheckBox("Vinkje"), QPushButton("Knop")
    button.clicked.connect(box.toggle)
    for widget in (box, button):
        layout.addWidget(widget)
    show(window)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not box.isChecked()
