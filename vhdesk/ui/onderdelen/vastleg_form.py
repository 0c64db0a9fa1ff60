"""What the forms of a decision and of an action have in common: the words, and further texts on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.form_draft import HALF
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.text_area import TextArea

TEKST = "tekst"


class VastlegForm(QWidget):
    """``field`` holds the words, ``extra`` the texts that ``more`` brings up (``beside``: where they stand), ``row`` the
    fields below them (a subclass fills it); ``faults`` tells where a refusal of a field is shown. A host may put ``more`` elsewhere.

    Signals: ``edited`` when a person changed anything, ``submitted`` on Ctrl+Enter in a text.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(
        self,
        field: TextArea,
        key: str,
        extra: Mapping[str, TextArea],
        more: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.extra = dict(extra)
        self.more = QPushButton(more)
        self.more.setProperty("kind", "quiet")
        self.more.setCheckable(True)
        self.lines: dict[str, CompleterField | DateField] = {}
        self.faults = {key: FieldError(field)} | {name: FieldError(area) for name, area in extra.items()}
        self.row = QHBoxLayout()
        self.row.setSpacing(SPACE_2)
        self._texts = QWidget()
        self.beside = beside = QHBoxLayout(self._texts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SPACE_2)
        for name, area in self.extra.items():
            beside.addLayout(labelled(area.accessibleName(), area, self.faults[name]), 1)
        self._texts.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(field)
        layout.addWidget(self.faults[key])
        layout.addWidget(self._texts)
        layout.addLayout(self.row)
        self.setFocusProxy(field)
        for area in (field, *self.extra.values()):
            area.edited.connect(self.edited)
            area.submitted.connect(self.submitted)
        self.more.toggled.connect(self._texts.setVisible)
        self._below = layout

    def keep_typed(self, **lines: CompleterField | DateField) -> None:
        """Keep also what is half typed in these fields, under the names they have in ``state``."""
        self.lines = lines
        for field in lines.values():
            line = field.line if isinstance(field, DateField) else field
            line.textEdited.connect(self.edited)

    def half_field(self) -> QWidget | None:
        """Return the field in which something is half typed, None when there is none."""
        return next((field for field in self.lines.values() if field.half_typed()), None)

    def place(self, text: str, field: QWidget, error: FieldError, stretch: int) -> None:
        """Put a labelled field in the row; it stays beside the others when one of them says an error below it."""
        column = labelled(text, field, error)
        column.addStretch(1)
        self.row.addLayout(column, stretch)

    def place_more(self) -> None:
        """Put ``more`` at the end of the row, after its fields."""
        self.row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the row of fields."""
        self._below.addWidget(widget)

    def ask_more(self) -> None:
        """Bring the further texts up with the cursor in the first; when they are up already: in the next one."""
        self.more.setChecked(True)
        areas = list(self.extra.values())
        here = next((number for number, area in enumerate(areas) if area.hasFocus()), -1)
        areas[(here + 1) % len(areas)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- content

    def clear(self) -> None:
        """Begin something new."""
        self.restore({}, 0)

    def empty(self) -> bool:
        """Whether nothing was typed."""
        texts = (area.text().strip() for area in (self.field, *self.extra.values()))
        return not any(texts) and self.half_field() is None

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        texts = {name: area.text() for name, area in self.extra.items()}
        halves = {name + HALF: field.half_typed() for name, field in self.lines.items()}
        return {TEKST: self.field.text(), **texts} | {name: text for name, text in halves.items() if text}

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned, with the cursor in the words."""
        self.clear_faults()
        self.field.load(state.get(TEKST, ""), force=True)
        place = self.field.textCursor()
        place.setPosition(min(cursor, len(self.field.text())))
        self.field.setTextCursor(place)
        for name, area in self.extra.items():
            area.load(state.get(name, ""), force=True)
        self.more.setChecked(any(state.get(name) for name in self.extra))

    def restore_typed(self, state: Mapping[str, str]) -> None:
        """Put back what was half typed; after the values, which a subclass restores."""
        for name, field in self.lines.items():
            if name + HALF in state:
                field.put_typed(state[name + HALF])

    def value(self) -> dict[str, Any]:
        """Return what stands in the form and where the cursor is, for a panel that keeps drafts."""
        return {**self.state(), "cursor": self.field.cursor_position()}

    def set_value(self, value: Mapping[str, Any]) -> None:
        """Put back what ``value`` returned."""
        self.restore(value, int(value.get("cursor", 0)))

    # --- refusals

    def refuse(self, fault: RuleViolation) -> bool:
        """Show a refusal beside its field; False when this form has no such field."""
        self.clear_faults()
        place = self.faults.get(fault.field or "")
        if place is None:
            return False
        if fault.field in self.extra:
            self.more.setChecked(True)
        place.show_fault(fault)
        return True

    def clear_faults(self) -> None:
        """Take every refusal away."""
        for place in self.faults.values():
            if place.text():
                place.clear()
