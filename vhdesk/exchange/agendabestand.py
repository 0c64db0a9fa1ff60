"""The agenda of one partner as an appointment: when it is expected, with its own cases by number and nothing else."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event

from vhdesk.clock import amsterdam
from vhdesk.queries.partneragenda import PartnerAgenda

PRODID = "-//vhdesk//agenda per partner//NL"


def partneragenda_ics(agenda: PartnerAgenda, gemaakt_op: datetime) -> bytes:
    """Return the appointment from the first case of the partner to its last; the whole meeting when it has none. The
    same meeting and partner keep one UID, so that a later file replaces the appointment."""
    van, tot = agenda.aankomst or agenda.begintijd, agenda.vertrek or agenda.eindigt
    begin = _moment(agenda, van)
    einde = _moment(agenda, tot)
    afspraak = Event()
    afspraak.add("uid", f"{agenda.id}-{agenda.organisatie_id}@vhdesk")
    afspraak.add("dtstamp", gemaakt_op)
    afspraak.add("dtstart", begin)
    afspraak.add("dtend", max(einde, begin))
    afspraak.add("summary", f"Overleg {agenda.tafel}")
    if agenda.plaats:
        afspraak.add("location", agenda.plaats)
    afspraak.add("class", "CONFIDENTIAL")
    afspraak.add("description", "\n".join(f"{punt.begint:%H:%M} {punt.woorden()}" for punt in agenda.punten))
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add_component(afspraak)
    kalender.add_missing_timezones(
        first_date=date(agenda.datum.year, 1, 1), last_date=date(agenda.datum.year + 1, 12, 31)
    )
    return bytes(kalender.to_ical())


def _moment(agenda: PartnerAgenda, klok: time) -> datetime:
    """Return this time on the clock as a moment of the meeting: what is before its begin is after midnight."""
    dag = agenda.datum + timedelta(days=1) if klok < agenda.begintijd else agenda.datum
    return datetime.combine(dag, klok, amsterdam())
