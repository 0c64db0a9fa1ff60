"""The vaults opened last, as a list to choose from; it comes a moment after the first window."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.ontgrendelen.vault_row import two_line, vault_rows
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_list import RowList


class RecentList(QWidget):
    """Signals: ``marked(Path)`` when the arrows or the mouse come to a vault, ``opened`` on Enter or double click."""

    marked = Signal(object)
    opened = Signal()

    def __init__(self, paths: Iterable[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowListModel(two_line, vault_rows(paths), parent=self)
        self.list = RowList("Recente kluizen")
        self.list.setProperty("kind", "clear")
        self.list.setModel(self.model)
        self.none = Label(
            "Nog geen kluis geopend. Open een kluis die u hebt gekregen, of maak een nieuwe.",
            "muted",
            wrap=True,
        )
        self.none.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, 0)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._show_which()
        self.list.selectionModel().currentChanged.connect(self._marked)
        self.list.opened.connect(self._opened)

    def set_paths(self, paths: Iterable[Path]) -> None:
        """Show the vaults as they are remembered now."""
        self.model.set_rows(vault_rows(paths))
        self._show_which()

    def mark(self, path: Path) -> None:
        """Make ``path`` the current row when it is in the list."""
        index = self.model.index_of(str(path))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _show_which(self) -> None:
        some = bool(self.model.rowCount())
        self.none.setVisible(not some)
        self.list.setVisible(some)

    def _marked(self) -> None:
        row = self.model.row_at(self.list.currentIndex())
        if row is not None:
            self.marked.emit(Path(row.id))

    def _opened(self, _path: str) -> None:
        self.opened.emit()
