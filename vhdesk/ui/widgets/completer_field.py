"""Choose one of many by typing: people, organisations. Gives an id, never free text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from vhdesk.ui.folding import fold
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate

MAX_SHOWN = 50
ROWS_SEEN = 5


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: ``sub`` tells namesakes apart, ``words`` are further words to find it by."""

    id: str
    text: str
    sub: str = ""
    words: str = ""


def _two_line(option: Option) -> TwoLine:
    return TwoLine(option.text, option.sub)


def rank(option: Option, folded_words: str) -> int:
    """Return how well ``option`` answers (0 best), -1 for not at all: beginning, beginning of a word, within."""
    text = fold(option.text)
    words = folded_words.split()
    everything = f"{text} {fold(option.sub)} {fold(option.words)}"
    if not all(word in everything for word in words):
        return -1
    if text.startswith(folded_words):
        return 0
    starts = everything.split()
    if all(any(start.startswith(word) for start in starts) for word in words):
        return 1
    return 2


class CompleterField(QLineEdit):
    """Signals: ``chosen(id)`` when a person chose ("" when the field was emptied).

    Down opens the list, typing narrows it, Enter or Tab takes the marked one, Escape gives up what was typed.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, hint: str = "", options: Sequence[Option] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = tuple(options)
        self._chosen = ""
        self._model = RowListModel(_two_line, parent=self)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition).triggered.connect(
            self.open_list
        )
        self.list = self._make_list(name)
        self.textEdited.connect(self._typed)

    def _make_list(self, name: str) -> QListView:
        view = QListView(self)
        view.setWindowFlags(Qt.WindowType.Popup)
        view.setFocusProxy(self)
        view.setModel(self._model)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.Box)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(f"{name}: keuzes")
        view.clicked.connect(self._take_current)
        view.installEventFilter(self)
        return view

    # --- value

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other things; what was chosen stays chosen if it is still among them."""
        self._options = tuple(options)
        if not self.hasFocus():
            self._show_chosen()

    def value(self) -> str:
        """Return the id chosen, "" for none."""
        return self._chosen

    def set_value(self, identity: str) -> None:
        """Show a choice without announcing it."""
        self._chosen = identity
        self._show_chosen()

    def valid(self) -> bool:
        """Say whether nothing half-typed stands in the field."""
        return not self.text().strip() or self.text() == self._text_of(self._chosen)

    # --- list

    def open_list(self) -> None:
        """Show what fits what is typed; everything when the choice stands unchanged."""
        unchanged = self.text() == self._text_of(self._chosen)
        self._show_list("" if unchanged else self.text())

    def matches(self, text: str) -> list[Option]:
        """Return the options that answer to ``text``, best first."""
        folded = " ".join(fold(text).split())
        if not folded:
            return list(self._options[:MAX_SHOWN])
        ranked = [(rank(option, folded), number, option) for number, option in enumerate(self._options)]
        return [option for place, _, option in sorted(r for r in ranked if r[0] >= 0)][:MAX_SHOWN]

    def _show_list(self, text: str) -> None:
        found = self.matches(text)
        self._model.set_rows(found)
        if not found:
            self.list.hide()
            return
        theme = current_theme()
        row = self.list.itemDelegate().sizeHint(None, self._model.index(0, 0)).height()
        self.list.resize(max(self.width(), theme.px(280)), row * min(len(found), ROWS_SEEN) + 4)
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        screen = self.screen().availableGeometry()
        if place.y() + self.list.height() > screen.bottom():
            place.setY(self.mapToGlobal(QPoint(0, 0)).y() - self.list.height() - 2)
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.list.width())))
        self.list.move(place)
        self.list.show()
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _typed(self, text: str) -> None:
        if text.strip():
            self._show_list(text)
        else:
            self.list.hide()
            self._set_chosen("")

    def _take_current(self) -> None:
        index = self.list.currentIndex()
        self.list.hide()
        if index.isValid():
            self._set_chosen(str(index.data(ID_ROLE)))
        self._show_chosen()

    def _set_chosen(self, identity: str) -> None:
        if identity != self._chosen:
            self._chosen = identity
            self.chosen.emit(identity)

    def _show_chosen(self) -> None:
        self.setText(self._text_of(self._chosen))
        self.setCursorPosition(0)

    def _text_of(self, identity: str) -> str:
        return next((option.text for option in self._options if option.id == identity), "")

    # --- keys

    def _list_key(self, event: QKeyEvent) -> bool:
        """Handle a key while the list is open; False when it belongs to the field."""
        key = event.key()
        row = self.list.currentIndex().row()
        last = self._model.rowCount() - 1
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -ROWS_SEEN,
            Qt.Key.Key_PageDown: ROWS_SEEN,
        }
        step = steps.get(Qt.Key(key))
        if step is not None:
            self.list.setCurrentIndex(self._model.index(max(0, min(last, row + step)), 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_current()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            self._show_chosen()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popup has the keyboard: its keys go to the list or back to the field."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._take_current()
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            elif not self._list_key(event):
                self.event(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter takes the only fitting one."""
        if event.key() == Qt.Key.Key_Down or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.valid()
        ):
            self.open_list()
        elif event.key() == Qt.Key.Key_Escape and not self.valid():
            self._show_chosen()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Half a name is no choice: one that fits alone is taken, otherwise the last choice comes back."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason or self.list.isVisible():
            return
        if not self.valid():
            found = self.matches(self.text())
            if len(found) == 1:
                self._set_chosen(found[0].id)
        self._show_chosen()
