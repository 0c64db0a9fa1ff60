"""Showing a widget so that it really has the focus, also when another test left a window open."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget


def on_screen(qtbot: Any, widget: QWidget) -> None:
    """Show ``widget`` as the active window."""
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
