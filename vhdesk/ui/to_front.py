"""Bringing a window to the front, where there is a front."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def to_front(window: QWidget) -> None:
    """Show ``window`` above the others and give it the keyboard.

    Without a display windows lie nowhere, and Qt complains on standard error when one is raised.
    """
    window.show()
    if QGuiApplication.platformName() != "offscreen":
        window.raise_()
    window.activateWindow()
