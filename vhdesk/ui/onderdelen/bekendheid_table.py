"""The grid partner x bekendheid: one key per cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.bekendheid import BekendheidRow
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import ID_ROLE, RowTableModel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.cell_delegate import CellDelegate
from vhdesk.ui.widgets.row_table import ROW, RowTable
from vhdesk.vocabulary_triage import Bekendheidstand

KEYS = {
    "b": Bekendheidstand.BEKEND,
    "n": Bekendheidstand.NIET_BEKEND,
    "g": Bekendheidstand.GEEN_ANTWOORD,
    "w": Bekendheidstand.GEWEIGERD,
}
_LETTERS = {stand: letter.upper() for letter, stand in KEYS.items()}
MAX_SEEN = 12  # rows; a longer list scrolls by itself
LEAST = 84  # narrowest column at 100 % text
AROUND = 12  # above and below the words of a row


def _in_cell(stand: Bekendheidstand) -> Callable[[BekendheidRow], str]:
    """Return what stands in a cell of this column: the day of the answer, or of the question that is open."""

    def words(row: BekendheidRow) -> str:
        if row.stand is not stand:
            return ""
        return short_date(row.antwoord_op or row.gevraagd_op)

    return words


def _icon(stand: Bekendheidstand) -> Callable[[BekendheidRow], str]:
    picture = {
        Bekendheidstand.BEKEND: "circle-check",
        Bekendheidstand.NIET_BEKEND: "minus",
        Bekendheidstand.GEEN_ANTWOORD: "clock",
        Bekendheidstand.GEWEIGERD: "ban",
    }[stand]
    return lambda row: picture if row.stand is stand else ""


def _extra(row: BekendheidRow) -> str:
    contact = ", ".join(filter(None, (row.contact, row.contact_telefoon, row.contact_email)))
    return "; ".join(filter(None, (row.reden, contact, "bracht in" if row.inbreng else "")))


def _organisatie(row: BekendheidRow) -> str:
    """Return who was asked; below it why it refused, or whom to reach."""
    return "\n".join(filter(None, (row.organisatie, _extra(row))))


def _spoken(row: BekendheidRow) -> str:
    return _organisatie(row).replace("\n", ", ")


_WIDTHS = {
    Bekendheidstand.BEKEND: 114,
    Bekendheidstand.NIET_BEKEND: 120,
    Bekendheidstand.GEEN_ANTWOORD: 136,
    Bekendheidstand.GEWEIGERD: 114,
}


def _column(stand: Bekendheidstand) -> Column:
    title = f"{met_hoofdletter(stand.label)} ({_LETTERS[stand]})"
    return Column(title, value=_in_cell(stand), icon=_icon(stand), width=_WIDTHS[stand])


COLUMNS = (
    Column("Organisatie", value=_organisatie, spoken=_spoken),
    *map(_column, Bekendheidstand),
)


class BekendheidTable(RowTable):
    """Signals: ``stand_chosen(row id, value)`` on B, N, G or W and on a click in a cell; ``removed(row id)`` on Delete,
    ``change_requested(row id)`` on F2."""

    change_requested = Signal(str)
    stand_chosen = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bekendheid per organisatie", RowTableModel(COLUMNS), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(
            "B bekend, N niet bekend, G geen antwoord, W geweigerd, F2 dagen en contact, Delete niet vragen."
        )
        self.clicked.connect(self._clicked)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(current_theme().px(LEAST))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._known: dict[tuple[int, float], list[int]] = {}  # heights of the rows by width and size of text
        self.model().layoutChanged.connect(self._sorted)

    def set_rows(self, rows: Sequence[BekendheidRow]) -> None:
        """Show rows, each as high as its words."""
        super().set_rows(rows)
        self._sorted()
        self.updateGeometry()

    def _sorted(self) -> None:
        self._known.clear()
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        for row, high in enumerate(self._heights(self.columnWidth(0))):
            if high != self.rowHeight(row):
                self.setRowHeight(row, high)

    def _heights(self, width: int) -> list[int]:
        """Return how high every row is when the names have this width."""
        delegate, model, theme = self.itemDelegate(), self.model(), current_theme()
        assert isinstance(delegate, CellDelegate)
        key = (width, theme.scale)
        if key not in self._known:
            words = (delegate.wrapped_height(model.index(row, 0), width) for row in range(model.rowCount()))
            self._known[key] = [max(theme.px(ROW), high + theme.px(AROUND)) for high in words]
        return self._known[key]

    def _clicked(self, index: QModelIndex) -> None:
        standen = tuple(Bekendheidstand)
        if 1 <= index.column() <= len(standen):
            self.stand_chosen.emit(str(index.data(ID_ROLE)), standen[index.column() - 1].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key per cell."""
        stand = KEYS.get(event.text().lower())
        if stand is not None and self.current_id():
            self.stand_chosen.emit(self.current_id(), stand.value)
        elif event.key() == Qt.Key.Key_F2 and self.current_id():
            self.change_requested.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers() and self.current_id():
            self.removed.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its rows at this width, up to a dozen. What the rows are now is not asked: a page whose scroll bar
        comes and goes with them would never be done."""
        header, least = self.horizontalHeader(), current_theme().px(LEAST)
        others = sum(self.columnWidth(number) for number in range(1, header.count()))
        rows = self._heights(max(least, width - others))[:MAX_SEEN] or [current_theme().px(ROW)]
        bar = self.horizontalScrollBar().sizeHint().height() if others + least > width else 0
        return header.sizeHint().height() + sum(rows) + bar + 4

    def sizeHint(self) -> QSize:
        """Return the width that the columns like, and the height there."""
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A head and one row; a layout asks the height for its width."""
        return QSize(160, self.horizontalHeader().sizeHint().height() + current_theme().px(ROW))
