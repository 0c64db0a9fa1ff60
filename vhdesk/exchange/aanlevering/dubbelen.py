"""Rows of one list that may be about the same person. They are shown with a score, never merged.

Rows are only compared inside blocks (same BSN, same or swapped birth date, same month, same name, same door),
so the time grows with the number of rows and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vhdesk.exchange.aanlevering.gelijkenis import gelijk, lijkt
from vhdesk.vocabulary_aanlevering import Dubbelreden

DREMPEL = 0.5
_GROOT_BLOK = 150  # beyond this a block is sorted on name, and rows meet only their neighbours
_BUREN = 40


class _Mate(Enum):
    """How far two values agree."""

    GELIJK = 1
    INITIAAL = 2  # the same initials, no names to compare
    LIJKT = 3
    ONBEKEND = 4
    VERSCHILT = 5


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What identifies the person of a row. Names are folded and without voorvoegsel; ``bsn`` only when valid."""

    rijnummer: int
    achternaam: str
    voornamen: tuple[str, ...] = ()
    voorletters: str = ""
    geboortedatum: date | None = None
    bsn: str = ""
    deur: str = ""


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two rows that may be one person; the score runs from 0.5 (possible) to 1.0 (nearly certain)."""

    rij: int
    ander: int
    score: float
    redenen: tuple[Dubbelreden, ...]


def zoek_dubbelen(rijen: Sequence[Kenmerken]) -> tuple[Dubbel, ...]:
    """Return the pairs that may be one person, the most certain first, then in the order of the list."""
    gevonden: dict[tuple[int, int], Dubbel] = {}
    gezien: set[tuple[int, int]] = set()
    for blok in _blokken(rijen):
        for een, ander in _paren(blok):
            paar = (een, ander) if een < ander else (ander, een)
            if paar in gezien:
                continue
            gezien.add(paar)
            if dubbel := _vergelijk(rijen[paar[0]], rijen[paar[1]]):
                gevonden[paar] = dubbel
    return tuple(sorted(gevonden.values(), key=lambda dubbel: (-dubbel.score, dubbel.rij, dubbel.ander)))


def _blokken(rijen: Sequence[Kenmerken]) -> Iterator[list[int]]:
    """Yield groups of positions that share a trait, sorted so that like stands by like."""
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
    for blok in blokken.values():
        if len(blok) > 1:
            yield sorted(blok, key=lambda p: (rijen[p].achternaam, rijen[p].geboortedatum or date.min, p))


def _paren(blok: Sequence[int]) -> Iterator[tuple[int, int]]:
    bereik = len(blok) if len(blok) <= _GROOT_BLOK else _BUREN
    for plaats, een in enumerate(blok):
        for ander in blok[plaats + 1 : plaats + 1 + bereik]:
            yield een, ander


def _vergelijk(a: Kenmerken, b: Kenmerken) -> Dubbel | None:
    """Weigh two rows. Different valid BSNs speak against; the same one speaks for, whatever the name."""
    zelfde_bsn = bool(a.bsn) and a.bsn == b.bsn
    ander_bsn = bool(a.bsn and b.bsn) and not zelfde_bsn
    if ander_bsn and a.geboortedatum != b.geboortedatum:
        return None
    achter = _achternaam(a, b)
    if achter is _Mate.VERSCHILT and not zelfde_bsn:
        return None
    voor, datum = _voornaam(a, b), _datum(a.geboortedatum, b.geboortedatum)
    zelfde_deur = bool(a.deur) and a.deur == b.deur
    if zelfde_bsn:
        score = _score_bsn(achter, voor, datum)
    else:
        score = _score_naam(achter, voor, datum, zelfde_deur) - (0.3 if ander_bsn else 0.0)
    if score < DREMPEL:
        return None
    redenen = [Dubbelreden.BSN_GELIJK] if zelfde_bsn else []
    redenen += _redenen(achter, voor, datum)
    redenen += [Dubbelreden.ADRES_GELIJK] if zelfde_deur else []
    redenen += [Dubbelreden.BSN_VERSCHILT] if ander_bsn else []
    return Dubbel(a.rijnummer, b.rijnummer, round(min(score, 1.0), 2), tuple(redenen))


def _score_bsn(achter: _Mate, voor: _Mate, datum: _Mate) -> float:
    if achter is _Mate.VERSCHILT:
        return 0.7
    if voor is _Mate.VERSCHILT:
        return 0.85
    return 1.0 if datum in (_Mate.GELIJK, _Mate.ONBEKEND) else 0.9


# (birth date, first name) -> score when the family name is the same
_SCORES = {
    (_Mate.GELIJK, _Mate.GELIJK): 0.95,
    (_Mate.GELIJK, _Mate.LIJKT): 0.88,
    (_Mate.GELIJK, _Mate.INITIAAL): 0.85,
    (_Mate.GELIJK, _Mate.ONBEKEND): 0.7,
    (_Mate.GELIJK, _Mate.VERSCHILT): 0.5,
    (_Mate.LIJKT, _Mate.GELIJK): 0.75,
    (_Mate.LIJKT, _Mate.LIJKT): 0.65,
    (_Mate.LIJKT, _Mate.INITIAAL): 0.6,
    (_Mate.ONBEKEND, _Mate.GELIJK): 0.6,
    (_Mate.ONBEKEND, _Mate.LIJKT): 0.5,
    (_Mate.VERSCHILT, _Mate.GELIJK): 0.3,
}


def _score_naam(achter: _Mate, voor: _Mate, datum: _Mate, zelfde_deur: bool) -> float:
    score = _SCORES.get((datum, voor), 0.0)
    if not score:
        return 0.0
    if achter is _Mate.LIJKT:
        score -= 0.05
    return score + (0.2 if datum in (_Mate.ONBEKEND, _Mate.VERSCHILT) else 0.04) * zelfde_deur


def _redenen(achter: _Mate, voor: _Mate, datum: _Mate) -> list[Dubbelreden]:
    redenen = []
    if datum is _Mate.GELIJK:
        redenen.append(Dubbelreden.GEBOORTEDATUM_GELIJK)
    elif datum is _Mate.LIJKT:
        redenen.append(Dubbelreden.GEBOORTEDATUM_LIJKT)
    if achter is _Mate.VERSCHILT:
        redenen.append(Dubbelreden.NAAM_VERSCHILT)
    elif voor is _Mate.VERSCHILT:
        redenen.append(Dubbelreden.TWEELING_MOGELIJK)
    else:
        zelfde = achter is _Mate.GELIJK and voor in (_Mate.GELIJK, _Mate.INITIAAL)
        redenen.append(Dubbelreden.NAAM_GELIJK if zelfde else Dubbelreden.NAAM_LIJKT)
    return redenen


def _achternaam(a: Kenmerken, b: Kenmerken) -> _Mate:
    if not a.achternaam or not b.achternaam:
        return _Mate.VERSCHILT
    if gelijk(a.achternaam, b.achternaam):
        return _Mate.GELIJK
    if lijkt(a.achternaam, b.achternaam):
        return _Mate.LIJKT
    # given name and family name exchanged
    verwisseld = a.voornamen[:1] == (b.achternaam,) and b.voornamen[:1] == (a.achternaam,)
    return _Mate.LIJKT if verwisseld else _Mate.VERSCHILT


def _voornaam(a: Kenmerken, b: Kenmerken) -> _Mate:
    if a.voornamen and b.voornamen:
        een, ander = a.voornamen[0], b.voornamen[0]
        if gelijk(een, ander):
            return _Mate.GELIJK
        if lijkt(een, ander) or een == b.achternaam or (len(een) > 2 and ander.startswith(een)):
            return _Mate.LIJKT
        # a slip in a short name: 'Luk' and 'Luuk', 'Tinj' and 'Tijn'
        return _Mate.LIJKT if len(een) != len(ander) and lijkt(f"{een}__", f"{ander}__") else _Mate.VERSCHILT
    if not a.voorletters or not b.voorletters:
        return _Mate.ONBEKEND
    kort, lang = sorted((a.voorletters, b.voorletters), key=len)
    return _Mate.INITIAAL if lang.startswith(kort) else _Mate.VERSCHILT


def _datum(een: date | None, ander: date | None) -> _Mate:
    """Compare birth dates: swapped day and month, a day that was rounded to the first, one digit wrong."""
    if een is None or ander is None:
        return _Mate.ONBEKEND
    if een == ander:
        return _Mate.GELIJK
    zelfde = (een.year == ander.year, een.month == ander.month, een.day == ander.day)
    if sum(zelfde) < 2:
        verwisseld = zelfde[0] and (een.day, een.month) == (ander.month, ander.day)
        return _Mate.LIJKT if verwisseld else _Mate.VERSCHILT
    if not zelfde[2] and 1 in (een.day, ander.day):
        return _Mate.LIJKT
    anders = sum(x != y for x, y in zip(een.isoformat(), ander.isoformat(), strict=True))
    return _Mate.LIJKT if anders == 1 else _Mate.VERSCHILT
