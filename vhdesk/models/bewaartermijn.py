"""How long a case is kept, and the dates that follow from it. Pure.

Source: domein.md §3 ('at the latest 5 years after first processing, extendable with reasons'; Wet gegevensverwerking
door samenwerkingsverbanden) and domein.md §4 (reviews 6 and 12 months after exit, from Channel).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from vhdesk.vocabulary import Bewaarstart

STANDAARD_JAREN = 5
STANDAARD_HERBEOORDELING = 6  # months
STANDAARD_NAZORG = (6, 12)  # months after afschalen
WAARSCHUWING = 90  # days before the end
LAATSTE_WAARSCHUWING = 30
MAX_JAREN = 30
MAX_MAANDEN = 120


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """What holds for one regime: how long, from when, and how often the need is looked at again."""

    jaren: int = STANDAARD_JAREN
    vanaf: Bewaarstart = Bewaarstart.EERSTE_VERWERKING
    herbeoordeling_maanden: int = STANDAARD_HERBEOORDELING


def plus_maanden(dag: date, maanden: int) -> date:
    """Return the same day ``maanden`` later, or the last day of that month when it has no such day."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def laatste_begin(einde: date, regel: Termijnregel) -> date:
    """Return the last day from which a term under ``regel`` ends no later than ``einde``."""
    maanden = regel.jaren * 12
    begin = plus_maanden(einde, -maanden)
    while plus_maanden(volgende := begin + timedelta(days=1), maanden) <= einde:
        begin = volgende  # the last day of February ends the term of a leap day too
    return begin


def einde_termijn(
    regel: Termijnregel, *, aangemeld_op: date, afgesloten_op: date | None, verlengd_tot: date | None
) -> date:
    """Return the last day on which a case may be kept. An extension counts until it lies before the term itself."""
    start = aangemeld_op
    if regel.vanaf is Bewaarstart.AFSLUITING and afgesloten_op is not None:
        start = afgesloten_op
    einde = plus_maanden(start, regel.jaren * 12)
    return max(einde, verlengd_tot) if verlengd_tot is not None else einde
