"""The key that locks: the one shortcut that no dialog and no work under way holds up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

LOCK_KEYS: Final = "Ctrl+L"
_COMBINATION: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


def is_lock_key(event: QKeyEvent) -> bool:
    """Say whether this key asks to lock."""
    return event.keyCombination() == _COMBINATION
