"""Fields under their labels, each label bound to its field for Alt+letter and the screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.label import Label


def labelled(text: str, field: QWidget, error: QWidget | None = None) -> QVBoxLayout:
    """Return a column: label, field, and the place where its error appears.

    "&" in ``text`` marks the Alt letter. A field without an accessible name gets the text of the label.
    """
    label = Label(text, "label")
    label.setBuddy(field.focusProxy() or field)
    name = text.replace("&", "")
    for named in (field, field.focusProxy()):
        if named is not None and not named.accessibleName():
            named.setAccessibleName(name)
    column = QVBoxLayout()
    column.setSpacing(SPACE_1)
    column.addWidget(label)
    column.addWidget(field)
    if error is not None:
        column.addWidget(error)
    return column


class Form(QWidget):
    """A column of labelled fields; ``add_row`` puts some beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_3)

    def add(self, text: str, field: QWidget, error: QWidget | None = None) -> None:
        """Add a labelled field."""
        self._layout.addLayout(labelled(text, field, error))

    def add_row(self, *fields: tuple[str, QWidget], stretch: tuple[int, ...] = ()) -> None:
        """Add (label, field) pairs beside each other."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        for number, (text, field) in enumerate(fields):
            row.addLayout(labelled(text, field), stretch[number] if number < len(stretch) else 1)
        self._layout.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Add something without a label (a button, a paragraph)."""
        self._layout.addWidget(widget)
