"""How a fixed agenda reads: when and by whom, and what changed since."""

from __future__ import annotations

from typing import Final

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words
from vhdesk.queries.agenda import Agenda
from vhdesk.queries.vaststelling import AgendawijzigingRow, Vaststelling
from vhdesk.ui.overleg.words import punt_title
from vhdesk.vocabulary_agenda import Agendawijziging

FIRST: Final = 4  # so many changes are said; of the others how many


def fixed_words(found: Vaststelling | None, agenda: Agenda) -> str:
    """Return "" while the agenda is a concept."""
    if found is None:
        return ""
    moment = local(found.op)
    head = f"Vastgesteld op {date_in_words(moment.date())} om {moment:%H:%M} door {found.door}."
    if not found.wijzigingen:
        return head
    names = {punt.id: punt_title(punt) for punt in agenda.punten}
    said = [_change(row, names) for row in found.wijzigingen[:FIRST]]
    rest = len(found.wijzigingen) - FIRST
    if rest > 0:
        said.append(f"en nog {rest}")
    return f"{head} Daarna gewijzigd: {'; '.join(said)}."


def _change(row: AgendawijzigingRow, names: dict[str, str]) -> str:
    name = names.get(row.id.partition("/")[0]) or row.naam
    if row.wat is Agendawijziging.MINUTEN:
        return f"{name} van {row.was} naar {row.nu}\u00a0min"
    return f"{name} {row.wat.label}"
