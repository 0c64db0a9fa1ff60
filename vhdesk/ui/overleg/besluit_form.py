"""Writing a decision: the words first, then the kind and who takes it, the rest on request."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.services.besluit import BesluitVastleggen, BesluitWijzigen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Tafelsoort

STANDARD = "afspraak"
_GREMIUM = {
    Tafelsoort.WERKTAFEL: "werktafel",
    Tafelsoort.CASUSTAFEL: "casustafel",
    Tafelsoort.VEILIGHEIDSKAMER: "veiligheidskamer",
}
EXTRA = ("onderbouwing", "voorwaarden", "afwijkende_mening")


class BesluitForm(QWidget):
    """Signals: ``edited`` when a person changed anything, ``submitted`` on Ctrl+Enter in a text."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keuzes = keuzes
        self._gremium = "werktafel"
        self._standard = STANDARD
        self.field = TextArea(
            "Besluit", "Wat is besloten? Schrijf feitelijk en herleidbaar.", min_lines=2, max_lines=7
        )
        self.type = CompleterField("Soort besluit", "soort")
        self.gremium = CompleterField("Gremium dat besluit", "gremium")
        self.more = QPushButton("Onderbouwing, voorwaarden")
        self.more.setAccessibleName("Onderbouwing, voorwaarden en afwijkende mening")
        self.more.setProperty("kind", "quiet")
        self.more.setCheckable(True)
        self.extra = {
            "onderbouwing": TextArea("Onderbouwing", "waarom dit besluit", min_lines=2, max_lines=5),
            "voorwaarden": TextArea("Voorwaarden", "waaronder het geldt", min_lines=2, max_lines=5),
            "afwijkende_mening": TextArea(
                "Afwijkende mening", "wie ziet het anders, en waarom", min_lines=2, max_lines=5
            ),
        }
        self._faults = {
            "tekst": FieldError(self.field),
            "type_code": FieldError(self.type),
            "gremium_code": FieldError(self.gremium),
            "onderbouwing": FieldError(self.extra["onderbouwing"]),
        }
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._extra = QWidget()
        texts = QHBoxLayout(self._extra)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(SPACE_2)
        for name, area in self.extra.items():
            texts.addLayout(labelled(area.accessibleName(), area, self._faults.get(name)), 1)
        self._extra.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(SPACE_2)
        self.row.addLayout(labelled("Soort", self.type, self._faults["type_code"]), 3)
        self.row.addLayout(labelled("Gremium", self.gremium, self._faults["gremium_code"]), 3)
        self.row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.field)
        layout.addWidget(self._faults["tekst"])
        layout.addWidget(self._extra)
        layout.addLayout(self.row)

    def _connect(self) -> None:
        for area in (self.field, *self.extra.values()):
            area.edited.connect(self.edited)
            area.submitted.connect(self.submitted)
        self.type.chosen.connect(self._type_chosen)
        self.gremium.chosen.connect(self._edited_choice)
        self.more.toggled.connect(self._extra.setVisible)

    # --- content

    def set_table(self, soort: Tafelsoort) -> None:
        """Offer what this kind of table decides; the table itself is the gremium unless another one is chosen."""
        self._gremium = _GREMIUM.get(soort, "werktafel")
        kinds = self._keuzes.waarde_opties("besluittypen")
        self.type.set_options(kinds)
        codes = [option.id for option in kinds]
        self._standard = STANDARD if STANDARD in codes else (codes[0] if codes else "")
        self._offer_gremia()

    def clear(self) -> None:
        """Begin a new decision."""
        self.restore({}, 0)

    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(area.text().strip() for area in (self.field, *self.extra.values()))

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        texts = {name: area.text() for name, area in self.extra.items()}
        return {
            "tekst": self.field.text(),
            "type": self.type.value(),
            "gremium": self.gremium.value(),
            **texts,
        }

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned."""
        self._clear_faults()
        self.field.load(state.get("tekst", ""), force=True)
        place = self.field.textCursor()
        place.setPosition(min(cursor, len(self.field.text())))
        self.field.setTextCursor(place)
        for name, area in self.extra.items():
            area.load(state.get(name, ""), force=True)
        self.type.set_value(state.get("type") or self._standard)
        self._offer_gremia()
        self.gremium.set_value(state.get("gremium") or self._gremium)
        self.more.setChecked(any(state.get(name) for name in EXTRA))

    def show_row(self, row: BesluitRow) -> None:
        """Change a decision that was recorded."""
        self.restore(
            {
                "tekst": row.tekst, "type": row.type_code, "gremium": row.gremium_code,
                "onderbouwing": row.onderbouwing, "voorwaarden": row.voorwaarden,
                "afwijkende_mening": row.afwijkende_mening,
            },
            len(row.tekst),
        )  # fmt: skip

    # --- commands

    def command(self, overleg_id: str, casus_id: str) -> BesluitVastleggen:
        """Return the act that records what stands here."""
        return BesluitVastleggen(
            casus_id=casus_id,
            overleg_id=overleg_id,
            tekst=self.field.text(),
            type_code=self.type.value(),
            gremium_code=self.gremium.value(),
            onderbouwing=self.extra["onderbouwing"].text(),
            voorwaarden=self.extra["voorwaarden"].text(),
            afwijkende_mening=self.extra["afwijkende_mening"].text(),
        )

    def change(self, row: BesluitRow) -> BesluitWijzigen:
        """Return the act that changes ``row`` into what stands here."""
        return BesluitWijzigen(
            besluit_id=row.id,
            tekst=self.field.text(),
            type_code=self.type.value(),
            gremium_code=self.gremium.value(),
            onderbouwing=self.extra["onderbouwing"].text(),
            voorwaarden=self.extra["voorwaarden"].text(),
            afwijkende_mening=self.extra["afwijkende_mening"].text(),
            ingangsdatum=row.ingangsdatum,
            version=row.version,
        )

    def refuse(self, fault: RuleViolation) -> bool:
        """Show a refusal beside its field; False when this form has no such field."""
        self._clear_faults()
        place = self._faults.get(fault.field or "")
        if place is None:
            return False
        if fault.field in EXTRA:
            self.more.setChecked(True)
        place.show_fault(fault)
        return True

    def _clear_faults(self) -> None:
        for place in self._faults.values():
            if place.text():
                place.clear()

    # --- slots

    def _type_chosen(self) -> None:
        self._offer_gremia()
        self._edited_choice()

    def _edited_choice(self) -> None:
        self.edited.emit()

    def _offer_gremia(self) -> None:
        """Offer the bodies that may take a decision of this kind; the table itself when it is one of them."""
        rows = self._keuzes.lijst("besluittypen")
        allowed = next(
            (row.kenmerken.get("gremia") or () for row in rows if row.code == self.type.value()), ()
        )
        options = self._keuzes.waarde_opties("gremia", tuple(allowed))
        self.gremium.set_options(options)
        codes = [option.id for option in options]
        if self.gremium.value() not in codes and codes:
            self.gremium.set_value(self._gremium if self._gremium in codes else codes[0])
