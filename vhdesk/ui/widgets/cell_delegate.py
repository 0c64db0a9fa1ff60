"""Cells of a table: the current row as one soft band, with a 2 px accent edge while the table has the focus.

What stands after a new line is said below, small and muted. In a table that wraps nothing of a cell is cut.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vhdesk.ui.theme.style import Theme, current_theme

Index = QModelIndex | QPersistentModelIndex
PADDING = 10
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_GAP = 2  # between the words of a cell and those below them


class CellDelegate(QStyledItemDelegate):
    """Paints text, icon and alignment of the model on tokens."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme = current_theme()
        current = index.row() == self._table.currentIndex().row()
        painter.save()
        if current:
            painter.fillRect(option.rect, theme.color("accent_soft"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if current and self._table.hasFocus():
            self._edge(painter, option.rect, index, theme)
        inside = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            side = theme.px(16)
            spot = QRect(inside.x(), inside.center().y() - side // 2, side, side)
            picture.paint(painter, spot)
            inside.setLeft(spot.right() + theme.px(7))
        self._text(painter, inside, index, theme)
        painter.restore()

    def wrapped_height(self, index: Index, width: int) -> int:
        """Return how high a cell of this width must be for all its words."""
        theme, room = current_theme(), width - 2 * PADDING
        return sum(place.height() + _GAP for place, _, _ in self._lines(QRect(0, 0, room, 0), index, theme))

    def _lines(self, rect: QRect, index: Index, theme: Theme) -> list[tuple[QRect, QFont, str]]:
        """Return the words of a wrapped cell with their place and font, from the top of ``rect``."""
        title, _, more = str(index.data(Qt.ItemDataRole.DisplayRole) or "").partition("\n")
        lines, y = [], rect.y()
        for words, font in ((title, theme.font()), (more, theme.font("small"))):
            if words:
                area = QRect(rect.x(), y, rect.width(), 10_000)
                high = QFontMetrics(font).boundingRect(area, _WRAP, words).height() + 1
                lines.append((QRect(rect.x(), y, rect.width(), high), font, words))
                y += high + _GAP
        return lines

    def _wrapped(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        lines = self._lines(rect, index, theme)
        down = (rect.height() - sum(place.height() + _GAP for place, _, _ in lines) + _GAP) // 2
        for number, (place, font, words) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(theme.color("muted" if number else "text"))
            painter.drawText(place.translated(0, down), _WRAP, words)

    def _text(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        if self._table.wordWrap():
            self._wrapped(painter, rect, index, theme)
            return
        font = theme.font()
        text = QFontMetrics(font).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), text)

    def _edge(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        """The band of the current row, closed at its first and last column as the person ordered them."""
        header = self._table.horizontalHeader()
        place = header.visualIndex(index.column())
        shown = [header.visualIndex(i) for i in range(header.count()) if not header.isSectionHidden(i)]
        painter.setPen(QPen(theme.color("accent"), 2))
        box = rect.adjusted(1, 1, 0, -1)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if place == min(shown):
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if place == max(shown):
            painter.drawLine(box.topRight(), box.bottomRight())
