"""How a name sounds, as a key: names that are written differently and said alike have the same key.

Pure and small on purpose; the stored keys (``Persoon.klank``) must be filled again by a migration when a rule here
changes. Phonetics of Dutch as heard in family names (Meertens, Nederlandse Familienamenbank, 'spellingvarianten'),
with the spellings under which Turkish, Moroccan and Polish names reach a Dutch register. The rules, in order:

1.  Names come in folded (``persoon.fold``): diacritics and capitals do not count. Only letters do.
2.  A letter that is written twice is one: Janssen/Jansen, Mohammed/Mohamed.
3.  What is written with h: chr = kr, ch/gh/kh = g (Bouchari/Boukhari), ph = f, th = t, sh = s; an h that is not
    before a vowel is silent (Jamilah/Jamila).
4.  sch is sg before a vowel or r at the beginning (Schouten), else s (Bosch/Bos, Visscher/Visser, Schmidt/Smit).
    sj, sz, tsj and cz are s (Sjahin/Şahin, Łukasz/Lukas, Çelik/Tsjelik).
5.  ck, q and c are k, but c before e, i, ij or y is s; qu is kw; x is ks.
6.  dj at the beginning is j (Djamila/Jamila); y before a vowel at the beginning is j (Yilmaz/Jilmaz), and so is i
    before a, o or u (Tania/Tanja).
7.  ei, ij, y, ai, ay, eij are one sound (Meijer/Meyer/Maier, Dijk/Dyck), a y at the end after a consonant is i
    (Kowalsky/Kowalski); ooi, oij and oy are one, ui, uy and uij are one.
8.  ou at the beginning before a vowel is w (Ouali/Wali); ou, au, ouw, auw, oe, ue and u are one sound
    (Bouali/Boeali/Buali, Bouwman/Bauman); ae is a (Claes/Klaas), ie is i.
9.  v is f, z is s (Visser/Fisser, Zwart/Swart); d, dt at the end are t (Smid/Smidt/Smit).
10. What became double by all this is one again.

A voorvoegsel is not part of the key of a name: De Vries is found at Vries.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vhdesk.models.voorvoegsels import is_tussenwoord

_DUBBEL = re.compile(r"(.)\1+")
_GEEN_LETTER = re.compile(r"[^\w]|[\d_]")
_WOORDEN = re.compile(r"[\s\-/,]+")
# Capitals are sounds that no later rule may take for letters.
_REGELS = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        ("chr", "kr"),
        ("^sch(?=[aeiouyr])", "sG"),
        ("tsj|cz|sch|sz|sj(?=[aeiouy])|sh", "s"),
        ("[cgk]h", "G"),
        ("g", "G"),
        ("ph", "f"),
        ("th", "t"),
        ("h(?![aeiouy])", ""),
        ("ck", "k"),
        ("qu", "kw"),
        ("q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("^dj", "j"),
        ("^y(?=[aeiou])", "j"),
        ("(?<=[^aeiou])y$", "i"),
        ("o(?:ij|iy|i|y|j)(?![aou])", "O"),
        ("u(?:ij|iy|i|y)", "Q"),
        ("(?:eij|aij|ei|ey|ai|ay|ij|aj|y)", "Y"),
        ("ie", "i"),
        ("i(?=[aou])", "j"),
        ("^ou(?=[aeiY])", "w"),
        ("eu", "E"),
        ("[ao]uw?|oe|ue|u", "U"),
        ("ae", "a"),
        ("v", "f"),
        ("z", "s"),
        ("dt?$", "t"),
    )
)


@lru_cache(maxsize=20_000)
def klanksleutel(woord: str) -> str:
    """Return the key of one folded name; '' when there is no letter in it. Other scripts keep their letters."""
    sleutel = _DUBBEL.sub(r"\1", _GEEN_LETTER.sub("", woord))
    for patroon, klank in _REGELS:
        sleutel = patroon.sub(klank, sleutel)
    return _DUBBEL.sub(r"\1", sleutel)


def klanken(naam: str) -> tuple[str, ...]:
    """Return the keys of the words of a folded name, without voorvoegsels; of ``De Vries-Bos`` those of Vries and Bos.

    A name that is nothing but a voorvoegsel keeps it: somebody may be called Op.
    """
    woorden = [woord for woord in _WOORDEN.split(naam) if woord]
    dragend = [woord for woord in woorden if not is_tussenwoord(woord)]
    return tuple(sleutel for woord in dragend or woorden if (sleutel := klanksleutel(woord)))
