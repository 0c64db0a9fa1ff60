"""What the fields of a screen offer: people, organisations, tables and the lists of the region; asked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from vhdesk.folding import fold
from vhdesk.queries.huis import procesregieregel, regiecodes
from vhdesk.queries.instelling import tafelregels
from vhdesk.queries.organisatie import (
    GemeenteRow,
    MedewerkerRow,
    OrganisatieRow,
    TafelRow,
    gemeenten,
    medewerkers,
    organisaties,
    tafels,
)
from vhdesk.queries.referentie import ReferentiewaardeRow, referentie_waarden
from vhdesk.reference_lists import reference_list
from vhdesk.ui.widgets.completer_field import Option
from vhdesk.vocabulary import Bronregime, Gebruikersrol, Tafelregime
from vhdesk.vocabulary_casus import afschaalreden

if TYPE_CHECKING:
    from vhdesk.services.desk import Desk

T = TypeVar("T")
KINDS: Final = ("medewerker", "organisatie", "tafel", "referentiewaarde", "referentielijst", "gemeente")


class Keuzes:
    """Reads through the desk and remembers; ``refresh`` after one of ``KINDS`` changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, Any] = {}

    def refresh(self) -> None:
        """Forget what was asked; the next question asks the desk again."""
        self._known.clear()

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._known:
            self._known[name] = read()
        found: T = self._known[name]
        return found

    # --- rows

    def medewerkers(self) -> tuple[MedewerkerRow, ...]:
        """Return the professionals who can be chosen."""
        return self._once("medewerkers", lambda: self._desk.ask(medewerkers))

    def organisaties(self) -> tuple[OrganisatieRow, ...]:
        """Return the organisations, also those that take no part any more."""
        return self._once("organisaties", lambda: self._desk.ask(organisaties, ook_inactief=True))

    def tafels(self) -> tuple[TafelRow, ...]:
        """Return the tables, also those that do not meet any more."""
        return self._once("tafels", lambda: self._desk.ask(tafels, ook_inactief=True))

    def gemeenten(self) -> tuple[GemeenteRow, ...]:
        """Return the municipalities."""
        return self._once("gemeenten", lambda: self._desk.ask(gemeenten))

    def lijst(self, code: str) -> tuple[ReferentiewaardeRow, ...]:
        """Return the values of a list of the region that are valid now."""
        return self._once(f"lijst {code}", lambda: self._desk.ask(referentie_waarden, code))

    def leefgebieden(self, tafel_id: str | None) -> tuple[ReferentiewaardeRow, ...]:
        """Return the leefgebieden of a table: some belong to tables of one regime only."""
        regime = next((row.regime.value for row in self.tafels() if row.id == tafel_id), "")
        return tuple(
            row
            for row in self.lijst("leefgebieden")
            if not row.kenmerken.get("alleen_regime") or row.kenmerken["alleen_regime"] == regime
        )

    def is_radicalisering(self, tafel_id: str | None) -> bool:
        """Whether this is a table of the persoonsgerichte aanpak radicalisering."""
        return any(
            row.id == tafel_id and row.regime is Tafelregime.PGA_RADICALISERING for row in self.tafels()
        )

    # --- options

    def personen(self, aan_tafel: Iterable[str] = (), organisatie_id: str = "") -> list[Option]:
        """Return people as options, those at this table first; of one organisation when it is given."""
        present = set(aan_tafel)
        rows = [
            row for row in self.medewerkers() if not organisatie_id or row.organisatie_id == organisatie_id
        ]
        rows.sort(key=lambda row: row.id not in present)
        return [_persoon(row) for row in rows]

    def procesregisseurs(self, tafel: str = "") -> list[Option]:
        """Return who may hold the procesregie at the table of this name, by its rule: as shipped people of the house, as
        long as it has any."""
        row = next((row for row in self.tafels() if row.naam == tafel), None)
        regels = self._desk.ask(tafelregels, row.id if row is not None else None)
        codes = regiecodes(procesregieregel(regels.procesregie, row.regime if row is not None else None))
        if codes is None:
            return [_persoon(row) for row in self.medewerkers()]
        huizen = {row.id for row in self.organisaties() if row.code in codes}
        rows = [row for row in self.medewerkers() if row.organisatie_id in huizen]
        return [_persoon(row) for row in rows or self.medewerkers()]

    def organisatie_opties(self, aan_tafel: Iterable[str] = ()) -> list[Option]:
        """Return organisations as options, those of the people at this table first; aliases find them too."""
        present = set(aan_tafel)
        here = {row.organisatie_id for row in self.medewerkers() if row.id in present} if present else set()
        rows = sorted((row for row in self.organisaties() if row.actief), key=lambda row: row.id not in here)
        return [Option(row.id, row.naam, row.soort.label, " ".join(row.aliassen)) for row in rows]

    def zelf(self) -> str:
        """Return who works here, as somebody of the record; "" when the user chairs no tables or is not known there."""
        actor = self._desk.actor
        if actor.rol is not Gebruikersrol.COORDINATOR:
            return ""
        name = fold(actor.naam)
        return next((row.id for row in self.medewerkers() if fold(row.naam) == name), "")

    def waarde_opties(self, lijst: str, codes: Sequence[str] = ()) -> list[Option]:
        """Return values of a list as options; only ``codes`` when they are given."""
        return [
            Option(row.code, row.naam, row.omschrijving, " ".join(row.kenmerken.get("aliassen") or ()))
            for row in self.lijst(lijst)
            if not codes or row.code in codes
        ]

    def afschaalredenen(self, tafel_id: str | None) -> list[Option]:
        """Return why a case of this table may step down, in its words: from how many months detention counts."""
        maanden = self._desk.ask(tafelregels, tafel_id).detentie_maanden
        return [
            Option(option.id, afschaalreden(option.id, option.text, maanden), option.sub, option.words)
            for option in self.waarde_opties("afschaalredenen")
        ]

    # --- what belongs together

    def organisatie_van(self, medewerker_id: str) -> str:
        """Return the organisation of a person, "" when the person is unknown."""
        return next((row.organisatie_id for row in self.medewerkers() if row.id == medewerker_id), "")

    def regime_van(self, organisatie_id: str) -> Bronregime:
        """Return the secrecy under which an organisation usually speaks (shipped list of organisations)."""
        code = next((row.code for row in self.organisaties() if row.id == organisatie_id), "")
        return self._once("bronregimes", _bronregimes).get(code, Bronregime.OVERIG)


def _persoon(row: MedewerkerRow) -> Option:
    return Option(row.id, row.naam, f"{row.organisatie} · {row.functie}" if row.functie else row.organisatie)


def _bronregimes() -> dict[str, Bronregime]:
    known = {regime.value: regime for regime in Bronregime}
    items = reference_list("organisaties").items
    return {item["code"]: known[item["bronregime"]] for item in items if item.get("bronregime") in known}
