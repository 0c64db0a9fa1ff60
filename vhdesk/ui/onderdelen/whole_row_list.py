"""A list whose rows are shown whole, with arrows to walk and Enter to open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.onderdelen.whole_row_delegate import WholeRowDelegate
from vhdesk.ui.widgets.list_pane import RowList


class WholeRowList(RowList):
    """Signals: ``opened(id)`` on Enter, ``chosen(id)`` when another row became current ("" for none)."""

    chosen = Signal(str)

    def __init__(self, name: str, two_line: Callable[[Any], TwoLine], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.rows = RowListModel(two_line, parent=self)
        self.setModel(self.rows)
        self.setItemDelegate(WholeRowDelegate(self))
        self.setProperty("kind", "clear")
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; a current row that vanished gives its place to its neighbour."""
        place = self.currentIndex().row()
        self.rows.set_rows(rows)
        if place >= 0 and not self.currentIndex().isValid() and self.rows.rowCount():
            self._make_current(self.rows.index(min(place, self.rows.rowCount() - 1), 0))

    def current_row(self) -> Any | None:
        """Return the current row, None for none."""
        return self.rows.row_at(self.currentIndex())

    def select(self, identity: str) -> bool:
        """Make a row current and visible; False when it is not there."""
        index = self.rows.index_of(identity)
        if index.isValid():
            self._make_current(index)
            self.scrollTo(index)
        return index.isValid()

    def _make_current(self, index: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(str(current.data(ID_ROLE)) if current.isValid() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming with the keyboard lands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self._make_current(self.rows.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the rows other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
