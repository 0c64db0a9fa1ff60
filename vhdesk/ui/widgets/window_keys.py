"""Keys that belong to the window also while somebody types.

On X11 the fields of Qt keep four keys for themselves, as Emacs has them: Ctrl+K deletes the rest of the line, Ctrl+U the
whole line, Ctrl+E goes to its end. Here these are acts; whoever asks the palette while typing may lose no text. Alt with
a digit brings a tab in front, and where there is none it types no digit.
"""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_DIGITS: Final = tuple(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10))
KEYS: Final = frozenset(
    QKeyCombination(modifiers, key).toCombined()
    for modifiers, key in (
        (_CTRL, Qt.Key.Key_K), (_CTRL, Qt.Key.Key_U), (_CTRL, Qt.Key.Key_E), (_CTRL | _SHIFT, Qt.Key.Key_E),
        *((_ALT, digit) for digit in _DIGITS),
    )
)  # fmt: skip


class WindowKeys(QObject):
    """Stands before whatever has the focus: asked for one of the keys, the field does not want it; when no act of the
    window took it either, it is spent."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._focus: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = now
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys from the field."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or event.keyCombination().toCombined() not in KEYS:
            return False
        event.setAccepted(event.type() == QEvent.Type.KeyPress)
        return True
