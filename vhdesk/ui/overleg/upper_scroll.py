"""The upper part of an item: it fills its place, and scrolls as a whole only where there is too little of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class UpperScroll(QScrollArea):
    """Put widgets in ``body``; the field with the focus is brought into view."""

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
        self.body.setSpacing(SPACE_2)
        self.setWidget(content)
        QApplication.instance().focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """It scrolls, so the entry place below always has its own height."""
        return QSize(160, 80)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.widget().isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 16)
