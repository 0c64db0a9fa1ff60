"""The head of a page: title, a line below it, pills and buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.label import Label


class PageHeader(QWidget):
    """``set_title``/``set_subtitle`` change the words; ``add_right`` puts a pill or a button at the right."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "title", wrap=True)
        self.subtitle = Label(subtitle, "muted", wrap=True)
        self.subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._right = QHBoxLayout()
        self._right.setSpacing(SPACE_3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        layout.addLayout(words, 1)
        layout.addLayout(self._right)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)

    def set_title(self, text: str) -> None:
        """Change the title."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_subtitle(self, *parts: str) -> None:
        """Show the parts that are not empty, separated by a dot; nothing when all are."""
        text = "  ·  ".join(part for part in parts if part)
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def add_right(self, widget: QWidget) -> None:
        """Add a pill or button at the right of the title."""
        self._right.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
