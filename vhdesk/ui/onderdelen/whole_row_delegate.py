"""Rows shown whole: nothing is cut, every row is as high as its words at the width of the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.widgets.two_line_delegate import paint_ground

Index = QModelIndex | QPersistentModelIndex

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LONGEST: Final = 5000  # characters; more is a pasted file, and measuring it would hold up the list


class WholeRowDelegate(QStyledItemDelegate):
    """Paints the TwoLine of a row: icon, title over subtitle, both wrapped; ``right`` beside the title."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row at the width of the view."""
        item, view = index.data(TWO_LINE_ROLE), self.parent()
        if not isinstance(item, TwoLine) or not isinstance(view, QAbstractScrollArea):
            return super().sizeHint(option, index)
        theme = current_theme()
        title, lower = _places(QRect(0, 0, view.viewport().width(), 0), item, theme)
        low = lower.bottom() if item.subtitle else title.bottom()
        return QSize(120, max(low + theme.px(10), theme.px(38)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row with a hairline below it."""
        item = index.data(TWO_LINE_ROLE)
        if not isinstance(item, TwoLine):
            super().paint(painter, option, index)
            return
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        line = QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        paint_ground(painter, option, theme, edge=bool(option.state & QStyle.StateFlag.State_HasFocus))
        title, lower = _places(option.rect, item, theme)
        if item.icon:
            side = theme.px(18)
            draw_icon(
                painter,
                QRect(option.rect.x() + theme.px(10), title.y(), side, side),
                item.icon,
                item.icon_role,
            )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color(item.icon_role if item.icon_role in ("danger", "warn") else "muted"))
        if item.right:
            edge = option.rect.right() - theme.px(10)
            painter.drawText(QRect(title.x(), title.y(), edge - title.x(), theme.px(20)), _RIGHT, item.right)
        painter.setPen(theme.color("muted"))
        painter.drawText(lower, _WRAP, item.subtitle[:_LONGEST])
        painter.setFont(_title_font(item, theme))
        painter.setPen(theme.color("muted" if item.rest and not selected else "text"))
        painter.drawText(title, _WRAP, item.title[:_LONGEST])
        painter.restore()


def _title_font(item: TwoLine, theme: Theme) -> QFont:
    return theme.font("body", "regular" if item.rest else "medium")


def _places(rect: QRect, item: TwoLine, theme: Theme) -> tuple[QRect, QRect]:
    """Return where title and subtitle stand in ``rect``."""
    left = rect.x() + theme.px(10) + (theme.px(29) if item.icon else 0)
    room = rect.right() - theme.px(10) - left
    beside = 0
    if item.right:
        beside = QFontMetrics(theme.font("small")).horizontalAdvance(item.right) + theme.px(14)
    top = rect.y() + theme.px(10)
    title = _measured(item.title, _title_font(item, theme), left, top, max(80, room - beside))
    lower = _measured(item.subtitle, theme.font("small"), left, title.bottom() + theme.px(3), max(80, room))
    return title, lower


def _measured(text: str, font: QFont, left: int, top: int, width: int) -> QRect:
    if not text:
        return QRect(left, top, width, 0)
    measure = QRect(0, 0, width, 100_000)
    return QRect(
        left, top, width, QFontMetrics(font).boundingRect(measure, _WRAP, text[:_LONGEST]).height() + 1
    )
