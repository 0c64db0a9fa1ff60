"""The difference between two lists of rows, told to a model in the fewest announcements that keep selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

# Above this many single moves one layout change is cheaper for view and screen reader.
MAX_MOVES: Final = 24


def row_id(row: Any) -> str:
    """Return the id of a row."""
    return str(row.id)


class DiffTarget(Protocol):
    """What a model offers to RowDiff."""

    def remove_run(self, first: int, last: int) -> None: ...

    def insert_run(self, first: int, rows: Sequence[Any]) -> None: ...

    def move_row(self, source: int, target: int) -> None: ...

    def reorder(self, rows: Sequence[Any]) -> None: ...

    def replace_run(self, first: int, rows: Sequence[Any]) -> None: ...


class RowDiff:
    """Turns ``rows`` (the list the model holds, changed through the model only) into another list."""

    def __init__(self, model: DiffTarget, rows: list[Any]) -> None:
        self._model = model
        self._rows = rows

    def apply(self, wanted: list[Any]) -> None:
        """Remove, order, insert, change. Raises ValueError when two rows carry one id."""
        ids = [row_id(row) for row in wanted]
        if len(set(ids)) != len(ids):
            raise ValueError("two rows with one id")
        self._remove(set(ids))
        self._order(ids)
        self._insert(wanted)
        self._change(wanted)

    def _remove(self, keep: set[str]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if row_id(self._rows[last]) in keep:
                last -= 1
                continue
            first = last
            while first > 0 and row_id(self._rows[first - 1]) not in keep:
                first -= 1
            self._model.remove_run(first, last)
            last = first - 1

    def _order(self, ids: list[str]) -> None:
        """Bring the rows that stay into the wanted order."""
        present = {row_id(row): row for row in self._rows}
        order = [identity for identity in ids if identity in present]
        moves = 0
        for target, identity in enumerate(order):
            if row_id(self._rows[target]) == identity:
                continue
            moves += 1
            if moves > MAX_MOVES:
                self._model.reorder([present[identity] for identity in order])
                return
            after = row_id(self._rows[target + 1]) if target + 1 < len(self._rows) else ""
            if after == identity:  # one row went down: move that one instead of all those below it
                down = order.index(row_id(self._rows[target]))
                self._model.move_row(target, down)
            if row_id(self._rows[target]) != identity:
                source = next(i for i in range(target, len(self._rows)) if row_id(self._rows[i]) == identity)
                self._model.move_row(source, target)

    def _insert(self, wanted: list[Any]) -> None:
        present = {row_id(row) for row in self._rows}
        position = 0
        while position < len(wanted):
            if row_id(wanted[position]) in present:
                position += 1
                continue
            end = position
            while end < len(wanted) and row_id(wanted[end]) not in present:
                end += 1
            self._model.insert_run(position, wanted[position:end])
            position = end

    def _change(self, wanted: list[Any]) -> None:
        position = 0
        while position < len(wanted):
            if self._rows[position] == wanted[position]:
                position += 1
                continue
            end = position
            while end < len(wanted) and self._rows[end] != wanted[end]:
                end += 1
            self._model.replace_run(position, wanted[position:end])
            position = end
