"""Taking the whole program off the screen, before anything else that locking asks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _NobodyLeaves(QObject):
    """Keeps from every field that the focus went: leaving a field saves it, and that may take its time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget)


def take_off_screen(window: QWidget) -> None:
    """Hide ``window`` and whatever stands before it, and do nothing else meanwhile.

    Fields keep what is typed in them; the window still knows which one had the focus.
    """
    quiet, app = _NobodyLeaves(), QApplication.instance()
    assert app is not None
    app.installEventFilter(quiet)
    try:
        window.hide()
        for other in QApplication.topLevelWidgets():
            if other.isVisible():
                other.hide()
    finally:
        app.removeEventFilter(quiet)
