"""Rows whose words are shown whole: icon, wrapped title over wrapped details, a pill at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.widgets.pill import paint_pill, pill_size
from vhdesk.ui.widgets.two_line_delegate import paint_ground

Index = QModelIndex | QPersistentModelIndex

WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
# A line longer than this is a pasted text; the field that edits it shows the rest.
LONGEST: Final = 4000


class WrapDelegate(QStyledItemDelegate):
    """Paints the TwoLine of a row as high as its words need at the width of the view."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of this row at the width of the view."""
        item = index.data(TWO_LINE_ROLE)
        view = self.parent()
        if not isinstance(item, TwoLine) or not isinstance(view, QAbstractScrollArea):
            return super().sizeHint(option, index)
        theme = current_theme()
        width = view.viewport().width()
        title, details = self._boxes(QRect(0, 0, width, 0), item, theme)
        low = max(title.bottom(), details.bottom() if item.subtitle else 0)
        return QSize(120, max(low + theme.px(8), theme.px(34)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item = index.data(TWO_LINE_ROLE)
        if not isinstance(item, TwoLine):
            super().paint(painter, option, index)
            return
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_ground(painter, option, theme, edge=focused)
        title, details = self._boxes(option.rect, item, theme)
        if item.icon:
            side = theme.px(18)
            spot = QRect(option.rect.x() + theme.px(10), title.y(), side, side)
            draw_icon(painter, spot, item.icon, item.icon_role)
        right = option.rect.right() - theme.px(8)
        if item.pill:
            size = pill_size(item.pill, theme)
            spot = QRect(QPoint(right - size.width(), title.y() - theme.px(1)), size)
            paint_pill(painter, spot, item.pill, item.pill_state, theme)
        elif item.right:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            painter.drawText(QRect(title.x(), title.y(), right - title.x(), theme.px(20)), RIGHT, item.right)
        painter.setFont(_title_font(item, theme))
        painter.setPen(theme.color("muted" if item.rest and not selected else "text"))
        painter.drawText(title, WRAP, item.title[:LONGEST])
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        painter.drawText(details, WRAP, item.subtitle[:LONGEST])
        painter.restore()

    @staticmethod
    def _boxes(rect: QRect, item: TwoLine, theme: Theme) -> tuple[QRect, QRect]:
        """Return where title and details stand."""
        left = rect.x() + theme.px(10) + (theme.px(28) if item.icon else 0)
        width = rect.right() - theme.px(8) - left
        beside = 0
        if item.pill:
            beside = pill_size(item.pill, theme).width() + theme.px(10)
        elif item.right:
            beside = QFontMetrics(theme.font("small")).horizontalAdvance(item.right) + theme.px(10)
        top = rect.y() + theme.px(8)
        title = _wrapped(item.title, _title_font(item, theme), left, top, max(80, width - beside))
        below = title.bottom() + theme.px(3)
        details = _wrapped(item.subtitle, theme.font("small"), left, below, max(80, width))
        return title, details


def _title_font(item: TwoLine, theme: Theme) -> QFont:
    return theme.font("body", "regular" if item.rest else "medium")


def _wrapped(text: str, font: QFont, left: int, top: int, width: int) -> QRect:
    if not text:
        return QRect(left, top, width, 0)
    height = QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), WRAP, text[:LONGEST]).height()
    return QRect(left, top, width, height + 1)
