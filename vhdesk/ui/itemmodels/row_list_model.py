"""Rows as a two-line list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_diff import row_id
from vhdesk.ui.itemmodels.row_model import RowTableModel


class RowListModel(RowTableModel):
    """A RowTableModel for two-line lists: one column, worded by ``two_line``."""

    def __init__(
        self,
        two_line: Callable[[Any], TwoLine],
        rows: Sequence[Any] = (),
        *,
        filter_text: Callable[[Any], str] | None = None,
        reorderable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        column = Column("", value=row_id)
        super().__init__(
            (column,),
            rows,
            two_line=two_line,
            filter_text=filter_text,
            reorderable=reorderable,
            parent=parent,
        )
