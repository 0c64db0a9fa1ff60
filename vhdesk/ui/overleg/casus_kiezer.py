"""Choosing cases for the agenda: type, arrows mark, Enter adds; the cursor stays where it is for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.queries.agendeerbaar import AgendeerbaarRow
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.words import kandidaat_line
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.whole_row_list import WholeRowList

LIMIT: Final = 100
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class CasusKiezer(QWidget):
    """Signals: ``asked`` when other rows are wanted (``words()``, ``all_tables()``), ``added(casus_id)``."""

    asked = Signal()
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField("Naam, nummer of doelgroep", "Ctrl+F")
        self.everywhere = QCheckBox("Ook casussen van andere tafels")
        self.everywhere.setAccessibleName("Ook casussen van andere tafels")
        self.count = Label("", "small", wrap=True)
        self.list = WholeRowList("Casussen die op de agenda kunnen", kandidaat_line)
        self.none = EmptyState("folder-open", "", "")
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.search)
        layout.addWidget(self.count)
        layout.addWidget(stack, 1)
        layout.addWidget(self.everywhere)
        self.search.searched.connect(self._ask)
        self.search.installEventFilter(self)
        self.everywhere.toggled.connect(self._ask)
        self.list.opened.connect(self._add)

    def words(self) -> str:
        """Return what is searched for."""
        return self.search.text().strip()

    def all_tables(self) -> bool:
        """Whether cases of other tables count as well."""
        return self.everywhere.isChecked()

    def show_rows(self, rows: Sequence[AgendeerbaarRow]) -> None:
        """Show candidates; the mark stays at its place in the list."""
        place = self.list.currentIndex().row()
        self.list.set_rows(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.select(rows[min(max(place, 0), len(rows) - 1)].id)
        due = sum(row.datum_bereikt or row.acties_over > 0 for row in rows)
        number = eventueel(len(rows), "casus", "casussen")
        if len(rows) >= LIMIT:
            number = f"De eerste {LIMIT} casussen"
        self.count.setText(f"{number}, {due} aan de beurt. Enter zet op de agenda." if rows else "")
        self._stack.setCurrentIndex(0 if rows else 1)
        if self.words():
            self.none.set_words(
                f"Niets gevonden voor “{self.words()}”.", "Probeer een ander woord, of ook andere tafels."
            )
        else:
            self.none.set_words(
                "Alle casussen van deze tafel staan op de agenda.",
                "Lees een casuslijst in bij Aanmeldingen, of kies ook casussen van andere tafels.",
            )

    def back_out(self) -> bool:
        """Empty the search."""
        if not self.search.text():
            return False
        self.search.clear()
        self.search.search_now()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cursor stays in the field: arrows move the mark, Enter adds."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.add_marked()
                return True
        return super().eventFilter(watched, event)

    def add_marked(self) -> None:
        """Add the case that is marked among what answers to the words typed."""
        self.search.search_now()
        self._add(self.list.current_id())

    def _add(self, identity: str) -> None:
        if identity:
            self.added.emit(identity)

    def _ask(self) -> None:
        self.asked.emit()
