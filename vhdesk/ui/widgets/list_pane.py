"""The list column: heading, count, search field, list, and what to say when there is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.ui.itemmodels.row_model import ID_ROLE, RowTableModel
from vhdesk.ui.itemmodels.row_proxy import RowProxy
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_list import RowList
from vhdesk.ui.widgets.search_field import SearchField

__all__ = ["ListPane", "RowList"]


SHOWN_WORDS = 60  # characters; a page that was pasted is not repeated


def nothing_found(words: str) -> tuple[str, str]:
    """Return that these words were not found, and what to try."""
    shown = words if len(words) <= SHOWN_WORDS else f"{words[:SHOWN_WORDS].rstrip()}…"
    return f"Niets gevonden voor “{shown}”.", "Probeer een ander of korter woord."


class ListPane(QFrame):
    """Signals: ``selected(id)`` when another row became current ("" for none), ``opened(id)`` on Enter or double
    click, ``moved(id, new_index)`` when a person reordered, ``searched(words)`` as the search words change.

    ``local_search=False`` leaves searching to the page (full text through the desk). ``nothing``: what to say, and the
    next step, when nothing is found for these words.
    """

    selected = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)
    searched = Signal(str)

    def __init__(
        self,
        title: str,
        model: RowTableModel,
        *,
        search_hint: str = "",
        empty: EmptyState | None = None,
        local_search: bool = True,
        nothing: Callable[[str], tuple[str, str]] = nothing_found,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._wanted = ""
        self._emitted = ""
        self._local = local_search
        self._nothing = nothing
        self.model = model
        self.proxy = RowProxy(model, self)
        self.title = Label(title, "section")
        self.count = Label("", "small", wrap=True)
        self.search = SearchField(search_hint or f"Zoeken in {title.lower()}", "Ctrl+F")
        self.view = RowList(title)
        self.view.setModel(self.proxy)
        self.empty = empty or EmptyState("inbox", "Hier staat nog niets.")
        self.nothing_found = EmptyState("search", "Niets gevonden.", "Probeer een ander of korter woord.")
        self._stack = QStackedLayout()
        for widget in (self.view, self.empty, self.nothing_found):
            widget.setParent(self)  # a stack without a parent would show its first widget as a window
            self._stack.addWidget(widget)
        self._lay_out()
        self._connect()
        self._show_right_state()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_2, 0, SPACE_2, SPACE_2)
        head.setSpacing(SPACE_1)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addSpacing(SPACE_2)
        head.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_2, SPACE_4, SPACE_2, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)
        self.set_reorderable(self.model.reorderable)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.down_requested.connect(self._to_list)
        self.view.opened.connect(self.opened)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.model.moved.connect(self.moved)
        for signal in (self.proxy.rowsInserted, self.proxy.rowsRemoved, self.proxy.modelReset):
            signal.connect(self._show_right_state)
        self.proxy.rowsInserted.connect(self._reselect)

    # --- rows and selection

    def set_rows(self, rows: object) -> None:
        """Show rows; selection and scroll stay. A selected row that vanished selects its neighbour."""
        self.model.set_rows(rows)  # type: ignore[arg-type]
        self._show_right_state()

    def current_id(self) -> str:
        """Return the id of the current row, "" for none."""
        index = self.view.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def select(self, identity: str) -> bool:
        """Make a row current and visible; when it is not there yet, as soon as it comes."""
        index = self.proxy.index_of(identity)
        self._wanted = "" if index.isValid() else identity
        if index.isValid():
            chosen = self.view.selectionModel()
            # Coming into the list with Tab makes a row current without marking it.
            if index != self.view.currentIndex() or not chosen.isSelected(index):
                chosen.setCurrentIndex(
                    index,
                    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
                )
            if self.view.isVisible():
                self.view.scrollTo(index)
        return index.isValid()

    def select_first(self) -> None:
        """Make the first row current when none is."""
        if not self.view.currentIndex().isValid() and self.proxy.rowCount():
            self.select(str(self.proxy.index(0, 0).data(ID_ROLE)))

    def set_count(self, text: str) -> None:
        """Show the line under the heading ("30 casussen · 4 besproken · 09:00–14:00")."""
        self.count.setText(text)

    def set_reorderable(self, value: bool) -> None:
        """Allow or forbid drag and Alt+Up/Down."""
        self.model.set_reorderable(value)
        mode = QAbstractItemView.DragDropMode
        self.view.setDragDropMode(mode.InternalMove if value else mode.NoDragDrop)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setDropIndicatorShown(value)

    def focus_search(self) -> None:
        """Put the cursor in the search field (Ctrl+F)."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Put the focus on the list."""
        self._to_list()

    def back_out(self) -> bool:
        """Empty the search; False when there was none."""
        if not self.search.text():
            return False
        self.search.clear()
        self.search.search_now()
        self._to_list()
        return True

    # --- inner workings

    def _search(self, words: str) -> None:
        if self._local:
            self.proxy.set_words(words)
        self._show_right_state()
        self.searched.emit(words)

    def _to_list(self) -> None:
        self.select_first()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reselect(self) -> None:
        if self._wanted:
            self.select(self._wanted)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        identity = str(current.data(ID_ROLE)) if current.isValid() else ""
        if identity != self._emitted:
            self._emitted = identity
            self.selected.emit(identity)

    def _show_right_state(self) -> None:
        if self.proxy.rowCount():
            self._stack.setCurrentWidget(self.view)
        elif self.search.text().strip():
            self.nothing_found.set_words(*self._nothing(self.search.text().strip()))
            self._stack.setCurrentWidget(self.nothing_found)
        else:
            self._stack.setCurrentWidget(self.empty)
