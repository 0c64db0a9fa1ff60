"""The form for a municipality: its chamber, its contribution, and who sits at the table for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.queries.organisatie import GemeenteRow, OrganisatieRow
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.services.gemeente import GemeenteWijzigen
from vhdesk.ui.beheer.bedrag import bare_euro, parse_euro, parse_procent, procent
from vhdesk.ui.beheer.organisatie_panel import line
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.completer_field import CompleterField, Option

NO_AMOUNT = "Typ een bedrag in euro's, zoals 29.380,00."
NO_SHARE = "Typ een deel van het geheel, zoals 24,5."


class GemeentePanel(InlinePanel):
    """``command`` gives the act; None (and a sentence beside the field) while an amount is not one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Gemeente wijzigen", "Opslaan", columns=4, parent=parent)
        self._row: GemeenteRow | None = None
        self.naam = line("Naam van de gemeente")
        self.bijdrage = line("Bijdrage in euro")
        self.aandeel = line("Aandeel in procenten")
        self.verhoging = line("Verhoging in euro")
        self.kamer = ChoiceField("Veiligheidskamer")
        self.zetel = QCheckBox("Zetelgemeente")
        self.organisatie = CompleterField("Organisatie aan tafel", "typ een deel van de naam")
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Bijdrage (€)", self.bijdrage, "bijdrage_cent")
        self.add_field("Aandeel (%)", self.aandeel, "aandeel_promille")
        self.add_field("Verhoging (€)", self.verhoging, "verhoging_cent")
        self.add_field("Veiligheidskamer", self.kamer, "veiligheidskamer")
        self.add_field(" ", self.zetel, "zetelgemeente")
        self.add_field("Organisatie aan tafel", self.organisatie, "organisatie_id")

    def begin(
        self,
        row: GemeenteRow,
        chambers: Sequence[ReferentiewaardeRow],
        organisations: Sequence[OrganisatieRow],
    ) -> None:
        """Open to change a municipality; chambers are for the region that has them."""
        self.put_away()
        self._row = row
        self.title.setText(f"Gemeente {row.naam} wijzigen")
        self.naam.setText(row.naam)
        self.bijdrage.setText(bare_euro(row.bijdrage_cent))
        self.aandeel.setText(procent(row.aandeel_promille).removesuffix("\u00a0%"))
        self.verhoging.setText(bare_euro(row.verhoging_cent))
        self.kamer.set_choices([("", "Geen"), *((value.code, value.naam) for value in chambers)])
        self.kamer.set_value(row.veiligheidskamer)
        self.zetel.setChecked(row.zetelgemeente)
        self.organisatie.set_options([Option(found.id, found.naam) for found in organisations])
        self.organisatie.set_value(row.organisatie_id or "")
        with_chambers = bool(row.veiligheidskamer) or row.zetelgemeente
        for field, shown in (
            ("veiligheidskamer", with_chambers), ("zetelgemeente", with_chambers),
            ("aandeel_promille", not with_chambers), ("verhoging_cent", not with_chambers),
        ):  # fmt: skip
            self.show_field(field, shown=shown)
        self.bijdrage.selectAll()
        self.open(self.bijdrage, f"beheer/gemeente/{row.id}/{row.version}")

    def command(self) -> GemeenteWijzigen | None:
        """Return the act."""
        assert self._row is not None
        bijdrage, verhoging = parse_euro(self.bijdrage.text()), parse_euro(self.verhoging.text())
        aandeel = parse_procent(self.aandeel.text())
        for key, value, words in (
            ("aandeel_promille", aandeel, NO_SHARE), ("verhoging_cent", verhoging, NO_AMOUNT),
            ("bijdrage_cent", bijdrage, NO_AMOUNT),
        ):  # fmt: skip
            if value is None:
                self.errors[key].show_words(words)
        if bijdrage is None or verhoging is None or aandeel is None:
            return None
        return GemeenteWijzigen(
            gemeente_id=self._row.id, naam=self.naam.text(), veiligheidskamer=self.kamer.value(),
            zetelgemeente=self.zetel.isChecked(), bijdrage_cent=bijdrage, aandeel_promille=aandeel,
            verhoging_cent=verhoging, organisatie_id=self.organisatie.value() or None, version=self._row.version,
        )  # fmt: skip
