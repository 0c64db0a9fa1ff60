"""A column that scrolls when it is taller than its place and brings the field with the focus into view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.bringing_area import BringingArea
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class ScrollColumn(BringingArea):
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

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is None or content is None or not content.isAncestorOf(now):
            return
        holder = now.parentWidget()  # with its label above it and what is wrong with it below
        if holder is not None and holder is not content and holder.height() <= self.viewport().height() // 2:
            self.ensureWidgetVisible(holder, 0, SPACE_2)
        self.ensureWidgetVisible(now, 0, 24)
