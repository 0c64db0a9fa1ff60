"""A column that scrolls when it is taller than its place and brings the field with the focus into view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class ScrollColumn(QScrollArea):
    """Put widgets in ``body``; they keep their natural height and the column its full width."""

    def __init__(self, name: str, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = WrappingContent(self)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(SPACE_3)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_3)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(content)
        QApplication.instance().focusChanged.connect(self._follow)

    def settle(self) -> None:
        """Give the content the height it needs now: with the next events it would be painted a second time."""
        for widget in (self.widget(), self.viewport()):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)
