"""How the meeting as a whole stands for time: when it is expected to end, and how that differs from what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from vhdesk.clock import amsterdam, local
from vhdesk.dutch_date import short_date
from vhdesk.queries.agenda import Agenda, AgendapuntRow
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.schorsing import SchorsingRow, duur
from vhdesk.vocabulary import Puntstatus

if TYPE_CHECKING:
    from vhdesk.ui.overleg.meeting_rows import MeetingRows

_APART: Final = timedelta(hours=6)  # from here the meeting went on as if on another day


def time_taken(punt: AgendapuntRow, now: datetime, breaks: Sequence[SchorsingRow] = ()) -> int:
    """Return for how many whole minutes the table has been at an item, without the breaks."""
    if punt.begonnen_op is None:
        return 0
    return int(duur(punt.begonnen_op, now, breaks).total_seconds() // 60)


def time_words(taken: int, planned: int) -> str:
    """Return "4 van 15 min", or "3 min te lang"."""
    return f"{taken - planned} min te lang" if taken > planned else f"{taken} van {planned} min"


def expected_end(
    overleg: OverlegRow, agenda: Agenda, now: datetime, breaks: Sequence[SchorsingRow]
) -> datetime:
    """Return when the meeting ends if what is left takes the minutes that were planned for it. While it is adjourned that
    begins when it means to go on."""
    rest = 0
    for punt in agenda.punten:
        if punt.status is Puntstatus.OPEN:
            rest += punt.minuten
        elif punt.status is Puntstatus.BEZIG:
            rest += max(0, punt.minuten - time_taken(punt, now, breaks))
    begin = now
    if overleg.geschorst_op is not None and overleg.verder_op is not None:
        begin = max(now, overleg.verder_op)
    return begin + timedelta(minutes=rest)


def planned_end(overleg: OverlegRow, agenda: Agenda, breaks: Sequence[SchorsingRow]) -> datetime | None:
    """Return when it was to end: the planned end, or what the agenda takes. Opened on another day, it is to last as long.
    None once it went on another day: nobody planned when that ends."""
    if overleg.geopend_op is None or any(_apart(row) for row in breaks):
        return None
    begin = datetime.combine(overleg.datum, overleg.begintijd, amsterdam()).astimezone(
        overleg.geopend_op.tzinfo
    )
    if abs(overleg.geopend_op - begin) > _APART:
        begin = overleg.geopend_op
    minutes = agenda.minuten
    if overleg.eindtijd is not None:
        clock = [moment.hour * 60 + moment.minute for moment in (overleg.begintijd, overleg.eindtijd)]
        minutes = (clock[1] - clock[0]) % (24 * 60)
    return begin + timedelta(minutes=minutes)


def _apart(row: SchorsingRow) -> bool:
    end = row.hervat_op or row.verder_op
    return end is not None and end - row.geschorst_op > _APART


def end_words(rows: MeetingRows, now: datetime) -> tuple[str, str]:
    """Return how the meeting stands for time, and the state of those words; ("", "muted") for one that is not held now."""
    overleg = rows.overleg
    if overleg.van_papier or overleg.eerst_gesloten_op is not None:
        return "", "muted"
    end = expected_end(overleg, rows.agenda, now, rows.breaks)
    words = f"einde rond {local(end):%H:%M}"
    planned = planned_end(overleg, rows.agenda, rows.breaks)
    late = int((end - planned).total_seconds() // 60) if planned is not None else 0
    return (f"{words} · {late} min later", "warn") if late > 0 else (words, "muted")


def when(moment: datetime, today_of: datetime) -> str:
    """Return "10:42", with the date before it when that is another day than ``today_of``."""
    wall = local(moment)
    if wall.date() == local(today_of).date():
        return f"{wall:%H:%M}"
    return f"{short_date(wall.date())} {wall:%H:%M}"


def break_words(overleg: OverlegRow, now: datetime, reason: str = "") -> str:
    """Return "Geschorst sinds 10:42, verder om 11:00 (pauze)"; "" for a meeting that is not adjourned."""
    if overleg.geschorst_op is None:
        return ""
    words = f"Geschorst sinds {when(overleg.geschorst_op, now)}"
    if overleg.verder_op is not None:
        words += f", verder om {when(overleg.verder_op, now)}"
    return f"{words} ({reason})" if reason else words
