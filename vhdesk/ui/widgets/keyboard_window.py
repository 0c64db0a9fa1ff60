"""What Tab and Enter do in every window: Tab walks in reading order, Enter presses the button that has the focus.

Left to itself Qt lets only the space bar press a button.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget


class KeyboardWindow:
    """Mixed into a window, before its Qt class."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab; round at both ends. False when there is nowhere to go."""
        from vhdesk.ui.widgets.reading_order import (  # deferred: the first window shows first
            bring_into_sight,
            next_stop,
        )

        assert isinstance(self, QWidget)
        target = next_stop(self, forward=forward)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        bring_into_sight(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nobody wanted presses the button that has the focus."""
        from PySide6.QtWidgets import QToolButton  # deferred: as above

        focus = QApplication.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain and isinstance(focus, QPushButton | QToolButton):
            focus.click()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]  # of the Qt class behind this one
