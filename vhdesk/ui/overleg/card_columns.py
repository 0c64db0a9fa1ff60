"""Cards in one, two or three equal columns by the width there is; those that are hidden leave no hole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3


class CardColumns(QWidget):
    """``least`` is the smallest width of a column in pixels at 100 % text."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._cards: tuple[QWidget, ...] = ()
        self._shown: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_3)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Hold these cards, in this order; each shows or hides by itself."""
        self._cards = tuple(cards)
        for card in cards:
            card.setParent(self)

    def arrange(self) -> None:
        """Some cards were shown or hidden: close the holes."""
        shown = tuple(card for card in self._cards if not card.isHidden())
        width = self.width() if self.width() > 100 else self._least * 2
        columns = max(1, min(3, width // current_theme().px(self._least)))
        if shown == self._shown and columns == self._columns:
            return
        self._shown, self._columns = shown, columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.setVisible(bool(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may give another number of columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
