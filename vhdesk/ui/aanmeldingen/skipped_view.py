"""The rows of the file that are no person, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.aanmeldingen.left_out import reason_words
from vhdesk.ui.aanmeldingen.words import NO_NAME
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.vocabulary_aanlevering import Weglaatreden


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """``id`` is the number of the row in the file."""

    id: str
    nummer: int
    reden: str
    tekst: str


COLUMNS = (
    Column("Regel", attrgetter("nummer"), align="right", width=64),
    Column("Waarom overgeslagen", attrgetter("reden"), width=240),
    Column("Wat er staat", attrgetter("tekst"), tooltip=attrgetter("tekst")),
)


class SkippedView(QWidget):
    """A table of what will not be read in.

    Signals: ``row_requested(number)`` on Enter: look at that row in the table of rows.
    """

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.intro = Label("", "muted", wrap=True)
        self.model = RowTableModel(COLUMNS, parent=self)
        self.table = RowTable("Overgeslagen regels", self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.intro)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._opened)

    def show_reading(self, voorbeeld: Voorbeeld, left_out: Mapping[int, Weglaatreden]) -> int:
        """Show what is left out of a preview; returns how many rows that are."""
        rows = [
            SkippedRow(str(over.rijnummer), over.rijnummer, over.reden.label, over.tekst)
            for over in voorbeeld.overgeslagen
        ]
        rows += [
            SkippedRow(
                str(rij.rijnummer),
                rij.rijnummer,
                reason_words(left_out, rij.rijnummer) or NO_NAME,
                " | ".join(" ".join(text.split()) for _, text in rij.bron if text),
            )
            for rij in voorbeeld.rijen
            if not rij.bruikbaar or rij.rijnummer in left_out
        ]
        rows.sort(key=lambda row: row.nummer)
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.intro.setText("Deze regels worden niet ingelezen." if rows else "Geen regel is overgeslagen.")
        return len(rows)

    def _opened(self, identity: str) -> None:
        self.row_requested.emit(int(identity))
