"""Markdown dressed in the theme: headings, tables and links as everywhere in the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6

_HEADINGS: Final = {1: ("title", SPACE_6), 2: ("section", SPACE_6), 3: ("body", SPACE_4)}
_LINE: Final = 145  # per cent of the font's own height


class MarkdownView(QTextBrowser):
    """Shows a text that ships with the program. Signals: ``topic_requested(str)`` when a link names another
    file of the manual."""

    topic_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(SPACE_6)
        self.anchorClicked.connect(self._clicked)

    def show_markdown(self, text: str) -> None:
        """Show ``text`` from its beginning."""
        self._text = text
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def find_words(self, words: str) -> bool:
        """Mark the next place where ``words`` stand, from the top again after the last one."""
        if not words:
            return False
        if self.find(words):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_text"):
            self._dress()

    # --- dressing

    def _dress(self) -> None:
        theme = current_theme()
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(theme.px(SPACE_6))
        block = document.begin()
        while block.isValid():
            self._dress_block(block, theme)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame, theme)

    def _dress_block(self, block: QTextBlock, theme: Theme) -> None:
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = block.blockFormat().headingLevel()
        if level:
            size, above = _HEADINGS.get(level, _HEADINGS[3])
            shape.setTopMargin(0 if block.blockNumber() == 0 else theme.px(above))
            shape.setBottomMargin(theme.px(SPACE_2))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(
                theme.font(size, "semibold"),
                QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll,
            )
            cursor.setCharFormat(letters)  # not merged: what Markdown set would change the size again
        elif block.textList() is not None:
            shape.setBottomMargin(theme.px(4))
        elif QTextCursor(block).currentTable() is None:
            shape.setBottomMargin(theme.px(SPACE_3))
        QTextCursor(block).mergeBlockFormat(shape)
        self._dress_letters(block, theme)

    def _dress_letters(self, block: QTextBlock, theme: Theme) -> None:
        """Bold is the heaviest weight that ships; keys and file names stand on a soft ground."""
        code = block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence.value)
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            fixed = fragment.charFormat().fontFixedPitch() or code
            heavy = fragment.charFormat().fontWeight() > QFont.Weight.DemiBold
            if fixed or heavy:
                cursor = QTextCursor(block)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                if heavy:
                    letters.setFontWeight(QFont.Weight.DemiBold)
                if fixed:
                    letters.setBackground(QBrush(theme.color("sidebar")))
                if fixed and not code:
                    font = QFont(theme.font("body", "medium"))
                    letters.setFontFamilies(font.families())
                    letters.setFontFixedPitch(False)
                    letters.setFontWeight(font.weight())
                cursor.mergeCharFormat(letters)
            iterator += 1

    def _dress_table(self, table: QTextTable, theme: Theme) -> None:
        shape = table.format()
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QBrush(theme.color("line")))
        shape.setBorderCollapse(True)
        shape.setCellPadding(theme.px(6))
        shape.setCellSpacing(0)
        shape.setTopMargin(theme.px(SPACE_2))
        shape.setBottomMargin(theme.px(SPACE_4))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            letters = cell.format()
            letters.setBackground(QBrush(theme.color("sidebar")))
            cell.setFormat(letters)

    def _clicked(self, url: QUrl) -> None:
        """A link to another chapter goes there; nothing is ever opened outside the program."""
        name = url.path().removesuffix(".md")
        if not url.scheme() and name:
            self.topic_requested.emit(name)
        elif url.fragment():
            self.scrollToAnchor(url.fragment())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: the texts have no pictures, and no link may reach a network or the disk."""
        return None

    def keyPressEvent(self, event: object) -> None:
        """Home and End go to the ends of the text."""
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
