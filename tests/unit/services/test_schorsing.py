"""A meeting is adjourned and goes on: nothing is decided meanwhile, and no duration counts the break."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vhdesk.clock import FixedClock
from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import overleg_kop
from vhdesk.queries.schorsing import SchorsingRow, duur, schorsingen
from vhdesk.queries.verslag import verslag
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreekfase import FaseBeginnen
from vhdesk.services.bespreking import AgendapuntBeginnen, NotitieSchrijven, VolgendeDatumBepalen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegHeropenen, OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.services.schorsing import (
    HervattingTerugnemen,
    OverlegHervatten,
    OverlegSchorsen,
    SchorsingTerugnemen,
)
from vhdesk.vocabulary import Agendasoort, Fase, Overlegstatus

Dump = Callable[[Desk], Any]
NU = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)


@pytest.fixture
def lopend(oefen: Any) -> tuple[Desk, str, list[str]]:
    """The practice meeting, open: desk, meeting and the items of its cases."""
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    punten = desk.ask(agenda, result.overleg_id).punten
    return desk, result.overleg_id, [punt.id for punt in punten if punt.soort is Agendasoort.CASUS]


def loop(desk: Desk, minuten: int) -> None:
    """Let the clock go on."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment += timedelta(minutes=minuten)


def breuk(van: int, tot: int | None) -> SchorsingRow:
    einde = NU + timedelta(minutes=tot) if tot is not None else None
    return SchorsingRow("s", NU + timedelta(minutes=van), None, "", einde)


@pytest.mark.parametrize(
    ("breuken", "minuten"),
    [
        ((), 60),
        ((breuk(10, 25),), 45),
        ((breuk(-10, 5), breuk(50, 90)), 45),  # only what lies in between counts
        ((breuk(70, 80),), 60),
        ((breuk(40, None),), 40),  # still adjourned
        ((breuk(30, 10),), 60),  # the clock was set back in the break
        ((breuk(-5, 90),), 0),
    ],
)
def test_a_duration_leaves_the_breaks_out(breuken: tuple[SchorsingRow, ...], minuten: int) -> None:
    assert duur(NU, NU + timedelta(hours=1), breuken) == timedelta(minutes=minuten)


def test_a_clock_set_back_gives_no_negative_duration() -> None:
    assert duur(NU, NU - timedelta(hours=1), (breuk(-30, -20),)) == timedelta()


def test_while_adjourned_the_table_decides_nothing_and_writes_on(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, (eerste, tweede, *_) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    desk.execute(OverlegSchorsen(overleg_id=overleg_id, reden="pauze"))
    kop = desk.ask(overleg_kop, overleg_id)
    assert (kop.status, kop.geschorst_op) == (Overlegstatus.LOPEND, desk.clock.now())
    casus_id = next(p.casus_id for p in desk.ask(agenda, overleg_id).punten if p.id == eerste)
    assert casus_id is not None
    besluit = BesluitVastleggen(
        casus_id=casus_id, overleg_id=overleg_id, tekst="x", type_code="afspraak", gremium_code="werktafel"
    )
    for verboden in (
        AgendapuntBeginnen(agendapunt_id=tweede),
        FaseBeginnen(agendapunt_id=eerste, fase=Fase.OORDEEL),
        besluit,
        OverlegSluiten(overleg_id=overleg_id, reden="x"),
        OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden="x"),
        OverlegSchorsen(overleg_id=overleg_id),
    ):
        with pytest.raises(RuleViolation, match="overleg_geschorst"):
            desk.execute(verboden)
    desk.execute(NotitieSchrijven(agendapunt_id=eerste, tekst="in de pauze genoteerd"))
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    desk.execute(besluit)


def test_phases_do_not_count_the_break_and_the_minutes_name_it(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, (eerste, tweede, *_) = lopend
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    loop(desk, 4)
    desk.execute(FaseBeginnen(agendapunt_id=eerste, fase=Fase.OORDEEL))
    loop(desk, 3)
    desk.execute(OverlegSchorsen(overleg_id=overleg_id, reden="pauze"))
    loop(desk, 18)
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    loop(desk, 2)
    desk.execute(AgendapuntBeginnen(agendapunt_id=tweede))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="De rest volgt."))
    papier = desk.ask(verslag, overleg_id)
    blad = next(punt.casus for punt in papier.punten if punt.id == eerste)
    assert blad is not None
    assert blad.fasen == ((Fase.BEELD, 4), (Fase.OORDEEL, 5))
    assert [(rij.reden, (rij.tot - rij.van) if rij.tot else None) for rij in papier.schorsingen] == [
        ("pauze", timedelta(minutes=18))
    ]


def test_on_another_day_it_is_the_same_meeting(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, (eerste, *_) = lopend
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment = NU
    voor = desk.ask(overleg_kop, overleg_id)
    morgen = desk.clock.now() + timedelta(days=1)
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    desk.execute(OverlegSchorsen(overleg_id=overleg_id, verder_op=morgen))
    assert desk.ask(overleg_kop, overleg_id).verder_op == morgen
    loop(desk, 26 * 60)
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    na = desk.ask(overleg_kop, overleg_id)
    assert (na.nummer, na.datum, na.geschorst_op) == (voor.nummer, voor.datum, None)
    with pytest.raises(RuleViolation, match="volgende_datum_na_overleg"):
        desk.execute(VolgendeDatumBepalen(agendapunt_id=eerste, datum=desk.clock.today()))
    desk.execute(VolgendeDatumBepalen(agendapunt_id=eerste, datum=desk.clock.today() + timedelta(days=1)))


def test_undo_and_redo_bring_back_the_same(lopend: tuple[Desk, str, list[str]], dump: Dump) -> None:
    desk, overleg_id, _ = lopend
    standen = [dump(desk)]
    desk.execute(OverlegSchorsen(overleg_id=overleg_id, reden="pauze"))
    standen.append(dump(desk))
    loop(desk, 5)
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    standen.append(dump(desk))
    for stand in standen[1::-1]:
        desk.undo()
        assert dump(desk) == stand
    for stand in standen[1:]:
        desk.redo()
        assert dump(desk) == stand


def test_what_makes_no_sense_is_refused(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, _ = lopend
    with pytest.raises(RuleViolation, match="overleg_niet_geschorst"):
        desk.execute(OverlegHervatten(overleg_id=overleg_id))
    with pytest.raises(RuleViolation, match="verder_is_voorbij"):
        desk.execute(OverlegSchorsen(overleg_id=overleg_id, verder_op=desk.clock.now()))
    desk.execute(OverlegSchorsen(overleg_id=overleg_id))
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    (breuk_,) = desk.ask(schorsingen, overleg_id)
    with pytest.raises(RuleViolation, match="overleg_niet_geschorst"):
        desk.execute(SchorsingTerugnemen(schorsing_id=breuk_.id))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="x"))
    desk.execute(OverlegHeropenen(overleg_id=overleg_id, reden="aanvullen"))
    for later in (OverlegSchorsen(overleg_id=overleg_id), HervattingTerugnemen(schorsing_id=breuk_.id)):
        with pytest.raises(RuleViolation, match="tafel_zit_niet_meer"):
            desk.execute(later)


def test_taking_the_opening_back_takes_the_breaks_along(lopend: tuple[Desk, str, list[str]]) -> None:
    desk, overleg_id, _ = lopend
    desk.execute(OverlegSchorsen(overleg_id=overleg_id))
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden="te vroeg"))
    assert desk.ask(schorsingen, overleg_id) == ()
