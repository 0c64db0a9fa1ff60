"""The gap board as a table: organisations down, cases across, and a mark on one cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from vhdesk.queries.uitvraag import BordCasus, Bordrij, Uitvraagbord, Uitvraagcel
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.widgets.cell_delegate import CellDelegate
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.vocabulary_uitvraag import Uitvraagstand

NAME_WIDTH, CELL_WIDTH = 210, 128
NOT_ASKED = "nog niet gevraagd"
_SHORT = "nog vragen"
_ICONS = {
    None: "circle",
    Uitvraagstand.GEVRAAGD: "clock",
    Uitvraagstand.ONTVANGEN: "circle-check",
    Uitvraagstand.NIETS_BEKEND: "minus",
    Uitvraagstand.GEWEIGERD: "ban",
}
_NAME_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_KEYS = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter"}
Wanted = Callable[[Uitvraagcel], bool]


def cell_words(cel: Uitvraagcel | None) -> str:
    """Return what stands in a cell."""
    if cel is None:
        return "–"
    if cel.voorstel:
        return "ontvangen?"
    return cel.stand.label if cel.stand is not None else _SHORT


def _icon(cel: Uitvraagcel | None) -> str:
    if cel is None:
        return ""
    return "circle-help" if cel.voorstel else _ICONS[cel.stand]


def _column(casus: BordCasus) -> Column:
    def cel(rij: Bordrij) -> Uitvraagcel | None:
        return rij.cel(casus.id)

    return Column(
        casus.nummer,
        value=lambda rij: cell_words(cel(rij)),
        icon=lambda rij: _icon(cel(rij)),
        width=CELL_WIDTH,
    )


class BoardModel(RowTableModel):
    """The organisations stand in the head of their row, which stays in sight."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the number of a case, or the name of an organisation."""
        if orientation == Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        if role in _NAME_ROLES and 0 <= section < len(self.rows()):
            return self.rows()[section].organisatie
        return None


class CellMark(CellDelegate):
    """The edge stands around the current cell instead of its row."""

    def _edge(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme
    ) -> None:
        if index.column() == self._table.currentIndex().column():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class UitvraagTable(RowTable):
    """Arrows move the mark, a digit goes to that case of the agenda.

    Signals: ``pressed(key)`` for one of ``keys``; ``moved`` when the mark stands on another cell."""

    pressed = Signal(str)
    moved = Signal()

    def __init__(self, keys: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__("Uitvraag per organisatie en casus", BoardModel(()), parent)
        self._keys = keys
        self._casussen: tuple[BordCasus, ...] = ()
        self.setSortingEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setItemDelegate(CellMark(self))
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        names = self.verticalHeader()
        names.setAccessibleName("Organisaties")
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setHighlightSections(False)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setFixedWidth(current_theme().px(NAME_WIDTH))
        names.show()
        self.setCornerButtonEnabled(False)
        self.selectionModel().currentChanged.connect(self._cell_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text takes wider names."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setFixedWidth(current_theme().px(NAME_WIDTH))

    def show_board(self, bord: Uitvraagbord) -> None:
        """Show a board; the mark stays on its organisation and case."""
        if bord.casussen != self._casussen:
            casus = self.casus()
            self._casussen = bord.casussen
            self.rows.set_columns(tuple(map(_column, bord.casussen)))
            self._fit_columns()
            if casus in bord.casussen:
                self._go(self.currentIndex().row(), bord.casussen.index(casus))
        self.set_rows(bord.rijen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Show whole columns only: a word that is half in sight reads as another."""
        least = current_theme().px(CELL_WIDTH)
        room = self.viewport().width()
        shown = min(max(1, room // least), max(1, len(self._casussen)))
        width = max(least, room // shown) if shown < len(self._casussen) else least
        changed = [number for number in range(len(self._casussen)) if self.columnWidth(number) != width]
        for number in changed:
            self.setColumnWidth(number, width)
        if changed and self.currentIndex().isValid():
            self.horizontalScrollBar().setValue(0)  # where it stood counts in the former widths
            self.scrollTo(self.currentIndex())

    def casus(self) -> BordCasus | None:
        """Return the case under the mark; None without a mark."""
        place = self.currentIndex().column()
        return self._casussen[place] if 0 <= place < len(self._casussen) else None

    def rij(self) -> Bordrij | None:
        """Return the organisation under the mark."""
        found = self.proxy.row_at(self.currentIndex())
        return found if isinstance(found, Bordrij) else None

    def cel(self) -> Uitvraagcel | None:
        """Return the cell under the mark; None where the organisation is no party."""
        rij, casus = self.rij(), self.casus()
        return rij.cel(casus.id) if rij is not None and casus is not None else None

    def to_first(self, wanted: Wanted) -> None:
        """Put the mark on the first cell that is ``wanted``, or on the first one there is."""
        if not self._step(wanted, -1):
            self._go(0, 0)

    def to_next(self, wanted: Wanted) -> bool:
        """Move the mark to the next cell that is ``wanted``, by organisation, and round; False when there is none."""
        here = self.currentIndex()
        return self._step(wanted, here.row() * len(self._casussen) + here.column())

    def _step(self, wanted: Wanted, after: int) -> bool:
        cells = [cel for rij in self.rows.rows() for cel in rij.cellen]
        order = (*range(after + 1, len(cells)), *range(after + 1))
        for place in order:
            cel = cells[place] if place < len(cells) else None
            if cel is not None and wanted(cel):
                self._go(place // len(self._casussen), place % len(self._casussen))
                return True
        return False

    def _go(self, row: int, column: int) -> None:
        index = self.proxy.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _cell_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key per cell."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = _KEYS.get(Qt.Key(event.key()), event.text().lower()) if plain else ""
        if key in self._keys:
            self.pressed.emit(key)
        elif plain and key.isdigit() and 1 <= int(key) <= len(self._casussen):
            self._go(max(0, self.currentIndex().row()), int(key) - 1)
        else:
            super().keyPressEvent(event)
