"""A column that takes the height it gets, and scrolls when that is less than it needs (large text, small screen)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.bringing_area import BringingArea
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class FitOrScroll(BringingArea):
    """Put widgets in ``body``; give tables a minimum height. The field with the focus comes into view."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = WrappingContent(self, shrinks=True)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_3)
        self.setWidget(content)
        content.resized.connect(self._follow_again)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow_again(self) -> None:
        """The focus may have come before the content had its size."""
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is None or not content.isAncestorOf(now):
            return
        if now.height() < self.maximumViewportSize().height():
            self.ensureWidgetVisible(now, 0, 24)
