"""The forms for a table and for a fixed participant of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.queries.organisatie import MedewerkerRow, OrganisatieRow, TafellidRow, TafelRow
from vhdesk.services.command import Command
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.tafel import (
    MAX_DUUR,
    TafellidAanwijzen,
    TafellidToevoegen,
    TafelToevoegen,
    TafelWijzigen,
)
from vhdesk.ui.beheer.organisatie_panel import line
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.time_field import TimeField
from vhdesk.vocabulary import Tafelregime, Tafelsoort

SOORTEN: Final = tuple((soort.value, soort.label.capitalize()) for soort in Tafelsoort)
REGIMES: Final = tuple((regime.value, regime.label) for regime in Tafelregime)


class TafelPanel(InlinePanel):
    """``command`` gives the act for what was filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tafel toevoegen", "Opslaan", columns=2, parent=parent)
        self._row: TafelRow | None = None
        self.naam = line("Naam van de tafel")
        self.soort = ChoiceField("Soort tafel", SOORTEN)
        self.regime = ChoiceField("Wet", REGIMES)
        self.frequentie = line("Hoe vaak", "elke twee weken op woensdag")
        self.plaats = line("Plaats")
        self.begintijd = TimeField("Begintijd")
        self.duur = NumberField("Duur", 5, MAX_DUUR, "min", 15)
        self.actief = QCheckBox("In gebruik")
        self.toelichting = TextArea("Toelichting", min_lines=2, max_lines=4)
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Soort", self.soort, "soort")
        self.add_field("Begintijd", self.begintijd, "begintijd")
        self.add_field("Duur", self.duur, "duur_minuten")
        self.add_field("Hoe vaak", self.frequentie, "frequentie")
        self.add_field("Werkt onder", self.regime, "regime")
        self.add_field(" ", self.actief, "actief")
        self.add_field("Plaats", self.plaats, "plaats", wide=True)
        self.add_field("Toelichting", self.toelichting, "toelichting", wide=True)

    def begin(self, row: TafelRow | None) -> None:
        """Open for a new table (None) or to change one."""
        self.put_away()
        self._row = row
        self.title.setText("Tafel wijzigen" if row else "Tafel toevoegen")
        for field in ("naam", "frequentie", "plaats"):
            getattr(self, field).setText(getattr(row, field) if row else "")
        self.soort.set_value((row.soort if row else Tafelsoort.WERKTAFEL).value)
        self.regime.set_value((row.regime if row else Tafelregime.WGS).value)
        self.begintijd.set_value(row.begintijd if row else time(13, 30))
        self.duur.setValue(row.duur_minuten if row else 120)
        self.actief.setChecked(row.actief if row else True)
        self.toelichting.load(row.toelichting if row else "", force=True)
        self.open(self.naam, f"beheer/tafel/{row.id}/{row.version}" if row else "beheer/tafel")

    def command(self) -> Command | None:
        """Return the act; None while the time is not one."""
        begin = self.begintijd.value()
        if begin is None:
            self.errors["begintijd"].show_words("Typ een tijd, zoals 13:30.")
            return None
        naam, soort = self.naam.text(), Tafelsoort(self.soort.value())
        regime, plaats, frequentie = (
            Tafelregime(self.regime.value()),
            self.plaats.text(),
            self.frequentie.text(),
        )
        duur, toelichting, actief = self.duur.value(), self.toelichting.text(), self.actief.isChecked()
        if self._row is None:
            return TafelToevoegen(
                naam=naam, soort=soort, regime=regime, plaats=plaats, frequentie=frequentie, begintijd=begin,
                duur_minuten=duur, toelichting=toelichting, actief=actief,
            )  # fmt: skip
        return TafelWijzigen(
            tafel_id=self._row.id, naam=naam, soort=soort, regime=regime, plaats=plaats, frequentie=frequentie,
            begintijd=begin, duur_minuten=duur, toelichting=toelichting, actief=actief, version=self._row.version,
        )  # fmt: skip


class LidPanel(InlinePanel):
    """Choose an organisation, and who usually comes for it; or only the latter, for who is a member already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vast lid toevoegen", "Opslaan", columns=2, parent=parent)
        self._tafel_id = ""
        self._row: TafellidRow | None = None
        self._people: Sequence[MedewerkerRow] = ()
        self.organisatie = CompleterField("Organisatie", "typ een deel van de naam")
        self.medewerker = ChoiceField("Persoon", [("", "Nog niet bekend")])
        self.add_field("Organisatie", self.organisatie, "organisatie_id")
        self.nieuw = line("Nieuwe persoon", "naam, als die nog niet in de lijst staat")
        self.add_field("Wie er meestal komt", self.medewerker, "medewerker_id")
        self.add_field("Of iemand nieuw", self.nieuw, "naam")
        self.organisatie.chosen.connect(self._organisatie_chosen)

    def begin(
        self, tafel: TafelRow, organisations: Sequence[OrganisatieRow], people: Sequence[MedewerkerRow]
    ) -> None:
        """Open for a table."""
        self._tafel_id, self._people, self._row = tafel.id, people, None
        self.title.setText(f"Vast lid toevoegen bij {tafel.naam}")
        self.show_field("organisatie_id", shown=True)
        self.organisatie.set_options(
            [Option(row.id, row.naam, row.soort.label, " ".join(row.aliassen)) for row in organisations]
        )
        self.organisatie.set_value("")
        self.nieuw.clear()
        self._organisatie_chosen("")
        self.open(self.organisatie)

    def begin_change(self, row: TafellidRow, people: Sequence[MedewerkerRow]) -> None:
        """Open for who usually comes for a member."""
        self._tafel_id, self._people, self._row = row.tafel_id, people, row
        self.title.setText(f"Wie er meestal komt voor {row.organisatie}")
        self.show_field("organisatie_id", shown=False)
        self._organisatie_chosen(row.organisatie_id)
        self.medewerker.set_value(row.medewerker_id or "")
        self.nieuw.clear()
        self.open(self.medewerker if len(self.medewerker_ids()) else self.nieuw)

    def _organisatie_chosen(self, organisatie_id: str) -> None:
        people = [row for row in self._people if row.organisatie_id == organisatie_id]
        named = [(row.id, f"{row.naam}, {row.functie}" if row.functie else row.naam) for row in people]
        self.medewerker.set_choices([("", "Nog niet bekend"), *named])

    def medewerker_ids(self) -> list[str]:
        """Return who can be chosen."""
        return [
            found for index in range(self.medewerker.count()) if (found := self.medewerker.itemData(index))
        ]

    def new_person(self) -> MedewerkerToevoegen | None:
        """Return the act that makes the person whose name was typed; None when nobody was."""
        organisatie_id = self._row.organisatie_id if self._row is not None else self.organisatie.value()
        naam = self.nieuw.text().strip()
        return (
            MedewerkerToevoegen(organisatie_id=organisatie_id, naam=naam) if naam and organisatie_id else None
        )

    def take_person(self, people: Sequence[MedewerkerRow], medewerker_id: str) -> None:
        """Choose the person who was made just now."""
        self._people = people
        self._organisatie_chosen(next(row.organisatie_id for row in people if row.id == medewerker_id))
        self.medewerker.set_value(medewerker_id)
        self.nieuw.clear()

    def command(self) -> Command | None:
        """Return the act; None while no organisation was chosen."""
        if self._row is not None:
            return TafellidAanwijzen(tafellid_id=self._row.id, medewerker_id=self.medewerker.value() or None)
        if not self.organisatie.value():
            self.errors["organisatie_id"].show_words("Kies een organisatie uit de lijst.")
            return None
        return TafellidToevoegen(
            tafel_id=self._tafel_id, organisatie_id=self.organisatie.value(),
            medewerker_id=self.medewerker.value() or None,
        )  # fmt: skip
