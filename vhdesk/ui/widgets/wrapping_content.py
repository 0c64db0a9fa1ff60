"""The content of a scrolling column: as high as its words need at the width it has, not at the least width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class WrappingContent(QWidget):
    """Qt asks what a wrapped text needs in the narrowest column, and scrolls for room that nobody uses.

    ``area`` is what it scrolls in. With ``shrinks`` lists and tables give way down to their minimum before anything
    scrolls. Signal: ``resized``.
    """

    resized = Signal()

    def __init__(self, area: QScrollArea, *, shrinks: bool = False) -> None:
        super().__init__()
        self._area = area
        self._shrinks = shrinks
        self.setProperty("kind", "page")

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height that goes with the width there is."""
        least = super().minimumSizeHint()
        # Not the width of the viewport: to hand it out Qt for Python makes every class it knows, 20 ms before the
        # first window. Where a bar takes some of it, ``heightForWidth`` has the last word.
        width = max(least.width(), self._area.maximumViewportSize().width())
        return QSize(least.width(), self._least_height(width, least.height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``: the least that goes when it shrinks, else the natural one."""
        natural = super().heightForWidth(width)
        return self._least_height(width, natural) if self._shrinks else natural

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so: only now the place of what has the focus is known."""
        super().resizeEvent(event)
        self.resized.emit()

    def _least_height(self, width: int, other: int) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return other
        return layout.totalMinimumHeightForWidth(width)
