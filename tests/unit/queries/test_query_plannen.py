"""No screen may read a whole table with its texts: SQLite's own plan of every statement is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session
from wereld import VANDAAG, Wereld

from vhdesk.queries.acties import acties_vorige, open_acties
from vhdesk.queries.agenda import agenda
from vhdesk.queries.agendeerbaar import agendeerbaar
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dubbele import dubbele_personen
from vhdesk.queries.overleg import deelnemers, overleggen
from vhdesk.queries.sprong import sprong
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.verslag import verslag, verslagen

# Tables that grow with the years. A scan of a covering index is allowed: narrow, and it stops at the limit.
GROEIT = (
    "casus|persoon|betrokkene|casuspartner|casusroltoewijzing|actie|besluit|agendapunt|overleg|deelnemer|inbreng|"
    "zrmscore|factor|persoonrelatie|samenvoeging|plan_van_aanpak|plandoel|scenario|zoekregel|journaal|verslagstand"
)
HEEL = re.compile(rf"SCAN (\w+ AS )?({GROEIT})\b(?!.*COVERING INDEX)")
# Walked in the order that is asked until there are enough; the last holds only meetings that are still to be held.
TOT_DE_GRENS = {
    "SCAN overleg USING INDEX ix_overleg_datum",
    "SCAN persoon USING INDEX ix_persoon_naam_norm",
    "SCAN persoon USING INDEX ix_persoon_klank",
    "SCAN overleg USING INDEX ix_overleg_te_houden",
    # What they hold is the condition itself, so that no row is read: they are as good as covering.
    "SCAN plan_van_aanpak USING INDEX ix_plan_met_doel",
    "SCAN journaal USING INDEX ix_journaal_brief",
}


class Plannen:
    """Asks SQLite how it does every statement that a query runs."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._gedaan: list[tuple[str, Any]] = []

    def _before(self, _conn: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        self._gedaan.append((statement, parameters))

    def van(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> list[str]:
        engine = self._session.get_bind()
        event.listen(engine, "before_cursor_execute", self._before)
        query(self._session, *args, **kwargs)
        event.remove(engine, "before_cursor_execute", self._before)
        raw = self._session.connection().connection.driver_connection
        assert raw is not None
        return [
            stap[3]
            for statement, parameters in self._gedaan
            if statement.lstrip().upper().startswith(("SELECT", "WITH"))
            for stap in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.fixture
def plannen(session: Session) -> Plannen:
    return Plannen(session)


@pytest.fixture
def ids(wereld: Wereld) -> dict[str, str]:
    overleg, casus = wereld.overleg(wereld.tafel()), wereld.casus(wereld.persoon("Visser"))
    wereld.punt(overleg, casus)
    wereld.actie(casus, overleg=overleg)
    return {"overleg_id": overleg.id, "casus_id": casus.id, "tafel_id": overleg.tafel_id}


VRAGEN: tuple[tuple[Callable[..., Any], tuple[str, ...], dict[str, Any]], ...] = (
    (vandaag, (), {"op": VANDAAG}),
    (
        dubbele_personen,
        (),
        {"geslachtsnaam": "Visser", "voornamen": "Jan", "geboortedatum": VANDAAG, "postcode": "7511AA"},
    ),
    (overleggen, (), {}),
    (agenda, ("overleg_id",), {}),
    (deelnemers, ("overleg_id",), {}),
    (agendeerbaar, ("overleg_id",), {}),
    (agendeerbaar, ("overleg_id",), {"alle_tafels": True}),
    (tekorten, ("overleg_id",), {}),
    (acties_vorige, ("overleg_id",), {}),
    (verslag, ("overleg_id",), {}),
    (verslagen, (), {}),
    (dossier, ("casus_id",), {}),
    (open_acties, (), {"vandaag": date(2026, 12, 2)}),
    (casuslijst, (), {}),
    (casuslijst, (), {"zoek": "vis"}),
    (sprong, (), {"zoek": "vis"}),
)


@pytest.mark.parametrize(
    ("query", "argumenten", "velden"), VRAGEN, ids=[f"{v[0].__name__}{n}" for n, v in enumerate(VRAGEN)]
)
def test_no_screen_reads_a_whole_table(
    plannen: Plannen,
    ids: dict[str, str],
    query: Callable[..., Any],
    argumenten: tuple[str, ...],
    velden: dict[str, Any],
) -> None:
    stappen = plannen.van(query, *(ids[naam] for naam in argumenten), **velden)
    assert stappen
    assert [stap for stap in stappen if HEEL.search(stap) and stap not in TOT_DE_GRENS] == []


def test_the_groups_of_the_start_page_come_from_one_narrow_index(plannen: Plannen) -> None:
    stappen = plannen.van(vandaag, op=VANDAAG)
    casus = [stap for stap in stappen if re.match(r"(SCAN|SEARCH) casus\b", stap)]
    assert len(casus) >= 6
    assert {stap for stap in casus if not re.search(r"COVERING INDEX ix_casus_(stand|termijn)", stap)} <= {
        "SEARCH casus USING INDEX sqlite_autoindex_casus_1 (id=?)",  # the cases of the five meetings ahead
        "SEARCH casus USING COVERING INDEX ix_casus_hulp (status=?)",  # help without regie, counted apart
        "SCAN casus USING COVERING INDEX ix_casus_hulp",
    }
