"""A meeting that was held on paper: entered afterwards, with minutes that only differ in saying so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import overleg_kop
from vhdesk.queries.verslag import verslag
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegHeropenen, OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten, OverlegVanPapierMerken

Dump = Callable[[Desk], Any]


def hold(desk: Desk, overleg_id: str) -> None:
    """Discuss the first case and decide on it."""
    punt = next(punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id)
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
    assert punt.casus_id is not None
    desk.execute(
        BesluitVastleggen(
            casus_id=punt.casus_id,
            overleg_id=overleg_id,
            type_code="afspraak",
            gremium_code="werktafel",
            tekst="Zo.",
        )
    )


def test_the_minutes_equal_those_of_the_live_path_but_for_the_mark(oefen: Any) -> None:
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    hold(desk, result.overleg_id)
    live = desk.ask(verslag, result.overleg_id)
    desk.execute(OverlegVanPapierMerken(overleg_id=result.overleg_id))
    paper = desk.ask(verslag, result.overleg_id)
    assert paper.van_papier and not live.van_papier
    assert replace(paper, van_papier=False) == live
    desk.execute(OverlegSluiten(overleg_id=result.overleg_id, reden="proef"))
    assert desk.ask(verslag, result.overleg_id).van_papier


def test_undone_and_taken_back_with_the_opening(oefen: Any, dump: Dump) -> None:
    desk, result = oefen
    with pytest.raises(RuleViolation, match="overleg_niet_aan_de_gang"):
        desk.execute(OverlegVanPapierMerken(overleg_id=result.overleg_id))
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    before = dump(desk)
    desk.execute(OverlegVanPapierMerken(overleg_id=result.overleg_id))
    with pytest.raises(RuleViolation, match="overleg_al_zo_gemerkt"):
        desk.execute(OverlegVanPapierMerken(overleg_id=result.overleg_id))
    desk.undo()
    assert dump(desk) == before
    desk.redo()
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=result.overleg_id, reden="Te vroeg."))
    assert not desk.ask(overleg_kop, result.overleg_id).van_papier


def test_minutes_that_exist_do_not_change_their_origin(oefen: Any) -> None:
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    desk.execute(OverlegSluiten(overleg_id=result.overleg_id, reden="proef"))
    desk.execute(OverlegHeropenen(overleg_id=result.overleg_id, reden="proef"))
    with pytest.raises(RuleViolation, match="overleg_niet_aan_de_gang"):
        desk.execute(OverlegVanPapierMerken(overleg_id=result.overleg_id))
