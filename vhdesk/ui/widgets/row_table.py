"""A table of rows: declared columns, sorting by heading, whole rows selected, Enter opens, Space marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from vhdesk.ui.itemmodels.row_model import ID_ROLE, RowTableModel
from vhdesk.ui.itemmodels.row_proxy import RowProxy
from vhdesk.ui.table_state import restore_columns, save_columns, scale_columns
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.cell_delegate import CellDelegate

ROW = 36  # pixels at 100 % text


class RowTable(QTableView):
    """Signals: ``selected(id)`` when another row became current, ``opened(id)`` on Enter or double click,
    ``marked(id)`` on Space, for a table whose rows can be ticked."""

    selected = Signal(str)
    opened = Signal(str)
    marked = Signal(str)

    def __init__(self, name: str, model: RowTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.proxy = RowProxy(model, self)
        self.setModel(self.proxy)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setAccessibleName(f"Kolommen van {name}")
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(model.columns()):
            if column.width:
                self.setColumnWidth(number, current_theme().px(column.width))
        self._scale = current_theme().scale
        self.verticalHeader().setMinimumSectionSize(1)  # that of the style lags behind a change of text size
        self.verticalHeader().setDefaultSectionSize(current_theme().px(ROW))
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; selection, scroll and sorting stay."""
        self.rows.set_rows(rows)

    def current_id(self) -> str:
        """Return the id of the current row, "" for none."""
        return _id(self.currentIndex())

    def select(self, identity: str) -> bool:
        """Make a row current and visible; False when it is not shown."""
        index = self.proxy.index_of(identity)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        return index.isValid()

    def save_columns(self) -> str:
        """Return the columns' state for ``Page.save_state``."""
        return save_columns(self)

    def restore_columns(self, text: object) -> bool:
        """Take back the columns' state from ``Page.restore_state``."""
        return restore_columns(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row, Space marks it."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._open(current)
            return
        if event.key() == Qt.Key.Key_Space and current.isValid():
            self.marked.emit(_id(current))
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text takes other rows and columns."""
        super().changeEvent(event)
        theme = current_theme()
        if event.type() == QEvent.Type.StyleChange and theme.scale != getattr(self, "_scale", theme.scale):
            scale_columns(self, theme.scale / self._scale)
            self._scale = theme.scale
            self.verticalHeader().setDefaultSectionSize(theme.px(ROW))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming with the keyboard lands on a row, not on an empty table."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.proxy.rowCount():
            self.select(_id(self.proxy.index(0, 0)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The edge of the current row goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(_id(index))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        self.selected.emit(_id(current))


def _id(index: QModelIndex) -> str:
    return str(index.data(ID_ROLE)) if index.isValid() else ""
