"""Choosing cases for the agenda: what is due stands first with its reasons; space ticks, Enter puts it on the agenda. Or type
a name, arrows mark, Enter adds. The cursor stays where it is for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.queries.agendeerbaar import Agendeerbaar, AgendeerbaarRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.overleg.voorstel_words import count_line, kandidaat_line
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.whole_row_list import WholeRowList

LIMIT: Final = 100
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A case in the list, and whether it is ticked."""

    id: str
    casus: AgendeerbaarRow
    ticked: bool


class CasusKiezer(QWidget):
    """Signals: ``asked`` when other rows are wanted (``words()``, ``all_tables()``), ``added(ids)``: a tuple of cases,
    ``found_nothing`` on Enter after a search without a hit."""

    asked = Signal()
    added = Signal(object)
    found_nothing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField("Naam, nummer of doelgroep", "Ctrl+F")
        self.everywhere = QCheckBox("Ook casussen van andere tafels")
        self.everywhere.setAccessibleName("Ook casussen van andere tafels")
        self.count = Label("", "small", wrap=True)
        self.ticked: frozenset[str] = frozenset()
        self._found = Agendeerbaar("", 0, ())
        self._new_words = ""
        self.list = WholeRowList("Casussen die op de agenda kunnen", self._line, (" ",))
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
        self.list.key_pressed.connect(self._key)

    def words(self) -> str:
        """Return what is searched for."""
        return self.search.text().strip()

    def all_tables(self) -> bool:
        """Whether cases of other tables count as well."""
        return self.everywhere.isChecked()

    def show_rows(self, found: Agendeerbaar) -> None:
        """Show candidates; the mark stays at its place in the list, and what was ticked stays so while it can be chosen."""
        rows = found.rijen
        if found.id != self._found.id:
            self.ticked = frozenset()
        elif not self.words():
            self.ticked &= {row.id for row in rows}
        self._found = found
        place = self.list.currentIndex().row()
        self._draw()
        if rows and not self.list.currentIndex().isValid():
            self.list.select(rows[min(max(place, 0), len(rows) - 1)].id)
        self._stack.setCurrentIndex(0 if rows else 1)
        if self.words():
            self.none.set_words(
                f"Niets gevonden voor “{self.words()}”.",
                self._new_words or "Probeer een ander woord, of ook andere tafels.",
            )
        else:
            self.none.set_words(
                "Alle casussen van deze tafel staan op de agenda.",
                "Lees een casuslijst in bij Aanmeldingen, of kies ook casussen van andere tafels.",
            )

    def offer_new(self, words: str) -> None:
        """Say this where nothing was found: Enter then leads somewhere."""
        self._new_words = words

    def tick_all(self) -> None:
        """Tick every case that is proposed; when they all are, none."""
        due = frozenset(row.id for row in self._found.rijen if row.redenen)
        self.ticked = self.ticked - due if due <= self.ticked else self.ticked | due
        self._draw()

    def numbered(self, ids: tuple[str, ...], number: str) -> str:
        """Return which of these cases has this number; the first when none has."""
        return next(
            (row.id for row in self._found.rijen if row.id in ids and row.casus.nummer == number), ids[0]
        )

    def untick(self) -> None:
        """Nothing is ticked any more: it stands on the agenda."""
        self.ticked = frozenset()
        self._draw()

    def _tick(self) -> None:
        """Tick the current case, or take its tick away, and go on to the next."""
        identity = self.list.current_id()
        if identity:
            self.ticked ^= {identity}
            self._draw()
            self.list.step(1)

    def _draw(self) -> None:
        rows = self._found.rijen
        self.list.set_rows(tuple(Kandidaat(row.id, row, row.id in self.ticked) for row in rows))
        self.count.setText(count_line(self._found, len(self.ticked), LIMIT) if rows else "")

    def _line(self, row: Kandidaat) -> TwoLine:
        return kandidaat_line(row.casus, ticked=row.ticked)

    def back_out(self) -> bool:
        """Empty the search, or take the ticks away."""
        if not self.search.text():
            if not self.ticked:
                return False
            self.untick()
            return True
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
            if event.key() == Qt.Key.Key_Space and not self.search.text():
                self._tick()
                return True
        return super().eventFilter(watched, event)

    def add_marked(self) -> None:
        """Add the case that is marked among what answers to the words typed."""
        self.search.search_now()
        self._add(self.list.current_id())

    def _add(self, identity: str) -> None:
        """Put on the agenda what is ticked, in the order of the list; after a search, or without a tick, this one."""
        chosen = tuple(row.id for row in self._found.rijen if row.id in self.ticked)
        if not self.words() and chosen:
            self.added.emit(chosen)
        elif identity:
            self.added.emit((identity,))
        elif self.words() and not self._found.rijen:
            self.found_nothing.emit()

    def _key(self, _key: str) -> None:
        self._tick()

    def _ask(self) -> None:
        self.asked.emit()
