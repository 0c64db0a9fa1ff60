"""How meetings, items, participants and cases read on this page: rows as list items, dates and times as words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from vhdesk.clock import local
from vhdesk.dutch_date import MONTHS, date_in_words
from vhdesk.queries.agenda import Agenda, AgendapuntRow
from vhdesk.queries.casusstand import is_ongewogen
from vhdesk.queries.overleg import DeelnemerRow, HeropeningRow, OverlegRow
from vhdesk.queries.uitnodiging import GenodigdeRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import eventueel, met_punten
from vhdesk.vocabulary import Aanwezigheid, Agendasoort, CasusStatus, Fase, Overlegstatus, Puntstatus
from vhdesk.vocabulary_agenda import Deelnemersoort, punt_naam

CODE_ROOD: Final = "Code Rood"  # the name of the doelgroep too
_OVERLEG_ICON: Final = {
    Overlegstatus.GEPLAND: ("calendar", "muted"),
    Overlegstatus.LOPEND: ("circle-dot", "accent"),
    Overlegstatus.GESLOTEN: ("circle-check", "ok"),
}
_PUNT_ICON: Final = {
    Puntstatus.OPEN: ("circle", "muted"),
    Puntstatus.BEZIG: ("circle-dot", "accent"),
    Puntstatus.BESPROKEN: ("circle-check", "ok"),
}
_AANWEZIG: Final = {
    Aanwezigheid.UITGENODIGD: ("circle", "muted", "muted"),
    Aanwezigheid.AANWEZIG: ("circle-check", "ok", "ok"),
    Aanwezigheid.LATER: ("clock", "warn", "warn"),
    Aanwezigheid.EERDER_WEG: ("log-out", "warn", "warn"),
    Aanwezigheid.VERHINDERD: ("mail", "muted", "muted"),
    Aanwezigheid.AFWEZIG: ("user-x", "danger", "danger"),
}


def hours(moment: time) -> str:
    """Return "13:30"."""
    return f"{moment:%H:%M}"


def short_day(day: date) -> str:
    """Return "wo 4 nov" for a date nobody doubts the year of."""
    return f"{date_in_words(day)[:2]} {day.day} {MONTHS[day.month - 1][:3]}"


def later(moment: time, minutes: int) -> time:
    """Return the time on the clock ``minutes`` after ``moment``, past midnight if need be."""
    return (datetime.combine(date(2000, 1, 1), moment) + timedelta(minutes=minutes)).time()


def minutes_over(overleg: OverlegRow, agenda: Agenda) -> int:
    """Return how many minutes the agenda runs beyond the planned end; 0 when it fits or no end is planned."""
    if overleg.eindtijd is None:
        return 0
    begin = overleg.begintijd.hour * 60 + overleg.begintijd.minute
    einde = overleg.eindtijd.hour * 60 + overleg.eindtijd.minute
    return max(0, agenda.minuten - (einde - begin) % (24 * 60))


def overleg_line(row: OverlegRow) -> TwoLine:
    """A meeting in the list of meetings."""
    name, role = _OVERLEG_ICON[row.status]
    running = row.status is Overlegstatus.LOPEND
    again = running and row.eerst_gesloten_op is not None
    waits = "heropend" if again else "geschorst" if row.geschorst_op is not None else ""
    return TwoLine(
        title=date_in_words(row.datum),
        subtitle=met_punten((row.tafel, eventueel(row.casussen, "casus", "casussen"))),
        right=hours(row.begintijd),
        icon=name,
        icon_role=role,
        state_text=row.status.label,
        rest=row.status is Overlegstatus.GESLOTEN,
        pill=waits or (row.status.label if running else ""),
        pill_state="warn" if waits else "accent",
    )


def heropend_line(row: HeropeningRow) -> str:
    """Return when a meeting was opened again, by whom, and why."""
    moment = local(row.tijdstip)
    return f"{date_in_words(moment.date())} om {moment:%H:%M} door {row.door}: {row.reden}"


def ongewogen(status: CasusStatus | None) -> str:
    """Return the mark of a referral on an agenda: it is there to be weighed, nobody leads it yet."""
    return "niet gewogen" if status is not None and is_ongewogen(status) else ""


def punt_kind(punt: AgendapuntRow) -> str:
    """Return what kind of case an item is about: that it came as Code Rood, and its doelgroep unless that says the same."""
    rood = CODE_ROOD if punt.code_rood and punt.doelgroep != CODE_ROOD else ""
    return met_punten((rood, punt.doelgroep))


def punt_title(punt: AgendapuntRow) -> str:
    """Return what an item is called: the person of the case, or the title of an item without one."""
    if punt.soort is Agendasoort.CASUS:
        return punt.naam or punt.titel or punt.casusnummer
    return punt_naam(punt.soort, punt.eigen_titel)


def _closed(punt: AgendapuntRow) -> str:
    return "besloten" if punt.besloten else ""


def punt_line(punt: AgendapuntRow) -> TwoLine:
    """An item in the agenda of a running or closed meeting."""
    name, role = _PUNT_ICON[punt.status]
    outcome = (
        eventueel(punt.besluiten, "besluit", "besluiten"),
        eventueel(punt.acties, "actie", "acties"),
    )
    kind = punt_kind(punt) if not any(outcome) else met_punten(outcome)
    return TwoLine(
        title=punt_title(punt),
        subtitle=met_punten(
            (
                _closed(punt),
                ongewogen(punt.casusstatus),
                kind or eventueel(punt.minuten, "minuut", "minuten"),
            )
        ),
        right=hours(punt.begint),
        icon=name,
        icon_role=role,
        state_text=punt.status.label,
        rest=punt.status is Puntstatus.BESPROKEN,
    )


def punt_words(punt: AgendapuntRow) -> str:
    """What an item is found by: its words in the list and what these leave out."""
    return " ".join((punt_line(punt).spoken(), punt.casusnummer, punt_kind(punt)))


NEXT_PHASE: Final = {Fase.BEELD: Fase.OORDEEL, Fase.OORDEEL: Fase.BESLUIT}


def concept_line(punt: AgendapuntRow) -> TwoLine:
    """An item in the agenda that is being made: its time and its minutes."""
    return TwoLine(
        title=punt_title(punt),
        subtitle=met_punten(
            (
                _closed(punt),
                ongewogen(punt.casusstatus),
                *(
                    (punt.casusnummer, punt_kind(punt))
                    if punt.casus_id is not None
                    else ("vrij punt" if punt.soort is Agendasoort.VRIJ else "vast agendapunt",)
                ),
            )
        ),
        right=f"{hours(punt.begint)}  ·  {punt.minuten}\u00a0min",
        icon="grip-vertical" if punt.soort is not Agendasoort.OPENING else "circle",
    )


def deelnemer_line(row: DeelnemerRow) -> TwoLine:
    """A participant with the state of the attendance."""
    name, role, pill = _AANWEZIG[row.aanwezigheid]
    known = row.aanwezigheid is not Aanwezigheid.UITGENODIGD
    return TwoLine(
        title=row.naam,
        subtitle=met_punten(
            (
                row.organisatie,
                row.functie,
                row.bijzonder(),
                row.opmerking,
                "geheimhouding bevestigd" if row.geheimhouding_op is not None else "",
                "achteraf toegevoegd" if row.achteraf else "",
            )
        ),
        icon=name,
        icon_role=role,
        state_text="" if known else "aanwezigheid nog niet vastgesteld",
        pill=row.aanwezigheid.label if known else "",
        pill_state=pill,
    )


def genodigde_line(row: DeelnemerRow) -> TwoLine:
    """A participant of a meeting that is being prepared."""
    if row.gast:
        where = eventueel(row.punten, "punt", "punten") or "geen punt"
        return TwoLine(
            row.naam,
            met_punten((row.soort.label, f"bij {where}", row.opmerking)),
            icon="eye" if row.soort is Deelnemersoort.TOEHOORDER else "user",
        )
    return TwoLine(row.naam, met_punten((row.organisatie, row.functie, row.opmerking)), icon="user")


def uit_te_nodigen_line(row: GenodigdeRow) -> TwoLine:
    """An organisation that is involved in a case and has nobody on the list."""
    wie = ", ".join(filter(None, (row.contact, row.contact_telefoon)))
    return TwoLine(row.organisatie, met_punten((", ".join(row.casussen), wie)), icon="user-plus")


def agenda_count(overleg: OverlegRow, agenda: Agenda) -> str:
    """Return the line under the heading of an agenda: cases, how many are done, from when to when."""
    cases = [punt for punt in agenda.punten if punt.soort is Agendasoort.CASUS]
    done = sum(punt.status is Puntstatus.BESPROKEN for punt in cases)
    return met_punten(
        (
            eventueel(len(cases), "casus", "casussen") or "geen casussen",
            f"{done} besproken" if overleg.status is not Overlegstatus.GEPLAND else "",
            f"{hours(overleg.begintijd)}–{hours(agenda.eindigt)}",
        )
    )


NAMED: Final = 4  # organisations; of more only how many there are


def unsigned_words(organisaties: Sequence[str]) -> str:
    """Return the warning about who is invited, or asked, without a convenant; "" when all signed."""
    if not organisaties:
        return ""
    wie = (
        ", ".join(organisaties)
        if len(organisaties) <= NAMED
        else f"{len(organisaties)} organisaties op deze lijst"
    )
    return f"Convenant niet getekend: {wie}. Deel geen inhoud, of leg de handtekening vast bij Beheer, Organisaties."
