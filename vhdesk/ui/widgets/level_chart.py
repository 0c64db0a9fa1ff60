"""A small line through levels over time; the words beside it say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.theme.style import current_theme

WIDTH, HEIGHT, MARGIN, DOT = 132, 40, 5, 3


class LevelChart(QWidget):
    """``lowest`` to ``highest`` from bottom to top, oldest at the left; what is read aloud is given with the points."""

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest = lowest, highest
        self._points: tuple[tuple[date, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[tuple[date, int]], words: str) -> None:
        """Show levels by day, oldest first; ``words`` say them."""
        self._points = tuple(points)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def places(self) -> tuple[QPointF, ...]:
        """Return where the points are drawn."""
        if not self._points:
            return ()
        theme = current_theme()
        margin = theme.px(MARGIN)
        wide, high = self.width() - 2 * margin, self.height() - 2 * margin
        first, last = self._points[0][0], self._points[-1][0]
        days = max(1, (last - first).days)
        steps = self._highest - self._lowest
        return tuple(
            QPointF(
                margin + wide * (day - first).days / days,
                margin + high * (self._highest - level) / steps,
            )
            for day, level in self._points
        )

    def sizeHint(self) -> QSize:
        """Return a size that follows the text."""
        theme = current_theme()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairlines at the levels, the line, and a dot for every point."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = theme.px(MARGIN)
        high = self.height() - 2 * margin
        painter.setPen(QPen(theme.color("line"), 1))
        for level in range(self._highest - self._lowest + 1):
            y = margin + high * level / (self._highest - self._lowest)
            painter.drawLine(QPointF(margin, y), QPointF(self.width() - margin, y))
        places = self.places()
        painter.setPen(QPen(theme.color("accent"), theme.px(2)))
        painter.drawPolyline(QPolygonF(list(places)))
        painter.setBrush(theme.color("accent"))
        for place in places:
            painter.drawEllipse(place, theme.px(DOT), theme.px(DOT))
        painter.end()
