"""The line below a list: which letters act on its current row, as buttons for the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.flow_layout import FlowLayout


class KeyLegend(QWidget):
    """``legend`` are (key, words). Signals: ``pressed(key)``."""

    pressed = Signal(str)

    def __init__(self, legend: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Toetsen bij deze lijst")
        self.buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, spacing=SPACE_1)
        for key, words in legend:
            button = QPushButton(f"{words}  ({key.capitalize()})")
            button.setProperty("kind", "quiet")
            button.setAccessibleName(words)
            button.setAccessibleDescription(f"Toets {key} in de lijst")
            button.clicked.connect(self._pressed)
            self.buttons[key] = button
            flow.addWidget(button)

    def _pressed(self) -> None:
        sender = self.sender()
        self.pressed.emit(next(key for key, button in self.buttons.items() if button is sender))
