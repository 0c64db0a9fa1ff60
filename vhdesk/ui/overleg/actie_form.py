"""Writing an action: what, which organisation, who, and before when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation
from vhdesk.queries.acties import ActieRow
from vhdesk.services.actie import ActieVastleggen, ActieWijzigen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea


class ActieForm(QWidget):
    """Signals: ``edited`` when a person changed anything, ``submitted`` on Ctrl+Enter or Enter in the date."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, keuzes: Keuzes, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keuzes = keuzes
        self._present: tuple[str, ...] = ()
        self.field = TextArea(
            "Actie", "Wat moet er gebeuren? Eén actie, één eigenaar.", min_lines=2, max_lines=7
        )
        self.organisatie = CompleterField("Organisatie", "welke organisatie")
        self.persoon = CompleterField("Persoon", "wie")
        self.termijn = DateField("Uiterlijk", clock, hint="bijv. vr of +14", show_words=False)
        self._faults = {
            "omschrijving": FieldError(self.field),
            "organisatie_id": FieldError(self.organisatie),
            "medewerker_id": FieldError(self.persoon),
            "termijn": FieldError(self.termijn),
        }
        self.row = QHBoxLayout()
        self.row.setSpacing(SPACE_2)
        self.row.addLayout(labelled("Organisatie", self.organisatie, self._faults["organisatie_id"]), 4)
        self.row.addLayout(labelled("Persoon", self.persoon, self._faults["medewerker_id"]), 4)
        self._term_label = Label("Uiterlijk", "label")
        self._term_label.setBuddy(self.termijn.line)
        term = QVBoxLayout()
        term.setSpacing(SPACE_1)
        for widget in (self._term_label, self.termijn, self._faults["termijn"]):
            term.addWidget(widget)
        self.row.addLayout(term, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.field)
        layout.addWidget(self._faults["omschrijving"])
        layout.addLayout(self.row)
        self.field.edited.connect(self.edited)
        self.field.submitted.connect(self.submitted)
        self.organisatie.chosen.connect(self._organisatie_chosen)
        self.persoon.chosen.connect(self._persoon_chosen)
        self.termijn.changed.connect(self.edited)
        self.termijn.line.textChanged.connect(self._explain_term)
        self.termijn.line.returnPressed.connect(self.submitted)

    # --- content

    def set_people(self, present: Iterable[str]) -> None:
        """Offer people and organisations, those at the table first."""
        self._present = tuple(present)
        self.organisatie.set_options(self._keuzes.organisatie_opties())
        self._offer_people()

    def clear(self) -> None:
        """Begin a new action."""
        self.restore({}, 0)

    def empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        return not any(self.state().values())

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        term = self.termijn.value()
        return {
            "tekst": self.field.text(),
            "organisatie": self.organisatie.value(),
            "persoon": self.persoon.value(),
            "termijn": term.isoformat() if term is not None else "",
        }

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned."""
        self._clear_faults()
        self.field.load(state.get("tekst", ""), force=True)
        place = self.field.textCursor()
        place.setPosition(min(cursor, len(self.field.text())))
        self.field.setTextCursor(place)
        self.organisatie.set_value(state.get("organisatie", ""))
        self._offer_people()
        self.persoon.set_value(state.get("persoon", ""))
        self.termijn.line.setModified(False)
        self.termijn.set_value(date.fromisoformat(state["termijn"]) if state.get("termijn") else None)

    def show_row(self, row: ActieRow) -> None:
        """Change an action that was recorded."""
        self.restore(
            {
                "tekst": row.omschrijving,
                "organisatie": row.organisatie_id or "",
                "persoon": row.medewerker_id or "",
                "termijn": row.termijn.isoformat() if row.termijn is not None else "",
            },
            len(row.omschrijving),
        )

    # --- commands

    def command(self, overleg_id: str, casus_id: str) -> ActieVastleggen:
        """Return the act that records what stands here."""
        return ActieVastleggen(
            casus_id=casus_id,
            overleg_id=overleg_id,
            omschrijving=self.field.text(),
            organisatie_id=self.organisatie.value() or None,
            medewerker_id=self.persoon.value() or None,
            termijn=self.termijn.value(),
        )

    def change(self, row: ActieRow) -> ActieWijzigen:
        """Return the act that changes ``row`` into what stands here."""
        return ActieWijzigen(
            actie_id=row.id,
            omschrijving=self.field.text(),
            organisatie_id=self.organisatie.value() or None,
            medewerker_id=self.persoon.value() or None,
            termijn=self.termijn.value(),
            conditie=row.conditie,
            informering=row.informering,
            version=row.version,
        )

    def half_typed(self) -> bool:
        """Say beside its field what was typed but not understood; True when there is such a field."""
        self._clear_faults()
        for field, name, words in (
            (self.organisatie, "organisatie_id", "Kies een organisatie uit de lijst."),
            (self.persoon, "medewerker_id", "Kies een persoon uit de lijst."),
            (self.termijn, "termijn", "Dit is geen datum. Typ bijvoorbeeld 4 dec, vr of over 2 weken."),
        ):
            if not field.valid():
                self._faults[name].show_words(words)
                return True
        return False

    def refuse(self, fault: RuleViolation) -> bool:
        """Show a refusal beside its field; False when this form has no such field."""
        self._clear_faults()
        place = self._faults.get(fault.field or "")
        if place is not None:
            place.show_fault(fault)
        return place is not None

    def _clear_faults(self) -> None:
        for place in self._faults.values():
            if place.text():
                place.clear()

    # --- slots

    def _organisatie_chosen(self, identity: str) -> None:
        if self.persoon.value() and self._keuzes.organisatie_van(self.persoon.value()) != identity:
            self.persoon.set_value("")
        self._offer_people()
        self.edited.emit()

    def _persoon_chosen(self, identity: str) -> None:
        if identity:
            self.organisatie.set_value(self._keuzes.organisatie_van(identity))
        self.edited.emit()

    def _offer_people(self) -> None:
        self.persoon.set_options(self._keuzes.personen(self._present, self.organisatie.value()))

    def _explain_term(self) -> None:
        value = self.termijn.value()
        words = f"Uiterlijk: {date_in_words(value)}" if value is not None else "Uiterlijk"
        self._term_label.setText(words)
