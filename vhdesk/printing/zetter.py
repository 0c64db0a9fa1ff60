"""Widths and hyphenation for one paper, remembered for as long as the paper is being made."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from pyphen import Pyphen

from vhdesk.printing.fonts import char_widths

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 7  # no hyphenation below this
_NAME: Final = 12  # words with a capital are often names: only when they are long
_TREMA: Final = "äëïöüÄËÏÖÜ"  # it goes when a line breaks before it: beëindigen, be-eindigen
_LEFT: Final = 2
_RIGHT: Final = 3


@functools.cache
def _dutch() -> Pyphen:
    return Pyphen(lang="nl_NL", left=_LEFT, right=_RIGHT)


class Zetter:
    """What the layout of one paper knows about words. Use as a context: on leaving, the words are forgotten."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, str], float] = {}
        self._points: dict[str, tuple[int, ...]] = {}
        self.lines: dict[tuple[object, ...], Any] = {}
        """What ``alinea`` laid out, by what it was given."""
        self.atoms: dict[tuple[object, ...], Any] = {}
        """What ``alinea`` made of words, by word and look."""

    def __enter__(self) -> Zetter:
        return self

    def __exit__(self, *_: object) -> None:
        self._widths.clear()
        self._points.clear()
        self.lines.clear()
        self.atoms.clear()
        _dutch().hd.cache.clear()

    def width(self, font: str, text: str) -> float:
        """Return the width of ``text`` for a size of 1 pt. Characters without a glyph count as nothing."""
        key = (font, text)
        found = self._widths.get(key)
        if found is None:
            widths = char_widths(font)
            found = sum([widths.get(char, 0.0) for char in text])
            self._widths[key] = found
        return found

    def break_points(self, word: str, *, names: bool = False) -> tuple[int, ...]:
        """Return the places where ``word`` may be hyphenated in Dutch, ascending.

        Places where Dutch spelling changes on breaking (ideeën, idee-en) are left out: the text on paper is the
        text of the record. Short words and, unless ``names``, short words with a capital stay whole.
        """
        key = word if not names else "\0" + word
        found = self._points.get(key)
        if found is None:
            found = self._points[key] = self._find_points(word, names)
        return found

    @staticmethod
    def _find_points(word: str, names: bool) -> tuple[int, ...]:
        points: list[int] = []
        for match in _LETTERS.finditer(word):
            letters = match.group()
            shortest = _SHORTEST if names or letters.islower() else _NAME
            if len(letters) >= shortest:
                points += [
                    match.start() + int(point)
                    for point in _dutch().positions(letters.lower())
                    if not getattr(point, "data", None) and letters[point] not in _TREMA
                ]
        return tuple(points)
