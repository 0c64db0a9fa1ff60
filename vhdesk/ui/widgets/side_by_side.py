"""A list beside what belongs to its current row; below each other where there is no room beside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vhdesk.ui.theme.style import current_theme

NARROW = 700  # logical pixels at 100 % text


class SideBySide(QSplitter):
    """``share`` is the part of the width that the left side gets at first, in per cent.

    A splitter knows nothing of words that wrap: the sides are kept as high as their content needs at their width,
    so that the page scrolls instead of cutting something off.
    """

    def __init__(self, left: QWidget, right: QWidget, share: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._share = share
        self._placed = False
        self.setChildrenCollapsible(False)
        for side in (left, right):
            self.addWidget(side)
            side.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that fits; divide the width once, afterwards it is the person's."""
        narrow = event.size().width() < current_theme().px(NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation() or not self._placed:
            self._placed = True
            self.setOrientation(wanted)
            total = event.size().height() if narrow else event.size().width()
            self.setSizes([total * self._share // 100, total * (100 - self._share) // 100])
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A side that became narrower, or got more to show, may need more height."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and isinstance(watched, QWidget):
            layout = watched.layout()
            if layout is not None and layout.hasHeightForWidth():
                need = layout.minimumHeightForWidth(watched.width())
                if need != watched.minimumHeight():
                    watched.setMinimumHeight(need)
        return False
