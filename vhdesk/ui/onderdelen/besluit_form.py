"""Writing a decision: the words first, then the kind and who takes it, the rest on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.services.besluit import BesluitVastleggen, BesluitVervangen, BesluitWijzigen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.vastleg_form import TEKST, VastlegForm
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


class BesluitForm(VastlegForm):
    """Asks kind and body as well; what may be chosen follows the lists of the region."""

    def __init__(self, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        field = TextArea(
            "Besluit", "Wat is besloten? Schrijf feitelijk en herleidbaar.", min_lines=2, max_lines=7
        )
        extra = {
            "onderbouwing": TextArea("Onderbouwing", "waarom dit besluit", min_lines=2, max_lines=5),
            "voorwaarden": TextArea("Voorwaarden", "waaronder het geldt", min_lines=2, max_lines=5),
            "afwijkende_mening": TextArea(
                "Afwijkende mening", "wie ziet het anders, en waarom", min_lines=2, max_lines=5
            ),
        }
        super().__init__(field, "tekst", extra, "Onderbouwing, voorwaarden", parent)
        self.more.setAccessibleName("Onderbouwing, voorwaarden en afwijkende mening")
        self._keuzes = keuzes
        self._gremium = "werktafel"
        self._standard = STANDARD
        self.type = CompleterField("Soort besluit", "soort")
        self.gremium = CompleterField("Gremium dat besluit", "gremium")
        self.faults |= {"type_code": FieldError(self.type), "gremium_code": FieldError(self.gremium)}
        self.row.addLayout(labelled("Soort", self.type, self.faults["type_code"]), 3)
        self.row.addLayout(labelled("Gremium", self.gremium, self.faults["gremium_code"]), 3)
        self.place_more()
        self.type.chosen.connect(self._type_chosen)
        self.gremium.chosen.connect(self._edited_choice)

    # --- content

    def set_table(self, soort: Tafelsoort | None) -> None:
        """Offer what this kind of table decides; the table itself is the gremium unless another one is chosen."""
        self._gremium = _GREMIUM.get(soort, "werktafel") if soort is not None else "werktafel"
        kinds = self._keuzes.waarde_opties("besluittypen")
        self.type.set_options(kinds)
        codes = [option.id for option in kinds]
        self._standard = STANDARD if STANDARD in codes else (codes[0] if codes else "")
        self._offer_gremia()

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        return {**super().state(), "type": self.type.value(), "gremium": self.gremium.value()}

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned."""
        super().restore(state, cursor)
        self.type.set_value(state.get("type") or self._standard)
        self._offer_gremia()
        self.gremium.set_value(state.get("gremium") or self._gremium)

    def show_row(self, row: BesluitRow) -> None:
        """Change a decision that was recorded."""
        texts = {name: getattr(row, name) for name in self.extra}
        self.restore(
            {TEKST: row.tekst, "type": row.type_code, "gremium": row.gremium_code, **texts}, len(row.tekst)
        )

    # --- commands

    def fields(self) -> dict[str, Any]:
        """Return what stands here as the fields of an act."""
        texts = {name: area.text() for name, area in self.extra.items()}
        chosen = {"type_code": self.type.value(), "gremium_code": self.gremium.value()}
        return {"tekst": self.field.text(), **chosen, **texts}

    def command(self, overleg_id: str | None, casus_id: str) -> BesluitVastleggen:
        """Return the act that records what stands here."""
        return BesluitVastleggen(casus_id=casus_id, overleg_id=overleg_id, **self.fields())

    def change(self, row: BesluitRow) -> BesluitWijzigen:
        """Return the act that changes ``row`` into what stands here."""
        return BesluitWijzigen(
            besluit_id=row.id, ingangsdatum=row.ingangsdatum, version=row.version, **self.fields()
        )

    def replace(self, row: BesluitRow, reden: str) -> BesluitVervangen:
        """Return the act that puts what stands here in the place of ``row``, which stands in minutes."""
        return BesluitVervangen(
            besluit_id=row.id,
            reden=reden,
            ingangsdatum=row.ingangsdatum,
            version=row.version,
            **self.fields(),
        )

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
