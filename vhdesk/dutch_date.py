"""Dates as people in a meeting say and type them: "4-12-2026", "4 dec", "vr", "over 2 weken", "+14".

Pure: today is always passed in. An ambiguous or impossible date gives None, never a guess across years: a date
without a year is the nearest one that is not before today, except that ``past=True`` (births, reports) looks back.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTH_SHORT: Final = {"mrt": 3, "sept": 9}
_DAY_SHORT: Final = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_NUMBERS: Final = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_WORDS: Final = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}

_NUMERIC: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_COMPACT: Final = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED: Final = re.compile(r"(\d{1,2})\s*([a-zé]{3,})\.?(?:\s*(\d{4}|\d{2}))?")
_OFFSET: Final = re.compile(r"([+-])\s*(\d{1,4})\s*([dwmj]?)")
_OVER: Final = re.compile(r"(?:over|na)\s+(\S+)\s+(\S+)")


def parse_dutch_date(text: str, today: date, *, past: bool = False) -> date | None:
    """Return the date that ``text`` means on ``today``, None when it means none (or an impossible one).

    >>> parse_dutch_date("over 2 weken", date(2026, 11, 20))
    datetime.date(2026, 12, 4)
    """
    words = " ".join(text.strip().lower().replace(",", " ").split())
    if not words:
        return None
    words = _without_leading_day(words)
    for reader in (_by_word, _by_day, _by_offset, _by_over):
        found = reader(words, today)
        if found is not None:
            return found
    return _by_calendar(words, today, past)


def _without_leading_day(words: str) -> str:
    """ "vr 4 dec" is the fourth of December; the day is a courtesy."""
    first, _, rest = words.partition(" ")
    return rest if rest[:1].isdigit() and _weekday(first) is not None else words


def _by_word(words: str, today: date) -> date | None:
    days = _WORDS.get(words)
    return None if days is None else _shift(today, days)


def _by_day(words: str, today: date) -> date | None:
    """ "vr": the next Friday, never today; "volgende week vr": the Friday of next week."""
    next_week = re.fullmatch(r"volgende week(?:\s+(\S+))?", words)
    if next_week is not None:
        day = _weekday(next_week[1] or "ma")
        monday = _shift(today, 7 - today.weekday())
        return None if day is None or monday is None else _shift(monday, day)
    name = re.sub(r"^(volgende|aanstaande|a\.s\.|komende)\s+", "", words)
    day = _weekday(name)
    return None if day is None else _shift(today, (day - today.weekday() - 1) % 7 + 1)


def _by_offset(words: str, today: date) -> date | None:
    found = _OFFSET.fullmatch(words)
    if found is None:
        return None
    number = int(found[2]) * (-1 if found[1] == "-" else 1)
    return _step(today, number, found[3] or "d")


def _by_over(words: str, today: date) -> date | None:
    found = _OVER.fullmatch(words)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
    units = {"dag": "d", "dagen": "d", "week": "w", "weken": "w", "maand": "m", "maanden": "m", "jaar": "j"}
    unit = units.get(found[2])
    return None if number is None or unit is None else _step(today, number, unit)


def _by_calendar(words: str, today: date, past: bool) -> date | None:
    iso = _ISO.fullmatch(words)
    if iso is not None:
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    compact = _COMPACT.fullmatch(words)
    if compact is not None:
        return _make(int(compact[3]), int(compact[2]), int(compact[1]))
    numeric = _NUMERIC.fullmatch(words)
    if numeric is not None:
        return _with_year(int(numeric[1]), int(numeric[2]), numeric[3], today, past)
    named = _NAMED.fullmatch(words)
    month = _month(named[2]) if named is not None else None
    if named is None or month is None:
        return None
    return _with_year(int(named[1]), month, named[3], today, past)


def _with_year(day: int, month: int, year: str | None, today: date, past: bool) -> date | None:
    if year is not None:
        number = int(year)
        if len(year) == 2:
            number += 2000
            if past and number > today.year:
                number -= 100
        return _make(number, month, day)
    # 29 February may have to wait up to eight years (1896-1904).
    for distance in range(9):
        found = _make(today.year + (-distance if past else distance), month, day)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def _weekday(name: str) -> int | None:
    short = name.rstrip(".")
    if short in _DAY_SHORT:
        return _DAY_SHORT[short]
    return DAYS.index(short) if short in DAYS else None


def _month(name: str) -> int | None:
    if name in _MONTH_SHORT:
        return _MONTH_SHORT[name]
    found = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name)]
    return found[0] if len(found) == 1 else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _step(day: date, number: int, unit: str) -> date | None:
    if unit in "dw":
        return _shift(day, number * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "j" else 1)
    year, month = divmod(months, 12)
    for last in range(day.day, 27, -1):  # 31 January and a month is the last day of February
        found = _make(year, month + 1, last)
        if found is not None:
            return found
    return _make(year, month + 1, day.day)


def age(born: date, today: date) -> int:
    """Return the age in whole years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def date_in_words(day: date) -> str:
    """Return "vr 4 december 2026".

    >>> date_in_words(date(2026, 12, 4))
    'vr 4 december 2026'
    """
    return f"{DAYS[day.weekday()][:2]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return "4-12-2026".

    >>> short_date(date(2026, 12, 4))
    '4-12-2026'
    """
    return f"{day.day}-{day.month}-{day.year}"
