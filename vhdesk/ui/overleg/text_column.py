"""Paragraphs under headings, in labels that are kept and filled again: another case costs no new widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.label import Label

# (role, text); role "strong" begins a new part.
Paragraph = tuple[str, str]


class TextColumn(QWidget):
    """Shows (role, text) pairs; an empty text is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[Label] = []
        self._shown: tuple[Paragraph, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_1)

    def show_text(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs; those that stay the same are not touched."""
        shown = tuple((role, text) for role, text in paragraphs if text)
        if shown == self._shown:
            return
        self._shown = shown
        while len(self._labels) < len(shown):
            label = Label("", wrap=True)
            self._labels.append(label)
            self._layout.addWidget(label)
        for number, label in enumerate(self._labels):
            if number >= len(shown):
                label.hide()
                continue
            role, text = shown[number]
            if label.property("role") != role:
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)
            label.setContentsMargins(0, SPACE_3 if role == "strong" and number else 0, 0, 0)
            label.setText(text)
            label.show()
        self.setVisible(bool(shown))

    def shown(self) -> tuple[Paragraph, ...]:
        """Return what is shown now."""
        return self._shown
