"""The go-to palette (Ctrl+K): type a few letters of a case, a person or an act, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to go to. ``id`` is unique within its provider; ``right`` shows a key or a date."""

    id: str
    title: str
    subtitle: str = ""
    right: str = ""
    icon: str = "arrow-right"


class Provider(Protocol):
    """A source of entries (acts, cases, persons). Answers may come later and never replace a newer question."""

    def search(self, words: str, answer: Callable[[str, Sequence[Entry]], None]) -> None:
        """Look for ``words`` ("" means: what is most likely); call ``answer(words, entries)``, now or later, on the
        GUI thread. ``answer`` is a bound method of a QObject."""

    def go(self, entry_id: str) -> None:
        """Go to an entry."""


@dataclass(frozen=True, slots=True)
class _Shown:
    id: str
    entry: Entry
    source: int


def _two_line(shown: _Shown) -> TwoLine:
    entry = shown.entry
    return TwoLine(entry.title, entry.subtitle, entry.right, entry.icon)


class Palette(QDialog):
    """Shows what the providers answer, in the order of the providers."""

    def __init__(self, providers: Sequence[Provider], parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setWindowTitle("Ga naar")
        self.setAccessibleName("Ga naar")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._words = ""
        self._providers = tuple(providers)
        self._collectors = [_Collector(number, self) for number in range(len(self._providers))]
        self._found: list[tuple[_Shown, ...]] = [() for _ in self._providers]
        self._touched = False
        self.field = SearchField("Ga naar een casus, persoon of handeling")
        self.model = RowListModel(_two_line, parent=self)
        self.list = QListView()
        self.list.setAccessibleName("Gevonden")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = Label("Niets gevonden. Probeer een ander of korter woord.", "muted")
        self.none.hide()
        panel = QFrame()
        panel.setProperty("kind", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_2)
        inside.setSpacing(SPACE_2)
        for widget in (self.field, self.none, self.list):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        self.field.searched.connect(self.ask)
        self.list.clicked.connect(self._go)
        self.field.installEventFilter(self)

    def open(self) -> None:
        """Show over the upper part of the window and ask for what is most likely."""
        theme = current_theme()
        window = self._over
        width = min(theme.px(620), window.width() - 48)
        self.resize(width, min(theme.px(460), window.height() - 96))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 56)
        self.field.clear()
        super().open()
        self.field.setFocus()
        self.ask("")

    def ask(self, words: str) -> None:
        """Ask every provider."""
        self._words = words
        self._touched = False
        for provider, collector in zip(self._providers, self._collectors, strict=True):
            provider.search(words, collector.take)

    def take(self, number: int, words: str, entries: Sequence[Entry]) -> None:
        """Show the answer of one provider, unless another question was asked since."""
        if words != self._words:
            return
        self._found[number] = tuple(_Shown(f"{number}/{entry.id}", entry, number) for entry in entries)
        current = str(self.list.currentIndex().data(ID_ROLE) or "")
        self.model.set_rows([shown for found in self._found for shown in found])
        # Nothing jumps: once the person moved the mark, a late answer leaves it where it is.
        index = self.model.index_of(current) if self._touched else self.model.index(0, 0)
        self.list.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.none.setVisible(not self.model.rowCount())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cursor stays in the field; arrows move the mark, Enter goes, Escape closes."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._touched = True
                row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + step))
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.field.text().strip() != self._words:
                    self.field.search_now()
                self._go(self.list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _go(self, index: QModelIndex) -> None:
        shown = self.model.row_at(index)
        if isinstance(shown, _Shown):
            self.accept()
            self._providers[shown.source].go(shown.entry.id)


class _Collector(QObject):
    """Takes the answers of one provider."""

    def __init__(self, number: int, palette: Palette) -> None:
        super().__init__(palette)
        self._number = number

    def take(self, words: str, entries: Sequence[Entry]) -> None:
        palette = self.parent()
        assert isinstance(palette, Palette)
        palette.take(self._number, words, entries)
