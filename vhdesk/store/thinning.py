"""Which backups are worth keeping: a pure rule over their moments.

Everything of the last two days; then the last one of each of the 7 newest days, the 5 newest weeks and the 12 newest
months that have any. Counting days *that have a backup* instead of days on the calendar means that a vault left
alone for a year keeps what it has. The newest always stays, and a moment in the future (a clock that stood wrong)
counts as new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

from vhdesk.clock import local

ALL_FOR = timedelta(days=2)
DAYS = 7
WEEKS = 5
MONTHS = 12


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the moments of the backups to keep, out of ``moments`` (all aware)."""
    newest_first = sorted(set(moments), reverse=True)
    keep = {moment for moment in newest_first if moment > now - ALL_FOR}
    keep.update(newest_first[:1])
    keep.update(_last_of_each(newest_first, _day, DAYS))
    keep.update(_last_of_each(newest_first, _week, WEEKS))
    keep.update(_last_of_each(newest_first, _month, MONTHS))
    return frozenset(keep)


def _last_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], limit: int
) -> list[datetime]:
    last: dict[Hashable, datetime] = {}
    for moment in newest_first:
        last.setdefault(period(moment), moment)
        if len(last) == limit:
            break
    return list(last.values())


def _day(moment: datetime) -> Hashable:
    return local(moment).date()


def _week(moment: datetime) -> Hashable:
    return local(moment).isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return local(moment).year, local(moment).month
