"""Plain text in one of the roles of the type scale; never rich text, so that no name is read as mark-up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A QLabel with a role ("title", "section", "strong", "muted", "small", "label", "fault")."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not wrap)

    def set_role(self, role: str) -> None:
        """Show the text in another role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def mark(self, words: str) -> None:
        """Take the focus with the first place of these words selected."""
        self.set_selectable()
        self.setFocus()
        at = self.text().lower().find(words.lower())
        if at >= 0:
            self.setSelection(at, len(words))

    def set_selectable(self) -> None:
        """Let a person select and copy the text, also with the keyboard."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
