"""A list whose rows are shown whole, with arrows to walk and Enter to open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QScrollArea, QSizePolicy, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.onderdelen.whole_row_delegate import WholeRowDelegate
from vhdesk.ui.widgets.list_pane import RowList


class WholeRowList(RowList):
    """With ``fit`` the list is as high as its rows and scrolls with the page around it.

    Signals: ``opened(id)`` on Enter, ``chosen(id)`` when another row became current ("" for none).
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        two_line: Callable[[Any], TwoLine],
        *,
        fit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.rows = RowListModel(two_line, parent=self)
        self.setModel(self.rows)
        self.setItemDelegate(WholeRowDelegate(self))
        self.setProperty("kind", "clear")
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._fit = fit
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; a current row that vanished gives its place to its neighbour."""
        place = self.currentIndex().row()
        self.rows.set_rows(rows)
        if self._fit:
            self.updateGeometry()
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
        if self._fit and current.isValid():
            self._show_row(current)
        self.chosen.emit(str(current.data(ID_ROLE)) if current.isValid() else "")

    def _show_row(self, index: QModelIndex) -> None:
        """Scroll the page around the list to a row."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            box = self.visualRect(index)
            place = self.viewport().mapTo(inside, box.center())
            area.ensureVisible(place.x(), place.y(), 0, box.height() // 2 + 12)

    def sizeHint(self) -> QSize:
        """As high as the rows when it fits them."""
        if not self._fit:
            return super().sizeHint()
        height = sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        return QSize(super().sizeHint().width(), height + 4)

    def minimumSizeHint(self) -> QSize:
        """A list that fits its rows is never smaller."""
        return QSize(120, self.sizeHint().height()) if self._fit else super().minimumSizeHint()

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
            if self._fit:
                self.updateGeometry()
