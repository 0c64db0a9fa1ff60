"""Cells of a table: the current row as one soft band, with a 2 px accent edge while the table has the focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vhdesk.ui.theme.style import Theme, current_theme

Index = QModelIndex | QPersistentModelIndex
PADDING = 10


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

    def _text(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
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
