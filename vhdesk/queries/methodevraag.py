"""What a method asks of a case: the properties of a value of the list ``methoden``, as the program reads them.

A method is a variant and not a copy: there is one case, and these are the demands that differ (jaarplannen Twente 2015
and NOG 2017; ``resources/referentie/methoden.yaml`` says what each property means).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from vhdesk.vocabulary_methode import Methodenotitiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetel:
    """A seat at the table by the name people use ('GGZ'), and the codes of the organisations that can fill it."""

    naam: str
    organisaties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetlijst:
    """Parts that each get one value of the scale. ``voldaan``: the values that say a part is in order; ``dagen``: after
    how many days it must be filled in again, 0 never."""

    naam: str
    onderdelen: tuple[str, ...] = ()
    schaal: tuple[str, ...] = ()
    voldaan: tuple[str, ...] = ()
    dagen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Methodevraag:
    """Every demand; what is empty, 0 or None is not asked."""

    doelgroepen: tuple[str, ...] = ()
    regime: str = ""
    elke_dagen: int = 0
    casusregie: Zetel | None = None
    quorum: tuple[Zetel, ...] = ()
    risico: Meetlijst | None = None
    voorwaarden: Meetlijst | None = None
    leeftijd_vanaf: int | None = None
    leeftijd_tot: int | None = None
    mag_weten: tuple[Zetel, ...] = ()
    crisiskaart: bool = False
    afschaalcriterium: bool = False
    kennis_dagen: int = 0

    def meetlijst(self, soort: Methodenotitiesoort) -> Meetlijst | None:
        """Return the list that a note of this kind fills in; None for one that is only words, or is not asked."""
        lijsten = {
            Methodenotitiesoort.RISICO: self.risico,
            Methodenotitiesoort.VOORWAARDEN: self.voorwaarden,
        }
        return lijsten.get(soort)

    def organisaties(self) -> frozenset[str]:
        """Return the codes of every organisation that some seat names."""
        zetels = (*self.quorum, *self.mag_weten, *((self.casusregie,) if self.casusregie else ()))
        return frozenset(code for zetel in zetels for code in zetel.organisaties)


NIETS = Methodevraag()


def lees_methodevraag(kenmerken: Mapping[str, Any] | None) -> Methodevraag:
    """Return what the properties of a value ask. Raises ValueError when they do not have the form of a method."""
    return msgspec.convert(kenmerken or {}, Methodevraag)


def als_kenmerken(vraag: Methodevraag) -> dict[str, Any]:
    """Return the properties to keep for ``vraag``, without what it does not ask."""
    velden: dict[str, Any] = msgspec.to_builtins(vraag)
    return {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "", 0, False, [], ())}
