"""Workbooks (.xlsx, .xlsm), read from memory with openpyxl.

A workbook is a zip of XML: sizes are checked before anything is unpacked (the zip module never hands out more
than the size it declares), and XML with a document type is refused, since no spreadsheet writes one.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import ParseError

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.blad import FORMULE, Blad, Cel, Voortgang, verzamel
from vhdesk.vocabulary_aanlevering import Weigering

_MAX_UITGEPAKT = 120 * 2**20
_MAX_DELEN = 2_000
_MAX_RIJNUMMER = 1_048_576  # the last row a spreadsheet has
_OPENDOCUMENT = b"application/vnd.oasis.opendocument"
# How openpyxl and the zip module fail on a damaged or cut-off workbook.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, ParseError, KeyError, ValueError, TypeError, IndexError,
    AttributeError, NotImplementedError, OverflowError, RecursionError,
)  # fmt: skip


def lees_werkmap(inhoud: bytes, voortgang: Voortgang | None = None) -> tuple[Blad, ...]:
    """Return the worksheets in their order, hidden ones included and marked as such.

    Raises InvalidPackage for a damaged or oversized file, or a zip that holds something else.
    """
    try:
        formules = _keur(inhoud)
        waarden = _bladen(inhoud, data_only=True)
        if not formules:
            return tuple(
                Blad(naam, verzamel(rijen, voortgang), zichtbaar) for naam, zichtbaar, rijen in waarden
            )
        paren = zip(waarden, _bladen(inhoud, data_only=False), strict=True)
        return tuple(
            Blad(naam, verzamel(_met_formules(rijen, bron), voortgang), zichtbaar)
            for (naam, zichtbaar, rijen), (_, _, bron) in paren
        )
    except _DAMAGE as error:
        raise InvalidPackage(Weigering.BESCHADIGD) from error


def _keur(inhoud: bytes) -> bool:
    """Refuse what is no workbook or unpacks too large; return whether any sheet holds formulas."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        delen = archief.infolist()
        namen = {deel.filename for deel in delen}
        if len(delen) > _MAX_DELEN or sum(deel.file_size for deel in delen) > _MAX_UITGEPAKT:
            raise InvalidPackage(Weigering.UITGEPAKT_TE_GROOT)
        if any(deel.flag_bits & 1 for deel in delen):
            raise InvalidPackage(Weigering.WACHTWOORD)
        if "xl/workbook.bin" in namen:
            raise InvalidPackage(Weigering.XLSB)
        if any(naam.startswith("word/") for naam in namen):
            raise InvalidPackage(Weigering.WORD)
        if "mimetype" in namen and archief.read("mimetype").startswith(_OPENDOCUMENT):
            raise InvalidPackage(Weigering.OPENDOCUMENT)
        if "[Content_Types].xml" not in namen or not any(naam.startswith("xl/") for naam in namen):
            raise InvalidPackage(Weigering.GEEN_LIJST)
        formules = False
        for naam in namen:
            if naam.endswith((".xml", ".rels")):
                xml = archief.read(naam)
                if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
                    raise InvalidPackage(Weigering.BESCHADIGD)
                formules = formules or ("worksheets/" in naam and re.search(rb"<f[ >/]", xml) is not None)
        return formules


def _bladen(inhoud: bytes, *, data_only: bool) -> Iterator[tuple[str, bool, Iterator[tuple[int, list[Cel]]]]]:
    """Yield name, visibility and rows of each sheet. The rows must be taken before the next sheet is asked."""
    import openpyxl  # deferred: 0.15 s that the start of the program should not pay

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that do not concern us
        werkmap = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True, data_only=data_only)
        try:
            for blad in werkmap.worksheets:
                blad.reset_dimensions()  # the size a sheet claims to have may be wrong
                rijen = enumerate(blad.iter_rows(max_row=_MAX_RIJNUMMER, values_only=True), start=1)
                zichtbaar = blad.sheet_state == "visible"
                yield blad.title, zichtbaar, ((nummer, [_cel(w) for w in rij]) for nummer, rij in rijen)
        finally:
            werkmap.close()


def _met_formules(
    waarden: Iterator[tuple[int, list[Cel]]], bron: Iterator[tuple[int, list[Cel]]]
) -> Iterator[tuple[int, list[Cel]]]:
    """Put FORMULE where the file holds a formula but not its result, instead of losing the cell."""
    for (nummer, cellen), (_, formules) in zip(waarden, bron, strict=True):
        yield (
            nummer,
            [
                FORMULE if cel is None and formule is not None else cel
                for cel, formule in zip(cellen, formules, strict=True)
            ],
        )


def _cel(waarde: object) -> Cel:
    """Bring a value of openpyxl down to the few types the rest of the reader knows."""
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        return None
    if isinstance(waarde, bool):
        return "WAAR" if waarde else "ONWAAR"
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, float) and waarde.is_integer():
        return int(waarde)
    if isinstance(waarde, (str, int, float, date)):
        return waarde
    if isinstance(waarde, (time, timedelta)):
        return str(waarde)
    return FORMULE  # an array or table formula without a result
