"""The phases of a case: in order or with a reason, undone, timed, and gone with the opening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.fase import fasestand
from vhdesk.queries.verslag import verslag
from vhdesk.services.agenda import CasusVanAgendaHalen
from vhdesk.services.bespreekfase import FaseBeginnen, FaseTerugnemen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.vocabulary import Agendasoort, Fase

Dump = Callable[[Desk], Any]


@pytest.fixture
def lopend(oefen: Any) -> tuple[Desk, str, list[str]]:
    """The practice meeting, open: desk, meeting and the items of its cases."""
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    punten = desk.ask(agenda, result.overleg_id).punten
    return desk, result.overleg_id, [punt.id for punt in punten if punt.soort is Agendasoort.CASUS]


def test_a_case_begins_with_its_picture(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, _, (punt_id, *_rest) = lopend
    with pytest.raises(RuleViolation, match="agendapunt_niet_begonnen"):
        desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.OORDEEL))
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
    stand = desk.ask(fasestand, punt_id)
    assert (stand.nu, stand.besluit_open) == (Fase.BEELD, False)


def test_a_besluit_before_the_judgement_needs_a_reason(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, _, (punt_id, *_rest) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
    with pytest.raises(RuleViolation, match="besluitvorming_vraagt_reden"):
        desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.BESLUIT, reden="  "))
    desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.BESLUIT, reden="Spoed."))
    assert desk.ask(fasestand, punt_id).reden == "Spoed."


def test_undo_and_redo_bring_back_the_same(lopend: tuple[Desk, str, list[str]], dump: Dump) -> None:
    desk, _, (punt_id, *_rest) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
    before = dump(desk)
    desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.OORDEEL))
    after = dump(desk)
    desk.undo()
    assert dump(desk) == before
    desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    desk.redo()
    assert dump(desk) == after


def test_a_clock_set_back_does_not_turn_the_phases_round(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, _, (punt_id, *_rest) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
    desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.OORDEEL))
    desk.clock.moment -= timedelta(hours=1)  # type: ignore[attr-defined]
    desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.BESLUIT))
    assert desk.ask(fasestand, punt_id).nu is Fase.BESLUIT


def test_a_phase_can_be_taken_back_by_its_id_only_once(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, _, _ = lopend
    with pytest.raises(NotFound):
        desk.execute(FaseTerugnemen(fase_id="0" * 32))


def test_real_minutes_stand_in_the_minutes(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, (eerste, tweede, *_rest) = lopend
    clock: Any = desk.clock
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    for minutes, fase in ((7, Fase.OORDEEL), (4, Fase.BESLUIT), (2, Fase.OORDEEL), (1, Fase.BESLUIT)):
        clock.moment += timedelta(minutes=minutes)
        desk.execute(FaseBeginnen(agendapunt_id=eerste, fase=fase))
    clock.moment += timedelta(minutes=3)
    desk.execute(AgendapuntBeginnen(agendapunt_id=tweede))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    sheets = {punt.id: punt.casus for punt in desk.ask(verslag, overleg_id).punten}
    sheet = sheets[eerste]
    assert sheet is not None
    assert sheet.fasen == ((Fase.BEELD, 7), (Fase.OORDEEL, 5), (Fase.BESLUIT, 5))
    other = sheets[tweede]
    assert other is not None and other.fasen == ()


@pytest.mark.parametrize(
    "begin",
    [
        datetime(2027, 1, 12, 22, 50, tzinfo=UTC),  # over midnight
        datetime(2027, 3, 28, 0, 50, tzinfo=UTC),  # the clock goes from 02:00 to 03:00
        datetime(2027, 10, 31, 0, 50, tzinfo=UTC),  # and from 03:00 back to 02:00
    ],
)
def test_minutes_are_right_over_midnight_and_the_change_of_the_clock(
    lopend: tuple[Desk, str, list[str]], begin: datetime
) -> None:
    desk, overleg_id, (eerste, tweede, *_rest) = lopend
    clock: Any = desk.clock
    clock.moment = begin
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    clock.moment += timedelta(minutes=20)
    desk.execute(FaseBeginnen(agendapunt_id=eerste, fase=Fase.OORDEEL))
    clock.moment += timedelta(minutes=10)
    desk.execute(AgendapuntBeginnen(agendapunt_id=tweede))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    sheet = next(punt.casus for punt in desk.ask(verslag, overleg_id).punten if punt.id == eerste)
    assert sheet is not None and sheet.fasen == ((Fase.BEELD, 20), (Fase.OORDEEL, 10))


def test_a_case_with_phases_stays_on_the_agenda(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, (punt_id, *_rest) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
    desk.execute(FaseBeginnen(agendapunt_id=punt_id, fase=Fase.OORDEEL))
    with pytest.raises(RuleViolation, match="agendapunt_heeft_uitkomst"):
        desk.execute(CasusVanAgendaHalen(agendapunt_id=punt_id))
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden="Te vroeg."))
    assert desk.ask(fasestand, punt_id).nu is Fase.BEELD
    desk.execute(CasusVanAgendaHalen(agendapunt_id=punt_id))
