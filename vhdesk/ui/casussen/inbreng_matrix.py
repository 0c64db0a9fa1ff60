"""Who said what on which leefgebied at one glance, and above all who said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import ID_ROLE, SORT_ROLE, RowTableModel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
Gebieden = Sequence[tuple[str, str]]

WHO, CELL, ROW = 224, 34, 28  # pixels at 100 % text
TALLEST = 230


@dataclass(frozen=True, slots=True)
class Partnerregel:
    """One organisation and how often it said something, in the order of the leefgebieden."""

    id: str
    naam: str
    gezegd: tuple[int, ...]


def matrix_rijen(dossier: Dossier, gebieden: Gebieden) -> tuple[Partnerregel, ...]:
    """Return a line for each partner of the case, and for who brought something in without being one (any more)."""
    namen = {partner.organisatie_id: partner.organisatie for partner in dossier.partners}
    namen |= {row.organisatie_id: row.organisatie for row in dossier.inbreng}
    gezegd = [(row.organisatie_id, row.leefgebied_code) for row in dossier.inbreng]
    return tuple(
        Partnerregel(identity, naam, tuple(gezegd.count((identity, code)) for code, _ in gebieden))
        for identity, naam in sorted(namen.items(), key=lambda each: each[1].casefold())
    )


def _naam(row: Partnerregel) -> str:
    return row.naam


def _who(row: Partnerregel) -> str:
    leeg = row.gezegd.count(0)
    return f"{row.naam}: {'overal iets ingebracht' if not leeg else f'{leeg} leefgebieden leeg'}"


def _cell(place: int, gebied: str) -> Column:
    def value(row: Partnerregel) -> int:
        return row.gezegd[place]

    def words(row: Partnerregel) -> str:
        aantal = row.gezegd[place]
        keer = "niets ingebracht" if not aantal else f"{aantal} keer ingebracht"
        return f"{row.naam}, {gebied.lower()}: {keer}"

    return Column(gebied, value=value, text=_count, tooltip=words, spoken=words, width=CELL, align="center")


def _count(aantal: int) -> str:
    return str(aantal) if aantal else ""


class InbrengMatrix(RowTable):
    """Arrows walk the cells. Signals: ``asked(organisatie_id, leefgebied_code)`` on Enter or a double click; the code is ""
    on the name of a partner."""

    asked = Signal(str, str)

    def __init__(self, gebieden: Gebieden, parent: QWidget | None = None) -> None:
        self._codes = tuple(code for code, _ in gebieden)
        columns = (
            Column("Partner", value=_naam, tooltip=_who, spoken=_who, width=WHO),
            *(_cell(place, met_hoofdletter(naam)) for place, (_, naam) in enumerate(gebieden)),
        )
        super().__init__("Inbreng per partner en leefgebied", RowTableModel(columns), parent)
        self.setAccessibleDescription("Pijltjes lopen door de vakken, Enter gaat naar de inbreng.")
        self.setSortingEnabled(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setHorizontalHeader(_TallHeader(self))
        self.setItemDelegate(_Cell(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        for number, column in enumerate(self.rows.columns()):
            self.setColumnWidth(number, theme.px(column.width))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text takes other rows and columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rows"):
            self._fit()
            self.updateGeometry()

    def set_rows(self, rows: Sequence[Partnerregel]) -> None:
        """Show rows; as high as they are."""
        super().set_rows(rows)
        self.updateGeometry()

    def go_to(self, organisatie_id: str, column: int) -> None:
        """Make a cell current."""
        row = self.proxy.index_of(organisatie_id)
        if row.isValid():
            self.setCurrentIndex(row.siblingAtColumn(column))

    def current_cell(self) -> tuple[str, str]:
        """Return the partner and the leefgebied of the current cell; "" for what it is not about."""
        return self._cell_of(self.currentIndex())

    def _cell_of(self, index: Index) -> tuple[str, str]:
        if not index.isValid():
            return "", ""
        return str(index.data(ID_ROLE)), self._codes[index.column() - 1] if index.column() else ""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.asked.emit(*self._cell_of(index))

    def sizeHint(self) -> QSize:
        """As high as its rows and its heads, with room for the bar that a wide one needs."""
        header = self.horizontalHeader()
        wide = sum(self.columnWidth(number) for number in range(header.count()))
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.viewport().width() else 0
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(wide, header.sizeHint().height() + rows + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """May be narrower than its columns, never lower than its rows."""
        return QSize(160, self.sizeHint().height())


class _TallHeader(QHeaderView):
    """The names of the leefgebieden stand upright, so that the columns can be narrow."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Leefgebieden")

    def sizeHint(self) -> QSize:
        """As high as the longest name."""
        theme, model = current_theme(), self.model()
        metrics = QFontMetrics(theme.font("small"))
        names = [str(model.headerData(number, self.orientation())) for number in range(1, self.count())]
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        return QSize(super().sizeHint().width(), min(longest, theme.px(TALLEST)) + theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground is that of the card, also beside the last name."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current_theme().color("surface"))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint a name upright; the first column is about the partners and stands below, as they do."""
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font("small"))
        text = str(self.model().headerData(index, self.orientation()))
        if index:
            painter.translate(rect.x(), rect.bottom())
            painter.rotate(-90)
            place = QRect(theme.px(8), 0, rect.height() - theme.px(12), rect.width())
        else:
            place = rect.adjusted(theme.px(8), rect.height() - theme.px(ROW), 0, 0)
        room = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), room)
        painter.restore()


class _Cell(QStyledItemDelegate):
    """A cell with its number on the accent, or an empty box: that nothing was said is seen without reading."""

    def __init__(self, table: InbrengMatrix) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        box = option.rect.adjusted(2, 2, -2, -2)
        align = Qt.AlignmentFlag.AlignCenter
        ink = "text"
        if index.column() == 0:
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elif index.data(SORT_ROLE):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box, 4, 4)
            ink = "accent"
        else:
            painter.setPen(QPen(theme.color("field"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 4, 4)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("body", "medium" if ink == "accent" else "regular"))
        painter.setPen(theme.color(ink))
        inside = box.adjusted(theme.px(6), 0, -theme.px(4), 0) if index.column() == 0 else box
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(align), shown)
        painter.restore()
