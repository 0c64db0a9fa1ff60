"""Cells as text, and text as it is compared."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from vhdesk.exchange.aanlevering.blad import FORMULE, Cel
from vhdesk.folding import fold

_SPATIES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_GEWOON = re.compile("[!-~À-ɏ]+(?:[ \n][!-~À-ɏ]+)*")  # nearly every cell: nothing to clean
_ONZICHTBAAR = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD])
_LEEG = frozenset(
    {"", "-", "--", "–", "—", ".", "?", "??", "x", "nvt", "n.v.t.", "n.v.t", "geen", "nb", "n.b.", "onbekend"}
)  # fmt: skip
_GEEN_SLEUTEL = re.compile(r"[\W_]+")
_VERLOREN = re.compile("(?<=[^\\W\\d_])[?\ufffd](?=[^\\W\\d_])|\ufffd")


def tekst(cel: Cel) -> str:
    """Return a cell as clean text: composed letters, single spaces, no invisible characters, lines kept."""
    if cel is None or cel == FORMULE:
        return ""
    if isinstance(cel, date):
        return f"{cel.day}-{cel.month}-{cel.year}"
    if not isinstance(cel, str):
        return str(cel)
    if _GEWOON.fullmatch(cel):
        return cel
    schoon = (
        unicodedata.normalize("NFC", cel.translate(_ONZICHTBAAR)).replace("\r\n", "\n").replace("\r", "\n")
    )
    return "\n".join(_SPATIES.sub(" ", regel).strip() for regel in schoon.split("\n")).strip()


def is_leeg(waarde: str) -> bool:
    """Return whether people write this for 'nothing': a dash, n.v.t., onbekend."""
    return waarde.lower() in _LEEG


def is_formule(cel: Cel) -> bool:
    """Return whether this cell is a formula of which the result did not come along."""
    return cel == FORMULE


def teken_verloren(waarde: str) -> bool:
    """Return whether a letter got lost before the file reached us: a question mark inside a word."""
    return _VERLOREN.search(waarde) is not None


def sleutel(waarde: str) -> str:
    """Return only letters and digits (of any script) without case and accents, for looking up: 'Ex-ged.' is 'ex ged'."""
    return _GEEN_SLEUTEL.sub("", waarde.lower() if waarde.isascii() else fold(waarde))


def kapitaal(waarde: str) -> bool:
    """Return whether all letters are capitals (and there is at least one letter)."""
    return waarde.isupper()
