"""Below a decision that the table may not take itself: who may, before when an answer is needed, and the act to ask."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.mnemonic import literal

KEY = "Ctrl+Shift+Enter"


class VraagStrip(QWidget):
    """Hidden until there is something to ask.

    Signals: ``edited`` when a person changed the date, ``ask_requested`` on the button or Enter in the date.
    """

    edited = Signal()
    ask_requested = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Label("", wrap=True)
        self.datum = DateField("Antwoord vóór", clock, hint="bijv. vr of +14", show_words=False)
        self.fault = FieldError(self.datum)
        self.button = QPushButton("Vragen")
        self.button.setAutoDefault(False)
        self._askable = False
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        caption = Label("Antwoord vóór", "label")
        caption.setBuddy(self.datum.line)
        row.addWidget(caption)
        row.addWidget(self.datum, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(self.line)
        layout.addLayout(row)
        layout.addWidget(self.fault)
        self.datum.changed.connect(self.edited)
        self.datum.line.returnPressed.connect(self._entered)
        self.button.clicked.connect(self.ask_requested)
        self.hide()

    @property
    def offers(self) -> bool:
        """Whether something new can be asked here."""
        return self._askable

    def offer(self, words: str, gremium: str) -> None:
        """Say who decides and offer to ask it."""
        self._askable = True
        self.line.setText(words)
        self.button.setText(f"Vragen aan {literal(gremium)}  ({KEY})")
        self.button.setAccessibleName(f"Vragen aan {gremium}")
        self.button.show()
        self.show()

    def show_asked(self, words: str) -> None:
        """Show a question that was put already: only its date can be changed."""
        self._askable = False
        self.line.setText(words)
        self.button.hide()
        self.show()

    def withdraw(self) -> None:
        """There is nothing to ask."""
        self._askable = False
        self.hide()

    def answer_before(self) -> date | None:
        """Return the date; None, with the cursor in the field and words beside it, when there is none."""
        value = self.datum.value()
        if value is None:
            self.datum.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fault.show_words("Voor welke dag is een antwoord nodig? Typ bijvoorbeeld vr of +14.")
        return value

    def _entered(self) -> None:
        if self._askable:
            self.ask_requested.emit()
