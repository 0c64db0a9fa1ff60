"""One sentence of the start page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vhdesk.dutch_date import DAYS, MONTHS


@dataclass(frozen=True, slots=True)
class Zin:
    """``tekst`` says what waits, ``toelichting`` what it lacks; ``handeling`` names the act in menu and palette;
    Enter goes to ``page_id`` with ``target``. The lower ``rang``, the more urgent."""

    id: str
    rang: int
    tekst: str
    handeling: str
    page_id: str
    target: str = ""
    toelichting: str = ""
    icon: str = "arrow-right"
    state: str = "muted"


def dag_en_maand(dag: date, vandaag: date) -> str:
    """Return "wo 2 december", with the year only when it is another one."""
    woorden = f"{DAYS[dag.weekday()][:2]} {dag.day} {MONTHS[dag.month - 1]}"
    return woorden if dag.year == vandaag.year else f"{woorden} {dag.year}"
