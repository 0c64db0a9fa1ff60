"""Choose one of many by typing: people, organisations. Gives an id, never free text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from vhdesk.folding import fold
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate
from vhdesk.ui.widgets.undo_keys import left_to_window

MAX_SHOWN = 50
ROWS_SEEN = 6
LOW_ROW = 46
LINE_ROW = 36
GAP = 3
NOTHING = "Niets gevonden. Wat er nog niet is, voegt u toe bij Beheer."
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down)


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
    """Return how well ``option`` answers (0 best), -1 for not at all: the beginning of the name, of words in the
    name, of words anywhere, within."""
    text = fold(option.text)
    words = folded_words.split()
    everything = f"{text} {fold(option.sub)} {fold(option.words)}"
    if not all(word in everything for word in words):
        return -1
    if text.startswith(folded_words):
        return 0
    for place, starts in enumerate((text.split(), everything.split()), 1):
        if all(any(start.startswith(word) for start in starts) for word in words):
            return place
    return 3


class CompleterField(QLineEdit):
    """Signals: ``chosen(id)`` when a person chose ("" when the field was emptied), ``doubted(sentence)`` when it was left
    with what is no choice.

    Down opens the list, typing narrows it, Enter or Tab takes the marked one, Escape gives up what was typed. What
    answers to nothing is said in the place of the list. Half a name is no choice: it stays where it was typed, marked,
    and a form that asks ``doubt`` does not go on before it is mended. What is not in the list yet may be offered too
    (``set_maker``); such a thing is only chosen by hand.
    """

    chosen = Signal(str)
    doubted = Signal(str)

    def __init__(
        self, name: str, hint: str = "", options: Sequence[Option] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = tuple(options)
        self._made: tuple[Option, ...] = ()
        self._make: Callable[[str], Sequence[Option]] | None = None
        self._say_nothing: Callable[[str], str] | None = None
        self._taken: tuple[Option, ...] = ()
        self._chosen = ""
        self._left = False  # with something that is no choice
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition).triggered.connect(
            self.open_list
        )
        self.list = self._make_list(name)
        self.nothing = self._make_nothing()
        self.textEdited.connect(self._typed)

    def _make_list(self, name: str) -> QListView:
        """The list floats in the window, above its other widgets: the keyboard never leaves the field."""
        view = QListView(self)
        view.hide()
        self._model = RowListModel(
            _two_line, parent=view
        )  # the list may outlive the field, and never its rows
        view.setModel(self._model)
        self._delegate = TwoLineDelegate(view)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setProperty("kind", "floating")
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(f"{name}: keuzes")
        view.clicked.connect(self._take_current)
        self.destroyed.connect(view.deleteLater)
        return view

    def _make_nothing(self) -> Label:
        label = Label(NOTHING, "small", wrap=True, parent=self)
        label.hide()
        label.setProperty("kind", "floating")
        self.destroyed.connect(label.deleteLater)
        return label

    # --- value

    def set_options(self, options: Sequence[Option], taken: Sequence[Option] = ()) -> None:
        """Offer other things; what was chosen stays chosen if it is still among them. ``taken``: what was chosen before in
        a field that takes more than one; who looks for it hears that it stands there."""
        self._options, self._taken = tuple(options), tuple(taken)
        if not self.hasFocus() and not self._left:
            self._show_chosen()

    def set_maker(self, make: Callable[[str], Sequence[Option]], nothing: Callable[[str], str]) -> None:
        """Offer below what is found what ``make`` makes of the words typed; ``nothing`` says what to do when there is
        neither."""
        self._make, self._say_nothing = make, nothing

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

    def half_typed(self) -> str:
        """Return what is being typed and is no choice yet, "" when there is no such thing."""
        return "" if self.valid() else self.text()

    def doubt(self) -> str:
        """Return why what stands here is no choice, "" when it is one or nothing stands here."""
        typed = self.half_typed().strip()
        if not typed:
            return ""
        if self.matches(typed):
            return f"Bij “{typed}” past meer dan één keuze. Kies er een uit de lijst."
        if self._new(typed):
            return f"“{typed}” is nieuw. Open de lijst met de pijl omlaag en kies met Enter."
        if there := self._already(typed):
            return f"{there} Kies een ander of maak het veld leeg."
        return f"“{typed}” staat niet in de lijst. Kies een ander of maak het veld leeg."

    def put_typed(self, text: str, cursor: int = -1) -> None:
        """Put back what was being typed; nothing is chosen by it. ``cursor`` -1: at the end."""
        self.setText(text)
        self._mark()
        self.setCursorPosition(cursor if cursor >= 0 else len(text))

    # --- list

    def open_list(self) -> None:
        """Show what fits what is typed; everything when the choice stands unchanged."""
        if self.isReadOnly():
            return
        unchanged = self.text() == self._text_of(self._chosen)
        self._show_list("" if unchanged else self.text())

    def matches(self, text: str) -> list[Option]:
        """Return the options that answer to ``text``, best first."""
        folded = " ".join(fold(text).split())
        if not folded:
            return list(self._options[:MAX_SHOWN])
        ranked = [(rank(option, folded), number, option) for number, option in enumerate(self._options)]
        return [option for place, _, option in sorted(r for r in ranked if r[0] >= 0)][:MAX_SHOWN]

    def _already(self, text: str) -> str:
        """Return that what answers to ``text`` was chosen before, "" when it was not."""
        folded = " ".join(fold(text).split())
        found = [option for option in self._taken if rank(option, folded) >= 0]
        return f"{found[0].text} staat er al." if folded and found else ""

    def _meant(self, text: str) -> Option | None:
        """Return the one option that ``text`` can only mean: the only one that answers to it, or the only one that is
        called just so ("gemeente" beside "burgemeester en gemeente"); None when there is a doubt."""
        folded = " ".join(fold(text).split())
        called_so = [option for option in self._options if fold(option.text) == folded]
        choices = called_so or self.matches(text)
        return choices[0] if len(choices) == 1 else None

    def _new(self, text: str) -> tuple[Option, ...]:
        """Return what could be made of ``text``."""
        return tuple(self._make(text)) if self._make is not None and text.strip() else ()

    def _show_list(self, text: str) -> None:
        self._made = self._new(text)
        found = [*self.matches(text), *self._made]
        self._model.set_rows(found)
        if not found:
            other = self._say_nothing(text) if self._say_nothing is not None else NOTHING
            self.nothing.setText(self._already(text) or other)
            self.list.hide()
            self._float(self.nothing, self._nothing_height())
            return
        self.nothing.hide()
        row = LOW_ROW if any(option.sub for option in found) else LINE_ROW
        if row != self._delegate.height:
            self._delegate.height = row
            self.list.doItemsLayout()  # a view of equal rows measures only once
        self._float(self.list, current_theme().px(row) * min(len(found), ROWS_SEEN) + 4)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _hide_list(self) -> None:
        self.list.hide()
        self.nothing.hide()

    def _width(self) -> int:
        return min(max(self.width(), current_theme().px(280)), self.window().width() - 2 * GAP)

    def _nothing_height(self) -> int:
        self.nothing.ensurePolished()
        return self.nothing.heightForWidth(self._width())

    def _float(self, widget: QWidget, wanted: int) -> None:
        """Put ``widget`` below the field, or above it when there is more room."""
        window = self.window()
        if widget.parentWidget() is not window:
            widget.setParent(window)
        top = self.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - self.height() - 2 * GAP
        above = top.y() - 2 * GAP
        height = min(wanted, max(below, above))
        width = self._width()
        x = max(GAP, min(top.x(), window.width() - width - GAP))
        y = top.y() + self.height() + GAP if height <= below else top.y() - height - GAP
        widget.setGeometry(x, y, width, height)
        widget.show()
        widget.raise_()

    def _typed(self, text: str) -> None:
        self._mark("")
        if text.strip():
            self._show_list(text)
        else:
            self._hide_list()
            self._set_chosen("")

    def _take_current(self) -> None:
        index = self.list.currentIndex()
        self._hide_list()
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
        self._mark("")

    def _mark(self, doubt: str | None = None) -> None:
        """Mark the field as left with what is no choice, or not any more."""
        words = self.doubt() if doubt is None else doubt
        if bool(words) == self._left:
            return
        self._left = bool(words)
        self.setProperty("invalid", self._left)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.style().unpolish(self)
        self.style().polish(self)
        if words:
            self.doubted.emit(words)

    def _text_of(self, identity: str) -> str:
        every = (*self._options, *self._made)
        return next((option.text for option in every if option.id == identity), "")

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

    def event(self, event: QEvent) -> bool:
        """While the list is open, Escape, Enter and Tab belong to it and to no act of the window."""
        if left_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(
            event, QKeyEvent
        ):
            key = event.key()
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.type() == QEvent.Type.ShortcutOverride:
                if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.isVisible():
                    self._take_current()  # Ctrl+Enter takes the choice and goes on to the act of the window
                elif key in _OWN_KEYS and (
                    self.list.isVisible() or (key == Qt.Key.Key_Escape and not self.valid())
                ):
                    event.accept()
                    return True
            elif self.list.isVisible() and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._take_current()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter takes the marked one; Escape gives up."""
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.list.isVisible() and self._list_key(event):
            return
        if key == Qt.Key.Key_Down or (enter and not self.valid()):
            self.open_list()
        elif key == Qt.Key.Key_Escape and not self.valid():
            self._hide_list()
            self._show_chosen()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Half a name is no choice: one that fits alone or is called just so is taken, otherwise what was typed stays,
        marked. Who only looks at another window finds it as it was."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._hide_list()
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return
        if not self.valid():
            meant = self._meant(self.text())
            if meant is None:
                self._mark()
                return
            self._set_chosen(meant.id)
        self._show_chosen()
