"""How scores of the Zelfredzaamheid-Matrix and statements of partners are worded, wherever they are shown."""

from __future__ import annotations

from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.vocabulary import Bronregime

# As in the sketch: what is at least beperkt is green, niet zelfredzaam amber, acute problematiek red.
SCORE_STATES: Final = {1: "danger", 2: "warn", 3: "ok", 4: "ok", 5: "ok"}


def score_woorden(score: int, naam: str) -> str:
    """Return "3 – beperkt"; "niet" alone would say too little, the others read well without "zelfredzaam"."""
    kort = naam if naam.startswith("niet") else naam.removesuffix(" zelfredzaam")
    return f"{score} – {kort}"


def score_gesproken(row: ZrmRow, naam: str) -> str:
    """Return a score as a sentence, with its day and what it was before."""
    eerder = ""
    if row.vorige is not None and row.vorige_datum is not None and row.vorige != row.score:
        eerder = f", was {row.vorige} op {short_date(row.vorige_datum)}"
    return f"Zelfredzaamheid {row.domein}: {score_woorden(row.score, naam)}, {short_date(row.datum)}{eerder}"


def verloop_woorden(row: ZrmRow) -> str:
    """Return "2 op 1-3-2026, 3 op 4-6-2026", the oldest first."""
    return ", ".join(f"{score} op {short_date(dag)}" for dag, score in row.verloop)


def inbreng_herkomst(row: InbrengRow) -> str:
    """Return its number, who said it, when, and under which secrecy."""
    regime = "" if row.regime is Bronregime.OVERIG else row.regime.label
    return met_punten((f"I-{row.nummer}", row.organisatie, short_date(row.datum), regime))
