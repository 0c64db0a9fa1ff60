"""The chair changes halfway: who had it and who took it, with the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from vhdesk.clock import FixedClock
from vhdesk.errors import RuleViolation
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.schorsing import voorzitterwissels
from vhdesk.queries.verslag import verslag
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerWeghalen, GeheimhoudingBevestigen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.services.voorzitter import VoorzitterWisselen, VoorzitterwisselTerugnemen
from vhdesk.vocabulary import Aanwezigheid

Dump = Callable[[Desk], Any]


@pytest.fixture
def lopend(oefen: Any) -> tuple[Desk, str, str]:
    """The practice meeting, open: desk, meeting and somebody at it who does not chair."""
    desk, result = oefen
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    kop = desk.ask(overleg_kop, result.overleg_id)
    ander = next(
        row.medewerker_id
        for row in desk.ask(deelnemers, result.overleg_id)
        if row.medewerker_id not in (kop.voorzitter_id, kop.secretaris_id)
    )
    return desk, result.overleg_id, ander


def test_both_stand_in_record_and_minutes_and_secrecy_stays(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, ander = lopend
    eerst = desk.ask(overleg_kop, overleg_id).voorzitter
    zwijgt = desk.ask(deelnemers, overleg_id)[0].id
    desk.execute(AanwezigheidVastleggen(deelnemer_id=zwijgt, aanwezigheid=Aanwezigheid.AANWEZIG))
    desk.execute(GeheimhoudingBevestigen(deelnemer_id=zwijgt))
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment += timedelta(minutes=40)
    om = desk.clock.now()
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    nu = desk.ask(overleg_kop, overleg_id)
    assert nu.voorzitter_id == ander
    (wissel,) = desk.ask(voorzitterwissels, overleg_id)
    assert (wissel.van, wissel.naar, wissel.tijdstip) == (eerst, nu.voorzitter, om)
    assert desk.ask(deelnemers, overleg_id)[0].geheimhouding_op is not None
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))
    papier = desk.ask(verslag, overleg_id)
    assert [(wie.naam, wie.tot) for wie in papier.voorzitters] == [(eerst, om), (nu.voorzitter, None)]


def test_undo_and_redo_bring_back_the_same(lopend: tuple[Desk, str, str], dump: Dump) -> None:
    desk, overleg_id, ander = lopend
    voor = dump(desk)
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    na = dump(desk)
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    assert dump(desk) == na


def test_only_who_is_there_takes_the_chair(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, ander = lopend
    zelf = desk.ask(overleg_kop, overleg_id).voorzitter_id
    assert zelf is not None
    with pytest.raises(RuleViolation, match="zit_al_voor"):
        desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=zelf))
    deelnemer = next(row for row in desk.ask(deelnemers, overleg_id) if row.medewerker_id == ander)
    desk.execute(AanwezigheidVastleggen(deelnemer_id=deelnemer.id, aanwezigheid=Aanwezigheid.AFWEZIG))
    with pytest.raises(RuleViolation, match="voorzitter_niet_aanwezig"):
        desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    desk.execute(DeelnemerWeghalen(deelnemer_id=deelnemer.id))
    with pytest.raises(RuleViolation, match="voorzitter_geen_deelnemer"):
        desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))


def test_who_had_the_chair_stays_on_the_list(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, ander = lopend
    eerst = desk.ask(overleg_kop, overleg_id).voorzitter_id
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    rij = next(row for row in desk.ask(deelnemers, overleg_id) if row.medewerker_id == eerst)
    with pytest.raises(RuleViolation, match="deelnemer_is_voorzitter_of_secretaris"):
        desk.execute(DeelnemerWeghalen(deelnemer_id=rij.id))


def test_an_older_change_is_not_taken_back_under_a_newer_one(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, ander = lopend
    eerst = desk.ask(overleg_kop, overleg_id).voorzitter_id
    assert eerst is not None
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=eerst))
    oudste = desk.ask(voorzitterwissels, overleg_id)[0]
    with pytest.raises(RuleViolation, match="voorzitter_wisselde_daarna"):
        desk.execute(VoorzitterwisselTerugnemen(wissel_id=oudste.id))


def test_taking_the_opening_back_takes_the_changes_along(lopend: tuple[Desk, str, str]) -> None:
    desk, overleg_id, ander = lopend
    eerst = desk.ask(overleg_kop, overleg_id).voorzitter_id
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden="te vroeg"))
    assert desk.ask(voorzitterwissels, overleg_id) == ()
    assert desk.ask(overleg_kop, overleg_id).voorzitter_id == eerst
