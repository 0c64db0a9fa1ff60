"""Fields under their labels, each label bound to its field for Alt+letter and the screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
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


def on_field_line(widget: QWidget) -> QWidget:
    """Return a column that keeps something without a label beside the fields of its line, also when one of them says an
    error below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_1)
    for part in (Label(" ", "label"), widget):
        column.addWidget(part)
    column.addStretch(1)
    return holder


class FieldRow(QWidget):
    """Labelled fields beside each other, equally wide, going on at the next line when there is no room.

    ``column_width`` is the narrowest a field may become, at 100 % text.
    """

    def __init__(self, column_width: int = 150, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=SPACE_3, column_width=column_width)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, text: str, field: QWidget, error: QWidget | None = None) -> None:
        """Add a labelled field. It stays beside the others of its line when one of them says an error below it."""
        holder = QWidget()
        column = labelled(text, field, error)
        column.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(column)
        self._flow.addWidget(holder)

    def add_widget(self, widget: QWidget) -> None:
        """Add something without a label, at the height of the fields."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(widget)
        self._flow.addWidget(holder)


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

    def add_row(self, *fields: tuple[str, QWidget], column_width: int = 150) -> None:
        """Add (label, field) pairs beside each other; on a narrow page they go on below."""
        row = FieldRow(column_width)
        for text, field in fields:
            row.add(text, field)
        self._layout.addWidget(row)

    def add_widget(self, widget: QWidget) -> None:
        """Add something without a label (a button, a paragraph)."""
        self._layout.addWidget(widget)
