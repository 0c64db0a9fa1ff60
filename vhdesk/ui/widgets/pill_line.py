"""Several pills in one widget, going on at the next line when the line is full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.pill import paint_pill, pill_size

# (text, state, what a screen reader says)
PillText = tuple[str, str, str]


class PillLine(QWidget):
    """Paints them; one widget costs less to lay out than one for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills: tuple[PillText, ...] = ()
        self._sizes: list[QSize] = []
        self._sized_for: object = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pills(self, pills: Sequence[PillText]) -> None:
        """Show other pills; without any the line hides."""
        if tuple(pills) != self._pills:
            self._pills = tuple(pills)
            self._sized_for = None
            said = ". ".join(said for _, _, said in pills)
            self.setAccessibleName(said)
            self.setToolTip(said)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(pills))

    def texts(self) -> tuple[str, ...]:
        """Return the words on the pills."""
        return tuple(text for text, _, _ in self._pills)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        """One line if there is room."""
        sizes = self._measured()
        width = sum(size.width() for size in sizes) + SPACE_1 * max(0, len(sizes) - 1)
        return QSize(width, current_theme().px(20))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest pill: none is cut off."""
        return QSize(max((size.width() for size in self._measured()), default=0), current_theme().px(20))

    def _measured(self) -> list[QSize]:
        """Return the size of each pill; a layout asks it a hundred times for one act."""
        theme = current_theme()
        if theme is not self._sized_for:
            self._sizes = [pill_size(text, theme) for text, _, _ in self._pills]
            self._sized_for = theme
        return self._sizes

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for size in self._measured():
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + SPACE_1
            places.append(QRect(QPoint(x, y), size))
            x += size.width() + SPACE_1
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the tokens in force."""
        theme = current_theme()
        painter = QPainter(self)
        for (text, state, _), place in zip(self._pills, self._places(self.width()), strict=True):
            paint_pill(painter, place, text, state, theme)
        painter.end()
