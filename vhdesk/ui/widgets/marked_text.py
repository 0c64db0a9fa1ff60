"""Text of which some words stand out: struck through or bold, never by colour alone. To read, not to type in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from vhdesk.ui.theme.style import current_theme

# (role, text): "kop" begins a part on a line of its own, "" is text, "stil" is quiet, "weg" is struck, "erbij" is bold.
Piece = tuple[str, str]


class MarkedText(QTextEdit):
    """As high as its text; the page around it scrolls. Pieces are plain text: no name is read as mark-up."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other text; a line ends where a piece holds a line break, and before every "kop"."""
        self._pieces = tuple(pieces)
        self.clear()
        cursor = self.textCursor()
        for number, (role, text) in enumerate(self._pieces):
            if role == "kop":
                _begin_part(cursor, first=not number)
            cursor.insertText(text, _format(role))
            if role == "kop":
                cursor.insertBlock(QTextBlockFormat())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown."""
        return self._pieces

    def mark(self, words: Sequence[str]) -> bool:
        """Select the first of ``words`` that stands here, with the last of them (the hit itself) selected; False when none
        does. A line break in the text counts as a space."""
        held = self.toPlainText().replace("\n", " ").casefold()
        for each in words:
            at = held.find(each.casefold()) if each else -1
            if at < 0:
                continue
            inner = max(0, each.casefold().find(words[-1].casefold()))
            cursor = self.textCursor()
            cursor.setPosition(at + inner)
            cursor.setPosition(at + inner + len(words[-1]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size dresses the words anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pieces"):
            self.show_pieces(self._pieces)

    def _fit(self, size: QSizeF) -> None:
        frame = 2 * self.frameWidth()
        self.setFixedHeight(round(size.height()) + frame + 16)


def _begin_part(cursor: QTextCursor, *, first: bool) -> None:
    form = QTextBlockFormat()
    if first:
        cursor.setBlockFormat(form)
    else:
        form.setTopMargin(current_theme().px(8))
        cursor.insertBlock(form)


def _format(role: str) -> QTextCharFormat:
    theme = current_theme()
    form = QTextCharFormat()
    ink = {"weg": "danger", "erbij": "ok", "stil": "muted"}.get(role, "text")
    form.setForeground(theme.color(ink))
    form.setFontStrikeOut(role == "weg")
    if role in ("kop", "erbij"):
        form.setFontWeight(QFont.Weight.DemiBold)
    return form
