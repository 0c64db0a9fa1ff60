"""Delimited text: the character set, the delimiter and the quotes are found, not asked.

Source of the dialects: what spreadsheets in Dutch and English settings write (semicolon, comma or tab; UTF-8
with or without mark, UTF-16, Windows-1252, and the older MS-DOS and Macintosh sets).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.blad import FORMULE, MAX_CEL, Blad, Cel, Voortgang, verzamel
from vhdesk.exchange.aanlevering.koppen import veld_van
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Weigering

_SCHEIDINGEN = (";", ",", "\t", "|")
_MONSTER = 200  # records that decide on the delimiter
_KOPPEN, _KOP = 40, 60  # records in which headings are looked for, and the longest heading
# Letters with accents as they occur in names in the Netherlands; everything else in a word is suspect.
_LETTERS = set("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŒŠŽ’‘´–—•€“”…°½²³§ß«»\xa0")
# A capital with accent inside a word, a sign against a letter where no quote or dash would stand.
_MISPLAATST = re.compile("(?<=[a-z])[À-ÞŒŠŽŸ]|(?<=[A-Za-z])[^\\w\\s\\x00-\\x7f’”…–—]|…(?=\\w)")
_FORMULE = re.compile(r'=[-+]?[A-Za-z0-9$(".].*', re.DOTALL)
_DUBBEL_GECODEERD = re.compile("[ÃÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")


def lees_csv(inhoud: bytes, voortgang: Voortgang | None = None) -> tuple[Blad, ...]:
    """Return the text as one sheet. Raises InvalidPackage when it is no table or exceeds a limit."""
    tekst, tekenset, meldingen = _ontcijfer(inhoud)
    if not any(map(str.isalnum, tekst)):
        raise InvalidPackage(Weigering.LEEG)
    tekst, herstel = _herstel(tekst)
    scheiding, tekst = _kies_scheiding(tekst)
    regels, netjes = _records(tekst, scheiding)
    blad = Blad(
        naam="",
        regels=verzamel(((nummer, [_cel(c) for c in rij]) for nummer, rij in regels), voortgang),
        soort="csv",
        tekenset=tekenset,
        scheiding=scheiding,
        meldingen=(
            *meldingen,
            *((Opmerkingcode.TEKENS_HERSTELD,) if herstel else ()),
            *(() if netjes else (Opmerkingcode.AANHALINGSTEKENS,)),
        ),
    )
    return (blad,)


def _ontcijfer(inhoud: bytes) -> tuple[str, str, tuple[Opmerkingcode, ...]]:
    """Return the text, the name of its character set, and a remark when the choice is a guess."""
    for merk, naam in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if inhoud.startswith(merk):
            return inhoud.decode(naam, errors="replace"), naam, ()
    if utf16 := utf16_zonder_merk(inhoud):
        return inhoud.decode(utf16, errors="replace"), utf16, ()
    try:
        return inhoud.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    kandidaten = [(naam, _poging(inhoud, naam)) for naam in ("cp1252", "cp850", "mac_roman")]
    verdacht = {naam: _verdacht(tekst) for naam, tekst in kandidaten}
    naam, tekst = min(kandidaten, key=lambda paar: verdacht[paar[0]])  # the first wins a tie: Windows-1252
    zeker = naam == "cp1252" and not verdacht[naam]
    return tekst, naam, () if zeker else (Opmerkingcode.TEKENSET_ONZEKER,)


def utf16_zonder_merk(inhoud: bytes) -> str | None:
    """Return which UTF-16 this is: of western text every other byte is nearly always zero. None for others."""
    even, oneven = inhoud[0:4000:2].count(0), inhoud[1:4000:2].count(0)
    grens = len(inhoud[:4000]) * 0.35
    if even < grens / 10 and oneven > grens:
        return "utf-16-le"
    return "utf-16-be" if oneven < grens / 10 and even > grens else None


def _poging(inhoud: bytes, naam: str) -> str:
    return inhoud.decode(naam, errors="replace")


def _verdacht(tekst: str) -> int:
    """Count the characters that do not belong in a Dutch list, or not where they stand."""
    vreemd = sum(
        aantal for teken, aantal in Counter(tekst).items() if ord(teken) > 126 and teken not in _LETTERS
    )
    return vreemd + len(_MISPLAATST.findall(tekst))


def _herstel(tekst: str) -> tuple[str, bool]:
    """Undo UTF-8 that was saved again as Windows-1252 ('ZoÃ«'); only when all of the line survives it."""
    if not _DUBBEL_GECODEERD.search(tekst):
        return tekst, False
    regels = tekst.split("\n")
    for i, regel in enumerate(regels):
        if _DUBBEL_GECODEERD.search(regel):
            try:
                regels[i] = regel.encode("cp1252").decode("utf-8")
            except UnicodeError:
                continue
    hersteld = "\n".join(regels)
    return hersteld, hersteld != tekst


def _kies_scheiding(tekst: str) -> tuple[str, str]:
    """Return the delimiter under which most headings are known, or else most records have the same width, and
    the text without ``sep=``.

    Raises InvalidPackage when no delimiter gives a table.
    """
    if gemeld := re.match(r"\ufeff?sep=(.)\r?\n", tekst, re.IGNORECASE):
        # the line counts as a row in the spreadsheet, so it stays as an empty one
        return gemeld[1], "\n" + tekst[gemeld.end() :]
    oordelen = {teken: _samenhang(tekst, teken) for teken in _SCHEIDINGEN}
    beste = max(oordelen, key=oordelen.__getitem__)
    if oordelen[beste] == (0, 0.0, 0):
        raise InvalidPackage(Weigering.GEEN_LIJST)
    return beste, tekst


def _samenhang(tekst: str, scheiding: str) -> tuple[int, float, int]:
    """Score a delimiter: the most known headings in one record (at least two, in a name one comma is easily two
    cells), the share of records of the most usual width (at least 2), then that width."""
    breedtes: Counter[int] = Counter()
    koppen = 0
    for nummer, rij in _lezer(tekst, scheiding, strict=False):
        if nummer <= _KOPPEN:
            koppen = max(koppen, sum(1 for cel in rij if len(cel) <= _KOP and veld_van(cel)[1]))
        if any(cel.strip() for cel in rij):
            breedtes[len(rij)] += 1
        if nummer >= _MONSTER:
            break
    breed = {breedte: aantal for breedte, aantal in breedtes.items() if breedte > 1}
    if not breed:
        return 0, 0.0, 0
    breedte, aantal = max(breed.items(), key=lambda paar: (paar[1], paar[0]))
    return koppen if koppen > 1 else 0, aantal / breedtes.total(), breedte


def _records(tekst: str, scheiding: str) -> tuple[list[tuple[int, list[str]]], bool]:
    """Return the records with their row numbers, and whether all quotes were in order."""
    try:
        return list(_lezer(tekst, scheiding, strict=True)), True
    except csv.Error:
        pass
    regels = list(_lezer(tekst, scheiding, strict=False))
    if _slokt(regels, scheiding):
        # one quote that never closes swallows the rest of the list: then quotes are plain characters
        regels = list(_lezer(tekst, scheiding, strict=False, quoting=csv.QUOTE_NONE))
        regels = [(nummer, [cel.strip('"') for cel in rij]) for nummer, rij in regels]
    return regels, False


def _slokt(regels: list[tuple[int, list[str]]], scheiding: str) -> bool:
    """Return whether some cell holds whole records: many lines with many delimiters."""
    breedte = Counter(len(rij) for _, rij in regels).most_common(1)
    grens = max(2, breedte[0][0] - 1) if breedte else 2
    return any(
        sum(1 for deel in cel.split("\n") if deel.count(scheiding) >= grens) >= 2
        for _, rij in regels
        for cel in rij
        if "\n" in cel
    )


def _lezer(
    tekst: str, scheiding: str, *, strict: bool, quoting: int = csv.QUOTE_MINIMAL
) -> Iterator[tuple[int, list[str]]]:
    """Yield row number and cells of each record; the row number is the one a spreadsheet shows."""
    stroom = io.StringIO(tekst, newline="")
    lezer = csv.reader(stroom, delimiter=scheiding, strict=strict, quoting=quoting)  # type: ignore[arg-type]
    nummer = 0
    while True:
        nummer += 1
        try:
            rij = next(lezer)
        except StopIteration:
            return
        except csv.Error:
            if strict:
                raise
            raise InvalidPackage(Weigering.CEL_TE_LANG, rij=nummer) from None
        yield nummer, rij


def _cel(tekst: str) -> Cel:
    """Return the text of a cell; the form ``="0123"`` that protects a number is taken off.

    A formula that was exported as it stands (``=A2&B2``) has no result in the file.
    """
    if beschermd := re.fullmatch(r'="([^"]*)"', tekst):
        tekst = beschermd[1]
    elif _FORMULE.fullmatch(tekst):
        return FORMULE
    return tekst if tekst.strip() else None


assert csv.field_size_limit() > MAX_CEL  # the limit of the csv module lies beyond ours
