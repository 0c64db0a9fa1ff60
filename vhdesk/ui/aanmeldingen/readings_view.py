"""The lists that were read in: what became of each, and the way to take one back."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.queries.inlezing import InlezingRow
from vhdesk.ui.aanmeldingen.words import moment_words, state_words
from vhdesk.ui.actions import ActionRegistry
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.woorden import getal, telling
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.row_table import RowTable

COLUMNS = (
    Column("Bestand", attrgetter("bestandsnaam"), width=330, tooltip=attrgetter("bestandsnaam"),
           icon=lambda row: "undo-2" if row.ongedaan_op else "file-text"),
    Column("Ingelezen op", attrgetter("ingelezen_op"), text=moment_words, width=150),
    Column("Casussen", attrgetter("aantal"), text=getal, align="right", width=96),
    Column("Weggelaten", attrgetter("weggelaten"), text=lambda count: getal(count) if count else "", align="right",
           width=104),
    Column("Stand", state_words, width=280, tooltip=state_words),
)  # fmt: skip
SUBTITLE = "Lijsten van gemeenten en partners worden casussen"


class ReadingsView(QWidget):
    """Signals: ``selected`` when another list became current."""

    selected = Signal()

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        read_in = registry.action("aanmeldingen.lijst")
        self.header = PageHeader("Aanmeldingen", SUBTITLE)
        self.model = RowTableModel(COLUMNS, parent=self)
        self.table = RowTable("Ingelezen lijsten", self.model)
        self.empty = EmptyState(
            "inbox",
            "Er is nog geen lijst ingelezen.",
            "Kies een lijst (.xlsx of .csv) die u hebt gekregen, of sleep het bestand hierheen. "
            "U ziet eerst een voorbeeld; er wordt niets opgeslagen voordat u akkoord bent.",
            read_in,
        )
        self.undo_button = PrimaryButton(registry.action("aanmeldingen.ongedaan"), kind="")
        self.read_button = PrimaryButton(read_in)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE_2)
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.read_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.table, 1)
        self._room = FitOrScroll("Nog geen lijst")
        self._room.body.addWidget(self.empty, 1)
        layout.addWidget(self._room, 1)
        layout.addWidget(self._foot)
        self.table.selected.connect(self._selected)

    def set_rows(self, rows: Sequence[InlezingRow]) -> None:
        """Show the lists, newest first."""
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._foot.setVisible(bool(rows))
        self._room.setVisible(not rows)
        standing = [row for row in rows if row.ongedaan_op is None]
        total = sum(row.casussen for row in standing)
        self.header.set_subtitle(
            telling(len(standing), "lijst", "lijsten") if rows else SUBTITLE,
            telling(total, "casus", "casussen") if rows else "",
        )
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)

    def current(self) -> InlezingRow | None:
        """Return the list that is current."""
        row = self.table.proxy.row_at(self.table.currentIndex())
        return row if isinstance(row, InlezingRow) else None

    def focus_first(self) -> None:
        """Put the focus on the lists, or on the act when there are none."""
        if self.table.isVisibleTo(self):
            self.table.setFocus()
        elif self.empty.button is not None:
            self.empty.button.setFocus()

    def _selected(self, _identity: str) -> None:
        self.selected.emit()
