"""Widgets side by side that go on at the next line when the line is full (pills, cards)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from vhdesk.ui.theme.style import current_theme


class FlowLayout(QLayout):
    """Left to right, top to bottom; with ``column_width`` (at 100 % text) every item gets an equal share of the
    line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, column_width: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something in it changes
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
        """Return the height at this width; Qt asks it many times over for one layout of a page."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it changed: measure again."""
        self._heights.clear()
        super().invalidate()

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
        y = rect.y()
        for line in self._lines(rect.width()):
            x, placed = rect.x(), []
            for item, width in line:
                placed.append((item, x, width))
                x += width + self.spacing()
            y = self._place(placed, y, move=move) + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, total: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Divide the shown items over lines of ``total`` pixels, each with its width."""
        shown = [item for item in self._items if not item.isEmpty()]
        least = current_theme().px(self._column_width)
        columns = max(1, (total + self.spacing()) // (least + self.spacing())) if least else len(shown)
        lines: list[list[tuple[QLayoutItem, int]]] = []
        room = 0
        for item in shown:
            need = max(least, item.minimumSize().width()) if least else item.sizeHint().width()
            need = min(need, total)
            if not lines or room < need or len(lines[-1]) >= columns:
                lines.append([])
                room = total
            lines[-1].append((item, need))
            room -= need + self.spacing()
        return [self._share(line, total, columns) for line in lines] if least else lines

    def _share(
        self, line: list[tuple[QLayoutItem, int]], total: int, columns: int
    ) -> list[tuple[QLayoutItem, int]]:
        """Give the items of a line equal columns; one that needs more gets it from the others."""
        share = (total - (columns - 1) * self.spacing()) // columns
        wide = [need for _, need in line if need > share]
        if wide and len(line) > len(wide):
            left = total - sum(wide) - (len(line) - 1) * self.spacing()
            share = min(share, left // (len(line) - len(wide)))
        return [(item, need if need > share and wide else max(share, 0)) for item, need in line]

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
