"""Tells a row that a person chose from the row a list marks by itself when it gets the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView


class HandWatch(QObject):
    """``by_hand`` is true after a key or a click in ``view``, until it gets the focus again."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.by_hand = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look; every event goes on."""
        if event.type() == QEvent.Type.FocusIn:
            self.by_hand = False
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.by_hand = True
        return False
