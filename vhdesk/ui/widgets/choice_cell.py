"""A radio button with words that wrap; a click on the words chooses too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.label import Label


class ChoiceCell(QWidget):
    """``name`` is what is read aloud; ``radio`` belongs in a group of its caller."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton()
        self.radio.setAccessibleName(name)
        label = Label(words, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_1)
        box.addWidget(self.radio, alignment=Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.radio)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.click()
