"""Writing an action: what, which organisation, who, and before when; condition and informing on request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import date_in_words
from vhdesk.queries.acties import ActieRow
from vhdesk.services.actie import ActieVastleggen, ActieWijzigen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.vastleg_form import TEKST, VastlegForm
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea


class ActieForm(VastlegForm):
    """Asks owner and term as well; Enter in the date submits. Source of condition and informing: domein.md §2."""

    def __init__(self, keuzes: Keuzes, clock: Clock, parent: QWidget | None = None) -> None:
        field = TextArea("Actie", "Wat moet er gebeuren? Eén actie, één eigenaar.", min_lines=2, max_lines=7)
        extra = {
            "conditie": TextArea("Voorwaarde", "wat eerst moet gebeuren", min_lines=2, max_lines=5),
            "informering": TextArea(
                "Informering betrokkene",
                "hoe ver betrokkene is ingelicht, of waarom niet",
                min_lines=2,
                max_lines=5,
            ),
        }
        super().__init__(field, "omschrijving", extra, "Voorwaarde, informering", parent)
        self.more.setAccessibleName("Voorwaarde en informering van betrokkene")
        self._keuzes = keuzes
        self._present: tuple[str, ...] = ()
        self.organisatie = CompleterField("Organisatie", "naam")
        self.persoon = CompleterField("Persoon", "wie")
        self.termijn = DateField("Uiterlijk", clock, hint="bijv. vr of +14", show_words=False)
        self.faults |= {
            "organisatie_id": FieldError(self.organisatie),
            "medewerker_id": FieldError(self.persoon),
            "termijn": FieldError(self.termijn),
        }
        self.place("Organisatie", self.organisatie, self.faults["organisatie_id"], 4)
        self.place("Persoon", self.persoon, self.faults["medewerker_id"], 4)
        self._term_label = Label("Uiterlijk", "label")
        self._term_label.setBuddy(self.termijn.line)
        term = QVBoxLayout()
        term.setSpacing(SPACE_1)
        for widget in (self._term_label, self.termijn, self.faults["termijn"]):
            term.addWidget(widget)
        term.addStretch(1)
        self.row.addLayout(term, 3)
        self.place_more()
        self.keep_typed(organisatie=self.organisatie, persoon=self.persoon, termijn=self.termijn)
        self.organisatie.chosen.connect(self._organisatie_chosen)
        self.persoon.chosen.connect(self._persoon_chosen)
        self.termijn.changed.connect(self.edited)
        self.termijn.line.textChanged.connect(self._explain_term)
        self.termijn.line.returnPressed.connect(self.submitted)

    # --- content

    def set_people(self, present: Iterable[str]) -> None:
        """Offer people and organisations, those at the table first."""
        self._present = tuple(present)
        self.organisatie.set_options(self._keuzes.organisatie_opties(self._present))
        self._offer_people()

    def empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        return not any(self.state().values())

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        term = self.termijn.value()
        return {
            **super().state(),
            "organisatie": self.organisatie.value(),
            "persoon": self.persoon.value(),
            "termijn": term.isoformat() if term is not None else "",
        }

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned."""
        super().restore(state, cursor)
        self.organisatie.set_value(state.get("organisatie", ""))
        self._offer_people()
        self.persoon.set_value(state.get("persoon", ""))
        self.termijn.line.setModified(False)
        self.termijn.set_value(date.fromisoformat(state["termijn"]) if state.get("termijn") else None)
        self.restore_typed(state)

    def show_row(self, row: ActieRow) -> None:
        """Change an action that was recorded."""
        self.restore(
            {
                TEKST: row.omschrijving,
                "organisatie": row.organisatie_id or "",
                "persoon": row.medewerker_id or "",
                "termijn": row.termijn.isoformat() if row.termijn is not None else "",
                "conditie": row.conditie,
                "informering": row.informering,
            },
            len(row.omschrijving),
        )

    # --- commands

    def fields(self) -> dict[str, Any]:
        """Return what stands here as the fields of an act."""
        texts = {name: area.text() for name, area in self.extra.items()}
        return {
            "omschrijving": self.field.text(),
            "organisatie_id": self.organisatie.value() or None,
            "medewerker_id": self.persoon.value() or None,
            "termijn": self.termijn.value(),
            **texts,
        }

    def command(self, overleg_id: str | None, casus_id: str) -> ActieVastleggen:
        """Return the act that records what stands here."""
        return ActieVastleggen(casus_id=casus_id, overleg_id=overleg_id, **self.fields())

    def change(self, row: ActieRow) -> ActieWijzigen:
        """Return the act that changes ``row`` into what stands here."""
        return ActieWijzigen(actie_id=row.id, version=row.version, **self.fields())

    def half_typed(self) -> bool:
        """Say beside its field what was typed but not understood; True when there is such a field."""
        self.clear_faults()
        for field, name, words in (
            (self.organisatie, "organisatie_id", "Kies een organisatie uit de lijst."),
            (self.persoon, "medewerker_id", "Kies een persoon uit de lijst."),
            (self.termijn, "termijn", "Dit is geen datum. Typ bijvoorbeeld 4 dec, vr of over 2 weken."),
        ):
            if not field.valid():
                self.faults[name].show_words(words)
                return True
        return False

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
