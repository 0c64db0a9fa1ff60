"""A time of the day, typed as people do: "9", "930", "9:30", "9u30", "9.30 uur"."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_TIME: Final = re.compile(r"(\d{1,2})\s*(?:[:.,hu]|uur)?\s*(\d{2})?\s*(?:uur|u)?")


def parse_time(text: str) -> time | None:
    """Return the time that ``text`` means, None when it means none.

    >>> parse_time("930")
    datetime.time(9, 30)
    """
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(QLineEdit):
    """``value()`` is a time or None. Up and Down step five minutes. Signals: ``changed`` by hand with every key;
    ``editingFinished`` (of Qt) when the field is left or Enter is pressed."""

    changed = Signal()

    def __init__(self, name: str, hint: str = "bijv. 9:30", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: time | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._typed)

    def value(self) -> time | None:
        """Return the time, None for an empty field or when what stands there is no time."""
        return self._value

    def valid(self) -> bool:
        """Say whether the field is empty or holds a time."""
        return self._value is not None or not self.text().strip()

    def half_typed(self) -> str:
        """Return what is being typed and is no time yet, "" when there is no such thing."""
        return "" if self.valid() else self.text()

    def put_typed(self, text: str, cursor: int = -1) -> None:
        """Put back what was being typed. ``cursor`` -1: at the end."""
        self.setText(text)
        self.setModified(True)
        self.setCursorPosition(cursor if cursor >= 0 else len(text))
        self._typed(text)

    def set_value(self, value: time | None) -> None:
        """Show a time without announcing it; leaves the field alone while a person is typing in it."""
        if self.hasFocus() and self.isModified():
            return
        self._value = value
        self.setText(f"{value:%H:%M}" if value is not None else "")
        self._mark()

    def _typed(self, text: str) -> None:
        before, self._value = self._value, parse_time(text)
        self._mark()
        if self._value != before:
            self.changed.emit()

    def _mark(self) -> None:
        invalid = not self.valid()
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.setAccessibleDescription("geen tijd" if invalid else "")
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up and Down."""
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly() or self._value is None:
            super().keyPressEvent(event)
            return
        self.setModified(False)
        moved = datetime(2000, 1, 1, self._value.hour, self._value.minute) + timedelta(minutes=step)  # noqa: DTZ001 - only its time of day is used
        self.set_value(moved.time())
        self.changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was understood takes the place of what was typed."""
        super().focusOutEvent(event)
        self.setModified(False)
        if self._value is not None:
            self.setText(f"{self._value:%H:%M}")
