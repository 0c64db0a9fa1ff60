"""What the first questions after unlocking need was made before: SQL outlives a lock, and what was asked does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.sprong import sprong
from vhdesk.queries.vandaag import vandaag
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.rehearsal import rehearse
from vhdesk.store import dialect

MERK = "Merkeveen"


@pytest.fixture
def hits(kluis: Kluis) -> list[bool]:
    """For each statement from here on, whether its SQL was there already."""
    found: list[bool] = []

    def before(_conn: Any, _cursor: Any, _sql: str, _values: Any, context: Any, _many: bool) -> None:
        if context.compiled is not None:
            found.append(context.cache_hit is context.dialect.CACHE_HIT)

    event.listen(kluis._vault.database.engine, "before_cursor_execute", before)
    return found


def test_the_start_page_and_the_lists_ask_what_was_rehearsed(kluis: Kluis, hits: list[bool]) -> None:
    rehearse()
    kluis.desk.log("Kluis openen", "kluis", "")
    kluis.desk.ask(vandaag, op=date(2026, 12, 2))
    kluis.desk.ask(overleggen)
    kluis.desk.ask(casuslijst)
    assert len(hits) > 12
    assert hits == [True] * len(hits)


def test_a_case_and_a_meeting_ask_what_was_rehearsed(kluis: Kluis, hits: list[bool]) -> None:
    rehearse()
    tafel = kluis.desk.ask(tafels)[0]
    casus = kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=MERK)))
    overleg = kluis.desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=date(2026, 12, 9)))
    kluis.desk.ask(vandaag, op=date(2026, 12, 2))
    hits.clear()
    kluis.desk.ask(dossier, casus.id)
    kluis.desk.ask(agenda, overleg.id)
    assert len(hits) > 12
    assert hits == [True] * len(hits)


def test_what_was_asked_is_not_kept_with_the_sql(kluis: Kluis) -> None:
    casus = kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=MERK)))
    kluis.desk.ask(casuslijst, zoek=MERK)
    kluis.desk.ask(sprong, zoek=MERK)
    kluis.desk.ask(dossier, casus.id)
    kluis.sluiten()
    kept = dialect._kept().values()
    assert len(kept) > 12
    values = {str(bind.value) for made in kept for bind in made.bind_names}  # type: ignore[attr-defined]
    assert "casemanager" in values  # a word of the profession is part of a statement
    assert not {value for value in values if MERK.casefold() in value.casefold() or value == casus.id}


def test_sql_of_other_statements_goes_with_the_vault() -> None:
    class Made:
        def __init__(self, **options: bool) -> None:
            self.execution_options = options

    one, other = dialect.SqlCache(), dialect.SqlCache()
    kept, own = Made(**{dialect.KEPT: True}), Made()
    one["vast"], one["los"] = kept, own  # type: ignore[assignment]
    assert (one.get("vast"), one.get("los")) == (kept, own)
    assert (other.get("vast"), other.get("los")) == (kept, None)
    del dialect._kept()["vast"]
