"""What is being filled in survives a lock and a crash: the draft of one form, at most a second behind the fingers.

The whole form is kept, not its text alone: words that come back without the mark "mondeling" would end up in print.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.services.concept import Draft
from vhdesk.ui.autosave import DRAFT_MS, DraftStore
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.time_field import TimeField

Report = Callable[[VhdeskError], None]
HALF: Final = "~"  # behind the name of a field: what is typed in it and is no value yet
_PARSED: Final = ((DateField, date.fromisoformat), (TimeField, time.fromisoformat))


@runtime_checkable
class Typed(Protocol):
    """A field of which the value is more than what is typed: half a name is nobody, half a date no day."""

    def half_typed(self) -> str:
        """Return what is no value yet."""

    def put_typed(self, text: str, cursor: int = -1) -> None:
        """Put it back."""


class DraftDesk(DraftStore, Protocol):
    """What a form needs of the desk."""

    def drafts(self, prefix: str) -> Sequence[Draft]:
        """Return the drafts whose key begins with ``prefix``."""


class FormDraft(QObject):
    """Looks every moment at ``fields`` (by name) while a form is open, and writes what a person changed.

    ``begin`` when the form shows a record, with its standard values in the fields; ``end`` when it goes away
    unfinished; ``forget`` when it was done or given up. ``report`` hears the first time that writing fails.
    """

    def __init__(
        self, desk: DraftDesk, fields: Mapping[str, QWidget], report: Report, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields = fields
        self._report = report
        self._key = ""
        self._start: dict[str, Any] = {}
        self._place = ("", 0)
        self._written: Draft | None = None
        self._failing = False
        self._timer = QTimer(self, interval=DRAFT_MS)
        self._timer.timeout.connect(self.write)

    def begin(self, key: str) -> QWidget | None:
        """Keep the form under ``key`` from now on. Puts back what stood there; returns the field in which the cursor
        was, None when there was nothing."""
        self._key, self._start, self._place = key, self._values(), ("", 0)
        self._written = self._stored()
        if self._desk.read_only:
            self._key = ""
        else:
            self._timer.start()
        return self._restore(self._written) if self._written is not None else None

    def compare(self, stored: Mapping[str, Any]) -> None:
        """The record that the form changes is like this now: only what differs from it is kept."""
        self._start = dict(stored)

    def write(self) -> bool:
        """Write now what was not written yet; False when that failed (it is tried again)."""
        if not self._key:
            return True
        values = self._values()
        self._look_where()
        text = json.dumps({"velden": values, "veld": self._place[0]}, ensure_ascii=False)
        draft = Draft(self._key, text, self._place[1]) if values != self._start else None
        if draft == self._written:
            return True
        try:
            if draft is None:
                self._desk.clear_draft(self._key)
            else:
                self._desk.save_draft(draft.key, draft.text, draft.cursor)
        except VhdeskError as fault:
            if not self._failing:
                self._report(fault)
            self._failing = True
            return False
        self._written, self._failing = draft, False
        return True

    def end(self) -> None:
        """The form goes away: what stands in it waits for the next ``begin`` with this key."""
        self.write()
        self._stop()

    def forget(self) -> None:
        """Nothing of it is needed any more."""
        key = self._key
        self._stop()
        if key and self._written is not None:
            try:
                self._desk.clear_draft(key)
            except VhdeskError as fault:
                self._report(fault)

    # --- inner workings

    def _stop(self) -> None:
        self._timer.stop()
        self._key = ""

    def _values(self) -> dict[str, Any]:
        values = {name: _read(field) for name, field in self._fields.items()}
        halves = {name + HALF: _half(field) for name, field in self._fields.items()}
        return values | {name: text for name, text in halves.items() if text}

    def _look_where(self) -> None:
        """Remember the text field with the cursor; elsewhere the last one counts. The window may be hidden by now."""
        for name, field in self._fields.items():
            typing = field.focusProxy() if isinstance(field, DateField) else field
            if isinstance(typing, TextArea | QLineEdit) and typing.window().focusWidget() is typing:
                self._place = (name, _cursor(typing))

    def _stored(self) -> Draft | None:
        try:
            found = self._desk.drafts(self._key)
        except VhdeskError as fault:
            self._report(fault)
            return None
        return next((draft for draft in found if draft.key == self._key), None)

    def _restore(self, draft: Draft) -> QWidget | None:
        kept = json.loads(draft.text)
        for name, value in kept["velden"].items():
            if name in self._fields:
                _put(self._fields[name], value)
            half = self._fields.get(name.removesuffix(HALF))
            if name.endswith(HALF) and isinstance(half, Typed):
                half.put_typed(value)
        self._place = (kept["veld"], draft.cursor)
        field = self._fields.get(kept["veld"])
        typing = field.focusProxy() if isinstance(field, DateField) else field
        if isinstance(typing, TextArea | QLineEdit):
            _set_cursor(typing, draft.cursor)
        return field or next(iter(self._fields.values()), None)


def can_keep(field: QWidget) -> bool:
    """Say whether the value of a field can be kept."""
    return isinstance(field, TextArea | QCheckBox | QSpinBox | QLineEdit) or hasattr(field, "set_value")


def _half(field: QWidget) -> str:
    return field.half_typed() if isinstance(field, Typed) else ""


def _is_text(field: QWidget) -> bool:
    return isinstance(field, TextArea) or (isinstance(field, QLineEdit) and not hasattr(field, "set_value"))


def _read(field: Any) -> Any:
    """Return the value of a field as JSON takes it."""
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if _is_text(field):
        return field.text()
    value = field.value()
    if isinstance(value, date | time):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _put(field: Any, value: Any) -> None:
    """Show what ``_read`` returned."""
    if isinstance(field, QCheckBox):
        field.setChecked(value)
    elif isinstance(field, TextArea):
        field.load(value, force=True)
    elif isinstance(field, QSpinBox):
        field.setValue(value)
    elif _is_text(field):
        field.setText(value)
    else:
        parse = next((parse for kind, parse in _PARSED if isinstance(field, kind)), None)
        field.set_value(parse(value) if parse is not None and value is not None else value)


def _cursor(field: TextArea | QLineEdit) -> int:
    return field.cursor_position() if isinstance(field, TextArea) else field.cursorPosition()


def _set_cursor(field: TextArea | QLineEdit, position: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(position)
        return
    place = field.textCursor()
    place.setPosition(min(position, len(field.text())))
    field.setTextCursor(place)
