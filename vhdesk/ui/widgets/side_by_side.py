"""A list beside what belongs to its current row; below each other where there is no room beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vhdesk.ui.theme.style import current_theme

NARROW = 700  # logical pixels at 100 % text
LEAST = 190
LEAST_BELOW = 380  # the right side below the left one: its words wrap, and its table still shows rows


class SideBySide(QSplitter):
    """``share`` is the part of the width that the left side gets at first, in per cent."""

    def __init__(self, left: QWidget, right: QWidget, share: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._share = share
        self._placed = False
        self._right = right
        self.setChildrenCollapsible(False)
        for side in (left, right):
            side.setMinimumHeight(current_theme().px(LEAST))
            self.addWidget(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that fits; divide the width once, afterwards it is the person's."""
        narrow = event.size().width() < current_theme().px(NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation() or not self._placed:
            self._placed = True
            self.setOrientation(wanted)
            self._right.setMinimumHeight(current_theme().px(LEAST_BELOW if narrow else LEAST))
            total = event.size().height() if narrow else event.size().width()
            self.setSizes([total * self._share // 100, total * (100 - self._share) // 100])
        super().resizeEvent(event)
