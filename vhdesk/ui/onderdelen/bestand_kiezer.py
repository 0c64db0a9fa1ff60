"""Choosing a file: by a button that opens the dialog, or by typing or pasting where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from vhdesk.ui.prompts import Prompts
from vhdesk.ui.reading import may_write
from vhdesk.ui.theme.tokens import SPACE_2

FILTERS: Final = "Alle bestanden (*)"
HINT: Final = "Of typ of plak waar het bestand staat, en druk op Enter"


class BestandKiezer(QWidget):
    """Signals: ``chosen(Path)`` when a person chose. The field is emptied by ``clear`` once the file was taken."""

    chosen = Signal(object)

    def __init__(self, prompts: Prompts, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._folder: Path | None = None
        self.setAccessibleName(words)
        self.button = QPushButton(words)
        self.button.setAutoDefault(False)
        self.line = _Line()
        self.line.setAccessibleName("Waar het bestand staat")
        self.line.setPlaceholderText(HINT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.button)
        layout.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.button.clicked.connect(self.ask)
        self.line.entered.connect(self._typed)

    def ask(self) -> None:
        """Open the dialog, in the folder of the file before."""
        if may_write(self):
            self._prompts.open_file(self, "Bestand kiezen", FILTERS, self._picked, folder=self._folder)

    def clear(self) -> None:
        """The file was taken."""
        self.line.clear()

    def _picked(self, path: Path) -> None:
        self._folder = path.parent
        self.line.setText(str(path))
        self.chosen.emit(path)

    def _typed(self) -> None:
        path = as_path(self.line.text())
        if path is not None and may_write(self):
            self._folder = path.parent
            self.chosen.emit(path)


class _Line(QLineEdit):
    """Enter belongs to the field: in a form it does nothing else."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the file."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def as_path(text: str) -> Path | None:
    """Return the path that was typed or pasted, also between quotes or as ``file://``; None when nothing was."""
    text = text.strip().strip("\"'").strip()
    if text.casefold().startswith("file://"):
        text = unquote(urlsplit(text).path)
    if not text:
        return None
    try:
        return Path(text).expanduser()
    except RuntimeError:  # no such user
        return Path(text)
