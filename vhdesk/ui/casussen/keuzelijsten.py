"""What the fields of a case file offer: organisations, people, leefgebieden, ZRM; asked once, until it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from vhdesk.queries.organisatie import medewerkers, organisaties, tafels
from vhdesk.queries.referentie import ReferentiewaardeRow, referentie_waarden
from vhdesk.resources import reference_list
from vhdesk.ui.context import UiContext
from vhdesk.ui.widgets.completer_field import Option
from vhdesk.vocabulary import Bronregime

T = TypeVar("T")
KINDS = ("organisatie", "medewerker", "tafel", "referentiewaarde", "referentielijst", "gemeente")


class Keuzelijsten:
    """Reads through the desk and remembers; ``forget`` after one of ``KINDS`` changed."""

    def __init__(self, context: UiContext) -> None:
        self._desk = context.desk
        self._known: dict[str, Any] = {}

    def forget(self) -> None:
        """Ask again next time."""
        self._known.clear()

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._known:
            self._known[name] = read()
        found: T = self._known[name]
        return found

    def organisaties(self) -> tuple[Option, ...]:
        """Return the organisations that can be chosen."""
        return self._once("organisaties", self._organisaties)

    def _organisaties(self) -> tuple[Option, ...]:
        rows = self._desk.ask(organisaties)
        return tuple(Option(row.id, row.naam, row.soort.label, " ".join(row.aliassen)) for row in rows)

    def regime_van(self, organisatie_id: str) -> Bronregime:
        """Return the secrecy under which an organisation usually speaks (shipped list of organisations)."""
        code = self._once("codes", self._codes).get(organisatie_id, "")
        regimes = self._once("bronregimes", _bronregimes)
        return regimes.get(code, Bronregime.OVERIG)

    def _codes(self) -> dict[str, str]:
        return {row.id: row.code for row in self._desk.ask(organisaties, ook_inactief=True)}

    def medewerkers(self) -> tuple[Option, ...]:
        """Return the people that can be chosen."""
        return self._once("medewerkers", self._medewerkers)

    def _medewerkers(self) -> tuple[Option, ...]:
        rows = self._desk.ask(medewerkers)
        return tuple(
            Option(row.id, row.naam, ", ".join(deel for deel in (row.functie, row.organisatie) if deel))
            for row in rows
        )

    def organisatie_van(self, medewerker_id: str) -> str:
        """Return the organisation of a person, "" when it is unknown."""
        rows = self._once("medewerkerrijen", self._medewerkerrijen)
        return rows.get(medewerker_id, "")

    def _medewerkerrijen(self) -> dict[str, str]:
        return {row.id: row.organisatie_id for row in self._desk.ask(medewerkers, ook_inactief=True)}

    def waarden(self, lijst: str) -> tuple[ReferentiewaardeRow, ...]:
        """Return the values of a reference list that are valid now."""
        return self._once(f"lijst {lijst}", self._reader(lijst))

    def _reader(self, lijst: str) -> Callable[[], tuple[ReferentiewaardeRow, ...]]:
        def read() -> tuple[ReferentiewaardeRow, ...]:
            return self._desk.ask(referentie_waarden, lijst)

        return read

    def leefgebieden(self, tafel_id: str | None) -> tuple[ReferentiewaardeRow, ...]:
        """Return the leefgebieden of a table: some belong to tables of one regime only."""
        regimes = self._once("regimes", self._regimes)
        regime = regimes.get(tafel_id or "", "")
        return tuple(
            row
            for row in self.waarden("leefgebieden")
            if not row.kenmerken.get("alleen_regime") or row.kenmerken["alleen_regime"] == regime
        )

    def _regimes(self) -> dict[str, str]:
        return {row.id: row.regime.value for row in self._desk.ask(tafels, ook_inactief=True)}


def _bronregimes() -> dict[str, Bronregime]:
    known = {regime.value: regime for regime in Bronregime}
    items = reference_list("organisaties").items
    return {item["code"]: known[item["bronregime"]] for item in items if item.get("bronregime") in known}
