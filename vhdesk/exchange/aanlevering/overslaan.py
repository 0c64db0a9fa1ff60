"""Rows of the sheet that are no persons: titles, headings, totals, loose notes. They are listed, not dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vhdesk.exchange.aanlevering.blad import Regel
from vhdesk.exchange.aanlevering.kolommen import NAAMVELDEN, Indeling
from vhdesk.exchange.aanlevering.tekst import sleutel, tekst
from vhdesk.vocabulary_aanlevering import Overslagreden

_TOTAAL = re.compile(r"(sub|eind)?(totaal|totalen|total)\b.*|aantal\b[^,]*|som:?", re.IGNORECASE | re.DOTALL)
_MEESTE_TOTAALCELLEN = 3
_LANGSTE_NAAM = 6  # words; a single cell with more is a sentence


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A row that was not read as a person, why, and what it says."""

    rijnummer: int
    reden: Overslagreden
    tekst: str = ""


class Zeef:
    """Tells the rows of one list apart from what stands around them."""

    def __init__(self, regels: Sequence[Regel], indeling: Indeling) -> None:
        """Take the rows of the sheet and its layout."""
        self._indeling = indeling
        self._naamkolommen = {n for n, veld in indeling.kolommen.items() if veld in NAAMVELDEN}
        kop = next((regel for regel in regels if regel.nummer == indeling.kopregel), None)
        self._kop = {} if kop is None else _sleutels(kop)

    def reden(self, regel: Regel) -> Overslagreden | None:
        """Return why this row is not a person; None when it may be one."""
        kopregel = self._indeling.kopregel
        if kopregel is not None and regel.nummer < kopregel:
            return Overslagreden.TITEL
        if self._is_kop(regel):
            return Overslagreden.KOPREGEL
        gevuld = regel.gevuld
        if gevuld > _MEESTE_TOTAALCELLEN:
            return None
        kolom, waarde = next(
            (nummer, tekst(cel)) for nummer, cel in enumerate(regel.cellen) if cel is not None
        )
        if _TOTAAL.fullmatch(waarde):
            return Overslagreden.TOTAAL
        if gevuld == 1 and self._is_toelichting(kolom, waarde):
            return Overslagreden.TOELICHTING
        return None

    def _is_kop(self, regel: Regel) -> bool:
        """The headings themselves, or the same headings again further down."""
        if regel.nummer == self._indeling.kopregel:
            return True
        eerste = next(nummer for nummer, cel in enumerate(regel.cellen) if cel is not None)
        if sleutel(tekst(regel.cel(eerste))) != self._kop.get(eerste):
            return False
        eigen = _sleutels(regel)
        return len(eigen) > 1 and eigen.items() <= self._kop.items()

    def _is_toelichting(self, kolom: int, waarde: str) -> bool:
        if kolom not in self._naamkolommen and self._naamkolommen:
            return True
        woorden = len(waarde.split())
        if waarde.startswith("*") or waarde.endswith(":"):
            return True
        return woorden > _LANGSTE_NAAM or (waarde.endswith(".") and woorden > _LANGSTE_NAAM // 2)


def _sleutels(regel: Regel) -> dict[int, str]:
    return {n: sleutel(tekst(cel)) for n, cel in enumerate(regel.cellen) if cel is not None}


def lege_regels(regels: Sequence[Regel], grens: int = 100) -> Iterator[Overgeslagen]:
    """Yield the blank rows between the filled ones; of a long gap only the first ``grens``."""
    vorige = 0
    for regel in regels:
        for nummer in range(vorige + 1, min(regel.nummer, vorige + 1 + grens)):
            yield Overgeslagen(nummer, Overslagreden.LEEG)
        vorige = regel.nummer


def sla_over(regel: Regel, reden: Overslagreden) -> Overgeslagen:
    """Return the record of a skipped row, with its text on one line."""
    delen = (tekst(cel).replace("\n", " ") for cel in regel.cellen if cel is not None)
    return Overgeslagen(regel.nummer, reden, " · ".join(deel for deel in delen if deel))
