"""Dates of birth as people and spreadsheets write them. A date is never in the future and never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from vhdesk.exchange.aanlevering.blad import Cel
from vhdesk.exchange.aanlevering.tekst import is_leeg, tekst
from vhdesk.folding import fold
from vhdesk.vocabulary_aanlevering import Opmerkingcode

_OUDSTE_JAREN = 120
_EXCEL_NUL = date(1899, 12, 30)  # day 0 of a spreadsheet, its leap-year error of 1900 included
_EXCEL_GRENS = 80_000  # day number of the year 2119; larger integers are written-out dates
# The three first letters are enough, apart from maart/mei and the English march/may.
_MAANDEN = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_TIJD = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
_STREEPJES = dict.fromkeys(
    [*range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D], "-"
)  # what a text editor makes of -
_CIJFERS = re.compile(r"(\d{1,4})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*['’]?(\d{1,4})")
_VOLGNUMMER = re.compile(r"\d{5}")  # the day number of a spreadsheet, from 1927 on, exported as text
_MET_MAAND = re.compile(
    r"(?:[a-z]{2,9},?\s+)?(\d{1,2})(?:e|ste|de)?[\s.\-/]*([a-z]{3,9})[\s.\-/,']*(\d{2}|\d{4})"
)
_ONVOLLEDIG = re.compile(
    r"(ca\.?|circa|rond|jaar|geb\.?)?\s*\d{4}"  # only a year
    r"|0{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}[-/.]0{1,2}[-/.]\d{4}"  # day or month 0
    r"|[a-z]{3,9}\.?\s+\d{4}|\d{1,2}[-/]\d{4}"  # only a month and a year
)


@dataclass(frozen=True, slots=True)
class Datum:
    """A date, or None with the code of the reason; ``details`` fill the sentence of the code."""

    waarde: date | None
    code: Opmerkingcode | None = None
    details: dict[str, str] = field(default_factory=dict)


def maand_vooraan(cellen: Iterable[Cel]) -> bool:
    """Return whether this whole column is written month first: some dates prove it and none proves the opposite."""
    bewijs = [_volgorde(tekst(cel)) for cel in cellen if isinstance(cel, str)]
    return "mdj" in bewijs and "dmj" not in bewijs


def _volgorde(ruw: str) -> str:
    """Return the order that one value proves: 'dmj' with the day first, 'mdj', or '' when both are possible."""
    delen = _CIJFERS.fullmatch(_TIJD.sub("", ruw.translate(_STREEPJES)))
    if delen is None or len(delen[1]) > 2:
        return ""
    een, twee = int(delen[1]), int(delen[2])
    if een > 12 >= twee:
        return "dmj"
    return "mdj" if twee > 12 >= een else ""


def lees_datum(cel: Cel, *, vandaag: date, maand_eerst: bool = False) -> Datum:
    """Understand a cell with a date of birth.

    In: the raw cell, today (a person is not born later), and whether the column is written month first.
    Out: the date, or None with a code; two digits of a year become the latest year that is not in the future.
    """
    ruw = tekst(cel)
    if isinstance(cel, date):
        gelezen = _keur(cel, vandaag)
    elif is_leeg(ruw):
        return Datum(None, Opmerkingcode.DATUM_ONTBREEKT)
    elif isinstance(cel, (int, float)) and 0 < cel < _EXCEL_GRENS and not 1900 <= cel <= vandaag.year:
        gelezen = _keur(_EXCEL_NUL + timedelta(days=int(cel)), vandaag)
    else:
        kaal = fold(_TIJD.sub("", ruw.translate(_STREEPJES))).strip(" .'\n")
        gelezen = _lees_tekst(kaal, vandaag, maand_eerst)
    if gelezen.code is None:
        return gelezen
    return replace(gelezen, details={"tekst": ruw, **gelezen.details})


def _lees_tekst(kaal: str, vandaag: date, maand_eerst: bool) -> Datum:
    if _ONVOLLEDIG.fullmatch(kaal):
        return Datum(None, Opmerkingcode.DATUM_ONVOLLEDIG)
    if _VOLGNUMMER.fullmatch(kaal):
        gelezen = _keur(_EXCEL_NUL + timedelta(days=int(kaal)), vandaag)
        return replace(gelezen, code=gelezen.code or Opmerkingcode.DATUM_VOLGNUMMER)
    if kaal.isascii() and kaal.isdigit():
        return _aaneen(kaal, vandaag)
    if delen := _CIJFERS.fullmatch(kaal):
        return _gescheiden(delen[1], delen[2], delen[3], vandaag, maand_eerst)
    if (delen := _MET_MAAND.fullmatch(kaal)) and (maand := _MAANDEN.get(delen[2][:3])):
        return _met_jaar(delen[3], vandaag, lambda jaar: (jaar, maand, int(delen[1])))
    return Datum(None, Opmerkingcode.DATUM_ONLEESBAAR)


def _aaneen(cijfers: str, vandaag: date) -> Datum:
    """Digits without separators: yyyymmdd or ddmmyyyy (its leading zero may be lost). Never both possible."""
    if len(cijfers) == 7:
        cijfers = "0" + cijfers
    if len(cijfers) != 8:
        return Datum(None, Opmerkingcode.DATUM_ONLEESBAAR)
    kandidaten = (
        (int(cijfers[:4]), int(cijfers[4:6]), int(cijfers[6:])),
        (int(cijfers[4:]), int(cijfers[2:4]), int(cijfers[:2])),
    )
    gelezen = [_maak(*delen, vandaag) for delen in kandidaten if 1850 <= delen[0] <= vandaag.year + 50]
    if bestaand := [datum for datum in gelezen if datum.code is not Opmerkingcode.DATUM_ONMOGELIJK]:
        return bestaand[0]
    if any(
        jaar >= 1850 and maand <= 12 and dag <= 31 and not (maand and dag) for jaar, maand, dag in kandidaten
    ):
        return Datum(None, Opmerkingcode.DATUM_ONVOLLEDIG)
    return Datum(None, Opmerkingcode.DATUM_ONMOGELIJK)


def _gescheiden(een: str, twee: str, drie: str, vandaag: date, maand_eerst: bool) -> Datum:
    """Three numbers: year first when it has four digits, else day first unless the column says otherwise."""
    if len(een) == 4:
        return _maak(int(een), int(twee), int(drie), vandaag)
    if len(een) > 2 or len(drie) not in (2, 4):
        return Datum(None, Opmerkingcode.DATUM_ONLEESBAAR)
    dag, maand, code = int(een), int(twee), None
    if maand_eerst:
        dag, maand, code = maand, dag, Opmerkingcode.DATUM_MAAND_VOORAAN
    elif maand > 12 >= dag:
        dag, maand, code = maand, dag, Opmerkingcode.DATUM_AFWIJKEND_GELEZEN
    gelezen = _met_jaar(drie, vandaag, lambda jaar: (jaar, maand, dag))
    return gelezen if gelezen.code or code is None else replace(gelezen, code=code)


def _met_jaar(cijfers: str, vandaag: date, delen: Callable[[int], tuple[int, int, int]]) -> Datum:
    """Complete a year of two digits to the latest one that is not in the future."""
    if len(cijfers) == 4:
        return _maak(*delen(int(cijfers)), vandaag)
    eeuw = vandaag.year // 100 * 100
    jong, oud = eeuw + int(cijfers), eeuw - 100 + int(cijfers)
    gelezen = _maak(*delen(jong), vandaag)
    if gelezen.waarde is None:  # in the future, or 29 February in only one of both centuries
        return _maak(*delen(oud), vandaag)
    if vandaag.year - oud > 105 or _maak(*delen(oud), vandaag).waarde is None:
        return gelezen
    return Datum(gelezen.waarde, Opmerkingcode.DATUM_EEUW_ONZEKER, {"jaar": str(jong), "anders": str(oud)})


def _maak(jaar: int, maand: int, dag: int, vandaag: date) -> Datum:
    try:
        return _keur(date(jaar, maand, dag), vandaag)
    except ValueError:
        return Datum(None, Opmerkingcode.DATUM_ONMOGELIJK)


def _keur(waarde: date, vandaag: date) -> Datum:
    """Refuse a date of birth in the future or too long ago for a living person."""
    if waarde > vandaag:
        return Datum(None, Opmerkingcode.DATUM_TOEKOMST)
    if waarde.year < vandaag.year - _OUDSTE_JAREN:
        return Datum(None, Opmerkingcode.DATUM_TE_OUD)
    return Datum(waarde)
