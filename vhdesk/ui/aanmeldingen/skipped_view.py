"""The rows of the file that are no person, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable


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
NO_NAME = "geen achternaam: kan geen casus worden"


class SkippedView(QWidget):
    """A table of what will not be read in."""

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

    def show_reading(self, voorbeeld: Voorbeeld) -> int:
        """Show what is left out of a preview; returns how many rows that are."""
        rows = [
            SkippedRow(str(over.rijnummer), over.rijnummer, over.reden.label, over.tekst)
            for over in voorbeeld.overgeslagen
        ]
        rows += [
            SkippedRow(
                str(rij.rijnummer), rij.rijnummer, NO_NAME, " | ".join(text for _, text in rij.bron if text)
            )
            for rij in voorbeeld.rijen
            if not rij.bruikbaar
        ]
        rows.sort(key=lambda row: row.nummer)
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.intro.setText("Deze regels worden niet ingelezen." if rows else "Geen regel is overgeslagen.")
        return len(rows)
