"""The rows of the preview in a table, with the current one whole below it."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.aanmeldingen.row_detail import RowDetail
from vhdesk.ui.aanmeldingen.words import Names, bsn_words, look_at, remark_icon
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.woorden import getal, telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the preview as the table shows it; ``id`` is its number in the file."""

    id: str
    rij: AanleverRij
    naam: str
    doelgroep: str
    partners: str
    nakijken: str
    dubbel: bool


COLUMNS = (
    Column("Regel", attrgetter("rij.rijnummer"), align="right", width=62),
    Column("Naam", attrgetter("naam"), sort=attrgetter("rij.geslachtsnaam"), width=190,
           icon=lambda line: remark_icon(line.rij.opmerkingen)),
    Column("Geboren", attrgetter("rij.geboortedatum"), text=lambda day: short_date(day) if day else "", width=92),
    Column("BSN", lambda line: bsn_words(line.rij), width=84),
    Column("Doelgroep", attrgetter("doelgroep"), width=222, tooltip=attrgetter("doelgroep")),
    Column("Kijk na", attrgetter("nakijken"), width=160, tooltip=attrgetter("nakijken")),
    Column("Ketenpartners", attrgetter("partners"), tooltip=attrgetter("partners")),
)  # fmt: skip

TABLE = 170  # the least height: the head and three rows


def _has_remark(line: RowLine) -> bool:
    return bool(line.rij.opmerkingen) or line.dubbel


class RowsView(QWidget):
    """Table, filter and detail of the rows of a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = Names({}, {})
        self.search = SearchField("Zoeken in de regels", "Ctrl+F")
        self.search.setFixedWidth(current_theme().px(260))
        self.only_remarks = QCheckBox("Alleen regels met opmerk&ingen")
        self.count = Label("", "muted")
        self.model = RowTableModel(COLUMNS, parent=self)
        self.table = RowTable("Regels van de lijst", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.detail = RowDetail()
        line = QHBoxLayout()
        line.setSpacing(SPACE_3)
        line.addWidget(self.search)
        line.addWidget(self.only_remarks)
        line.addStretch(1)
        line.addWidget(self.count)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setChildrenCollapsible(False)
        self.detail.setMinimumHeight(current_theme().px(128))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addLayout(line)
        layout.addWidget(split, 1)
        self.setFocusProxy(self.table)
        self.search.searched.connect(self._search)
        self.search.down_requested.connect(self.table.setFocus)
        self.only_remarks.toggled.connect(self._narrow)
        self.table.selected.connect(self._selected)

    def show_reading(self, voorbeeld: Voorbeeld, names: Names, *, fresh: bool = False) -> None:
        """Show the rows of a preview; the current row stays when it is still there, unless the file is ``fresh``."""
        self._names = names
        double = {number for pair in voorbeeld.dubbelen for number in (pair.rij, pair.ander)}
        self.model.set_rows(
            [
                RowLine(
                    str(rij.rijnummer), rij, rij.naam, names.doelgroep(rij), names.partners(rij),
                    look_at(rij, dubbel=rij.rijnummer in double), rij.rijnummer in double,
                )
                for rij in voorbeeld.rijen
            ]
        )  # fmt: skip
        if voorbeeld.rijen and (fresh or not self.table.current_id()):
            self.table.select(str(voorbeeld.rijen[0].rijnummer))
        self._selected(self.table.current_id())
        self._tell_count()

    def toggle_remarks(self) -> None:
        """Show all rows or only those a person should look at."""
        self.only_remarks.toggle()

    def select_row(self, number: int) -> None:
        """Make a row of the file current, whatever filter is in force."""
        if not self.table.select(str(number)):
            self.clear_filter()
            self.table.select(str(number))

    def clear_filter(self) -> bool:
        """Show all rows; False when they were shown already."""
        filtered = self.table.proxy.filtered
        self.only_remarks.setChecked(False)
        self.search.clear()
        self._search("")
        return filtered

    def _search(self, words: str) -> None:
        self.table.proxy.set_words(words)
        self._tell_count()

    def _narrow(self, only: bool) -> None:
        self.table.proxy.set_condition(_has_remark if only else None)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = self.table.proxy.rowCount(), self.model.rowCount()
        self.count.setText(
            telling(total, "regel", "regels")
            if shown == total
            else f"{getal(shown)} van {telling(total, 'regel', 'regels')}"
        )

    def _selected(self, identity: str) -> None:
        line = self.model.row_at(self.model.index_of(identity)) if identity else None
        self.detail.show_row(line.rij if isinstance(line, RowLine) else None, self._names)
