"""A case that nobody referred comes up in the meeting: one act enters it and puts it on the agenda, one undo takes both back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import gemeenten
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.triage import triagelijst
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.services.tussendoor import CasusTussendoorAanmelden
from vhdesk.vocabulary import CasusStatus, Overlegstatus

Dump = Callable[[Desk], Any]


@pytest.fixture
def lopend(oefen: Any) -> tuple[Desk, str, CasusAanmelden]:
    """The practice meeting, open: desk, meeting, and the least that is asked of a case."""
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    enschede = next(row.id for row in desk.ask(gemeenten) if row.naam == "Enschede")
    casus = CasusAanmelden(
        hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Tussendoor"),
        gemeente_id=enschede,
        aanleiding="Vannacht uit huis gezet.",
    )
    return desk, result.overleg_id, casus


def test_it_stands_on_the_agenda_and_waits_for_triage(lopend: tuple[Desk, str, CasusAanmelden]) -> None:
    desk, overleg_id, casus = lopend
    event = desk.execute(CasusTussendoorAanmelden(overleg_id=overleg_id, casus=casus, positie=2))
    punten = desk.ask(agenda, overleg_id).punten
    assert [punt.id for punt in punten].index(event.id) == 2
    punt = punten[2]
    assert punt.casusstatus is CasusStatus.AANGEMELD
    assert punt.casus_id is not None
    kop = desk.ask(dossier, punt.casus_id, vandaag=desk.clock.today()).kop
    assert (kop.aanleiding, kop.gemeente) == ("Vannacht uit huis gezet.", "Enschede")
    assert punt.casus_id in {row.id for row in desk.ask(triagelijst)}


def test_one_undo_takes_both_back(lopend: tuple[Desk, str, CasusAanmelden]) -> None:
    desk, overleg_id, casus = lopend
    voor = [punt.id for punt in desk.ask(agenda, overleg_id).punten]
    event = desk.execute(CasusTussendoorAanmelden(overleg_id=overleg_id, casus=casus))
    punt = next(p for p in desk.ask(agenda, overleg_id).punten if p.id == event.id)
    desk.undo()
    assert [punt.id for punt in desk.ask(agenda, overleg_id).punten] == voor
    assert punt.casus_id not in {row.id for row in desk.ask(triagelijst)}


def test_the_least_is_asked_and_nothing_is_left_behind(
    lopend: tuple[Desk, str, CasusAanmelden], dump: Dump
) -> None:
    desk, overleg_id, casus = lopend
    voor = dump(desk)
    for wat, code in (
        (replace(casus, aanleiding=" "), "reden_ontbreekt"),
        (replace(casus, gemeente_id=None), "gemeente_ontbreekt"),
        (replace(casus, hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="  ")), "naam_ontbreekt"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(CasusTussendoorAanmelden(overleg_id=overleg_id, casus=wat))
    assert dump(desk) == voor


def test_only_a_table_that_sits_takes_it_up(lopend: tuple[Desk, str, CasusAanmelden]) -> None:
    desk, _, casus = lopend
    gepland = next(row.id for row in desk.ask(overleggen) if row.status is Overlegstatus.GEPLAND)
    with pytest.raises(RuleViolation, match="overleg_niet_aan_de_gang"):
        desk.execute(CasusTussendoorAanmelden(overleg_id=gepland, casus=casus))
