"""From the bytes of a delivered file to sheets of raw cells. Nothing is ever written to disk.

The kind of file is judged by its first bytes, never by its name: a municipality may send anything. Whatever is
not a workbook or a delimited text is refused with a code of its own, so that the user reads what to do next.
"""

from __future__ import annotations

from collections.abc import Callable

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.blad import MAX_BYTES, Blad, Voortgang
from vhdesk.exchange.aanlevering.csvblad import lees_csv, utf16_zonder_merk
from vhdesk.exchange.aanlevering.werkmap import lees_werkmap
from vhdesk.vocabulary_aanlevering import Weigering

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def lees_bladen(inhoud: bytes, voortgang: Voortgang | None = None) -> tuple[Blad, ...]:
    """Return every sheet of a workbook, or the one sheet of a delimited text.

    Raises InvalidPackage with a code of :class:`Weigering` for everything that is not a readable list.
    """
    if len(inhoud) > MAX_BYTES:
        raise InvalidPackage(Weigering.TE_GROOT, grens_mb=MAX_BYTES // 2**20)
    if not inhoud.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise InvalidPackage(Weigering.LEEG)
    bladen = _lezer(inhoud)(inhoud, voortgang)
    if not any(blad.regels for blad in bladen):
        raise InvalidPackage(Weigering.LEEG)
    return bladen


def _lezer(inhoud: bytes) -> Callable[[bytes, Voortgang | None], tuple[Blad, ...]]:
    """Choose the reader by the first bytes, or refuse."""
    start = inhoud[:1024].lstrip()
    if inhoud.startswith(b"PK\x03\x04"):
        return lees_werkmap
    if inhoud.startswith(_OLE):
        raise InvalidPackage(Weigering.WACHTWOORD if _ENCRYPTED in inhoud else Weigering.XLS_OUD)
    if start.startswith(b"%PDF"):
        raise InvalidPackage(Weigering.PDF)
    if start.startswith(b"{\\rtf"):
        raise InvalidPackage(Weigering.WORD)
    if inhoud.startswith(_PICTURES):
        raise InvalidPackage(Weigering.AFBEELDING)
    head = start.lower()
    if head.startswith(b"<?xml") or b"<html" in head or b"<table" in head:
        raise InvalidPackage(Weigering.WEBPAGINA)
    if _binair(inhoud):
        raise InvalidPackage(Weigering.GEEN_LIJST)
    return lees_csv


def _binair(inhoud: bytes) -> bool:
    """Return whether these bytes cannot be text: control characters, or zeros that UTF-16 does not explain."""
    sample = inhoud[:65536]
    if sample.startswith(_BOMS[:2]):
        return False
    if 0 in sample:
        return utf16_zonder_merk(sample) is None
    control = sum(sample.count(code) for code in range(1, 32) if code not in (9, 10, 12, 13, 26))
    return control > len(sample) * 0.01
