"""Capitals and initials: from how a list writes names to how they are written."""

from __future__ import annotations

import re

from vhdesk.exchange.aanlevering.tekst import kapitaal
from vhdesk.models.voorvoegsels import is_afgekort, is_tussenwoord

_VOORLETTERS = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]?|[^\W\d_a-zà-öø-ÿ]")
_STREEPJE = re.compile(r"\s*[-‐‑]\s*")


def netjes(naam: str) -> str:
    """Return a name in proper case when it is all capitals or all small; a mixed name is left alone.

    ``PIETERS-VAN DEN BERG`` becomes ``Pieters-van den Berg``, ``ÖZTÜRK`` ``Öztürk``, ``IJZER`` ``IJzer``.
    """
    naam = _STREEPJE.sub("-", naam)
    if not (kapitaal(naam) or naam.islower()):
        return naam
    delen = re.split(r"([ -])", naam)
    woorden = [
        woord.lower() if plaats and is_tussenwoord(woord) and plaats < len(delen) - 1 else _woord(woord)
        for plaats, woord in enumerate(delen)
    ]
    return "".join(woorden)


def _woord(woord: str) -> str:
    """One word: D'SOUZA, O'BRIEN, 'T, IJSSEL, and the Turkish capital that has no plain small letter."""
    if woord.lower() in ("'t", "'s", "'m"):
        return woord.lower()
    if woord[1:2] == "'" and len(woord) > 3:
        return woord[0].upper() + "'" + _woord(woord[2:])
    if woord.lower().startswith("ij"):
        return "IJ" + _klein(woord[2:])
    eerste = woord[:1].upper()
    return (eerste if len(eerste) == 1 else woord[:1]) + _klein(woord[1:])


def _klein(tekst: str) -> str:
    return tekst.replace("İ", "i").lower()


def is_voorletters(woord: str) -> bool:
    """Return whether this word is initials: ``A.``, ``J.Th.``, ``A.K``, or one capital; ``v.d.`` is not."""
    return _VOORLETTERS.fullmatch(woord) is not None and not (woord.islower() and is_afgekort(woord))


def is_kale_voorletters(woord: str) -> bool:
    """Return whether this word is probably initials without dots: ``AK``, ``JPM``; ``JAN`` is a name."""
    if not (woord.isalpha() and kapitaal(woord)):
        return False
    return len(woord) == 2 or (len(woord) == 3 and not set(woord) & set("AEIOUY"))


def als_voorletters(waarde: str) -> str:
    """Write initials with dots: ``AK``, ``A K`` and ``a.k.`` become ``A.K.``; ``J.Th.`` keeps its Th."""
    letters: list[str] = []
    for woord in re.split(r"[\s.\-]+", waarde):
        if woord == "IJ" or not woord:
            letters += [woord] if woord else []
        elif kapitaal(woord) or len(woord) == 1:
            letters += list(woord.upper()) if len(woord.upper()) == len(woord) else [woord]
        else:
            letters.append(woord[:1].upper() + woord[1:].lower())
    return "".join(f"{letter}." for letter in letters)


def voorletters_van(voornamen: str) -> str:
    """Return the initials of given names: ``Pieter Olaf`` gives ``P.O.``, ``IJsbrand`` gives ``IJ.``."""
    letters = (
        "IJ" if naam[:2] == "IJ" else naam[0]
        for naam in re.split(r"[\s\-]+", voornamen)
        if naam and naam[0].isalpha()
    )
    return "".join(f"{letter if letter == 'IJ' else letter.upper()}." for letter in letters)
