"""The shipped fonts, registered once with the PDF library, and which font draws which character.

Every font is read from ``resources/fonts`` and embedded as a subset; no font of the machine is ever used, or the
same paper would differ between machines.
"""

from __future__ import annotations

import functools
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from vhdesk.resources import resource

REGULIER: Final = "Inter-Regular"
MEDIUM: Final = "Inter-Medium"
HALFVET: Final = "Inter-SemiBold"
CURSIEF: Final = "Inter-Italic"
_ARABISCH: Final = "NotoSansArabic-Regular"
_ARABISCH_HALFVET: Final = "NotoSansArabic-SemiBold"
_RESERVE: Final = {
    REGULIER: _ARABISCH,
    MEDIUM: _ARABISCH_HALFVET,
    HALFVET: _ARABISCH_HALFVET,
    CURSIEF: _ARABISCH,
}
_HYPHEN: Final = 0x2010
_SOFT_HYPHEN: Final = 0xAD


@functools.cache
def load_font(name: str) -> TTFont:
    """Return the font ``name`` (file stem in resources/fonts), registered. Raises ResourceMissing."""
    font = TTFont(name, str(resource(f"fonts/{name}.ttf")))
    face = font.face
    if _SOFT_HYPHEN not in face.charToGlyph and _HYPHEN in face.charToGlyph:
        # A hyphen that only the line break put there is U+00AD in the text of the PDF, so that searching,
        # copying and reading aloud put the word together again.
        face.charToGlyph[_SOFT_HYPHEN] = face.charToGlyph[_HYPHEN]
        face.charWidths[_SOFT_HYPHEN] = face.charWidths[_HYPHEN]
    pdfmetrics.registerFont(font)
    return font


@functools.cache
def char_widths(name: str) -> dict[str, float]:
    """Return the width of every character that font ``name`` draws, for a size of 1 pt."""
    face = load_font(name).face
    return {chr(code): face.charWidths.get(code, face.defaultWidth) / 1000 for code in face.charToGlyph}


def is_arabisch(name: str) -> bool:
    """Return whether font ``name`` draws Arabic script, which ``arabisch`` turned round."""
    return name in (_ARABISCH, _ARABISCH_HALFVET)


def drawable(char: str) -> bool:
    """Return whether one of the shipped fonts draws ``char``."""
    return char in char_widths(REGULIER) or char in char_widths(_ARABISCH)


def font_runs(text: str, name: str) -> list[tuple[str, str]]:
    """Split ``text`` into (font, text) so that each character has a font that draws it; spaces stay with
    what is before them. Characters that no font draws stay with ``name`` (``typografie`` replaced them)."""
    own = char_widths(name)
    if text.isascii() or own.keys() >= set(text):
        return [(name, text)]
    fallback = _RESERVE[name]
    other = char_widths(fallback)
    runs: list[tuple[str, str]] = []
    for char in text:
        font = fallback if char not in own and char in other else name
        if runs and (runs[-1][0] == font or char in " \xa0"):
            runs[-1] = (runs[-1][0], runs[-1][1] + char)
        else:
            runs.append((font, char))
    return runs
