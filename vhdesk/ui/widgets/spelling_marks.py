"""Wavy lines under words that are not spelled right, in one text field."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from vhdesk.spelling import Word, words_in
from vhdesk.ui.theme.style import current_theme

MAX_BLOCK: Final = 20_000  # characters of one paragraph; past it checking would be felt while typing


class Verdicts(Protocol):
    """Who knows which words are right."""

    def is_wrong(self, word: str) -> bool:
        """Say whether ``word`` is known to be wrong; a word nobody knows yet is asked and not wrong so far."""


class SpellingMarks(QSyntaxHighlighter):
    """Marks the wrong words of ``field``; the word that is being typed is left alone until the cursor has left it."""

    def __init__(self, field: QPlainTextEdit, verdicts: Verdicts) -> None:
        super().__init__(field.document())
        self._field = field
        self._verdicts = verdicts
        self._typing = -1  # number of the block whose word under the cursor was passed over
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._format.setUnderlineColor(current_theme().color("danger"))
        field.cursorPositionChanged.connect(self._cursor_moved)

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph that changed."""
        if len(text) > MAX_BLOCK:
            return
        block = self.currentBlock()
        cursor = self._field.textCursor()
        at = cursor.positionInBlock() if self._field.hasFocus() and cursor.block() == block else -1
        for start, word in words_in(text):
            if not self._verdicts.is_wrong(word):
                continue
            if at == start + len(word):
                self._typing = block.blockNumber()
            else:
                self.setFormat(start, len(word), self._format)

    def _cursor_moved(self) -> None:
        """The word that was being typed may be finished now."""
        if self._typing < 0:
            return
        block = self._field.document().findBlockByNumber(self._typing)
        self._typing = -1
        self.rehighlightBlock(block)

    def word_at(self, position: int) -> Word | None:
        """Return the wrong word around ``position`` (characters from the start of the text)."""
        block = self._field.document().findBlock(position)
        return next(
            (word for word in self._wrong(block) if word.start <= position <= word.start + len(word.text)),
            None,
        )

    def next_wrong(self, position: int) -> Word | None:
        """Return the first wrong word behind ``position``, else the first of the text."""
        block = self._field.document().findBlock(position)
        first: Word | None = None
        while block.isValid():
            for word in self._wrong(block):
                if word.start >= position:
                    return word
            block = block.next()
        block = self._field.document().begin()
        while first is None and block.isValid():
            first = next(iter(self._wrong(block)), None)
            block = block.next()
        return first

    def _wrong(self, block: QTextBlock) -> list[Word]:
        text = block.text()
        words = () if len(text) > MAX_BLOCK else words_in(text)
        return [
            Word(block.position() + word.start, word.text)
            for word in words
            if self._verdicts.is_wrong(word.text)
        ]

    def replace(self, word: Word, by: str) -> None:
        """Put ``by`` in the place of ``word``; one step of undo."""
        cursor = self.select(word)
        cursor.insertText(by)

    def select(self, word: Word) -> QTextCursor:
        """Select ``word`` in the field and return the cursor."""
        cursor = self._field.textCursor()
        cursor.setPosition(word.start)
        cursor.setPosition(word.start + len(word.text), QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        return cursor
