"""Text that is safe to set, and Dutch dates and times. Independent of the locale of the machine."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from typing import Final

from vhdesk.clock import local
from vhdesk.dutch_date import DAYS, MONTHS
from vhdesk.printing.arabisch import to_visual
from vhdesk.printing.fonts import REGULIER, char_widths, drawable

NBSP: Final = "\xa0"
# Variation selectors and noncharacters: they stand for nothing that can be drawn.
_VARIATION: Final = re.compile("[\ufe00-\ufe0f\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS: Final = re.compile("[ \t\u1680\u2000-\u200a\u205f\u3000]+")
_MAANDWOORD: Final = "|".join(MONTHS)
_EENHEDEN: Final = (
    f"uur|minuten|jaar|maanden|maand|weken|dagen|meter|km|kg|gram|euro|procent|%|keer|pagina's|{_MAANDWOORD}"
)
# A space that stays a space in the text, but where a line never breaks (number and unit, day and month, telephone number).
_DIGIT: Final = re.compile(r"\d")
_GLUE: Final = re.compile(
    rf"(?<=\d) (?=(?:{_EENHEDEN})\b|%)|(?<=\d) (?=\d)|(?<=[€§]) (?=\d)|(?<=\bartikel) (?=\d)"
)
_MONTH_YEAR: Final = re.compile(rf"(?<=\d{NBSP})({_MAANDWOORD}) (?=\d{{4}}\b)")


def datum_voluit(dag: date) -> str:
    """Return 'woensdag 2 december 2026', on one line."""
    return f"{DAYS[dag.weekday()]}{NBSP}{dag.day}{NBSP}{MONTHS[dag.month - 1]}{NBSP}{dag.year}"


def datum_lang(dag: date) -> str:
    """Return 'wo 2 december 2026'."""
    return f"{DAYS[dag.weekday()][:2]}{NBSP}{dag.day}{NBSP}{MONTHS[dag.month - 1]}{NBSP}{dag.year}"


def datum_zonder_dag(dag: date) -> str:
    """Return '2 december 2026'."""
    return f"{dag.day}{NBSP}{MONTHS[dag.month - 1]}{NBSP}{dag.year}"


def datum_kort(dag: date) -> str:
    """Return '2-12-2026'."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def tijd(moment: time) -> str:
    """Return '13:30'."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def moment_lang(moment: datetime) -> str:
    """Return an aware moment as 'wo 2 december 2026, 13:30 uur' in Dutch time."""
    wall = local(moment)
    return f"{datum_lang(wall.date())}, {tijd(wall.time())}{NBSP}uur"


def moment_tijd(moment: datetime) -> str:
    """Return an aware moment as '13:30' in Dutch time."""
    return tijd(local(moment).time())


def _stand_in(char: str) -> str:
    """Return what is drawn for a character that no shipped font has: never a box, never nothing."""
    plain = unicodedata.normalize("NFKC", char)
    if all(drawable(part) for part in plain):
        return plain
    return f"[U+{ord(char):04X}]"


def _keep(char: str) -> str:
    """Return ``char`` as it may be drawn: invisible and reordering characters are left out."""
    if char == "\n":
        return char
    # Zero width and direction characters have a glyph in some fonts; on paper they mean nothing.
    if unicodedata.category(char) in ("Cc", "Cf", "Cs") or _VARIATION.match(char):
        return ""
    return char if drawable(char) else _stand_in(char)


def schoon(text: str) -> str:
    """Return user text as it can be set on paper, lines separated by a line feed.

    Control and direction characters go (they hide or turn text round), accents are composed, Arabic is shaped, and
    a character without a glyph is written as its code point. Nothing else is changed: quotes and dashes stay as
    they were typed.
    """
    if text.isascii() and text.isprintable():
        return _BLANKS.sub(" ", text).strip()
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    own = char_widths(REGULIER)
    if any(char not in own or not char.isprintable() for char in set(text)):
        text = "".join(_keep(" " if char == "\t" else char) for char in text)
        text = to_visual(text)
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n")


def als_metagegeven(text: str) -> str:
    """Return ``text`` for a title or bookmark: one line in logical order, without hidden characters."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(char for char in composed if unicodedata.category(char) not in ("Cf", "Cs"))
    return " ".join("".join(" " if unicodedata.category(char) == "Cc" else char for char in kept).split())


def vaste_spaties(text: str) -> str:
    """Return ``text`` with hard spaces between number and unit and in dates, so that they share a line."""
    if _DIGIT.search(text) is None:
        return text
    return _MONTH_YEAR.sub(rf"\1{NBSP}", _GLUE.sub(NBSP, text))
