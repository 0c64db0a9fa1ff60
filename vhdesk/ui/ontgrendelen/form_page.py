"""The frame of the pages beside unlocking: a column of fields with a title, a verb and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.ui.fault_view import FaultBar, FieldError
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, SPACE_8
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn

COLUMN = 520


class FormPage(QWidget):
    """Signals: ``left`` on the way back. ``errors``: field name of a rule -> where its refusal appears."""

    left = Signal()

    def __init__(
        self, title: str, intro: str, verb: str, busy_verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName(title)
        self.errors: dict[str, FieldError] = {}
        self._verb, self._busy_verb = verb, busy_verb
        self._busy = False
        self.bar = FaultBar()
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE_3)
        self.back_button = QPushButton("Terug  (Esc)")
        self.back_button.setAccessibleName("Terug")
        self.verb_button = QPushButton(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(verb)
        self.verb_button.setProperty("kind", "primary")
        self._lay_out(title, intro)
        self.back_button.clicked.connect(self.go_back)
        self.verb_button.clicked.connect(self.submit)

    def _lay_out(self, title: str, intro: str) -> None:
        inside = QWidget()
        inside.setMaximumWidth(current_theme().px(COLUMN))
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE_2)
        form.addWidget(Label(title, "title", wrap=True))
        form.addWidget(Label(intro, "muted", wrap=True))
        form.addSpacing(SPACE_4)
        form.addLayout(self.column)
        form.addSpacing(SPACE_6)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.verb_button)
        form.addLayout(buttons)
        area = ScrollColumn(title)
        line = QHBoxLayout()
        line.setContentsMargins(SPACE_8, SPACE_6, SPACE_8, SPACE_6)
        line.addStretch(1)
        line.addWidget(inside, 8)
        line.addStretch(1)
        area.body.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bar.setProperty("place", "window")
        layout.addWidget(self.bar)
        layout.addWidget(area, 1)

    # --- what a page of this kind says

    def complete(self) -> bool:
        """Say whether everything that is needed was typed."""
        raise NotImplementedError

    def send(self) -> None:
        """Send the request; everything is complete."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget passphrases and codes."""
        raise NotImplementedError

    # --- shared

    def submit(self) -> None:
        """Send the request when it is complete."""
        if self.complete() and not self._busy:
            self.bar.clear()
            for error in self.errors.values():
                error.clear()
            self.set_busy(True)
            self.send()

    def set_busy(self, busy: bool) -> None:
        """The program is at work on the request."""
        self._busy = busy
        self.verb_button.setText(self._busy_verb if busy else f"{self._verb}  (Ctrl+Enter)")
        self.refresh()

    def refresh(self) -> None:
        """The verb answers when everything is there."""
        self.verb_button.setEnabled(self.complete() and not self._busy)
        self.back_button.setEnabled(not self._busy)

    def show_fault(self, fault: BaseException) -> None:
        """Say why it was refused: beside its field, or in the bar."""
        self.set_busy(False)
        if isinstance(fault, RuleViolation) and fault.field in self.errors:
            self.errors[fault.field].show_fault(fault)
        else:
            self.bar.show_fault(fault)

    def go_back(self) -> None:
        """Leave without doing anything."""
        if not self._busy:
            self.forget()
            self.bar.clear()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, Escape goes back."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
