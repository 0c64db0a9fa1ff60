"""How often a table meets, as people say it ("elke twee weken op woensdag", "eerste dinsdag van de maand, 13:30"), and on which
days that is. A day on which the country is closed is named and passed over.

Pure: the days to start from are passed in. The rule itself is an RRULE (RFC 5545); nobody reads that, only its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from dateutil.rrule import rrulestr

from vhdesk.dutch_date import DAYS
from vhdesk.vocabulary import opsomming

MAX_WEKEN: Final = 26
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBERS: Final = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "twaalf": 12,
}  # fmt: skip
_ORDINALS: Final = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}
_DAY: Final = rf"(?:{'|'.join(DAYS)})"
_DAYS: Final = rf"(?P<dagen>{_DAY}(?:\s+en\s+{_DAY})*)"
_WEEKLY: Final = re.compile(rf"(?:(?:elke|iedere)(?:\s+week\s+op)?|wekelijks(?:\s+op)?)\s+{_DAYS}")
_INTERVAL: Final = re.compile(
    rf"(?:(?:elke|iedere|om de)\s+(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+weken|(?P<om>om de week))(?:\s+op)?\s+{_DAYS}"
)
_WHICH: Final = rf"(?:{'|'.join(_ORDINALS)})"
_MONTHLY: Final = re.compile(
    rf"(?:elke|iedere|de|maandelijks op de)?\s*(?P<welke>{_WHICH}(?:\s+en\s+{_WHICH})*)\s+(?P<dag>{_DAY})(?:\s+van\s+(?:de|elke)\s+maand)?"
)
_TIME: Final = re.compile(r"[,\s]+(?:om\s+)?(\d{1,2})[:.](\d{2})(?:\s*uur)?$")
_RULE: Final = re.compile(r"FREQ=(WEEKLY|MONTHLY)(?:;INTERVAL=(\d+))?;BYDAY=([A-Z0-9,-]+)")


@dataclass(frozen=True, slots=True)
class Herhaling:
    """A rule as it was said. ``begintijd`` None: not said, the usual one of the table."""

    regel: str
    begintijd: time | None = None


@dataclass(frozen=True, slots=True)
class Reeksdag:
    """A day of the series; ``feestdag`` names why the table does not meet then, "" when it does."""

    datum: date
    feestdag: str = ""


def lees_herhaling(tekst: str) -> Herhaling | None:
    """Return what ``tekst`` says, None when it is no rule.

    >>> lees_herhaling("elke twee weken op woensdag, 13:30")
    Herhaling(regel='FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', begintijd=datetime.time(13, 30))
    """
    woorden, begin = " ".join(tekst.lower().split()), None
    if tijd := _TIME.search(woorden):
        if int(tijd[1]) > 23 or int(tijd[2]) > 59:
            return None
        woorden, begin = woorden[: tijd.start()], time(int(tijd[1]), int(tijd[2]))
    regel = _regel(woorden.strip(" .,"))
    return Herhaling(regel, begin) if regel else None


def _regel(woorden: str) -> str:
    if found := _WEEKLY.fullmatch(woorden):
        return f"FREQ=WEEKLY;BYDAY={_codes(found['dagen'])}"
    if found := _INTERVAL.fullmatch(woorden):
        weken = 2 if found["om"] else _NUMBERS.get(found["n"]) or int(found["n"])
        if not 1 <= weken <= MAX_WEKEN:
            return ""
        interval = f"INTERVAL={weken};" if weken > 1 else ""
        return f"FREQ=WEEKLY;{interval}BYDAY={_codes(found['dagen'])}"
    if found := _MONTHLY.fullmatch(woorden):
        dag = _CODES[DAYS.index(found["dag"])]
        welke = sorted((_ORDINALS[each] for each in found["welke"].split(" en ")), key=lambda n: n % 9)
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{n}{dag}' for n in dict.fromkeys(welke))}"
    return ""


def _codes(dagen: str) -> str:
    return ",".join(_CODES[plaats] for plaats in sorted({DAYS.index(dag) for dag in dagen.split(" en ")}))


def herhaling_woorden(regel: str, begintijd: time | None = None) -> str:
    """Return how a rule is said. Raises ValueError for what ``lees_herhaling`` never makes."""
    found = _RULE.fullmatch(regel)
    if found is None:
        raise ValueError("no rule of a series")
    delen = found[3].split(",")
    dagen = opsomming([DAYS[_CODES.index(deel[-2:])] for deel in delen])
    if found[1] == "MONTHLY":
        welke = {str(n): woord for woord, n in _ORDINALS.items()}
        zin = f"{opsomming([welke[deel[:-2]] for deel in delen])} {DAYS[_CODES.index(delen[0][-2:])]} van de maand"
    elif found[2]:
        getallen = {n: woord for woord, n in _NUMBERS.items()}
        zin = f"elke {getallen.get(int(found[2]), found[2])} weken op {dagen}"
    else:
        zin = f"elke {dagen}"
    return f"{zin}, {begintijd:%H:%M}" if begintijd is not None else zin


def reeksdagen(regel: str, anker: date, na: date) -> Iterator[Reeksdag]:
    """Yield the days of the series after ``na``, without end. ``anker``: a day from which weeks are counted, not after
    ``na``."""
    reeks = rrulestr(regel, dtstart=datetime.combine(anker, time()))
    for moment in reeks.xafter(datetime.combine(na, time())):
        yield Reeksdag(moment.date(), feestdag(moment.date()))


def feestdag(datum: date) -> str:
    """Return which Dutch holiday a day is, "" for none."""
    # The library reads its list of countries and words: only when a series is planned.
    from holidays.countries.netherlands import Netherlands

    dagen = Netherlands(years=datum.year, language="nl")  # type: ignore[no-untyped-call]
    return str(dagen.get(datum, ""))
