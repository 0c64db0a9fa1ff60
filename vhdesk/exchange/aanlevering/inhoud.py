"""Recognising a column by what stands in it, for lists without headings or with headings of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vhdesk.exchange.aanlevering.adres import is_postcode
from vhdesk.exchange.aanlevering.blad import Cel
from vhdesk.exchange.aanlevering.bsn import lees_bsn
from vhdesk.exchange.aanlevering.datum import lees_datum
from vhdesk.exchange.aanlevering.herkenning import Kennis
from vhdesk.exchange.aanlevering.partners import lees_partners
from vhdesk.exchange.aanlevering.tekst import is_leeg, tekst
from vhdesk.vocabulary_aanlevering import Veld

_MONSTER = 150
_ADRES = re.compile(r"[^\W\d_][^\d\n]{2,}\s\d{1,5}\s?[a-zA-Z]?([-/ ]\w{1,4})?")
_NAAM = re.compile(r"[^\W\d_'’][^\d@;:]{2,60}|['’][a-zA-Z][^\d@;:]{2,60}")


class Kenner:
    """Knows what dates, numbers, addresses and the names of this vault look like."""

    # These cannot be mistaken for anything else, so they also overrule an unknown heading.
    onmiskenbaar = frozenset({Veld.BSN, Veld.GEBOORTEDATUM, Veld.POSTCODE, Veld.DOELGROEP, Veld.PARTNERS})

    def __init__(self, kennis: Kennis) -> None:
        """Take the known names and today, which a date of birth must not pass."""
        self._kennis = kennis
        self._toetsen: dict[Veld, tuple[float, Callable[[Cel], bool]]] = {
            Veld.BSN: (0.7, lambda cel: lees_bsn(cel).geldig),
            Veld.GEBOORTEDATUM: (0.7, self._is_datum),
            Veld.POSTCODE: (0.7, lambda cel: is_postcode(tekst(cel))),
            Veld.DOELGROEP: (0.6, lambda cel: self._kennis.doelgroepen.zoek(tekst(cel)) is not None),
            Veld.PARTNERS: (0.6, self._is_partners),
            Veld.ADRES: (0.7, lambda cel: _ADRES.fullmatch(tekst(cel)) is not None),
            Veld.NAAM: (0.8, self._is_naam),
            Veld.OPMERKING: (0.6, lambda cel: len(tekst(cel)) > 40),
        }

    def herken(self, cellen: Sequence[Cel]) -> Veld | None:
        """Return the field that most cells of a column fit; None when none fits well."""
        monster = self._monster(cellen)
        if not monster:
            return None
        for veld, (grens, toets) in self._toetsen.items():
            if sum(map(toets, monster)) >= grens * len(monster):
                return veld
        return None

    def aandeel(self, veld: Veld, cellen: Sequence[Cel]) -> float | None:
        """Return which share of a column fits its field; None when that cannot be judged or it is empty."""
        monster = self._monster(cellen)
        if veld not in (Veld.BSN, Veld.GEBOORTEDATUM, Veld.POSTCODE) or not monster:
            return None
        toets = self._toetsen[veld][1] if veld is not Veld.BSN else (lambda cel: bool(lees_bsn(cel).waarde))
        return sum(map(toets, monster)) / len(monster)

    @staticmethod
    def _monster(cellen: Sequence[Cel]) -> list[Cel]:
        return [cel for cel in cellen if not is_leeg(tekst(cel))][:_MONSTER]

    def _is_datum(self, cel: Cel) -> bool:
        """A date, or written-out digits; a loose small number is more often a count than a day number."""
        if isinstance(cel, (int, float)) and not cel > 10_000:
            return False
        return lees_datum(cel, vandaag=self._kennis.vandaag).waarde is not None

    def _is_partners(self, cel: Cel) -> bool:
        partners = lees_partners(tekst(cel), self._kennis.organisaties)
        return len(partners.codes) > len(partners.onbekend)

    def _is_naam(self, cel: Cel) -> bool:
        waarde = tekst(cel)
        return len(waarde.split()) > 1 and "\n" not in waarde and _NAAM.fullmatch(waarde) is not None
