"""A list of two-line rows with the keyboard of the house."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from vhdesk.ui.itemmodels.row_model import ID_ROLE, RowTableModel
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate
from vhdesk.ui.widgets.whole_row_delegate import WholeRowDelegate

FEW = 20  # rows that are looked at one by one


class RowList(QListView):
    """Signals: ``opened(id)`` on Enter or double click. Alt+Up/Down asks the model to move the current row (its
    ``moved`` follows), unless the list is filtered or its order is fixed."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLineDelegate(self))
        self.activated.connect(self._open)

    def show_rows_whole(self) -> None:
        """Wrap what does not fit instead of cutting it; every row then has its own height."""
        self.setItemDelegate(WholeRowDelegate(self))
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Paint the rows that changed; QListView would place and paint all rows again. It still does where a row gets
        another height, and where many change."""
        changed = [first.siblingAtRow(row) for row in range(first.row(), last.row() + 1)]
        if len(changed) > FEW or any(self._grew(row) for row in changed):
            super().dataChanged(first, last, list(roles))
            return
        for row in changed:
            QAbstractItemView.dataChanged(self, row, row, list(roles))

    def _grew(self, row: QModelIndex) -> bool:
        """Whether a row needs other room than it was given: ``visualRect`` knows its place and measures its height."""
        place, below = self.visualRect(row), row.siblingAtRow(row.row() + 1)
        end = self.contentsSize().height() - self.verticalOffset()
        return (self.visualRect(below).y() if below.isValid() else end) - place.y() != place.height()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(ID_ROLE)))

    def showEvent(self, event: QShowEvent) -> None:
        """Come with the current row in view; before this moment there was no height to scroll in."""
        super().showEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A list that becomes lower keeps its current row whole in sight."""
        row, before = self.visualRect(self.currentIndex()), event.oldSize().height()
        whole = row.isValid() and row.top() >= 0 and row.bottom() <= before
        super().resizeEvent(event)
        if whole and event.size().height() < before:
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up/Down asks the model to move the current row; Enter that opened a row presses no button there."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.hasFocus():
            event.accept()  # else the window would press the button that has the focus now

    def move_current(self, step: int) -> None:
        """Ask the model to move the current row; nothing happens while the list is filtered or its order is fixed."""
        from vhdesk.ui.itemmodels.row_proxy import RowProxy  # deferred: the first window reorders nothing

        model, index = self.model(), self.currentIndex()
        if not index.isValid():
            return
        if isinstance(model, RowProxy):
            if model.filtered:
                return
            index, model = model.mapToSource(index), model.source()
        if isinstance(model, RowTableModel) and model.reorderable:
            model.request_move(str(index.data(ID_ROLE)), index.row() + step)
