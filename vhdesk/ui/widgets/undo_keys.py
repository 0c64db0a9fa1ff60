"""Ctrl+Z in a field: first what was typed there, and when that is all back, the last act."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def left_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Say whether ``event`` is the question for a key that this field has no use for.

    Qt's fields keep the keys of undo and redo also when they have nothing to undo. True: ignore the event, and the
    act of the window that has this key answers.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    return undo or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)
