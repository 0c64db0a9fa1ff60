"""Letters as people search for them: without case, accents and the signs that SQLite and Qt keep apart."""

from __future__ import annotations

import unicodedata
from typing import Final

# What NFKD does not take apart, although people type the plain letter (techniek: search, folding).
_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE",
     "ß": "ss", "ĳ": "ij", "Ĳ": "IJ", "æ": "ae", "Æ": "AE", "þ": "th", "Þ": "TH", "ð": "d", "Ð": "D",
     "’": "'"}
)  # fmt: skip


def fold(text: str) -> str:
    """Return ``text`` lower-cased and without diacritics, for searching and comparing names.

    >>> fold("Çelik-Møller ")
    'celik-moller'
    """
    if text.isascii():
        return text.casefold().strip()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().strip()


def found_in(words: str, folded: str) -> bool:
    """Say whether every word of ``words`` stands somewhere in ``folded`` (already folded) text."""
    return all(word in folded for word in fold(words).split())
