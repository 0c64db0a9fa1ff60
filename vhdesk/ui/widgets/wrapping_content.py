"""The content of a scrolling column: as high as its words need at the width it has, not at the least width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class WrappingContent(QWidget):
    """Qt asks what a wrapped text needs in the narrowest column, and scrolls for room that nobody uses.

    With ``shrinks`` lists and tables give way down to their minimum before anything scrolls.
    """

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks
        self.setProperty("kind", "page")

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height that goes with the width there is."""
        least = super().minimumSizeHint()
        around = self.parentWidget()
        width = max(least.width(), around.width() if around is not None else 0)
        return QSize(least.width(), self._least_height(width, least.height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``: the least that goes when it shrinks, else the natural one."""
        natural = super().heightForWidth(width)
        return self._least_height(width, natural) if self._shrinks else natural

    def _least_height(self, width: int, other: int) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return other
        return layout.totalMinimumHeightForWidth(width)
