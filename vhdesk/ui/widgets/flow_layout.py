"""Widgets side by side that go on at the next line when the line is full (pills, cards)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, top to bottom; with ``column_width`` every item gets an equal share of the line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, column_width: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._column_width = column_width
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (Qt calls this)."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one item, None out of range."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return one item, None out of range."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size: the width of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of the widest item and one line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if item.widget() is None or not item.widget().isHidden()]
        columns = 0
        if self._column_width:
            columns = max(1, (rect.width() + self.spacing()) // (self._column_width + self.spacing()))
        x, y, line = rect.x(), rect.y(), []
        for item in shown:
            width = item.sizeHint().width()
            if columns:
                width = (rect.width() - (columns - 1) * self.spacing()) // columns
            width = min(width, rect.width())
            if line and x + width > rect.right() + 1:
                y = self._place(line, y, move=move) + self.spacing()
                x, line = rect.x(), []
            line.append((item, x, width))
            x += width + self.spacing()
        return (self._place(line, y, move=move) if line else y) - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, int, int]], y: int, *, move: bool) -> int:
        """Place one line at height ``y``; return where it ends. Cards of one line are equally high."""
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item, _, width in line
        ]
        tallest = max(heights)
        if move:
            for (item, x, width), height in zip(line, heights, strict=True):
                used = tallest if self._column_width else height
                item.setGeometry(QRect(QPoint(x, y + (tallest - used) // 2), QSize(width, used)))
        return y + tallest
