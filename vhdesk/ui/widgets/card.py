"""A surface with a hairline: an icon and a heading that wraps, pills and buttons at the right of it, content below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label


class Card(QFrame):
    """``body`` is the layout for content below the heading."""

    def __init__(
        self, title: str, icon_name: str = "", *, section: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._icon_name = icon_name
        self._picture = QLabel()
        if not icon_name:
            self._picture.hide()
        self.title = Label(title, "section" if section else "strong", wrap=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_2)
        self._head.addWidget(self._picture)
        self._head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addLayout(self._head)
        layout.addLayout(self.body)
        layout.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self._paint_icon()

    def set_title(self, text: str) -> None:
        """Change the heading."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right of the heading."""
        self._head.addWidget(widget)

    def add_button(self, icon_name: str, name: str) -> QToolButton:
        """Put a small button at the right of the heading; ``name`` is its tooltip and what is read aloud."""
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add_right(button)
        return button

    def add_text(self, text: str, role: str = "muted") -> Label:
        """Add a paragraph to the body; returns its label."""
        label = Label(text, role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label)
        return label

    def _paint_icon(self) -> None:
        if self._icon_name:
            side = current_theme().px(18)
            picture = icon(self._icon_name, "accent").pixmap(QSize(side, side), self.devicePixelRatioF())
            self._picture.setPixmap(picture)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_picture"):
            self._paint_icon()
