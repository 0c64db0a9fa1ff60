"""The line above everything while the meeting is adjourned: since when, until when, what may be done, and how it goes on."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton

MEANWHILE = "De tijd staat stil. Lezen, noteren en bijwerken kan; besluiten en een volgend punt wachten."


class SchorsStrip(QWidget):
    """Hidden while the meeting goes on."""

    def __init__(self, break_act: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = QFrame()
        bar.setProperty("kind", "bar")
        bar.setProperty("state", "warn")
        self.words = Label("", "strong", wrap=True)
        self.meanwhile = Label(MEANWHILE, "small", wrap=True)
        self.button = PrimaryButton(break_act, "Hervatten", kind="")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.meanwhile)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, 0)
        layout.addWidget(bar)
        self.hide()

    def say(self, words: str) -> None:
        """Show ``words``; "" hides the line."""
        self.words.setText(words)
        self.setVisible(bool(words))
