"""Cards beside each other in equal columns; they are replaced as a whole when the rows behind them change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout


class CardGrid(QWidget):
    """``column_width`` is the narrowest a card becomes, at 100 % text."""

    def __init__(self, name: str, column_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.cards: tuple[QWidget, ...] = ()
        self._flow = FlowLayout(self, spacing=SPACE_3, column_width=column_width)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards instead; the old ones are deleted."""
        for old in self.cards:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = tuple(cards)
        for card in cards:
            self._flow.addWidget(card)
        self.updateGeometry()
