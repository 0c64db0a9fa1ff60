"""The strip below a list: which keys act on the current row, and the one field that a key may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label


class InlineStrip(QWidget):
    """``legend`` are (key, words). Signals: ``pressed(key)`` for a button of the legend, ``text_entered(str)`` and
    ``date_entered(date, remark)`` on Enter, ``closed`` when the field went away, so that the list takes the focus."""

    pressed = Signal(str)
    text_entered = Signal(str)
    date_entered = Signal(object, str)
    closed = Signal()

    def __init__(
        self, legend: Sequence[tuple[str, str]], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._required = True
        self._date_asked = False
        self.caption = Label("", "label", wrap=True)
        self.date = DateField("Nieuwe datum", clock, show_words=True)
        self.line = QLineEdit()
        self.line.setAccessibleName("Toelichting")
        self.buttons: dict[str, QPushButton] = {}
        keys = QWidget()
        flow = FlowLayout(keys, spacing=SPACE_1)
        for key, words in legend:
            button = QPushButton(f"{words}  ({key.upper() if len(key) == 1 else key.capitalize()})")
            button.setProperty("kind", "quiet")
            button.setProperty("key", key)
            button.setAccessibleName(words)
            button.setAccessibleDescription(f"Toets {key} in de lijst")
            button.clicked.connect(self._pressed)
            self.buttons[key] = button
            flow.addWidget(button)
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.date, 2)
        row.addWidget(self.line, 3)
        column.addLayout(row)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(keys)
        self._stack.addWidget(field)
        self.line.returnPressed.connect(self._entered)
        self.date.line.returnPressed.connect(self._entered)

    @property
    def asking(self) -> bool:
        """Whether the field is open."""
        return self._stack.currentIndex() == 1

    def ask_text(self, caption: str, name: str, text: str = "", *, required: bool = True) -> None:
        """Ask for one line, such as the reason."""
        self._open(caption, dated=False, required=required)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(f"{name}, dan Enter")
        self.line.setText(text)
        self.line.setFocus()

    def ask_date(self, caption: str) -> None:
        """Ask for a date, with a remark if need be."""
        self._open(caption, dated=True, required=False)
        self.date.set_value(None)
        self.date.line.clear()
        self.line.setAccessibleName("Toelichting")
        self.line.setPlaceholderText("toelichting (mag leeg), dan Enter")
        self.line.clear()
        self.date.setFocus()

    def close_field(self) -> bool:
        """Go back to the keys; False when no field was open."""
        if not self.asking:
            return False
        self._stack.setCurrentIndex(0)
        self.closed.emit()
        return True

    def refuse(self, words: str) -> None:
        """Say why the entry was refused; the field stays open."""
        self._say(words, fault=True)

    def _open(self, caption: str, *, dated: bool, required: bool) -> None:
        self._date_asked, self._required = dated, required
        self._say(caption, fault=False)
        self.date.setVisible(dated)
        self._stack.setCurrentIndex(1)

    def _say(self, words: str, *, fault: bool) -> None:
        self.caption.setText(words)
        self.caption.setProperty("role", "fault" if fault else "label")
        self.caption.style().unpolish(self.caption)
        self.caption.style().polish(self.caption)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.pressed.emit(str(button.property("key")))

    def _entered(self) -> None:
        text = self.line.text().strip()
        if self._date_asked:
            value: date | None = self.date.value()
            if value is None:
                self.refuse("Typ een datum, bijvoorbeeld 4 dec, vr of over 2 weken.")
                self.date.setFocus()
            else:
                self.date_entered.emit(value, text)
        elif self._required and not text:
            self.refuse("Typ een reden; zij komt in het verslag.")
        else:
            self.text_entered.emit(text)
