"""A list of rows worked through with single keys: the arrows choose, a letter acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.overleg.wrap_delegate import WrapDelegate
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.list_pane import RowList

_NAMED = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_F2: "f2"}
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyList(RowList):
    """Rows are shown whole, each as high as its words.

    Signals: ``key_pressed(key)`` for one of ``keys`` (letters, "delete", "f2") while a row is current; ``opened(id)``
    on Enter; ``chosen(id)`` when another row became current. With ``fit`` the list is as high as its rows, up to
    ``fit`` pixels at 100 % text.
    """

    key_pressed = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        two_line: Callable[[Any], TwoLine],
        keys: Iterable[str] = (),
        *,
        fit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._keys = frozenset(keys)
        self._fit = fit
        self.setProperty("kind", "clear")
        self.rows_model = RowListModel(two_line, parent=self)
        self.setModel(self.rows_model)
        self.setItemDelegate(WrapDelegate(self))
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._current_changed)
        if fit:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # --- rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; the current one and the scroll position stay."""
        before = len(self.rows_model.rows())
        self.rows_model.set_rows(rows)
        if self._fit and (before or rows):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def current_row(self) -> Any | None:
        """Return the row that is current, None for none."""
        return self.rows_model.row_at(self.currentIndex())

    def current_id(self) -> str:
        """Return its id, "" for none."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def select(self, identity: str) -> bool:
        """Make a row current; False when it is not there."""
        index = self.rows_model.index_of(identity)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)
        return index.isValid()

    def select_first(self) -> None:
        """Make the first row current when none is."""
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self.select(str(self.rows_model.index(0, 0).data(ID_ROLE)))

    def step(self, steps: int) -> None:
        """Move the mark, within the list."""
        last = self.rows_model.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.currentIndex().row() + steps))
            self.select(str(self.rows_model.index(row, 0).data(ID_ROLE)))

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
        """There is always a row to act on."""
        super().focusInEvent(event)
        self.select_first()

    def sizeHint(self) -> QSize:
        """As high as the rows when it fits them."""
        if not self._fit:
            return super().sizeHint()
        height = sum(self.sizeHintForRow(row) for row in range(min(self.rows_model.rowCount(), 12)))
        return QSize(super().sizeHint().width(), min(height + 4, current_theme().px(self._fit)))

    def minimumSizeHint(self) -> QSize:
        """A list that fits its rows does not shrink below one."""
        return QSize(120, min(self.sizeHint().height(), current_theme().px(60)) if self._fit else 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the rows other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            if self._fit:
                self.updateGeometry()

    def _current_changed(self) -> None:
        self.chosen.emit(self.current_id())
