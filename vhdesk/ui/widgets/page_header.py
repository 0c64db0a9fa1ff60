"""The head of a page: title, a line below it, pills and buttons at the right, or below when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label

# The words stay beside the pills when they get their own width, or this much (at 100 % text).
WORDS_WIDTH = (200, 420)


class _Right(QWidget):
    """Pills and buttons in a line; in more lines when it stands below the words. Signals: ``changed`` when one of them
    got another size."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, spacing=SPACE_3)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        """A pill that says something else takes another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return done

    def line_width(self) -> int:
        """Return the width of everything in one line."""
        items = [self.flow.itemAt(number) for number in range(self.flow.count())]
        shown = [item for item in items if item is not None and not item.isEmpty()]
        return sum(item.sizeHint().width() for item in shown) + SPACE_3 * max(0, len(shown) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self.line_width(), super().sizeHint().height())


class PageHeader(QWidget):
    """``set_title``/``set_subtitle`` change the words; ``add_right`` puts a pill or a button at the right."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "title", wrap=True)
        self.subtitle = Label(subtitle, "muted", wrap=True)
        if not subtitle:
            self.subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._right = _Right()
        self._right.changed.connect(self._fit)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_2)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)

    def set_title(self, text: str) -> None:
        """Change the title."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_subtitle(self, *parts: str) -> None:
        """Show the parts that are not empty, separated by a dot that stays with the part before it."""
        text = "\u00a0\u00a0·  ".join(part for part in parts if part)
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def add_right(self, widget: QWidget) -> None:
        """Add a pill or button at the right of the title."""
        self._right.flow.addWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right side below when the words would get too little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self._right.line_width()
        least, enough = (current_theme().px(width) for width in WORDS_WIDTH)
        natural = max(
            label.fontMetrics().horizontalAdvance(label.text()) for label in (self.title, self.subtitle)
        )
        beside = self.width() - line - SPACE_2 >= min(max(natural + SPACE_2, least), enough)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._right.setMinimumWidth(line if beside else 0)
        self._right.setMaximumWidth(line if beside else 16777215)
