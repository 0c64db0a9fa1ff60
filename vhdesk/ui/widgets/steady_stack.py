"""A stack of pages that takes the room it gets: its pages are not measured each time something near it changes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class SteadyStack(QStackedWidget):
    """Qt asks every page of a stack for its height at every width; with pages full of wrapped text that is the
    dearest part of switching an item. Pages here scroll or shrink, so the answer is not needed."""

    def hasHeightForWidth(self) -> bool:
        """The height does not follow from the width."""
        return False

    def heightForWidth(self, width: int) -> int:
        """No opinion."""
        return -1

    def sizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        """Pages scroll."""
        return QSize(160, 96)
