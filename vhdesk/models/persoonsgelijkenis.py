"""Whether two persons may be one: the rules, for the rows of a delivered list and for the vault alike.

The outcome is a score with its reasons, to be looked at by a person; nothing is merged on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vhdesk.folding import fold
from vhdesk.models.gelijkenis import gelijk, lijkt
from vhdesk.models.klank import klanksleutel
from vhdesk.models.voorvoegsels import lengte_vooraan
from vhdesk.vocabulary_aanlevering import Dubbelreden

DREMPEL = 0.5
_GEEN_LETTER = re.compile(r"[^\w?]|[\d_]")
_GEEN_TEKEN = re.compile(r"[^0-9a-z]+")


class _Mate(Enum):
    """How far two values agree."""

    GELIJK = 1
    INITIAAL = 2  # the same initials, no names to compare
    LIJKT = 3
    KLINKT = 4  # written differently, said alike
    ONBEKEND = 5
    VERSCHILT = 6


_ALS_GELIJKEND = (_Mate.LIJKT, _Mate.KLINKT)


@dataclass(frozen=True, slots=True)
class Persoonskenmerken:
    """What identifies a person. Names are folded and without voorvoegsel; ``bsn`` only when valid; ``deur`` is
    postcode and house number."""

    achternaam: str
    voornamen: tuple[str, ...] = ()
    voorletters: str = ""
    geboortedatum: date | None = None
    bsn: str = ""
    deur: str = ""


def naamsleutel(naam: str) -> str:
    """Return the folded letters of a name, in any script; a lost letter stays '?', so that it can match any."""
    return _GEEN_LETTER.sub("", fold(naam.replace("\ufffd", "?")))


def achternaamsleutel(geslachtsnaam: str) -> str:
    """Return the key of a family name without the voorvoegsel that was typed before it."""
    woorden = geslachtsnaam.split()
    return naamsleutel(" ".join(woorden[lengte_vooraan(woorden) :]))


def voornaamsleutels(voornamen: str) -> tuple[str, ...]:
    """Return the keys of the given names."""
    return tuple(filter(None, map(naamsleutel, voornamen.split())))


def deursleutel(adres: str, postcode: str) -> str:
    """Return what identifies the door: postcode and house number; empty when one of both is missing."""
    nummer = re.search(r"\d.*", adres)
    if not postcode or nummer is None:
        return ""
    return "-".join(_GEEN_TEKEN.sub("", fold(deel)) for deel in (postcode, nummer[0]))


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """The score runs from 0.5 (possible) to 1.0 (nearly certain)."""

    score: float
    redenen: tuple[Dubbelreden, ...]


def vergelijk(a: Persoonskenmerken, b: Persoonskenmerken) -> Gelijkenis | None:
    """Weigh two persons; None when they are not like each other.

    Different valid BSNs speak against; the same one speaks for, whatever the name.
    """
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
    return Gelijkenis(round(min(score, 1.0), 2), tuple(redenen))


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
    score = _SCORES.get((datum, _Mate.LIJKT if voor is _Mate.KLINKT else voor), 0.0)
    if not score:
        return 0.0
    if achter in _ALS_GELIJKEND:
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
        redenen.append(_naamreden(achter, voor))
    return redenen


def _naamreden(achter: _Mate, voor: _Mate) -> Dubbelreden:
    if achter is _Mate.GELIJK and voor in (_Mate.GELIJK, _Mate.INITIAAL):
        return Dubbelreden.NAAM_GELIJK
    alleen_klank = _Mate.KLINKT in (achter, voor) and _Mate.LIJKT not in (achter, voor)
    return Dubbelreden.NAAM_KLINKT if alleen_klank else Dubbelreden.NAAM_LIJKT


def _achternaam(a: Persoonskenmerken, b: Persoonskenmerken) -> _Mate:
    if not a.achternaam or not b.achternaam:
        return _Mate.VERSCHILT
    if gelijk(a.achternaam, b.achternaam):
        return _Mate.GELIJK
    if lijkt(a.achternaam, b.achternaam):
        return _Mate.LIJKT
    if klanksleutel(a.achternaam) == klanksleutel(b.achternaam):
        return _Mate.KLINKT
    # given name and family name exchanged
    verwisseld = a.voornamen[:1] == (b.achternaam,) and b.voornamen[:1] == (a.achternaam,)
    return _Mate.LIJKT if verwisseld else _Mate.VERSCHILT


def _voornaam(a: Persoonskenmerken, b: Persoonskenmerken) -> _Mate:
    if a.voornamen and b.voornamen:
        een, ander = a.voornamen[0], b.voornamen[0]
        if gelijk(een, ander):
            return _Mate.GELIJK
        if lijkt(een, ander) or een == b.achternaam or (len(een) > 2 and ander.startswith(een)):
            return _Mate.LIJKT
        if klanksleutel(een) == klanksleutel(ander):
            return _Mate.KLINKT
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
