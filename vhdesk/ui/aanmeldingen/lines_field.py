"""Lines of a few fields that are added and taken away: other persons, partners to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import FieldRow
from vhdesk.vocabulary import Betrokkenheid


@dataclass(frozen=True, slots=True)
class Kind:
    """What a line is: its name, the field that makes it count, and its (key, label, kind) fields."""

    name: str
    needed: str
    fields: tuple[tuple[str, str, str], ...]


PERSONEN: Final = Kind(
    "Persoon", "geslachtsnaam",
    (("voornamen", "Voornamen", "line"), ("voorvoegsel", "Voorvoegsel", "line"),
     ("geslachtsnaam", "Geslachtsnaam", "line"), ("geboortedatum", "Geboren", "date"), ("rol", "Rol", "rol"),
     ("relatie", "Relatie", "line")),
)  # fmt: skip
PARTNERS: Final = Kind(
    "Partner", "organisatie_id",
    (("organisatie_id", "Organisatie", "many"), ("contact", "Naam", "line"), ("contact_telefoon", "Telefoon", "line"),
     ("contact_email", "E-mail", "line")),
)  # fmt: skip
_ROLLEN: Final = [
    (rol.value, rol.label.capitalize()) for rol in (Betrokkenheid.SYSTEEM, Betrokkenheid.NEVENBETROKKENE)
]


class Line(QWidget):
    """One line. Signals: ``edited``, ``remove_requested``."""

    edited = Signal()
    remove_requested = Signal()

    def __init__(self, kind: Kind, clock: Clock, options: Sequence[Option]) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        row = FieldRow(130)
        for key, label, how in kind.fields:
            field = self._make(how, f"{kind.name}: {label.lower()}", clock, options)
            self.fields[key] = field
            row.add(label, field)
        self.remove_button = QPushButton("Weghalen")
        self.remove_button.setProperty("kind", "quiet")
        self.remove_button.setAccessibleName(f"{kind.name} weghalen")
        self.remove_button.clicked.connect(self.remove_requested)
        row.add_widget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)

    def _make(self, how: str, name: str, clock: Clock, options: Sequence[Option]) -> QWidget:
        if how == "many":
            many = CompleterField(name, "Typ een naam", options)
            many.chosen.connect(self.edited)
            return many
        if how == "rol":
            rol = ChoiceField(name, _ROLLEN)
            rol.chosen.connect(self.edited)
            return rol
        if how == "date":
            day = DateField(name, clock, past=True, show_words=False, hint="")
            day.changed.connect(self.edited)
            return day
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textEdited.connect(self.edited)
        return line

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields; a date as ISO text."""
        return {key: _read(field) for key, field in self.fields.items()}

    def load(self, values: Mapping[str, Any]) -> None:
        """Show ``values``."""
        for key, value in values.items():
            if key in self.fields:
                _put(self.fields[key], value)


def _read(field: QWidget) -> str:
    if isinstance(field, DateField):
        found = field.value()
        return found.isoformat() if found is not None else ""
    if isinstance(field, CompleterField | ChoiceField):
        return field.value()
    assert isinstance(field, QLineEdit)
    return field.text()


def _put(field: QWidget, value: str) -> None:
    if isinstance(field, DateField):
        field.set_value(date.fromisoformat(value) if value else None)
    elif isinstance(field, CompleterField | ChoiceField):
        field.set_value(value)
    elif isinstance(field, QLineEdit):
        field.setText(value)


class LinesField(QWidget):
    """``value()`` are the lines that count, as dictionaries. Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, kind: Kind, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._clock = clock
        self._options: tuple[Option, ...] = ()
        self.lines: list[Line] = []
        self.add_button = QPushButton(f"{kind.name} toevoegen")
        self.add_button.setProperty("kind", "quiet")
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add_button.clicked.connect(self.add_line)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE_2)
        self._box.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these organisations."""
        self._options = tuple(options)
        for line in self.lines:
            for field in line.fields.values():
                if isinstance(field, CompleterField):
                    field.set_options(self._options)

    def add_line(self) -> None:
        """Add an empty line and go there."""
        line = self._append()
        next(iter(line.fields.values())).setFocus()
        self.edited.emit()

    def _append(self) -> Line:
        line = Line(self._kind, self._clock, self._options)
        line.edited.connect(self.edited)
        line.remove_requested.connect(self._remove)
        self._box.insertWidget(len(self.lines), line)
        self.lines.append(line)
        line.show()
        return line

    def _remove(self) -> None:
        line = self.sender()
        if isinstance(line, Line):
            self._drop(line)
            self.add_button.setFocus()
            self.edited.emit()

    def _drop(self, line: Line) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def value(self) -> tuple[dict[str, Any], ...]:
        """Return the lines in which something was filled in."""
        found = (line.values() for line in self.lines)
        return tuple(values for values in found if any(text for key, text in values.items() if key != "rol"))

    def unfinished(self) -> bool:
        """Return whether a line lacks the field that makes it count."""
        return any(not values[self._kind.needed].strip() for values in self.value())

    def doubt(self) -> str:
        """Return what in a line is no choice or no date, "" when all of it is understood."""
        for field in (field for line in self.lines for field in line.fields.values()):
            if isinstance(field, CompleterField) and field.doubt():
                return field.doubt()
            if isinstance(field, DateField) and not field.valid():
                return f"“{field.half_typed()}” is geen datum. Schrijf bijvoorbeeld 30-11-1990."
        return ""

    def set_value(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Show these lines."""
        for line in tuple(self.lines):
            self._drop(line)
        for values in lines:
            self._append().load(values)
