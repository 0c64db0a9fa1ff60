"""Letters as people search for them: without case, accents and the signs that FTS5 and Qt keep apart."""

from __future__ import annotations

import unicodedata
from typing import Final

# NFKD leaves these whole although a Dutch reader types the plain letter.
_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "œ": "oe", "æ": "ae", "þ": "th"}
)


def fold(text: str) -> str:
    """Return ``text`` for comparison: "Çelik-Møller" becomes "celik-moller".

    >>> fold("Çelik-Møller")
    'celik-moller'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)


def found_in(words: str, folded: str) -> bool:
    """Say whether every word of ``words`` stands somewhere in ``folded`` (already folded) text."""
    return all(word in folded for word in fold(words).split())
