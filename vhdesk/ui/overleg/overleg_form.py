"""Table, date, time, place, chair and secretary of a meeting: to plan one, and to change one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation
from vhdesk.queries.organisatie import TafelRow
from vhdesk.queries.overleg import OverlegRow
from vhdesk.services.overleg import OverlegPlannen, OverlegWijzigen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.overleg.words import later
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.time_field import TimeField


class OverlegForm(QWidget):
    """Signals: ``changed`` when a person gave a field another value."""

    changed = Signal()

    def __init__(self, keuzes: Keuzes, clock: Clock, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keuzes = keuzes
        self._loading = False
        self._overleg_id = ""  # the meeting that stands here
        self.tafel = CompleterField("Tafel", "welke tafel")
        self.datum = DateField("Datum", clock, show_words=True)
        self.begintijd = TimeField("Begintijd")
        self.eindtijd = TimeField("Eindtijd", "15:30")
        self.plaats = QLineEdit()
        self.plaats.setAccessibleName("Plaats")
        self.plaats.setPlaceholderText("gebouw en kamer")
        self.voorzitter = CompleterField("Voorzitter", "typ een naam")
        self.secretaris = CompleterField("Secretaris", "typ een naam")
        self.faults = {
            "tafel_id": FieldError(self.tafel),
            "datum": FieldError(self.datum),
            "begintijd": FieldError(self.begintijd),
            "eindtijd": FieldError(self.eindtijd),
            "voorzitter_id": FieldError(self.voorzitter),
            "secretaris_id": FieldError(self.secretaris),
        }
        self.fields: dict[str, QWidget] = {
            "datum": self.datum, "begintijd": self.begintijd, "eindtijd": self.eindtijd, "plaats": self.plaats,
            "voorzitter_id": self.voorzitter, "secretaris_id": self.secretaris,
        }  # fmt: skip
        if new:
            self.fields = {"tafel_id": self.tafel, **self.fields}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        if new:
            layout.addLayout(labelled("Tafel", self.tafel, self.faults["tafel_id"]))
        layout.addLayout(labelled("Datum", self.datum, self.faults["datum"]))
        times = QHBoxLayout()
        times.setSpacing(SPACE_3)
        for words, name, time_field in (
            ("Van", "begintijd", self.begintijd),
            ("Tot", "eindtijd", self.eindtijd),
        ):
            column = labelled(words, time_field, self.faults[name])
            column.addStretch(1)  # a sentence below one of them moves neither
            times.addLayout(column, 1)
        times.addStretch(1)
        layout.addLayout(times)
        layout.addLayout(labelled("Plaats", self.plaats))
        layout.addLayout(labelled("Voorzitter", self.voorzitter, self.faults["voorzitter_id"]))
        layout.addLayout(labelled("Secretaris", self.secretaris, self.faults["secretaris_id"]))
        self.tafel.chosen.connect(self._tafel_chosen)
        for field in (self.voorzitter, self.secretaris):
            field.chosen.connect(self._edited)
        self.datum.line.editingFinished.connect(self._date_left)
        for time_field in (self.begintijd, self.eindtijd):
            time_field.editingFinished.connect(self._edited)
        self.plaats.editingFinished.connect(self._edited)

    # --- content

    def begin(self, tafel_id: str = "") -> None:
        """Start a new meeting; with one table in the vault that one is chosen."""
        tables = self.offer()
        self._loading = True
        for field in (self.tafel, self.voorzitter, self.secretaris):
            field.set_value("")
        self.datum.line.setModified(False)
        self.datum.set_value(None)
        self._loading = False
        chosen = tafel_id or (tables[0].id if len(tables) == 1 else "")
        if chosen:
            self.tafel.set_value(chosen)
            self._tafel_chosen(chosen)
        self.clear_faults()

    def offer(self) -> list[TafelRow]:
        """Offer the tables and people the record knows now; return the tables."""
        tables = [row for row in self._keuzes.tafels() if row.actief]
        self.tafel.set_options(
            [Option(row.id, row.naam, f"{row.soort.label} · {row.plaats}") for row in tables]
        )
        self._offer_people()
        return tables

    def show_meeting(self, row: OverlegRow) -> None:
        """Show a planned meeting; a field that is being typed in stays as it is."""
        self._offer_people()
        self._loading = True
        self.datum.set_value(row.datum)
        self.begintijd.set_value(row.begintijd)
        self.eindtijd.set_value(row.eindtijd)
        if not (self.plaats.hasFocus() and self.plaats.isModified()):
            self.plaats.setText(row.plaats)
            self.plaats.setCursorPosition(0)
        for field, value in ((self.voorzitter, row.voorzitter_id), (self.secretaris, row.secretaris_id)):
            if field.valid() or row.id != self._overleg_id:
                field.set_value(value or "")
        self._loading = False
        self._overleg_id = row.id

    def first_field(self) -> QWidget:
        """Return the first field that is empty."""
        return self.datum if self.tafel.value() else self.tafel

    def place(self) -> str:
        """Return the name of the field with the cursor, "" when it is elsewhere. The window may be hidden by now."""
        focus = self.window().focusWidget()
        return next(
            (name for name, field in self.fields.items() if focus is (field.focusProxy() or field)), ""
        )

    def go_to(self, name: str) -> None:
        """Put the cursor in a field, by its name."""
        field = self.fields.get(name)
        if field is not None:
            field.setFocus()

    # --- commands

    def plan(self) -> OverlegPlannen | None:
        """Return the act that plans what stands here; None when something is missing, said beside its field."""
        self.clear_faults()
        if any(place.doubt() for place in self.faults.values()):
            return None
        if not self.tafel.value():
            self.faults["tafel_id"].show_words("Kies eerst de tafel die vergadert.")
            return None
        datum = self._checked_date()
        if datum is None:
            return None
        return OverlegPlannen(
            tafel_id=self.tafel.value(),
            datum=datum,
            begintijd=self.begintijd.value(),
            eindtijd=self.eindtijd.value(),
            plaats=self.plaats.text().strip(),
            voorzitter_id=self.voorzitter.value() or None,
            secretaris_id=self.secretaris.value() or None,
        )

    def change(self, row: OverlegRow) -> OverlegWijzigen | None:
        """Return the act that gives ``row`` these values; None when nothing differs or something is no date or time."""
        self.clear_faults()
        datum, begin = self._checked_date(), self.begintijd.value()
        if datum is None or not self._checked_times() or begin is None:
            return None
        command = OverlegWijzigen(
            overleg_id=row.id,
            datum=datum,
            begintijd=begin,
            eindtijd=self.eindtijd.value(),
            plaats=self.plaats.text().strip(),
            voorzitter_id=self.voorzitter.value() or None,
            secretaris_id=self.secretaris.value() or None,
        )
        fields = ("datum", "begintijd", "eindtijd", "plaats", "voorzitter_id", "secretaris_id")
        differs = any(getattr(command, field) != getattr(row, field) for field in fields)
        return command if differs else None

    @staticmethod
    def stored(row: OverlegRow) -> dict[str, str | None]:
        """Return what the fields hold of ``row``, as a draft keeps them."""
        return {
            "datum": row.datum.isoformat(),
            "begintijd": row.begintijd.isoformat(),
            "eindtijd": row.eindtijd.isoformat() if row.eindtijd is not None else None,
            "plaats": row.plaats,
            "voorzitter_id": row.voorzitter_id or "",
            "secretaris_id": row.secretaris_id or "",
        }

    def refuse(self, fault: RuleViolation) -> bool:
        """Show a refusal beside its field; False when this form has no such field."""
        place = self.faults.get(fault.field or "")
        if place is not None:
            place.show_fault(fault)
        return place is not None

    def clear_faults(self) -> None:
        """Take the sentences beside the fields away."""
        for place in self.faults.values():
            if place.text():
                place.clear()

    def _checked_date(self) -> date | None:
        datum = self.datum.value()
        if datum is None or not self._checked_times():
            if datum is None:
                self.faults["datum"].show_words("Typ een datum, bijvoorbeeld wo 2 dec of over 4 weken.")
            return None
        return datum

    def _checked_times(self) -> bool:
        for name, field in (("begintijd", self.begintijd), ("eindtijd", self.eindtijd)):
            if not field.valid():
                self.faults[name].show_words("Typ een tijd, bijvoorbeeld 13:30.")
                return False
        return True

    # --- slots

    def _tafel_chosen(self, identity: str) -> None:
        """The table brings its usual time and place; a coordinator who plans usually chairs."""
        row = self._table(identity)
        if row is not None:
            self.begintijd.set_value(row.begintijd)
            self.eindtijd.set_value(later(row.begintijd, row.duur_minuten))
            self.plaats.setText(row.plaats)
            if not self.voorzitter.text():
                self.voorzitter.set_value(self._keuzes.zelf())

    def _table(self, identity: str) -> TafelRow | None:
        return next((row for row in self._keuzes.tafels() if row.id == identity), None)

    def _offer_people(self) -> None:
        for field in (self.voorzitter, self.secretaris):
            field.set_options(self._keuzes.personen())

    def _date_left(self) -> None:
        if self.datum.value() is not None:
            self.datum.setAccessibleDescription(date_in_words(self.datum.value()))  # type: ignore[arg-type]
        self._edited()

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()
