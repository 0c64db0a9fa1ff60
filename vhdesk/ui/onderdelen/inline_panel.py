"""A small form that opens in the page instead of a box over it: fields, the verb with its key, and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

WIDE_ENOUGH = 2  # columns; with more there is no room for a date in words beside its field


class InlinePanel(QFrame):
    """Signals: ``submitted`` on the verb or Ctrl+Enter, ``cancelled`` on "Annuleren" (Escape comes through the
    page's ``back_out``, which calls ``cancel``)."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, title: str, verb: str, *, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._columns = columns
        self._place = 0
        self.errors: dict[str, FieldError] = {}
        self._holders: dict[str, QWidget] = {}
        self._before: QWidget | None = None
        self.title = Label(title, "strong", wrap=True)
        self.setAccessibleName(title)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(SPACE_3)
        self.grid.setVerticalSpacing(SPACE_2)
        self.trouble = Label("", "fault", wrap=True)
        self.trouble.hide()
        self.verb_button = QPushButton(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setProperty("kind", "primary")
        self.verb_button.setAccessibleName(verb)
        self.cancel_button = QPushButton("Annuleren  (Esc)")
        self.cancel_button.setAccessibleName("Annuleren")
        for button in (self.verb_button, self.cancel_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.verb_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.title)
        layout.addLayout(self.grid)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        self.verb_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancel)
        self.hide()

    def add_field(self, label: str, field: QWidget, key: str = "", *, wide: bool = False) -> FieldError:
        """Put a field under its label in the next place; ``key`` is the field name a rule refuses it by."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_1)
        if label:
            caption = Label(label, "label", wrap=True)
            caption.setBuddy(field)
            box.addWidget(caption)
        box.addWidget(field)
        error = FieldError(field)
        box.addWidget(error)
        box.addStretch(1)
        if wide and self._place % self._columns:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        self.grid.addWidget(holder, row, column, 1, self._columns if wide else 1)
        self.grid.setColumnStretch(column, 1)
        self._place += self._columns if wide else 1
        if key:
            self.errors[key] = error
            self._holders[key] = holder
        if isinstance(field, DateField) and self._columns <= WIDE_ENOUGH:
            field.words.show()
        if isinstance(field, TextArea):
            field.submitted.connect(self.submit)
        return error

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show or leave out a field with its label. Raises KeyError for an unknown key."""
        self._holders[key].setVisible(shown)

    def open(self, first: QWidget) -> None:
        """Show the panel with the cursor in ``first``; remembers where the focus was."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.clear_faults()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.isHidden()

    def submit(self) -> None:
        """Ask the page to do it."""
        self.clear_faults()
        self.submitted.emit()

    def cancel(self) -> bool:
        """Close without doing it; False when it was not open."""
        if not self.is_open():
            return False
        self.close_panel()
        self.cancelled.emit()
        return True

    def close_panel(self) -> None:
        """Close and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, fault: VhdeskError) -> bool:
        """Show a refusal beside its field; False when the panel has no such field."""
        if isinstance(fault, RuleViolation) and fault.field in self.errors:
            self.errors[fault.field].show_fault(fault)
            return True
        return False

    def show_words(self, words: str) -> None:
        """Say above the buttons what is wrong."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def clear_faults(self) -> None:
        """Take every refusal away."""
        self.show_words("")
        for error in self.errors.values():
            error.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits from every field."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
