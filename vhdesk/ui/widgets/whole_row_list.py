"""A list whose rows are shown whole: arrows walk, Enter opens, single keys act on the current row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.widgets.list_pane import RowList

_NAMED = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_F2: "f2"}
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class WholeRowList(RowList):
    """With ``fit`` the list is as high as its rows and scrolls with the page around it.

    Signals: ``opened(id)`` on Enter, ``chosen(id)`` when another row became current ("" for none),
    ``key_pressed(key)`` for one of ``keys`` (letters, "delete", "f2") while a row is current.
    """

    chosen = Signal(str)
    key_pressed = Signal(str)

    def __init__(
        self,
        name: str,
        two_line: Callable[[Any], TwoLine],
        keys: Iterable[str] = (),
        *,
        fit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._keys = frozenset(keys)
        self._fit = fit
        self.rows = RowListModel(two_line, parent=self)
        self.setModel(self.rows)
        self.show_rows_whole()
        self.setProperty("kind", "clear")
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._heights: dict[tuple[int, Theme], int] = {}
        for changed in (
            self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.dataChanged, self.rows.modelReset,
        ):  # fmt: skip
            changed.connect(self._forget_height)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # --- rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; a current row that vanished gives its place to its neighbour."""
        place, before = self.currentIndex().row(), self.rows.rows()
        self.rows.set_rows(rows)
        if self._fit and self.rows.rows() != before:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        if place >= 0 and not self.currentIndex().isValid() and self.rows.rowCount():
            self._make_current(self.rows.index(min(place, self.rows.rowCount() - 1), 0))

    def current_row(self) -> Any | None:
        """Return the current row, None for none."""
        return self.rows.row_at(self.currentIndex())

    def current_id(self) -> str:
        """Return its id, "" for none."""
        return _identity(self.currentIndex())

    def select(self, identity: str) -> bool:
        """Make a row current and visible; False when it is not there."""
        index = self.rows.index_of(identity)
        if index.isValid():
            self._make_current(index)
            if self._fit:
                self._show_row(index)
            else:
                self.scrollTo(index)
        return index.isValid()

    def select_first(self) -> None:
        """Make the first row current when none is."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self._make_current(self.rows.index(0, 0))

    def step(self, steps: int) -> None:
        """Move the mark, within the list."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            place = max(0, min(last, self.currentIndex().row() + steps))
            self.select(_identity(self.rows.index(place, 0)))

    def _make_current(self, index: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._fit and current.isValid():
            self._show_row(current)
        self.chosen.emit(_identity(current))

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

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One of the keys acts on the current row."""
        named = _NAMED.get(Qt.Key(event.key()))
        key = named or ("" if event.modifiers() & _MODIFIERS else event.text().lower())
        if key and key in self._keys and self.currentIndex().isValid():
            self.key_pressed.emit(key)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming with the keyboard lands on a row."""
        super().focusInEvent(event)
        self.select_first()

    def sizeHint(self) -> QSize:
        """As high as the rows when it fits them."""
        if not self._fit:
            return super().sizeHint()
        return QSize(super().sizeHint().width(), self._rows_height() + 4)

    def _rows_height(self) -> int:
        """Return the height of all rows together; a layout asks it six times for one act."""
        key = (self.viewport().width(), current_theme())
        if key not in self._heights:
            self._heights = {key: sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))}
        return self._heights[key]

    def _forget_height(self) -> None:
        self._heights.clear()

    def minimumSizeHint(self) -> QSize:
        """A list that fits its rows is never smaller."""
        return QSize(120, self.sizeHint().height() if self._fit else 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the rows other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            if self._fit:
                self.updateGeometry()


def _identity(index: QModelIndex) -> str:
    return str(index.data(ID_ROLE)) if index.isValid() else ""
