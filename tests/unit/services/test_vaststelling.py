"""A fixed agenda: what changes after it is listed, and it becomes a concept again only with a reason before opening."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.queries.verslag import verslag
from vhdesk.services.agenda import (
    AgendapuntVerplaatsen,
    CasusAgenderen,
    CasusVanAgendaHalen,
    MinutenBepalen,
)
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegAfzeggen, OverlegOpenen, OverlegPlannen
from vhdesk.services.vaststelling import AgendaVaststellen, AgendaVaststellingTerugnemen
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import Agendawijziging


@pytest.fixture
def overleg(desk: Desk) -> str:
    """A planned meeting with three cases."""
    gepland = desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 16))).id
    for naam in ("Een", "Twee", "Drie"):
        desk.execute(CasusAgenderen(overleg_id=gepland, casus_id=casus(desk, naam)))
    return gepland


def casus(desk: Desk, naam: str) -> str:
    return desk.execute(
        CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam), tafel_id=meldingen.tafel(desk))
    ).id


def punten(desk: Desk, overleg: str) -> dict[str, Any]:
    return {punt.naam or punt.soort.value: punt for punt in desk.ask(agenda, overleg).punten}


def test_what_changes_after_fixing_is_listed(desk: Desk, overleg: str) -> None:
    assert desk.ask(vaststelling, overleg) is None
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    stand = desk.ask(vaststelling, overleg)
    assert stand is not None and (stand.door, stand.wijzigingen) == (desk.actor.naam, ())
    voor = punten(desk, overleg)
    desk.execute(MinutenBepalen(agendapunt_id=voor["Een"].id, minuten=25))
    desk.execute(AgendapuntVerplaatsen(agendapunt_id=voor["Drie"].id, positie=1))
    desk.execute(CasusVanAgendaHalen(agendapunt_id=voor["Twee"].id))
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus(desk, "Vier")))
    na = punten(desk, overleg)
    w = Agendawijziging
    found = desk.ask(vaststelling, overleg)
    assert found is not None
    assert [(rij.wat, rij.casusnummer, rij.was, rij.nu) for rij in found.wijzigingen] == [
        (w.VERPLAATST, na["Drie"].casusnummer, 10, 10),
        (w.MINUTEN, na["Een"].casusnummer, 10, 25),
        (w.TOEGEVOEGD, na["Vier"].casusnummer, 0, 10),
        (w.VERVALLEN, voor["Twee"].casusnummer, 10, 0),
    ]
    desk.execute(
        CasusAgenderen(overleg_id=overleg, casus_id=voor["Twee"].casus_id, positie=voor["Twee"].volgorde)
    )
    terug = desk.ask(vaststelling, overleg)
    assert terug is not None and w.VERVALLEN not in {rij.wat for rij in terug.wijzigingen}
    papier = desk.ask(verslag, overleg).vaststelling
    assert papier is not None and len(papier.wijzigingen) == len(terug.wijzigingen)


def test_a_fixed_item_that_moved_is_called_by_its_kind(desk: Desk, overleg: str) -> None:
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    rondvraag = punten(desk, overleg)["rondvraag"]
    desk.execute(AgendapuntVerplaatsen(agendapunt_id=rondvraag.id, positie=1))
    found = desk.ask(vaststelling, overleg)
    assert found is not None
    assert [(rij.wat, rij.soort, rij.casusnummer) for rij in found.wijzigingen] == [
        (Agendawijziging.VERPLAATST, Agendasoort.RONDVRAAG, "")
    ]
    desk.undo()
    assert desk.ask(vaststelling, overleg).wijzigingen == ()  # type: ignore[union-attr]


def test_taking_back_asks_a_reason_and_a_meeting_that_is_not_open(desk: Desk, overleg: str) -> None:
    with pytest.raises(RuleViolation, match="agenda_niet_vastgesteld"):
        desk.execute(AgendaVaststellingTerugnemen(overleg_id=overleg, reden="Te vroeg."))
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    with pytest.raises(RuleViolation, match="agenda_al_vastgesteld"):
        desk.execute(AgendaVaststellen(overleg_id=overleg))
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(AgendaVaststellingTerugnemen(overleg_id=overleg, reden=" "))
    desk.execute(AgendaVaststellingTerugnemen(overleg_id=overleg, reden="Te vroeg."))
    assert desk.ask(vaststelling, overleg) is None
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    desk.execute(OverlegOpenen(overleg_id=overleg))
    for command in (
        AgendaVaststellen(overleg_id=overleg),
        AgendaVaststellingTerugnemen(overleg_id=overleg, reden="Te laat."),
    ):
        with pytest.raises(RuleViolation, match="overleg_niet_gepland"):
            desk.execute(command)
    assert desk.ask(vaststelling, overleg) is not None


def test_a_cancelled_meeting_comes_back_with_its_fixed_agenda(desk: Desk, overleg: str) -> None:
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    stand = desk.ask(vaststelling, overleg)
    desk.execute(OverlegAfzeggen(overleg_id=overleg))
    desk.undo()
    assert desk.ask(vaststelling, overleg) == stand
