"""Keys that a text field keeps for itself on X11 belong to the window; nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from vhdesk.ui.widgets.window_keys import WindowKeys


class EmacsField(QPlainTextEdit):
    """As Qt's own field is on X11: Ctrl+K is asked for, and takes the text away."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _kill(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _kill(event):
            self.clear()
        else:
            super().keyPressEvent(event)


def _kill(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.DeleteEndOfLine) or event.keyCombination() == (
        Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_K
    )


@pytest.fixture
def window(qtbot) -> QWidget:  # type: ignore[no-untyped-def]
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(EmacsField("Mevrouw belt zelf."))
    layout.addWidget(EmacsField("Tweede veld."))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_the_palette_comes_while_somebody_types(window: QWidget, qtbot) -> None:  # type: ignore[no-untyped-def]
    asked = []
    QShortcut(QKeySequence("Ctrl+K"), window, activated=lambda: asked.append(1))  # type: ignore[call-overload]
    first, second = window.findChildren(EmacsField)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not asked and first.toPlainText() == ""  # so it is without
    first.setPlainText("Mevrouw belt zelf.")
    keys = WindowKeys(window)
    for field in (second, first):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert field.toPlainText() != ""
    assert len(asked) == 2
    assert keys.parent() is window


def test_without_an_act_the_key_does_nothing(window: QWidget) -> None:
    WindowKeys(window)
    first, second = window.findChildren(EmacsField)
    second.setFocus()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(first, "Nu ")
    assert first.toPlainText() == "Nu Mevrouw belt zelf."


def test_alt_with_a_digit_types_no_digit(window: QWidget) -> None:
    WindowKeys(window)
    first, second = window.findChildren(EmacsField)
    second.setFocus()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert first.toPlainText() == "Mevrouw belt zelf."
    asked = []
    QShortcut(QKeySequence("Alt+3"), window, activated=lambda: asked.append(1))  # type: ignore[call-overload]
    QTest.keyClick(first, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert asked and first.toPlainText() == "Mevrouw belt zelf."
