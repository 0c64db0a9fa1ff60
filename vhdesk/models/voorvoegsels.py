"""The voorvoegsels (tussenvoegsels) of Dutch names, and how they are recognised among the words of a name.

Source: the national table of prefixes (Landelijke tabel 36, Logisch Ontwerp BRP), extended with common Flemish
and Arabic forms. Left out are entries that are far more often a given name or a family name in a delivered
list: a, am, ben, bin, d, die, do, don, i, im, l, lo, of, s, ver.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TABEL = """
'm  's  't  aan  aan 't  aan de  aan den  aan der  aan het  af  al  am de  auf  auf dem  auf den  auf der  auf ter
aus  aus 'm  aus dem  aus den  aus der  bij  bij 't  bij de  bij den  bij het  boven d'  d'  da  dal  dalla  das  de
de die  de die le  de l'  de la  de las  de le  de los  de van der  deca  degli  dei  del  dela  della  den  der  des
di  die le  dos  du  el  gen  het  in  in 't  in de  in den  in der  in het  la  las  le  les  los  onder  onder 't
onder de  onder den  onder het  op  op 't  op de  op den  op der  op gen  op het  op ten  over  over 't  over de
over den  over het  te  ten  ter  tho  thoe  thor  to  toe  tot  uijt  uijt 't  uijt de  uijt den  uijt het
uijt te de  uijt ten  uit  uit 't  uit de  uit den  uit het  uit te de  uit ten  unter  van  van 't  van de  van de l'
van den  van der  van gen  van het  van la  van ter  van van de  vanden  vander  vom  von  von 't  von dem  von den
von der  voor  voor 't  voor de  voor den  voor in 't  vor  vor der  zu  zum  zur
"""
VOORVOEGSELS = frozenset(tuple(regel.split()) for regel in re.split(r"\s{2,}|\n", _TABEL) if regel)
_LANGSTE = max(map(len, VOORVOEGSELS))
_WOORDEN = frozenset(woord for voorvoegsel in VOORVOEGSELS for woord in voorvoegsel)
# 'v.d. Berg' may be van de, van den or van der: it is kept as it is written.
_AFGEKORT = frozenset({"v", "v.", "v.d", "v.d.", "v/d", "vd", "vd.", "v.h.", "v/h", "v.'t", "v'"})
_AANEEN = re.compile(r"\b(van|in|op|aan|uit|over|onder|voor|von|bij)'t\b", re.IGNORECASE)
_ZONDER_TEKEN = re.compile(r"\b(van|in|op|aan|uit|over|onder|voor|von|bij) t\b", re.IGNORECASE)


def herstel_apostrof(naam: str) -> str:
    """Write ``van't`` and ``van t`` as ``van 't``, and every kind of apostrophe as the plain one."""
    for teken in "’‘`´ʼ′":
        naam = naam.replace(teken, "'")
    return _ZONDER_TEKEN.sub(r"\1 't", _AANEEN.sub(r"\1 't", naam))


def lengte_vooraan(woorden: Sequence[str]) -> int:
    """Return how many leading words form a voorvoegsel; at least one word is left for the family name."""
    return _lengte(woorden[: min(_LANGSTE, len(woorden) - 1)], vooraan=True)


def lengte_achteraan(woorden: Sequence[str]) -> int:
    """Return how many trailing words form a voorvoegsel; all of them may."""
    return _lengte(woorden[-_LANGSTE:], vooraan=False)


def _lengte(woorden: Sequence[str], *, vooraan: bool) -> int:
    klein = tuple(woord.lower() for woord in woorden)
    for lengte in range(len(klein), 0, -1):
        deel = klein[:lengte] if vooraan else klein[-lengte:]
        if deel in VOORVOEGSELS:
            return lengte
    if woorden and _is_afgekort_woord(woorden[0 if vooraan else -1]):
        return 1
    return 0


def _is_afgekort_woord(woord: str) -> bool:
    """A capital V with or without a dot is an initial; ``v.`` and ``V.D.`` are not."""
    return woord.lower() in _AFGEKORT and (woord.islower() or len(woord) > 2)


def is_voorvoegsel(waarde: str) -> bool:
    """Return whether this text as a whole is a known voorvoegsel, abbreviated or not."""
    woorden = tuple(waarde.lower().split())
    return woorden in VOORVOEGSELS or (len(woorden) == 1 and woorden[0] in _AFGEKORT)


def is_afgekort(waarde: str) -> bool:
    """Return whether this is an abbreviation that can mean more than one voorvoegsel."""
    return waarde.lower() in _AFGEKORT


def is_tussenwoord(woord: str) -> bool:
    """Return whether this word occurs in a voorvoegsel, so that it is written small inside a double name."""
    return woord.lower() in _WOORDEN
