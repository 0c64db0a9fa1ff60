"""Rows shown whole: nothing is cut, every row is as high as its words at the width of the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import ROW_HEIGHT
from vhdesk.ui.widgets.pill import paint_pill, pill_size
from vhdesk.ui.widgets.two_line_delegate import Index, TwoLineDelegate, paint_ground

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LONGEST: Final = 5000  # characters; more is a pasted file, and measuring it would hold up the list
_KNOWN: Final = 2000  # texts whose height is remembered
_MARGIN: Final = 10
_ICON: Final = 18


class WholeRowDelegate(TwoLineDelegate):
    """Paints the TwoLine of a row: icon, title over subtitle, both wrapped; ``right`` or a pill beside the title."""

    def __init__(self, parent: QObject | None = None, height: int = ROW_HEIGHT) -> None:
        super().__init__(parent, height)
        self._heights: dict[tuple[str, QFont, int], int] = {}
        self._rows: dict[tuple[TwoLine, int], int] = {}
        self._theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row at the width of the view. Remembered: the view asks for all rows whenever it is
        laid out."""
        item, view = index.data(TWO_LINE_ROLE), self.parent()
        if not isinstance(item, TwoLine) or not isinstance(view, QAbstractScrollArea):
            return super().sizeHint(option, index)
        theme = current_theme()
        if theme is not self._theme or len(self._rows) > _KNOWN:
            self._theme = theme
            self._rows.clear()
        key = (item, view.viewport().width())
        if key not in self._rows:
            title, lower = self._places(QRect(0, 0, key[1], 0), item, theme)
            low = lower.bottom() if item.subtitle else title.bottom()
            self._rows[key] = max(low + theme.px(_MARGIN), theme.px(38))
        return QSize(120, self._rows[key])

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, item: TwoLine, theme: Theme) -> None:
        """Paint one row with a hairline below it."""
        rect = option.rect
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("line"))
        paint_ground(painter, option, theme, edge=bool(option.state & QStyle.StateFlag.State_HasFocus))
        title, lower = self._places(rect, item, theme)
        if item.icon:
            side = theme.px(_ICON)
            spot = QRect(rect.x() + theme.px(_MARGIN), title.y(), side, side)
            draw_icon(painter, spot, item.icon, item.icon_role)
        painter.setFont(theme.font("small"))
        _paint_beside(painter, QRect(title.x(), title.y(), _edge(rect, theme) - title.x(), 0), item, theme)
        painter.setPen(theme.color("muted"))
        painter.drawText(lower, _WRAP, below(item)[:_LONGEST])
        painter.setFont(_title_font(item, theme))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.color("muted" if item.rest and not selected else "text"))
        painter.drawText(title, _WRAP, item.title[:_LONGEST])

    def _places(self, rect: QRect, item: TwoLine, theme: Theme) -> tuple[QRect, QRect]:
        """Return where title and subtitle stand in ``rect``."""
        left = rect.x() + theme.px(_MARGIN) + (theme.px(_ICON + 11) if item.icon else 0)
        room = _edge(rect, theme) - left
        width = max(80, room - _beside(item, theme))
        title = QRect(
            left, rect.y() + theme.px(_MARGIN), width, self._high(item.title, _title_font(item, theme), width)
        )
        width = max(80, room)
        high = self._high(below(item), theme.font("small"), width)
        return title, QRect(left, title.bottom() + theme.px(3), width, high)

    def _high(self, text: str, font: QFont, width: int) -> int:
        """Return how high ``text`` is. Measured once: each row is painted often."""
        if not text:
            return 0
        key = (text[:_LONGEST], font, width)
        if key not in self._heights:
            if len(self._heights) > _KNOWN:
                self._heights.clear()
            area = QRect(0, 0, width, 100_000)
            self._heights[key] = QFontMetrics(font).boundingRect(area, _WRAP, key[0]).height() + 1
        return self._heights[key]


def _paint_beside(painter: QPainter, line: QRect, item: TwoLine, theme: Theme) -> None:
    """Paint the pill, or the words, at the end of the first line."""
    if item.pill:
        size = pill_size(item.pill, theme)
        spot = QRect(QPoint(line.right() - size.width(), line.y() - theme.px(1)), size)
        paint_pill(painter, spot, item.pill, item.pill_state, theme)
        painter.setFont(theme.font("small"))
    elif item.right:
        painter.setPen(theme.color(item.icon_role if item.icon_role in ("danger", "warn") else "muted"))
        line.setHeight(theme.px(20))
        painter.drawText(line, _RIGHT, item.right)


def below(item: TwoLine) -> str:
    """Return the subtitle, with each point between two parts at the end of the first: no line begins with one."""
    return item.subtitle.replace("  ·  ", "\u00a0\u00a0·  ")


def _edge(rect: QRect, theme: Theme) -> int:
    return rect.right() - theme.px(_MARGIN)


def _title_font(item: TwoLine, theme: Theme) -> QFont:
    return theme.font("body", "regular" if item.rest else "medium")


def _beside(item: TwoLine, theme: Theme) -> int:
    """Return the width that the pill or the words at the right take from the title."""
    if item.pill:
        return pill_size(item.pill, theme).width() + theme.px(14)
    if item.right:
        return QFontMetrics(theme.font("small")).horizontalAdvance(item.right) + theme.px(14)
    return 0
