"""A date, typed as people say it, with what was understood beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import date_in_words, parse_dutch_date, short_date
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.undo_keys import left_to_window


class _DateEdit(QLineEdit):
    stepped = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if left_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step a day, Page Up and Page Down a week; Ctrl+Enter is for the form around the field."""
        steps = {
            Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateField(QWidget):
    """``value()`` is a date or None; ``valid()`` says whether what is typed is a date or nothing.

    Signals: ``changed`` when the value became another one, by hand, ``doubted(words)`` when it is left with something
    that is no date (the sentence beside the field says so at once, and not only when the form is done). ``past=True`` looks back for a year (date of
    birth). With ``show_words=False`` the interpretation stands in the tooltip and the accessible description only.
    """

    changed = Signal()
    doubted = Signal(str)

    def __init__(
        self,
        name: str,
        clock: Clock,
        *,
        past: bool = False,
        hint: str = "bijv. 4 dec, vr of +14",
        show_words: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._past = past
        self._value: date | None = None
        self.line = _DateEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setMinimumWidth(current_theme().px(120))
        self.words = Label("", "small")
        self.words.hide()
        self._show_words = show_words
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.words)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.stepped.connect(self._step)
        self.line.left.connect(self._tidy)

    def say_words(self) -> None:
        """Show the interpretation beside the field after all: there is room for it."""
        self._show_words = True
        self._explain()

    def value(self) -> date | None:
        """Return the date, None for an empty field or when what stands there is no date."""
        return self._value

    def valid(self) -> bool:
        """Say whether the field is empty or holds a date."""
        return self._value is not None or not self.line.text().strip()

    def half_typed(self) -> str:
        """Return what is being typed and is no date yet, "" when there is no such thing."""
        return "" if self.valid() else self.line.text()

    def put_typed(self, text: str, cursor: int = -1) -> None:
        """Put back what was being typed. ``cursor`` -1: at the end."""
        self.line.setText(text)
        self.line.setModified(True)
        self.line.setCursorPosition(cursor if cursor >= 0 else len(text))
        self._typed(text)

    def set_value(self, value: date | None) -> None:
        """Show a date without announcing it as an edit; leaves the field alone while a person is typing in it."""
        if self.line.hasFocus() and self.line.isModified():
            return
        self._value = value
        self.line.setText(short_date(value) if value is not None else "")
        self._explain()

    def set_read_only(self, value: bool) -> None:
        """Show only."""
        self.line.setReadOnly(value)

    def _typed(self, text: str) -> None:
        before = self._value
        self._value = parse_dutch_date(text, self._clock.today(), past=self._past)
        self._explain()
        if self._value != before:
            self.changed.emit()

    def _step(self, days: int) -> None:
        if self.line.isReadOnly():
            return
        start = self._value or self._clock.today()
        stepped = parse_dutch_date(f"{days:+d}", start)
        if stepped is not None:
            self._value = stepped
            self.line.setText(short_date(stepped))
            self.line.setModified(False)
            self._explain()
            self.changed.emit()

    def _tidy(self) -> None:
        """On leaving: what was understood takes the place of what was typed."""
        self.line.setModified(False)
        if self._value is not None:
            self.line.setText(short_date(self._value))
        self._explain()
        if not self.valid():
            self.doubted.emit(
                f"Dit is geen datum. Schrijf bijvoorbeeld {'30-11-1990' if self._past else '4 dec of +14'}."
            )

    def _explain(self) -> None:
        if self._value is not None:
            words = date_in_words(self._value)
        else:
            words = "" if self.valid() else "geen datum"
        self.words.setText(words)
        self.words.setVisible(self._show_words and bool(words))
        self.line.setToolTip(words)
        self.line.setAccessibleDescription(words)
        invalid = not self.valid()
        if bool(self.line.property("invalid")) != invalid:
            self.line.setProperty("invalid", invalid)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
