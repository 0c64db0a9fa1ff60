"""The one act that matters in a view: its words, and its key beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.ui.actions import key_text


class PrimaryButton(QPushButton):
    """A button bound to a registered act: text, key, enabled state and effect are those of the act.

    ``kind`` is "primary" (one per view), "" (ordinary), "quiet" or "danger".
    """

    def __init__(
        self, action: QAction, text: str = "", kind: str = "primary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._words = text
        self.setProperty("kind", kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        if kind != "primary" and not action.icon().isNull():
            self.setIcon(action.icon())
        self._follow()

    def _follow(self) -> None:
        words = self._words or self._action.text().replace("&&", "\0").replace("&", "").replace("\0", "&&")
        keys = key_text(self._action.shortcut()) if not self._action.shortcut().isEmpty() else ""
        gap = "" if self.icon().isNull() else " "
        self.setText(f"{gap}{words}  ({keys})" if keys else f"{gap}{words}")
        self.setAccessibleName(words.replace("&&", "&"))
        refused = self._action.statusTip()
        self.setToolTip(refused)
        self.setAccessibleDescription(refused or (f"Sneltoets {keys}" if keys else ""))
        self.setEnabled(self._action.isEnabled())

    def set_words(self, words: str) -> None:
        """Say the act in other words for what is in front; its key stays."""
        if words != self._words:
            self._words = words
            self._follow()

    def minimumSizeHint(self) -> QSize:
        """The words of an act are never cut off."""
        return self.sizeHint()
