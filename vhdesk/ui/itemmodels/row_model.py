"""One table model for every list of rows.

A screen declares columns; rows are frozen dataclasses with an ``id``. ``set_rows`` compares by id and announces
what was inserted, removed, moved and changed, so that selection, scroll position and screen reader survive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from vhdesk.folding import fold
from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_diff import RowDiff, row_id
from vhdesk.ui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 3
TWO_LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 4
FILTER_ROLE: Final = Qt.ItemDataRole.UserRole + 5
MIME: Final = "application/x-vhdesk-row"

_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


class RowTableModel(QAbstractTableModel):
    """Rows under declared columns; read-only, optionally reordered by drag.

    Signals: ``moved(str id, int new_index)`` when a person dropped a row elsewhere. The model does not move it:
    the page executes the command and sets the new rows.
    """

    moved = Signal(str, int)

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Any] = (),
        *,
        two_line: Callable[[Any], TwoLine] | None = None,
        filter_text: Callable[[Any], str] | None = None,
        reorderable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Any] = list(rows)
        self._two_line = two_line
        self._filter_text = filter_text
        self._reorderable = reorderable
        self._folded: dict[str, str] = {}
        self._worded: dict[str, tuple[Any, TwoLine]] = {}

    # --- rows

    def rows(self) -> tuple[Any, ...]:
        """Return the rows in order."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Any | None:
        """Return the row under ``index``, None when there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, identity: str) -> QModelIndex:
        """Return the index of the row with this id; an invalid one when it is not there."""
        for number, row in enumerate(self._rows):
            if row_id(row) == identity:
                return self.index(number, 0)
        return QModelIndex()

    def columns(self) -> tuple[Column, ...]:
        """Return the declared columns."""
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Declare other columns: those of a table that follow what is in it (the cases of an agenda)."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._folded.clear()
        self.endResetModel()

    @property
    def reorderable(self) -> bool:
        """Whether a person may change the order."""
        return self._reorderable

    def set_reorderable(self, value: bool) -> None:
        """Allow or forbid reordering (a closed meeting, a sorted view)."""
        self._reorderable = value

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows``; announces only what differs from the rows shown now."""
        self._folded.clear()
        self._worded.clear()
        RowDiff(self, self._rows).apply(list(rows))

    # --- what RowDiff needs, since Qt keeps these protected

    def remove_run(self, first: int, last: int) -> None:
        """Remove rows ``first`` to ``last``."""
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()

    def insert_run(self, first: int, rows: Sequence[Any]) -> None:
        """Insert ``rows`` before ``first``."""
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows[first:first] = rows
        self.endInsertRows()

    def move_row(self, source: int, target: int) -> None:
        """Move the row at ``source`` so that it ends at ``target``."""
        before = target + 1 if target > source else target  # Qt names the row it comes to stand before
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), before)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()

    def reorder(self, rows: Sequence[Any]) -> None:
        """Put the same rows in another order at once, keeping persistent indexes (selection)."""
        self.layoutAboutToBeChanged.emit()
        place = {row_id(row): number for number, row in enumerate(rows)}
        before = self.persistentIndexList()
        after = [self.index(place[row_id(self._rows[i.row()])], i.column()) for i in before]
        self._rows[:] = rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def replace_run(self, first: int, rows: Sequence[Any]) -> None:
        """Put other values in the rows from ``first``."""
        self._rows[first : first + len(rows)] = rows
        self.dataChanged.emit(
            self.index(first, 0), self.index(first + len(rows) - 1, max(0, len(self._columns) - 1))
        )

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one value; never asks the desk."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        reader = _READERS.get(role)
        if reader is None:
            return None
        return reader(self, self._rows[index.row()], self._columns[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self._columns[section].align]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected; dragged when reorderable."""
        drag = Qt.ItemFlag.ItemIsDragEnabled if self._reorderable else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self._reorderable else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    def supportedDropActions(self) -> Qt.DropAction:
        """Only moving."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the id of the dragged row; nothing that another program could read as text."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, row_id(self._rows[indexes[0].row()]).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Announce the wish to move; the view must not move or remove anything by itself."""
        if not self._reorderable or not data.hasFormat(MIME):
            return False
        identity = bytes(data.data(MIME).data()).decode()
        source = self.index_of(identity).row()
        if source < 0:
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self.request_move(identity, target - 1 if target > source else target)
        return False

    def request_move(self, identity: str, new_index: int) -> None:
        """Ask to move a row (drag or Alt+Up/Down); ignored when it would stay where it is."""
        source = self.index_of(identity).row()
        target = min(max(new_index, 0), len(self._rows) - 1)
        if source >= 0 and source != target:
            self.moved.emit(identity, target)

    # --- readers of one role

    def _display(self, row: Any, column: Column) -> str:
        item = self._lines(row, column)
        return item.title if item is not None else column.display(row)

    def _spoken(self, row: Any, column: Column) -> str:
        item = self._lines(row, column)
        if item is not None:
            return item.spoken()
        return column.spoken(row) if column.spoken is not None else column.display(row)

    def _sort(self, row: Any, column: Column) -> Any:
        return column.sort(row) if column.sort is not None else column.value(row)

    def _tooltip(self, row: Any, column: Column) -> str | None:
        return column.tooltip(row) if column.tooltip is not None else None

    def _align(self, _row: Any, column: Column) -> Qt.AlignmentFlag:
        return _ALIGN[column.align]

    def _icon(self, row: Any, column: Column) -> Any:
        name = column.icon(row) if column.icon is not None else ""
        return icon(name) if name else None

    def _id(self, row: Any, _column: Column) -> str:
        return row_id(row)

    def _row(self, row: Any, _column: Column) -> Any:
        return row

    def _lines(self, row: Any, _column: Column) -> TwoLine | None:
        """Word a row once: a view asks again for each measuring and each paint."""
        if self._two_line is None:
            return None
        known, item = self._worded.get(row_id(row), (None, None))
        if known is not row or item is None:
            item = self._two_line(row)
            self._worded[row_id(row)] = (row, item)
        return item

    def _filter(self, row: Any, _column: Column) -> str:
        identity = row_id(row)
        if identity not in self._folded:
            if self._filter_text is not None:
                text = self._filter_text(row)
            elif self._two_line is not None:
                text = self._two_line(row).spoken()
            else:
                text = " ".join(column.display(row) for column in self._columns)
            self._folded[identity] = fold(text)
        return self._folded[identity]


_READERS: Final[dict[int, Callable[[RowTableModel, Any, Column], Any]]] = {
    Qt.ItemDataRole.DisplayRole: RowTableModel._display,
    Qt.ItemDataRole.AccessibleTextRole: RowTableModel._spoken,
    Qt.ItemDataRole.ToolTipRole: RowTableModel._tooltip,
    Qt.ItemDataRole.TextAlignmentRole: RowTableModel._align,
    Qt.ItemDataRole.DecorationRole: RowTableModel._icon,
    SORT_ROLE: RowTableModel._sort,
    ID_ROLE: RowTableModel._id,
    ROW_ROLE: RowTableModel._row,
    TWO_LINE_ROLE: RowTableModel._lines,
    FILTER_ROLE: RowTableModel._filter,
}
