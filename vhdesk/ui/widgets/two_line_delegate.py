"""Rows of two lines, 58 px high: state icon, title over subtitle, a time at the right; drawn with tokens. A long title
has its line for itself where the line below has room for the time.

A subtitle of two lines makes a row of three, in a list that gives its rows that height. What a search found is bold
and in the colour of text.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import RADIUS_FIELD, ROW_HEIGHT
from vhdesk.ui.widgets.pill import paint_pill, pill_size

Index = QModelIndex | QPersistentModelIndex
ELIDE = Qt.TextElideMode.ElideRight
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 10  # between the words of a line and those at the right


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the TwoLine of a row; no widget per row. ``height`` at 100 % text; a low row suits a list of
    choices."""

    def __init__(self, parent: QObject | None = None, height: int = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self.height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row has the same height, so that the view never measures."""
        return QSize(120, current_theme().px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item = index.data(TWO_LINE_ROLE)
        if not isinstance(item, TwoLine):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, option, item, current_theme())
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, item: TwoLine, theme: Theme) -> None:
        """Paint ground and words; the painter is kept and antialiases."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, option, theme)
        inside = option.rect.adjusted(theme.px(12), 0, -theme.px(10), 0)
        if item.icon:
            side = theme.px(18)
            spot = QRect(inside.x(), inside.center().y() - side // 2, side, side)
            draw_icon(painter, spot, item.icon, "accent" if selected else item.icon_role)
            inside.setLeft(inside.left() + side + theme.px(11))
        self._lines(painter, inside, item, theme, selected)

    def _lines(self, painter: QPainter, rect: QRect, item: TwoLine, theme: Theme, selected: bool) -> None:
        lower = item.subtitle.split("\n") if item.subtitle or item.pill else []
        count = 1 + len(lower)
        high = min(theme.px(19), rect.height() // count - 1)
        first = rect.center().y() - high * count // 2 + (count == 1)
        places = [QRect(rect.x(), first + n * (high + 1), rect.width(), high) for n in range(count)]
        small = theme.font("small")
        title = theme.font(
            "body", "regular" if item.title_marks else "medium"
        )  # or what was found is no bolder
        if item.pill:
            size = pill_size(item.pill, theme)
            width = min(size.width(), rect.width())  # the words beside it give way
            last = places[-1]
            spot = QRect(rect.right() - width, last.center().y() - size.height() // 2, width, size.height())
            paint_pill(painter, spot, item.pill, item.pill_state, theme)
            last.setRight(spot.left() - theme.px(8))
        fonts = [title, *[small] * len(lower)]
        words = [item.title, *lower]
        if item.right:
            wide = QFontMetrics(small).horizontalAdvance(item.right)
            needs = [
                QFontMetrics(font).horizontalAdvance(text)
                + wide
                + theme.px(_GAP)
                + 2  # a letter may lean out
                for font, text in zip(fonts, words, strict=True)
            ]
            line = places[_where_it_fits(places, needs)]
            painter.setFont(small)
            painter.setPen(theme.color("muted"))
            painter.drawText(line, RIGHT, item.right)
            line.setRight(line.right() - wide - theme.px(_GAP))
        for number, (place, font, text) in enumerate(zip(places, fonts, words, strict=True)):
            painter.setFont(font)
            painter.setPen(theme.color("muted" if number or (item.rest and not selected) else "text"))
            marks = item.marks if number else item.title_marks
            if marks:
                paint_marked(painter, place, text, marks, theme)
            else:
                painter.drawText(place, LEFT, QFontMetrics(font).elidedText(text, ELIDE, place.width()))


def _where_it_fits(places: list[QRect], needs: list[int]) -> int:
    """Return beside which line the words at the right stand: the first that stays whole with them, else the title."""
    fits = (number for number, place in enumerate(places) if needs[number] <= place.width())
    return next(fits, 0)


def paint_marked(
    painter: QPainter, place: QRect, words: str, marks: tuple[tuple[int, int], ...], theme: Theme
) -> None:
    """Paint one line in the font and colour of the painter, with the marked places bold and in the colour of text."""
    plain = painter.font()
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    shown = QFontMetrics(bold).elidedText(words, ELIDE, place.width())  # bold is the wider of the two
    whole = len(shown) if shown == words else len(shown) - 1
    strong = QTextCharFormat()
    strong.setFont(bold)
    strong.setForeground(theme.color("text"))
    layout = QTextLayout(shown, plain)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_range(at, min(long, whole - at), strong) for at, long in marks if at < whole])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    layout.draw(painter, QPointF(place.x(), place.y() + (place.height() - line.height()) / 2))


def _range(start: int, length: int, dressed: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, dressed
    return made


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, edge: bool = True) -> None:
    """Paint selection, hover and focus of a row: soft accent, a thin edge, and a 2 px edge only where the focus is."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and bool(
        option.state & QStyle.StateFlag.State_Active
    )
    box = QRectF(option.rect).adjusted(1, 1, -1, -1)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft" if selected else "window"))
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
    if (selected and edge) or focused:
        pen = QPen(theme.color("accent"), 2 if focused else 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
