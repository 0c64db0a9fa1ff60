"""Now and today, always injected, so that every rule about time can be tested.

``now`` is an aware UTC moment, ``today`` the date on the wall in the Netherlands, also on a machine that is
set to another zone: a term ends at midnight where the table meets.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@cache
def amsterdam() -> ZoneInfo:
    """Return the zone in which every table meets."""
    from zoneinfo import ZoneInfo  # deferred: the first window shows no time

    return ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """What every service takes instead of ``datetime.now``."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def today(self) -> date:
        """Return today's date in the Netherlands."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(amsterdam()).date()


class FixedClock:
    """A clock that stands still until its ``moment`` is moved; for tests, practice and replays."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(amsterdam()).date()


def local(moment: datetime) -> datetime:
    """Return ``moment`` (aware) as wall-clock time in the Netherlands."""
    return moment.astimezone(amsterdam())


def einde_van_dag(dag: date) -> datetime:
    """Return the moment (UTC) at which ``dag`` is over in the Netherlands: what happened before it fell on that day."""
    return datetime.combine(dag + timedelta(days=1), time.min, amsterdam()).astimezone(UTC)


def moment_bij(tijd: time, bij: datetime) -> datetime:
    """Return the moment (UTC) at which it is ``tijd`` on the wall in the Netherlands, the nearest to ``bij``: shortly
    after midnight 23:50 was yesterday."""
    dag = local(bij).date()
    kansen = (
        datetime.combine(dag + timedelta(days=d), tijd, amsterdam()).astimezone(UTC) for d in (-1, 0, 1)
    )
    return min(kansen, key=lambda moment: abs(moment - bij))
