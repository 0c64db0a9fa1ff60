"""Column widths and sort order as text for the settings, whatever the size of the text was."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView

from vhdesk.ui.theme.style import current_theme

_STATE: Final = re.compile(r"([12](?:\.\d+)?);([A-Za-z0-9+/=]+)")


def save_columns(view: QTableView | QTreeView) -> str:
    """Return widths, order and sorting of the columns of ``view``, with the text scale they were made for."""
    state = bytes(_header(view).saveState().toBase64().data()).decode("ascii")
    return f"{current_theme().scale:g};{state}"


def restore_columns(view: QTableView | QTreeView, text: object) -> bool:
    """Take back what ``save_columns`` returned; False (and nothing changed) when it does not fit."""
    found = _STATE.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return False
    fits = _header(view).restoreState(QByteArray.fromBase64(found[2].encode("ascii")))
    if fits:
        scale_columns(view, current_theme().scale / float(found[1]))
    return fits


def scale_columns(view: QTableView | QTreeView, ratio: float) -> None:
    """Make the columns wider or narrower with the text that stands in them."""
    header = _header(view)
    if ratio != 1.0:
        for number in range(header.count()):
            header.resizeSection(number, round(header.sectionSize(number) * ratio))


def _header(view: QTableView | QTreeView) -> QHeaderView:
    return view.horizontalHeader() if isinstance(view, QTableView) else view.header()
