"""Who was out of the room at a case: recorded, undone, in the minutes, and in the way of taking people off the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.verslag import verslag
from vhdesk.queries.zaal import omstanders
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerWeghalen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.services.zaal import ZaalVerlatenTerugnemen, ZaalVerlatenVastleggen
from vhdesk.vocabulary import Aanwezigheid, Agendasoort

Dump = Callable[[Desk], Any]


@pytest.fixture
def lopend(oefen: Any) -> tuple[Desk, str, str]:
    """The practice meeting, open, everybody present: desk, meeting and its first case."""
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    for row in desk.ask(deelnemers, result.overleg_id):
        desk.execute(AanwezigheidVastleggen(deelnemer_id=row.id, aanwezigheid=Aanwezigheid.AANWEZIG))
    punten = desk.ask(agenda, result.overleg_id).punten
    return desk, result.overleg_id, next(punt.id for punt in punten if punt.soort is Agendasoort.CASUS)


def test_partners_of_the_case_chair_and_secretary_belong_there(lopend: tuple[Desk, str, str]) -> None:
    desk, _, punt_id = lopend
    rows = desk.ask(omstanders, punt_id)
    organisaties = {row.organisatie for row in rows}
    assert {"Gemeente Enschede", "Woonstichting De Stroom"} <= organisaties  # level 0 and no level
    assert not {"Politie", "Mediant GGZ", "Zorg- en Veiligheidshuis Twente"} & organisaties
    assert not any(row.weg for row in rows)


def test_an_item_without_a_case_has_no_strangers(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, _ = lopend
    opening = desk.ask(agenda, overleg_id).punten[0]
    assert desk.ask(omstanders, opening.id) == ()
    with pytest.raises(NotFound):  # a guest may leave at such an item, but somebody must be meant
        desk.execute(ZaalVerlatenVastleggen(agendapunt_id=opening.id, deelnemer_ids=("x",)))


def test_recorded_undone_and_done_again(lopend: tuple[Desk, str, str], dump: Dump) -> None:
    desk, _, punt_id = lopend
    ids = tuple(row.id for row in desk.ask(omstanders, punt_id))
    before = dump(desk)
    desk.execute(ZaalVerlatenVastleggen(agendapunt_id=punt_id, deelnemer_ids=(*ids, ids[0])))
    assert all(row.weg for row in desk.ask(omstanders, punt_id))
    with pytest.raises(RuleViolation, match="niemand_verlaat_de_zaal"):
        desk.execute(ZaalVerlatenVastleggen(agendapunt_id=punt_id, deelnemer_ids=ids))
    desk.undo()
    assert dump(desk) == before
    desk.redo()
    desk.execute(ZaalVerlatenTerugnemen(agendapunt_id=punt_id, deelnemer_ids=ids))
    assert not any(row.weg for row in desk.ask(omstanders, punt_id))
    with pytest.raises(RuleViolation, match="niemand_terug_in_de_zaal"):
        desk.execute(ZaalVerlatenTerugnemen(agendapunt_id=punt_id, deelnemer_ids=ids))


def test_who_was_out_of_the_room_stays_on_the_list(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, punt_id = lopend
    ids = tuple(row.id for row in desk.ask(omstanders, punt_id))
    desk.execute(ZaalVerlatenVastleggen(agendapunt_id=punt_id, deelnemer_ids=ids))
    with pytest.raises(RuleViolation, match="deelnemer_was_zaal_uit"):
        desk.execute(DeelnemerWeghalen(deelnemer_id=ids[0]))
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden="Te vroeg."))
    desk.execute(DeelnemerWeghalen(deelnemer_id=ids[0]))


def test_the_minutes_say_who_was_out(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, punt_id = lopend
    rows = desk.ask(omstanders, punt_id)
    desk.execute(ZaalVerlatenVastleggen(agendapunt_id=punt_id, deelnemer_ids=tuple(row.id for row in rows)))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="Oefening."))
    minutes = desk.ask(verslag, overleg_id)
    (sheet,) = [punt.casus for punt in minutes.punten if punt.id == punt_id]
    assert sheet is not None and len(sheet.zaal_uit) == len(rows)
    assert "Tom Bruggeman (Woonstichting De Stroom)" in sheet.zaal_uit
    assert verslag_pdf(minutes, clock_now=desk.clock.now(), program_version="0")
