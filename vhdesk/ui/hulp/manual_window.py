"""The manual in a window of its own: contents at the left, the chapter at the right, search above."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.ui.hulp.chapters import Chapter, find_chapter, load_chapters
from vhdesk.ui.hulp.markdown_view import MarkdownView
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.whole_row_list import WholeRowList


class ManualWindow(KeyboardWindow, QWidget):
    """Walk the chapters with the arrows, Enter or Tab goes into the text, Ctrl+F searches, Escape closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("kind", "page")
        self.setWindowTitle("Handleiding – vhdesk")
        self.setAccessibleName("Handleiding")
        self.chapters = load_chapters()
        self._words = ""
        self.search = SearchField("Zoeken", "Ctrl+F")
        self.contents = WholeRowList("Inhoud", self._two_line)
        self.contents.setProperty("kind", "clear")
        self.none = Label("Niets gevonden. Probeer een ander of korter woord.", "muted", wrap=True)
        self.text = MarkdownView("Tekst van de handleiding")
        self._lay_out()
        self.search.searched.connect(self._search)
        self.search.down_requested.connect(self.contents.setFocus)
        self.search.returnPressed.connect(self.next_hit)
        self.contents.selectionModel().currentChanged.connect(self._chosen)
        self.contents.opened.connect(self._opened)
        self.text.topic_requested.connect(self.show_topic)
        for keys, slot in (
            ("Esc", self._escape),
            ("Ctrl+F", self._to_search),
            ("F3", self.next_hit),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        self.contents.set_rows(self.chapters)
        self.contents.select(self.chapters[0].id)
        theme = current_theme()
        self.resize(min(theme.px(940), 1320), min(theme.px(700), 740))

    def _lay_out(self) -> None:
        pane = QFrame()
        pane.setProperty("kind", "sidebar")
        pane.setFixedWidth(min(current_theme().px(280), 420))
        column = QVBoxLayout(pane)
        column.setContentsMargins(SPACE_3, SPACE_4, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(Label("Handleiding", "section"))
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.contents, 1)
        self.none.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(pane)
        card = QVBoxLayout()
        card.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        card.addWidget(self.text)
        layout.addLayout(card, 1)

    # --- what others ask

    def show_topic(self, topic: str) -> None:
        """Show a chapter by its id, its name or a word of its title; the first one when nothing fits."""
        self._search("")
        self.search.clear()
        chapter = find_chapter(self.chapters, topic) or self.chapters[0]
        self.contents.select(chapter.id)

    def current(self) -> str:
        """Return the id of the chapter shown."""
        row = self.contents.current_row()
        return row.id if isinstance(row, Chapter) else ""

    def next_hit(self) -> None:
        """F3 or Enter in the search field: the next place of the words in this chapter."""
        if self._words:
            self.text.find_words(self._words)

    # --- inner workings

    def _two_line(self, chapter: Chapter) -> TwoLine:
        return TwoLine(chapter.title, chapter.place_of(self._words) if self._words else "", icon="book-open")

    def _search(self, words: str) -> None:
        self._words = words
        found = [chapter for chapter in self.chapters if chapter.holds(words)]
        before = self.current()
        self.contents.set_rows([])  # the second line of every row follows the words
        self.contents.set_rows(found)
        self.none.setVisible(not found)
        if found:
            kept = before if before in {chapter.id for chapter in found} else found[0].id
            self.contents.select(kept)
            self.next_hit()

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        chapter = self.contents.rows.row_at(current)
        if isinstance(chapter, Chapter):
            self.text.show_markdown(chapter.text)
            self.next_hit()

    def _opened(self, _chapter_id: str) -> None:
        self.text.setFocus()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self._search("")
        else:
            self.close()
