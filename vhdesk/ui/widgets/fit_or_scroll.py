"""A column that takes the height it gets, and scrolls when that is less than it needs (large text, small screen)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class FitOrScroll(QScrollArea):
    """Put widgets in ``body``; give tables a minimum height. The field with the focus comes into view."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = WrappingContent(shrinks=True)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_3)
        self.setWidget(content)
        QApplication.instance().focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus may have come before the content had its size."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._follow(None, QApplication.focusWidget())
        return done

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.widget().isAncestorOf(now) and now.height() < self.viewport().height():
            self.ensureWidgetVisible(now, 0, 24)
