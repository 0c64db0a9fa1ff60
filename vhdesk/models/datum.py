"""Which days can be: one rule for each kind of date, so that a slip in the year is said where it is typed.

A rule measures against a day that belongs to the record itself (the day of a decision, the day an action arose) wherever
there is one: what was right when it was stored stays right, and undo never meets a refusal.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from vhdesk.errors import RuleViolation

EERSTE_GEBOORTE: Final = date(1900, 1, 1)
TERMIJN: Final = timedelta(days=3653)  # ten years: longer than any promise or plan of a case
ROND_BESLUIT: Final = timedelta(days=366)  # a decision may have been in force before it was recorded
OVERLEG_TERUG: Final = timedelta(days=366)  # a meeting of which the minutes are made afterwards
OVERLEG_VOORUIT: Final = timedelta(days=3 * 366)
INBRENG_VOORUIT: Final = timedelta(days=31)  # brought in for the meeting that comes
LANGSTE_OVERLEG: Final = timedelta(hours=12)


def check_geboorte(dag: date | None, vandaag: date) -> None:
    """Raise RuleViolation for a day on which nobody was born of whom a case can be."""
    if dag is None:
        return
    if dag > vandaag:
        raise RuleViolation("geboortedatum_in_toekomst", field="geboortedatum")
    if dag < EERSTE_GEBOORTE:
        raise RuleViolation("geboortedatum_te_oud", field="geboortedatum")


def check_inbreng(dag: date, vandaag: date) -> None:
    """Raise RuleViolation for a day on which nothing can have been brought in: it was, or is for the next meeting."""
    _binnen(dag, EERSTE_GEBOORTE, vandaag + INBRENG_VOORUIT, "datum")


def check_termijn(dag: date | None, vanaf: date, veld: str) -> None:
    """Raise RuleViolation for a term before the day on which it was agreed (``vanaf``), or beyond any promise."""
    if dag is None:
        return
    if dag < vanaf:
        raise RuleViolation("termijn_voor_begin", field=veld, begin=vanaf)
    _binnen(dag, vanaf, vanaf + TERMIJN, veld)


def check_ingang(dag: date | None, besloten: date) -> None:
    """Raise RuleViolation for a day that cannot be the first of a decision of ``besloten``."""
    if dag is not None:
        _binnen(dag, besloten - ROND_BESLUIT, besloten + TERMIJN, "ingangsdatum")


def check_overlegdatum(dag: date, vandaag: date) -> None:
    """Raise RuleViolation for a day on which no meeting is planned, nor one recorded afterwards."""
    _binnen(dag, vandaag - OVERLEG_TERUG, vandaag + OVERLEG_VOORUIT, "datum")


def check_overlegtijd(begin: time, einde: time | None) -> None:
    """Raise RuleViolation when a meeting would end before it begins; one that goes past midnight may."""
    if einde is None:
        return
    if einde == begin:
        raise RuleViolation("eindtijd_gelijk", field="eindtijd")
    start = datetime.combine(date.min, begin)
    duur = datetime.combine(date.min, einde) - start
    if duur < timedelta(0):
        duur += timedelta(days=1)
    if duur > LANGSTE_OVERLEG:
        raise RuleViolation(
            "eindtijd_voor_begin", field="eindtijd", uren=LANGSTE_OVERLEG // timedelta(hours=1)
        )


def _binnen(dag: date, eerste: date, laatste: date, veld: str) -> None:
    if dag < eerste:
        raise RuleViolation("datum_te_lang_geleden", field=veld, eerste=eerste)
    if dag > laatste:
        raise RuleViolation("datum_te_ver", field=veld, laatste=laatste)
