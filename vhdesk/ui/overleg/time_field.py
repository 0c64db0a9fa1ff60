"""A time of day, typed as people write it: 13:30, 13.30, 1330, 9u30, 9."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.ui.theme.style import current_theme

_PARTED: Final = re.compile(r"(\d{1,2})\s*(?:[:.,]|u|uur)\s*(\d{2})?")
_WHOLE: Final = re.compile(r"(\d{1,2})(\d{2})?")


def parse_time(text: str) -> time | None:
    """Return the time that ``text`` means, None for none.

    >>> parse_time("13.30"), parse_time("930"), parse_time("25:00")
    (datetime.time(13, 30), datetime.time(9, 30), None)
    """
    words = text.strip().lower().removesuffix("uur").strip()
    found = _PARTED.fullmatch(words) or _WHOLE.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(QLineEdit):
    """``value()`` is a time or None. Signals: ``changed`` when a person left the field with another time."""

    changed = Signal()

    def __init__(self, name: str, hint: str = "13:30", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: time | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaximumWidth(current_theme().px(96))
        self.textEdited.connect(self._check)
        self.returnPressed.connect(self._take)

    def value(self) -> time | None:
        """Return the time that stands in the field, None for none."""
        return parse_time(self.text())

    def valid(self) -> bool:
        """Say whether the field is empty or holds a time."""
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: time | None) -> None:
        """Show a time, unless a person is typing one."""
        if self.hasFocus() and self.isModified():
            return
        self._value = value
        self.setText("" if value is None else f"{value:%H:%M}")
        self._check()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed becomes the time."""
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        if not self.valid():
            return
        value = self.value()
        self.setModified(False)
        if value != self._value:
            self._value = value
            self.setText("" if value is None else f"{value:%H:%M}")
            self.changed.emit()

    def _check(self) -> None:
        invalid = not self.valid()
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.setAccessibleDescription("geen tijd" if invalid else "")
            self.style().unpolish(self)
            self.style().polish(self)
