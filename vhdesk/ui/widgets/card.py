"""A surface with a hairline: an icon and a heading, something at the right of it, content below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label


class Card(QFrame):
    """``body`` is the layout for content; ``add_right`` puts a pill or a quiet button beside the heading."""

    def __init__(
        self, title: str = "", icon_name: str = "", *, section: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._icon_name = icon_name
        self.picture = QLabel()
        if not icon_name:
            self.picture.hide()
        self.title = Label(title, "section" if section else "strong")
        if not title:
            self.title.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_2)
        self._head.addWidget(self.picture)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        if title or icon_name:
            layout.addLayout(self._head)
        layout.addLayout(self.body, 1)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._paint_icon()

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right of the heading."""
        self._head.addWidget(widget)

    def add_text(self, text: str, role: str = "muted") -> Label:
        """Add a paragraph to the body; returns its label."""
        label = Label(text, role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label)
        return label

    def set_title(self, text: str) -> None:
        """Change the heading."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def _paint_icon(self) -> None:
        if self._icon_name:
            side = current_theme().px(18)
            picture = icon(self._icon_name, "accent").pixmap(QSize(side, side), self.devicePixelRatioF())
            self.picture.setPixmap(picture)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._paint_icon()
