"""Column widths and sort order as text for the settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView


def save_columns(view: QTableView | QTreeView) -> str:
    """Return widths, order and sorting of the columns of ``view``."""
    return bytes(_header(view).saveState().toBase64().data()).decode("ascii")


def restore_columns(view: QTableView | QTreeView, text: object) -> bool:
    """Take back what ``save_columns`` returned; False (and nothing changed) when it does not fit."""
    if not isinstance(text, str) or not text:
        return False
    state = QByteArray.fromBase64(text.encode("ascii", "ignore"))
    return _header(view).restoreState(state)


def _header(view: QTableView | QTreeView) -> QHeaderView:
    return view.horizontalHeader() if isinstance(view, QTableView) else view.header()
