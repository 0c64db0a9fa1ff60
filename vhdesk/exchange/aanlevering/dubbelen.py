"""Rows of one list that may be about the same person. They are shown with a score, never merged.

How two persons are weighed against each other is a rule of the profession (``models.persoonsgelijkenis``).

Rows are only compared inside blocks (same BSN, same or swapped birth date, same month, same name, same door),
so the time grows with the number of rows and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vhdesk.exchange.aanlevering.blad import VERGELIJKEN, Voortgang
from vhdesk.models.persoonsgelijkenis import Persoonskenmerken, vergelijk
from vhdesk.vocabulary_aanlevering import Dubbelreden

_GROOT_BLOK = 150  # beyond this a block is sorted on name, and rows meet only their neighbours
_BUREN = 40


@dataclass(frozen=True, slots=True)
class Kenmerken(Persoonskenmerken):
    """What identifies the person of row ``rijnummer``."""

    rijnummer: int = 0


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two rows that may be one person; the score runs from 0.5 (possible) to 1.0 (nearly certain)."""

    rij: int
    ander: int
    score: float
    redenen: tuple[Dubbelreden, ...]


def zoek_dubbelen(rijen: Sequence[Kenmerken], voortgang: Voortgang | None = None) -> tuple[Dubbel, ...]:
    """Return the pairs that may be one person, the most certain first, then in the order of the list."""
    gevonden: dict[tuple[int, int], Dubbel] = {}
    gezien: set[tuple[int, int]] = set()
    blokken = _blokken(rijen)
    for gedaan, blok in enumerate(blokken):
        if voortgang is not None and gedaan % _BUREN == 0:
            voortgang(VERGELIJKEN, gedaan, len(blokken))
        for een, ander in _paren(blok):
            paar = (een, ander) if een < ander else (ander, een)
            if paar in gezien:
                continue
            gezien.add(paar)
            a, b = rijen[paar[0]], rijen[paar[1]]
            if lijken := vergelijk(a, b):
                gevonden[paar] = Dubbel(a.rijnummer, b.rijnummer, lijken.score, lijken.redenen)
    return tuple(sorted(gevonden.values(), key=lambda dubbel: (-dubbel.score, dubbel.rij, dubbel.ander)))


def _blokken(rijen: Sequence[Kenmerken]) -> list[list[int]]:
    """Return groups of positions that share a trait, sorted so that like stands by like."""
    zonder_datum = {
        (rij.achternaam, rij.voorletters[:1]) for rij in rijen if not rij.geboortedatum and rij.achternaam
    }
    blokken: defaultdict[Hashable, list[int]] = defaultdict(list)
    for plaats, rij in enumerate(rijen):
        if rij.bsn:
            blokken["bsn", rij.bsn].append(plaats)
        if datum := rij.geboortedatum:
            blokken["dag", datum.year, *sorted((datum.day, datum.month))].append(plaats)
            blokken["maand", datum.year, datum.month].append(plaats)
            blokken["naam, jaar en dag", rij.achternaam, datum.year, datum.day].append(plaats)
            blokken["naam, maand en dag", rij.achternaam, datum.month, datum.day].append(plaats)
        if rij.deur:
            blokken["deur", rij.deur].append(plaats)
        if (rij.achternaam, rij.voorletters[:1]) in zonder_datum:
            blokken["naam", rij.achternaam, rij.voorletters[:1]].append(plaats)
    return [
        sorted(blok, key=lambda p: (rijen[p].achternaam, rijen[p].geboortedatum or date.min, p))
        for blok in blokken.values()
        if len(blok) > 1
    ]


def _paren(blok: Sequence[int]) -> Iterator[tuple[int, int]]:
    bereik = len(blok) if len(blok) <= _GROOT_BLOK else _BUREN
    for plaats, een in enumerate(blok):
        for ander in blok[plaats + 1 : plaats + 1 + bereik]:
            yield een, ander
