"""The agenda while it is made: order by drag or Alt+arrows, minutes by plus, minus or typing, the sum in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget

from vhdesk.queries.agenda import Agenda, AgendapuntRow
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.vaststelling import Vaststelling
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE, ROW_ROLE
from vhdesk.ui.itemmodels.row_proxy import RowProxy
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.vaststelling_words import fixed_words
from vhdesk.ui.overleg.words import agenda_count, concept_line, hours, minutes_over, punt_title
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.list_pane import RowList
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary_agenda import BLIJFT

STEP = 5


class _Minutes(QLineEdit):
    """A small field over the row; Enter or leaving takes what was typed."""

    taken = Signal(str, int)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.punt_id = ""
        self.setValidator(QIntValidator(0, 600, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName("Minuten")
        self.hide()

    def open_at(self, place: QRect, punt_id: str, text: str) -> None:
        """Show over ``place`` with the first digit typed."""
        self.punt_id = punt_id
        self.setGeometry(place)
        self.setText(text)
        self.show()
        self.setFocus()
        self.deselect()
        self.end(False)

    def close_field(self, *, take: bool) -> None:
        """Go away, with or without what was typed."""
        punt_id, self.punt_id = self.punt_id, ""
        self.hide()
        if take and punt_id and self.text():
            self.taken.emit(punt_id, int(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes; the list has the focus again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes what was typed."""
        super().focusOutEvent(event)
        self.close_field(take=True)


HINT_FROM = 320  # height from which the keys are said below the list


class AgendaList(RowList):
    """Signals: ``minutes_set(id, minutes)``, ``removed(id)`` on Delete, ``change_requested`` on F2,
    ``closed_turned(id, closed)`` on B."""

    minutes_set = Signal(str, int)
    removed = Signal(str)
    change_requested = Signal()
    closed_turned = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Agenda van dit overleg", parent)
        self.setProperty("kind", "clear")
        self.show_rows_whole()
        self.editor = _Minutes(self.viewport())
        self.editor.taken.connect(self.minutes_set)
        self.editor.entered.connect(self.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus step five minutes, digits open the field, Delete takes an item off the agenda,
        F2 changes it, B puts it in the closed part or out of it."""
        row = self.currentIndex().data(ROW_ROLE)
        text = event.text()
        if not isinstance(row, AgendapuntRow) or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif text in ("+", "="):
            self.minutes_set.emit(row.id, min(600, row.minuten + STEP))
        elif text == "-":
            self.minutes_set.emit(row.id, max(0, row.minuten - STEP))
        elif text.isdigit():
            self.open_editor(text)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row.id)
        elif text == "b":
            self.closed_turned.emit(row.id, not row.besloten)
        elif event.key() == Qt.Key.Key_F2:
            self.change_requested.emit()
        else:
            super().keyPressEvent(event)

    def open_editor(self, text: str) -> None:
        """Type the minutes of the current row."""
        index = self.currentIndex()
        rect, theme = self.visualRect(index), current_theme()
        width, height = theme.px(72), theme.px(32)
        place = QRect(rect.right() - width - theme.px(4), rect.top() + theme.px(2), width, height)
        self.editor.open_at(place, str(index.data(ID_ROLE)), text)


class AgendaBuilder(QWidget):
    """Signals: ``moved(id, position)``, ``minutes_set(id, minutes)``, ``removed(id)``, ``turned`` to another item."""

    turned = Signal()
    moved = Signal(str, int)
    minutes_set = Signal(str, int)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowListModel(concept_line, reorderable=True, parent=self)
        self.proxy = RowProxy(self.model, self)
        self.list = AgendaList()
        self.list.setModel(self.proxy)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.count = Label("", "small", wrap=True)
        self.fixed = Label("", "small", wrap=True)
        self.fixed.hide()
        self.total = Label("", "strong", wrap=True)
        self.over = Pill(parent=self)
        self.hint = Label(
            "Alt+↑ of Alt+↓ verplaatst, + en − of een getal bepaalt de minuten, F2 wijzigt, B maakt besloten, Delete haalt een punt van de agenda."
            " Ctrl+Shift+B voegt een punt zonder casus toe.",
            "small",
            wrap=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(Label("Agenda", "section"))
        layout.addWidget(self.count)
        layout.addWidget(self.fixed)
        layout.addSpacing(SPACE_2)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addSpacing(SPACE_1)
        layout.addWidget(self.total)
        layout.addWidget(self.over)
        self.list.selectionModel().currentChanged.connect(self.turned)
        self.model.moved.connect(self.moved)
        self.list.minutes_set.connect(self.minutes_set)
        self.list.removed.connect(self.removed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the rows get it; the keys then stand on the key sheet."""
        super().resizeEvent(event)
        self.hint.setVisible(event.size().height() >= current_theme().px(HINT_FROM))

    def show_agenda(self, overleg: OverlegRow, agenda: Agenda, fixed: Vaststelling | None) -> None:
        """Show the agenda; the current item stays current. ``fixed``: when it was fixed, and what changed since."""
        self.fixed.setText(fixed_words(fixed, agenda))
        self.fixed.setVisible(fixed is not None)
        self.model.set_rows(agenda.punten)
        self.count.setText(agenda_count(overleg, agenda))
        planned = f", gepland tot {hours(overleg.eindtijd)}" if overleg.eindtijd is not None else ""
        minutes = eventueel(agenda.minuten, "minuut", "minuten") or "geen minuten"
        self.total.setText(f"Samen {minutes}: tot {hours(agenda.eindigt)}{planned}")
        over = minutes_over(overleg, agenda)
        self.over.set_state(f"{over} minuten te veel" if over else "", "warn")
        if not self.list.currentIndex().isValid() and self.proxy.rowCount():
            self.list.setCurrentIndex(self.proxy.index(0, 0))

    def select(self, punt_id: str) -> None:
        """Make an item current."""
        index = self.proxy.index_of(punt_id)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def current(self) -> AgendapuntRow | None:
        """Return the current item."""
        row = self.proxy.row_at(self.list.currentIndex())
        return row if isinstance(row, AgendapuntRow) else None

    def removable(self) -> bool:
        """Whether the current item may go: all but opening and closing."""
        row = self.current()
        return row is not None and row.soort not in BLIJFT

    def back_out(self) -> bool:
        """Close the minutes field without taking it."""
        if self.list.editor.isHidden():
            return False
        self.list.editor.close_field(take=False)
        self.list.setFocus()
        return True

    def row(self, punt_id: str) -> AgendapuntRow | None:
        """Return an item of the agenda."""
        return next((row for row in self.model.rows() if row.id == punt_id), None)

    def name_of(self, punt_id: str) -> str:
        """Return what an item is called."""
        row = self.row(punt_id)
        return punt_title(row) if row is not None else ""
