"""Sorting on raw values and filtering on folded words, over a RowTableModel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from vhdesk.folding import fold
from vhdesk.ui.itemmodels.row_model import FILTER_ROLE, ROW_ROLE, SORT_ROLE, RowTableModel

Index = QModelIndex | QPersistentModelIndex


class RowProxy(QSortFilterProxyModel):
    """``set_words`` keeps rows in which every word occurs; ``set_condition`` keeps rows that pass a test.

    Sorting compares raw values: dates as dates, numbers as numbers, text folded, and nothing (None) always last.
    """

    def __init__(self, model: RowTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._condition: Callable[[Any], bool] | None = None
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def set_words(self, text: str) -> None:
        """Filter on the words of ``text``; empty shows everything."""
        words = tuple(fold(text).split())
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange()

    def set_condition(self, condition: Callable[[Any], bool] | None) -> None:
        """Filter on a test of the row itself (only open, only mine)."""
        self.beginFilterChange()
        self._condition = condition
        self.endFilterChange()

    @property
    def filtered(self) -> bool:
        """Whether any filter is in force."""
        return bool(self._words) or self._condition is not None

    def source(self) -> RowTableModel:
        """Return the model below."""
        model = self.sourceModel()
        assert isinstance(model, RowTableModel)
        return model

    def row_at(self, index: Index) -> Any | None:
        """Return the row under a proxy index."""
        return self.source().row_at(self.mapToSource(index)) if index.isValid() else None

    def index_of(self, identity: str) -> QModelIndex:
        """Return the proxy index of a row; invalid when it is filtered away or not there."""
        return self.mapFromSource(self.source().index_of(identity))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Apply condition and words."""
        index = self.source().index(source_row, 0)
        if self._condition is not None and not self._condition(index.data(ROW_ROLE)):
            return False
        if not self._words:
            return True
        text = index.data(FILTER_ROLE)
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare raw values; None comes last in either direction."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one is None or other is None:
            ascending = self.sortOrder().value == 0
            return (other is None and one is not None) if ascending else (one is None and other is not None)
        if isinstance(one, str) and isinstance(other, str):
            return fold(one) < fold(other)
        return bool(one < other)
