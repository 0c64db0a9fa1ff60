"""The sheet behind F1: every key, generated from the registry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.search_field import SearchField

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

NOTHING = "Niets gevonden. Probeer een ander woord, of lees de handleiding (Shift+F1)."

Sheet = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class KeySheet(QDialog):
    """Shows (section, ((text, keys), ...)); the field narrows it. ``manual_requested``: keys alone do not tell enough."""

    manual_requested = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sneltoetsen")
        self.setAccessibleName("Sneltoetsen")
        theme = current_theme()
        self.field = SearchField("Zoeken in sneltoetsen")
        self._lines: list[tuple[str, list[QWidget]]] = []
        content = QWidget()
        content.setProperty("kind", "page")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, SPACE_4, 0)
        grid.setHorizontalSpacing(SPACE_6)
        grid.setVerticalSpacing(SPACE_1)
        row = 0
        for section, lines in sheet:
            heading = Label(section, "strong")
            heading.setContentsMargins(0, SPACE_3, 0, SPACE_1)
            grid.addWidget(heading, row, 0, 1, 2)
            everything = " ".join(f"{text} {keys}" for text, keys in lines)
            self._lines.append((f"{section} {everything}".lower(), [heading]))
            for offset, (text, keys) in enumerate(lines, row + 1):
                words, caps = Label(text, wrap=True), Label(keys, "strong")
                grid.addWidget(words, offset, 0)
                grid.addWidget(caps, offset, 1, alignment=Qt.AlignmentFlag.AlignRight)
                self._lines.append((f"{section} {text} {keys}".lower(), [words, caps]))
            row += len(lines) + 1
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(row, 1)
        self.nothing = Label("", "muted", wrap=True)
        self.nothing.hide()
        area = self.area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        area.setAccessibleName("Sneltoetsen")
        self.manual = QPushButton("Handleiding  (Shift+F1)")
        self.manual.setAccessibleName("Handleiding")
        self.manual.setAutoDefault(False)
        self.manual.clicked.connect(self._to_manual)
        QShortcut(QKeySequence("Shift+F1"), self, self._to_manual)
        close = QPushButton("Sluiten")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.manual)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        layout.setSpacing(SPACE_3)
        layout.addWidget(Label("Sneltoetsen", "section"))
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        self.resize(theme.px(540), min(theme.px(620), parent.window().height() - 40))
        self.field.searched.connect(self._narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the search field leaves: arrows and page keys move the sheet."""
        if event.key() in _MOVES:
            QApplication.sendEvent(self.area.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    def _to_manual(self) -> None:
        self.accept()
        self.manual_requested.emit()

    def _narrow(self, words: str) -> None:
        wanted = words.lower().split()
        for text, widgets in self._lines:
            for widget in widgets:
                widget.setVisible(all(word in text for word in wanted))
        found = any(all(word in text for word in wanted) for text, _ in self._lines)
        self.nothing.setText("" if found else NOTHING)
        self.nothing.setVisible(not found)
