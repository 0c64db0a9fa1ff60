"""The rows of the preview in a table, with the current one whole below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.aanmeldingen.left_out import reason_words
from vhdesk.ui.aanmeldingen.row_detail import RowDetail
from vhdesk.ui.aanmeldingen.words import NO_NAME, Names, bsn_words, look_at, remark_icon
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import ID_ROLE, RowTableModel
from vhdesk.ui.onderdelen.woorden import getal, telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.vocabulary_aanlevering import Weglaatreden


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
    inlezen: str
    waarom_niet: str


YES, NO, CANNOT = "ja", "nee", "kan niet"
ICONS = {YES: "square-check", NO: "square", CANNOT: "ban"}
TICK = 0  # the column that can be clicked

COLUMNS = (
    Column("Inlezen", attrgetter("inlezen"), width=96, icon=lambda line: ICONS[line.inlezen],
           tooltip=attrgetter("waarom_niet")),
    Column("Regel", attrgetter("rij.rijnummer"), align="right", width=62),
    Column("Naam", attrgetter("naam"), sort=attrgetter("rij.geslachtsnaam"), width=190,
           icon=lambda line: remark_icon(line.rij.opmerkingen)),
    Column("Geboren", attrgetter("rij.geboortedatum"), text=lambda day: short_date(day) if day else "", width=92),
    Column("BSN", lambda line: bsn_words(line.rij), width=84),
    Column("Doelgroep", attrgetter("doelgroep"), width=222, tooltip=attrgetter("doelgroep")),
    Column("Kijk na", attrgetter("nakijken"), width=160, tooltip=attrgetter("nakijken")),
    Column("Ketenpartners", attrgetter("partners"), tooltip=attrgetter("partners")),
)  # fmt: skip

HINT = "spatie laat een regel weg"
TABLE = 170  # the least height: the head and three rows


def _has_remark(line: RowLine) -> bool:
    return bool(line.rij.opmerkingen) or line.dubbel


def _ticked(rij: AanleverRij, left_out: Mapping[int, Weglaatreden]) -> tuple[str, str]:
    """Return whether a row is read in, and in words why not."""
    if not rij.bruikbaar:
        return CANNOT, NO_NAME
    return (NO, words) if (words := reason_words(left_out, rij.rijnummer)) else (YES, "")


class RowsView(QWidget):
    """Table, filter and detail of the rows of a list.

    Signals: ``row_toggled(number)`` on Space or a click on the box: leave out, or take along again;
    ``reason_chosen(number, Weglaatreden)`` when a person said why.
    """

    row_toggled = Signal(int)
    reason_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = Names({}, {})
        self._left_out: Mapping[int, Weglaatreden] = {}
        self.search = SearchField("Zoeken in de regels", "Ctrl+F")
        self.search.setFixedWidth(current_theme().px(260))
        self.only_remarks = QCheckBox("Alleen regels met opmerk&ingen")
        self.count = Label("", "muted")
        self.model = RowTableModel(COLUMNS, parent=self)
        self.table = RowTable("Regels van de lijst", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.detail = RowDetail()
        line = QWidget()
        flow = FlowLayout(line, spacing=SPACE_3)
        for widget in (self.search, self.only_remarks, self.count):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
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
        layout.addWidget(line)
        layout.addWidget(split, 1)
        self.setFocusProxy(self.table)
        self.search.searched.connect(self._search)
        self.search.down_requested.connect(self.table.setFocus)
        self.only_remarks.toggled.connect(self._narrow)
        self.table.selected.connect(self._selected)
        self.table.marked.connect(self._marked)
        self.table.clicked.connect(self._clicked)
        self.detail.reason_chosen.connect(self._reason_chosen)

    def show_reading(
        self,
        voorbeeld: Voorbeeld,
        names: Names,
        left_out: Mapping[int, Weglaatreden],
        *,
        fresh: bool = False,
    ) -> None:
        """Show the rows of a preview; the current row stays when it is still there, unless the file is ``fresh``."""
        self._names, self._left_out = names, dict(left_out)
        double = {number for pair in voorbeeld.dubbelen for number in (pair.rij, pair.ander)}
        self.model.set_rows(
            [
                RowLine(
                    str(rij.rijnummer), rij, rij.naam, names.doelgroep(rij), names.partners(rij),
                    look_at(rij, dubbel=rij.rijnummer in double), rij.rijnummer in double, *_ticked(rij, left_out),
                )
                for rij in voorbeeld.rijen
            ]
        )  # fmt: skip
        if voorbeeld.rijen and (fresh or not self.table.current_id()):
            self.table.select(str(voorbeeld.rijen[0].rijnummer))
        self._selected(self.table.current_id())
        self._tell_count()

    def show_left_out(self, left_out: Mapping[int, Weglaatreden]) -> None:
        """Show which rows are left out now; only those that changed are announced."""
        self._left_out = dict(left_out)
        for place, line in enumerate(self.model.rows()):
            ticked = _ticked(line.rij, left_out)
            if ticked != (line.inlezen, line.waarom_niet):
                self.model.replace_run(place, [replace(line, inlezen=ticked[0], waarom_niet=ticked[1])])
        self._selected(self.table.current_id())
        self._tell_count()

    def current_row(self) -> int | None:
        """Return the number of the current row."""
        return int(self.table.current_id() or 0) or None

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
        words = telling(total, "regel", "regels")
        if shown != total:
            words = f"{getal(shown)} van {words}"
        more = f"{getal(len(self._left_out))} weggelaten" if self._left_out else HINT
        self.count.setText(f"{words}  ·  {more}")

    def _selected(self, identity: str) -> None:
        line = self.model.row_at(self.model.index_of(identity)) if identity else None
        rij = line.rij if isinstance(line, RowLine) else None
        self.detail.show_row(rij, self._names, self._left_out.get(rij.rijnummer) if rij else None)

    def _marked(self, identity: str) -> None:
        self.row_toggled.emit(int(identity))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == TICK:
            self.row_toggled.emit(int(index.data(ID_ROLE)))

    def _reason_chosen(self, reason: object) -> None:
        number = self.current_row()
        if number is not None:
            self.reason_chosen.emit(number, reason)
