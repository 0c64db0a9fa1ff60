"""Cards in one, two or three columns by the width there is, each as high as its own words; no holes between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3

MOST = 3


class CardColumns(QWidget):
    """``least`` is the smallest width of a column in pixels at 100 % text. Cards go, in their order, to the column
    that is shortest so far."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._cards: tuple[QWidget, ...] = ()
        self._places: dict[QWidget, int] = {}
        self._columns: list[QVBoxLayout] = []
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_3)
        for _ in range(MOST):
            column = QVBoxLayout()
            column.setSpacing(SPACE_3)
            column.addStretch(1)
            self._columns.append(column)
            across.addLayout(column)
        self._across = across

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Hold these cards, in this order; each shows or hides by itself."""
        self._cards = tuple(cards)
        for card in cards:
            if card.parent() is not self:
                card.setParent(self)

    def arrange(self) -> None:
        """Cards were shown, hidden or filled otherwise: divide them anew."""
        shown = [card for card in self._cards if not card.isHidden()]
        self.setVisible(bool(shown))
        places = self._divide(shown)
        if places == self._places:
            return
        self._places = places
        for column in self._columns:
            for card in self._cards:
                column.removeWidget(card)
        for card, number in places.items():
            column = self._columns[number]
            column.insertWidget(column.count() - 1, card)
        used = max(places.values(), default=0) + 1
        for number in range(MOST):
            self._across.setStretch(number, 1 if number < used else 0)

    def _divide(self, shown: Sequence[QWidget]) -> dict[QWidget, int]:
        theme = current_theme()
        total = self.width() if self.width() > self._least else theme.px(self._least) * 2
        count = max(1, min(MOST, (total + SPACE_3) // (theme.px(self._least) + SPACE_3), len(shown)))
        width = (total - (count - 1) * SPACE_3) // count
        heights = [0] * count
        places: dict[QWidget, int] = {}
        for card in shown:
            number = heights.index(min(heights))
            places[card] = number
            heights[number] += card.heightForWidth(width) + SPACE_3
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may give another number of columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
