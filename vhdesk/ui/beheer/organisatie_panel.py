"""The forms for an organisation and for somebody who works there."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vhdesk.queries.organisatie import MedewerkerRow, OrganisatieRow
from vhdesk.services.command import Command
from vhdesk.services.organisatie import (
    MedewerkerToevoegen,
    MedewerkerWijzigen,
    OrganisatieToevoegen,
    OrganisatieWijzigen,
)
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.vocabulary import Organisatiesoort

SOORTEN: Final = tuple((soort.value, soort.label.capitalize()) for soort in Organisatiesoort)


def line(name: str, hint: str = "") -> QLineEdit:
    """Return a field with an accessible name."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a field in which commas part them."""
    return tuple(part for part in (" ".join(part.split()) for part in text.split(",")) if part)


class OrganisatiePanel(InlinePanel):
    """``command`` gives the act for what was filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Organisatie toevoegen", "Opslaan", columns=3, parent=parent)
        self._row: OrganisatieRow | None = None
        self.naam = line("Naam van de organisatie")
        self.soort = ChoiceField("Soort", SOORTEN)
        self.telefoon = line("Telefoon van de organisatie")
        self.aliassen = line("Andere namen", "met komma's ertussen")
        self.actief = QCheckBox("Doet mee en kan worden gekozen")
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Soort", self.soort, "soort")
        self.add_field("Telefoon", self.telefoon, "telefoon")
        self.add_field("Andere namen waaronder zij in lijsten staat", self.aliassen, "aliassen", wide=True)
        self.add_field("", self.actief, "actief", wide=True)

    def begin(self, row: OrganisatieRow | None) -> None:
        """Open for a new organisation (None) or to change one."""
        self.put_away()
        self._row = row
        self.title.setText("Organisatie wijzigen" if row else "Organisatie toevoegen")
        self.naam.setText(row.naam if row else "")
        self.soort.set_value((row.soort if row else Organisatiesoort.ZORG).value)
        self.telefoon.setText(row.telefoon if row else "")
        self.aliassen.setText(", ".join(row.aliassen) if row else "")
        self.actief.setChecked(row.actief if row else True)
        self.open(self.naam, f"beheer/organisatie/{row.id}/{row.version}" if row else "beheer/organisatie")

    def command(self) -> Command:
        """Return the act."""
        naam, soort = self.naam.text(), Organisatiesoort(self.soort.value())
        aliassen, telefoon = words_of(self.aliassen.text()), self.telefoon.text()
        actief = self.actief.isChecked()
        if self._row is None:
            return OrganisatieToevoegen(
                naam=naam, soort=soort, aliassen=aliassen, telefoon=telefoon, actief=actief
            )
        return OrganisatieWijzigen(
            organisatie_id=self._row.id, naam=naam, soort=soort, aliassen=aliassen, telefoon=telefoon,
            actief=actief, version=self._row.version,
        )  # fmt: skip


class MedewerkerPanel(InlinePanel):
    """The same for a person of an organisation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Persoon toevoegen", "Opslaan", columns=2, parent=parent)
        self._row: MedewerkerRow | None = None
        self._organisatie_id = ""
        self.naam = line("Naam van de persoon")
        self.functie = line("Functie")
        self.telefoon = line("Telefoon van de persoon")
        self.email = line("E-mailadres")
        self.opmerking = line("Opmerking")
        self.actief = QCheckBox("In dienst en kan worden gekozen")
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Functie", self.functie, "functie")
        self.add_field("Telefoon", self.telefoon, "telefoon")
        self.add_field("E-mail", self.email, "email")
        self.add_field("Opmerking", self.opmerking, "opmerking", wide=True)
        self.add_field("", self.actief, "actief", wide=True)
        self.despite = QCheckBox("Toch uit dienst melden; de acties en rollen worden later overgedragen")
        self.add_field("", self.despite, "ondanks", wide=True)

    def begin(self, organisatie_id: str, organisatie: str, row: MedewerkerRow | None) -> None:
        """Open for somebody new at an organisation, or to change somebody."""
        self.put_away()
        self._row, self._organisatie_id = row, organisatie_id
        self.title.setText("Persoon wijzigen" if row else f"Persoon toevoegen bij {organisatie}")
        for field in ("naam", "functie", "telefoon", "email", "opmerking"):
            getattr(self, field).setText(getattr(row, field) if row else "")
        self.actief.setChecked(row.actief if row else True)
        self.show_field("actief", shown=row is not None)
        self.despite.setChecked(False)
        self.show_field("ondanks", shown=False)
        record = f"{row.id}/{row.version}" if row else organisatie_id
        self.open(self.naam, f"beheer/medewerker/{record}")

    def offer_despite(self) -> None:
        """Somebody with open work leaves: ask for a deliberate yes."""
        self.show_field("ondanks", shown=True)

    def command(self) -> Command:
        """Return the act."""
        fields = {
            field: getattr(self, field).text()
            for field in ("naam", "functie", "telefoon", "email", "opmerking")
        }
        if self._row is None:
            return MedewerkerToevoegen(organisatie_id=self._organisatie_id, **fields)
        return MedewerkerWijzigen(
            medewerker_id=self._row.id, actief=self.actief.isChecked(),
            ondanks_taken=self.despite.isChecked(), version=self._row.version, **fields,
        )  # fmt: skip
