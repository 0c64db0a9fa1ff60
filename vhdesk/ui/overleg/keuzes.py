"""What the completers of this page offer: people, organisations, kinds of decision and gremia; asked once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from vhdesk.queries.organisatie import (
    MedewerkerRow,
    OrganisatieRow,
    TafelRow,
    medewerkers,
    organisaties,
    tafels,
)
from vhdesk.queries.referentie import ReferentiewaardeRow, referentie_waarden
from vhdesk.ui.widgets.completer_field import Option

if TYPE_CHECKING:
    from vhdesk.services.desk import Desk

KINDS: Final = ("medewerker", "organisatie", "tafel", "referentiewaarde", "referentielijst")
PERSOON: Final = "m:"
ORGANISATIE: Final = "o:"


class Keuzes:
    """Rows for the completers. ``refresh`` drops them; the next question asks the desk again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._medewerkers: tuple[MedewerkerRow, ...] | None = None
        self._organisaties: tuple[OrganisatieRow, ...] | None = None
        self._tafels: tuple[TafelRow, ...] | None = None
        self._lijsten: dict[str, tuple[ReferentiewaardeRow, ...]] = {}

    def refresh(self) -> None:
        """Forget what was asked."""
        self._medewerkers = self._organisaties = self._tafels = None
        self._lijsten.clear()

    def medewerkers(self) -> tuple[MedewerkerRow, ...]:
        """Return the professionals."""
        if self._medewerkers is None:
            self._medewerkers = self._desk.ask(medewerkers)
        return self._medewerkers

    def organisaties(self) -> tuple[OrganisatieRow, ...]:
        """Return the organisations."""
        if self._organisaties is None:
            self._organisaties = self._desk.ask(organisaties)
        return self._organisaties

    def tafels(self) -> tuple[TafelRow, ...]:
        """Return the tables."""
        if self._tafels is None:
            self._tafels = self._desk.ask(tafels)
        return self._tafels

    def lijst(self, code: str) -> tuple[ReferentiewaardeRow, ...]:
        """Return the values of a list of the region."""
        if code not in self._lijsten:
            self._lijsten[code] = self._desk.ask(referentie_waarden, code)
        return self._lijsten[code]

    # --- options

    def personen(self, aan_tafel: Iterable[str] = (), organisatie_id: str = "") -> list[Option]:
        """Return people as options, those at this table first; of one organisation when it is given."""
        present = set(aan_tafel)
        rows = [
            row for row in self.medewerkers() if not organisatie_id or row.organisatie_id == organisatie_id
        ]
        rows.sort(key=lambda row: row.id not in present)
        return [_persoon(row) for row in rows]

    def organisatie_opties(self) -> list[Option]:
        """Return organisations as options; aliases find them too."""
        return [
            Option(row.id, row.naam, row.soort.label, " ".join(row.aliassen)) for row in self.organisaties()
        ]

    def houders(self, aan_tafel: Iterable[str] = ()) -> list[Option]:
        """Return who can be verantwoordelijke: people and organisations; ids say which (``m:``, ``o:``)."""
        people = [
            Option(PERSOON + option.id, option.text, option.sub, option.words)
            for option in self.personen(aan_tafel)
        ]
        return people + [
            Option(ORGANISATIE + option.id, option.text, option.sub, option.words)
            for option in self.organisatie_opties()
        ]

    def waarde_opties(self, lijst: str, codes: Sequence[str] = ()) -> list[Option]:
        """Return values of a list as options; only ``codes`` when they are given."""
        return [
            Option(row.code, row.naam, row.omschrijving, " ".join(row.kenmerken.get("aliassen") or ()))
            for row in self.lijst(lijst)
            if not codes or row.code in codes
        ]

    def organisatie_van(self, medewerker_id: str) -> str:
        """Return the organisation of a person, "" when the person is unknown."""
        return next((row.organisatie_id for row in self.medewerkers() if row.id == medewerker_id), "")


def _persoon(row: MedewerkerRow) -> Option:
    return Option(row.id, row.naam, f"{row.organisatie} · {row.functie}" if row.functie else row.organisatie)
