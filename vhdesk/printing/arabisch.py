"""Arabic letters in the shape and order in which they are drawn.

The PDF library draws characters from left to right in the shape they come in. Names in Arabic script occur; so the
letters of a run are replaced by their contextual forms (Unicode, Arabic Presentation Forms, whose decompositions
the standard library knows) and the run is turned round. This covers names and short phrases inside Dutch text, not
the whole bidirectional algorithm (UAX 9): a run longer than ``LONGEST`` is turned round per part.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

LONGEST: Final = 40
_LETTER: Final = "\u0610-\u061a\u0620-\u0652\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff"
_RUN: Final = re.compile(f"[{_LETTER}]+(?:[ \\-]+[{_LETTER}]+)*")
_RANGES: Final = ((0xFB50, 0xFBFF), (0xFE70, 0xFEFC))


@functools.cache
def _forms() -> dict[tuple[str, str], str]:
    """Return (letters, 'isolated' | 'initial' | 'medial' | 'final') -> presentation form."""
    forms: dict[tuple[str, str], str] = {}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            kind, *points = unicodedata.decomposition(chr(code)).split() or [""]
            if kind.startswith("<") and points and points[0] != "0020":
                letters = "".join(chr(int(point, 16)) for point in points)
                forms.setdefault((letters, kind[1:-1]), chr(code))
    return forms


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _clusters(text: str) -> list[tuple[str, str]]:
    """Split into (letter or lam-alef, its marks)."""
    forms = _forms()
    clusters: list[tuple[str, str]] = []
    for char in text:
        if clusters and _is_mark(char):
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + char)
        elif clusters and not clusters[-1][1] and (clusters[-1][0] + char, "isolated") in forms:
            clusters[-1] = (clusters[-1][0] + char, "")
        else:
            clusters.append((char, ""))
    return clusters


def _shape(text: str) -> str:
    forms = _forms()
    clusters = _clusters(text)
    shaped: list[str] = []
    for index, (letter, marks) in enumerate(clusters):
        before = clusters[index - 1][0] if index else ""
        after = clusters[index + 1][0] if index + 1 < len(clusters) else ""
        joins_before = (before, "initial") in forms and (letter, "final") in forms
        joins_after = (letter, "initial") in forms and (after, "final") in forms
        kind = ("isolated", "initial", "final", "medial")[joins_after + 2 * joins_before]
        shaped.append(forms.get((letter, kind), letter) + marks)
    return "".join(reversed(shaped))


def _parts(run: str) -> list[str]:
    """Split a long run at spaces into parts of at most LONGEST characters (one word at least)."""
    parts: list[str] = []
    for word in run.split(" "):
        if parts and len(parts[-1]) + 1 + len(word) <= LONGEST:
            parts[-1] += " " + word
        else:
            parts.append(word)
    return parts


def _visual(match: re.Match[str]) -> str:
    return " ".join(_shape(part).replace(" ", "\xa0") for part in _parts(match.group()))


def to_logical(text: str) -> str:
    """Return what ``to_visual`` made of a run as it was written, for who has it read aloud."""
    clusters: list[str] = []
    for char in text.replace("\xa0", " "):
        if clusters and _is_mark(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return unicodedata.normalize("NFKC", "".join(reversed(clusters)))


def to_visual(text: str) -> str:
    """Return ``text`` with its Arabic runs shaped and turned round, each kept on one line by hard spaces."""
    return text if text.isascii() else _RUN.sub(_visual, text)
