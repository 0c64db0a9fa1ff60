"""One line of the plan (a goal, a scenario, an agreement): a few fields and a way to take it out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

Field = TextArea | ChoiceField


class PlanRegel(QFrame):
    """``fields`` by name; ``values()`` returns what stands in them.

    Signals: ``edited`` on every change by hand, ``left`` when a text lost the focus, ``remove_requested``.
    """

    edited = Signal()
    left = Signal()
    remove_requested = Signal()

    def __init__(
        self, title: str, fields: Sequence[tuple[str, str, Field]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.fields: dict[str, Field] = {}
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("trash-2"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=SPACE_2, column_width=250)
        for name, label, field in fields:
            self.fields[name] = field
            part = QWidget()
            box = QVBoxLayout(part)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(SPACE_1)
            box.addLayout(labelled(label, field))
            box.addStretch(1)
            flow.addWidget(part)
            if isinstance(field, TextArea):
                field.edited.connect(self.edited)
                field.left.connect(self.left)
            else:
                field.chosen.connect(self._chosen)
        row.addWidget(holder, 1)
        row.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_3)
        layout.setSpacing(SPACE_1)
        layout.addLayout(row)
        first = next(iter(self.fields.values()))
        self.error = FieldError(first)
        layout.addWidget(self.error)
        self.hint = Label("", "muted", wrap=True)
        self.hint.hide()
        layout.addWidget(self.hint)
        self.remove_button.clicked.connect(self.remove_requested)
        self.set_name(title)

    def set_name(self, title: str) -> None:
        """Say which one this is ("Doel 2"); its fields and button are named after it."""
        self.setAccessibleName(title)
        self.remove_button.setAccessibleName(f"{title} weghalen")
        self.remove_button.setToolTip(f"{title} weghalen")

    def values(self) -> dict[str, str]:
        """Return the words and the id chosen, by field."""
        return {
            name: field.value() if isinstance(field, ChoiceField) else field.text()
            for name, field in self.fields.items()
        }

    def load(self, values: dict[str, str]) -> None:
        """Show values without announcing an edit; a field with the focus keeps what stands in it."""
        for name, field in self.fields.items():
            if isinstance(field, ChoiceField):
                field.set_value(values[name])
            else:
                field.load(values[name])

    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(field.text().strip() for field in self.fields.values() if isinstance(field, TextArea))

    def show_hint(self, words: str) -> None:
        """Say quietly what may be better; "" for nothing."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def first_text(self) -> str:
        """Return what stands in the text that may not be empty."""
        return self._first().text()

    def focus_first(self) -> None:
        """Put the cursor in the first text."""
        self._first().setFocus()

    def _first(self) -> TextArea:
        return next(field for field in self.fields.values() if isinstance(field, TextArea))

    def _chosen(self, _identity: str) -> None:
        self.edited.emit()
