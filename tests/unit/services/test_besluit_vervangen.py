"""Correcting a decision after its minutes were made: withdrawn or replaced, with a reason, and the way back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from vhdesk.errors import RuleViolation, StaleVersion
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.verslag import verslag
from vhdesk.services.besluit import (
    BesluitHerstellen,
    BesluitIntrekken,
    BesluitIntrekkingTerugnemen,
    BesluitTerugnemen,
    BesluitVastleggen,
    BesluitVervangen,
    BesluitVervangingHerstellen,
    BesluitVervangingTerugnemen,
)
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.vocabulary import Besluitstatus

Geval = tuple[Desk, str, str, str]


@pytest.fixture
def geval(oefen: tuple[Desk, OefenkluisResult]) -> Geval:
    """A closed meeting with one decision: (desk, meeting, case, decision)."""
    desk, result = oefen
    desk.clock.moment = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # type: ignore[attr-defined]
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    casus_id = next(p.casus_id for p in desk.ask(agenda, result.overleg_id).punten if p.casus_id)
    besluit = desk.execute(
        BesluitVastleggen(
            casus_id=casus_id,
            overleg_id=result.overleg_id,
            tekst="tot 1 mei",
            voorwaarden="x",
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    desk.execute(OverlegSluiten(overleg_id=result.overleg_id, reden="brand"))
    return desk, result.overleg_id, casus_id, besluit.id


def besluiten(geval: Geval) -> list[BesluitRow]:
    """The decisions of the meeting on the case, oldest first."""
    desk, overleg_id, casus_id, _ = geval
    rows = [row for row in desk.ask(dossier, casus_id).besluiten if row.overleg_id == overleg_id]
    return sorted(rows, key=lambda row: row.nummer)


def vervang(besluit_id: str, **anders: object) -> BesluitVervangen:
    values: dict[str, object] = {
        "tekst": "tot 1 juni", "type_code": "afspraak", "gremium_code": "werktafel", "reden": "verkeerde datum",
    }  # fmt: skip
    return BesluitVervangen(besluit_id=besluit_id, **(values | anders))  # type: ignore[arg-type]


def refused(desk: Desk, command: Command) -> tuple[str, str | None]:
    with pytest.raises(RuleViolation) as caught:
        desk.execute(command)
    return caught.value.code, caught.value.field


def test_another_takes_its_place_and_both_are_readable(geval: Geval) -> None:
    desk, overleg_id, casus_id, besluit_id = geval
    nieuw = desk.execute(vervang(besluit_id))
    oud, ander = besluiten(geval)
    assert (oud.status, oud.statusreden) == (Besluitstatus.INGETROKKEN, "verkeerde datum")
    assert (ander.id, ander.tekst, ander.achteraf, ander.vervangt) == (
        nieuw.id,
        "tot 1 juni",
        True,
        oud.nummer,
    )
    assert oud.vervangen_door == ander.nummer and ander.vervangen_door is None
    punt = next(p for p in desk.ask(verslag, overleg_id).punten if p.casus and p.casus.id == casus_id)
    assert punt.casus is not None
    assert [(b.tekst, b.ingetrokken, b.achteraf, b.vervangt) for b in punt.casus.besluiten] == [
        ("tot 1 mei", True, False, None), ("tot 1 juni", False, True, oud.nummer),
    ]  # fmt: skip


def test_it_asks_a_reason_words_and_a_body_that_may(geval: Geval) -> None:
    desk, _, _, besluit_id = geval
    for anders, wanted in (
        ({"reden": " "}, ("reden_ontbreekt", "reden")),
        ({"tekst": "\n"}, ("besluit_zonder_tekst", "tekst")),
        ({"type_code": "bestaat-niet"}, ("besluittype_onbekend", "type_code")),
    ):
        assert refused(desk, vervang(besluit_id, **anders)) == wanted
    assert len(besluiten(geval)) == 1
    with pytest.raises(StaleVersion):
        desk.execute(vervang(besluit_id, version=99))


def test_undo_and_again(geval: Geval) -> None:
    desk, _, _, besluit_id = geval
    nieuw = desk.execute(vervang(besluit_id)).id
    for _ in range(2):
        assert desk.undo() == "Besluit vervangen"
        (oud,) = besluiten(geval)
        assert (oud.status, oud.statusreden, oud.vervangen_door) == (Besluitstatus.VASTGELEGD, "", None)
        assert desk.redo() == "Besluit vervangen"
        assert [row.status for row in besluiten(geval)] == [
            Besluitstatus.INGETROKKEN, Besluitstatus.VASTGELEGD,
        ]  # fmt: skip
    desk.execute(BesluitVervangingTerugnemen(besluit_id=nieuw))
    desk.execute(BesluitVervangingHerstellen(besluit_id=nieuw, reden="toch"))
    assert [row.statusreden for row in besluiten(geval)] == ["toch", ""]
    assert (
        refused(desk, BesluitVervangingHerstellen(besluit_id=nieuw, reden="x"))[0] == "besluit_vervangt_niets"
    )
    assert refused(desk, BesluitVervangingTerugnemen(besluit_id=besluit_id))[0] == "besluit_vervangt_niets"


def test_the_pair_does_not_come_apart(geval: Geval) -> None:
    desk, _, _, besluit_id = geval
    nieuw = desk.execute(vervang(besluit_id)).id
    assert refused(desk, BesluitTerugnemen(besluit_id=nieuw))[0] == "besluit_vervangt"
    assert refused(desk, BesluitIntrekkingTerugnemen(besluit_id=besluit_id))[0] == "besluit_is_vervangen"
    assert refused(desk, vervang(besluit_id))[0] == "besluit_niet_van_kracht"
    desk.execute(BesluitVervangingTerugnemen(besluit_id=nieuw))
    assert refused(desk, BesluitHerstellen(besluit_id=nieuw))[0] == "besluit_vervangt"
    # one that replaces can be replaced, and withdrawn
    later = desk.execute(vervang(besluit_id)).id
    last = desk.execute(vervang(later, tekst="tot 1 juli")).id
    desk.execute(BesluitIntrekken(besluit_id=last, reden="niets ervan"))
    assert {row.status for row in besluiten(geval)} == {Besluitstatus.INGETROKKEN}


def test_a_withdrawal_is_taken_back(geval: Geval) -> None:
    desk, _, _, besluit_id = geval
    assert refused(desk, BesluitIntrekkingTerugnemen(besluit_id=besluit_id))[0] == "besluit_niet_ingetrokken"
    desk.execute(BesluitIntrekken(besluit_id=besluit_id, reden="vergissing"))
    desk.execute(BesluitIntrekkingTerugnemen(besluit_id=besluit_id))
    assert [(row.status, row.statusreden) for row in besluiten(geval)] == [(Besluitstatus.VASTGELEGD, "")]
    desk.undo()
    assert [row.statusreden for row in besluiten(geval)] == ["vergissing"]


def test_the_next_date_outside_a_meeting(geval: Geval) -> None:
    desk, _, casus_id, _ = geval
    before = desk.ask(dossier, casus_id).kop.volgende_datum
    gisteren = VolgendeDatumVanCasusBepalen(casus_id=casus_id, datum=date(2026, 12, 1))
    assert refused(desk, gisteren) == ("termijn_verstreken", "datum")
    for datum in (date(2026, 12, 2), date(2027, 3, 1), None):
        desk.execute(VolgendeDatumVanCasusBepalen(casus_id=casus_id, datum=datum))
        assert desk.ask(dossier, casus_id).kop.volgende_datum == datum
    for _ in range(3):
        assert desk.undo() == "Volgende datum van casus bepalen"
    assert desk.ask(dossier, casus_id).kop.volgende_datum == before
