"""The register of copies: numbers, reprints, what did not leave, and the paper that came back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.journaal import journaal
from vhdesk.queries.ontvangers import Exemplaarplan, exemplaarplan, exemplaren, ontvangers
from vhdesk.queries.overleg import overleggen
from vhdesk.services.desk import Desk
from vhdesk.services.exemplaar import (
    ExemplaarTerughalen,
    ExemplarenVastgelegd,
    ExemplarenVastleggen,
    ExemplarenVervallen,
    regel_van,
)
from vhdesk.vocabulary import Informatieniveau, Overlegstatus
from vhdesk.vocabulary_lezer import Exemplaarwijze

N = Informatieniveau


def _wie(desk: Desk, overleg_id: str, aantal: int) -> list[str]:
    return [wie.id for wie in desk.ask(ontvangers, overleg_id)][:aantal]


def _maak(desk: Desk, overleg_id: str, wie: list[str], reden: str = "") -> tuple[str, ...]:
    event = desk.execute(_opdracht(desk, overleg_id, wie, reden))
    assert isinstance(event, ExemplarenVastgelegd)
    return event.exemplaren


def _opdracht(desk: Desk, overleg_id: str, wie: list[str], reden: str = "") -> ExemplarenVastleggen:
    plannen = desk.ask(exemplaarplan, overleg_id, wie)
    return ExemplarenVastleggen(
        overleg_id=overleg_id, versie=1, wijze=Exemplaarwijze.AFGEDRUKT, reden=reden,
        exemplaren=tuple(regel_van(plan, b"papier van " + plan.naam.encode()) for plan in plannen),
    )  # fmt: skip


def test_copies_of_one_act_are_numbered_together_and_registered(
    gehouden: tuple[Desk, OefenkluisResult],
) -> None:
    desk, result = gehouden
    wie = _wie(desk, result.overleg_id, 4)
    assert wie[0] == "", "the house stands first"
    ids = _maak(desk, result.overleg_id, wie)
    rijen = desk.ask(exemplaren, result.overleg_id)
    assert [rij.id for rij in rijen] == list(ids)
    assert [(rij.nummer, rij.totaal, rij.herdruk) for rij in rijen] == [
        (1, 4, 0),
        (2, 4, 0),
        (3, 4, 0),
        (4, 4, 0),
    ]
    assert rijen[0].ontvanger == "het huis" and rijen[0].niveau is N.INHOUD
    assert all(len(rij.sha256) == 64 and rij.actor == desk.actor.naam for rij in rijen)
    regel = next(row for row in desk.ask(journaal) if row.actie == "Exemplaren vastleggen")
    assert regel.bijzonderheden.endswith("afgedrukt 1/4, 2/4, 3/4, 4/4")


def test_a_reprint_asks_why_keeps_its_number_and_says_which_it_is(
    gehouden: tuple[Desk, OefenkluisResult],
) -> None:
    desk, result = gehouden
    wie = _wie(desk, result.overleg_id, 3)
    _maak(desk, result.overleg_id, wie[:2])
    with pytest.raises(RuleViolation, match="herdruk_zonder_reden"):
        _maak(desk, result.overleg_id, wie[1:])
    assert len(desk.ask(exemplaren, result.overleg_id)) == 2, "all of them or none"
    _maak(desk, result.overleg_id, wie[1:], "zoekgeraakt in de post")
    tweede, derde = desk.ask(exemplaren, result.overleg_id)[-2:]
    assert (tweede.nummer, tweede.totaal, tweede.herdruk, tweede.reden) == (2, 3, 1, "zoekgeraakt in de post")
    assert (derde.nummer, derde.totaal, derde.herdruk) == (3, 3, 0)
    (plan,) = desk.ask(exemplaarplan, result.overleg_id, wie[1:2])
    assert plan.woorden() == f"Exemplaar 2/3, herdruk 2 – {plan.naam}"


def test_what_did_not_leave_counts_no_more_but_stays_to_read(gehouden: tuple[Desk, OefenkluisResult]) -> None:
    desk, result = gehouden
    wie = _wie(desk, result.overleg_id, 2)
    ids = _maak(desk, result.overleg_id, wie)
    desk.execute(ExemplarenVervallen(overleg_id=result.overleg_id, exemplaar_ids=ids[1:]))
    assert [rij.id for rij in desk.ask(exemplaren, result.overleg_id)] == [ids[0]]
    assert len(desk.ask(exemplaren, result.overleg_id, ook_vervallen=True)) == 2
    (plan,) = desk.ask(exemplaarplan, result.overleg_id, wie[1:])
    assert (plan.nummer, plan.totaal, plan.herdruk) == (2, 2, 0)


def test_collecting_back_is_ticked_and_can_be_taken_back(gehouden: tuple[Desk, OefenkluisResult]) -> None:
    desk, result = gehouden
    (exemplaar_id,) = _maak(desk, result.overleg_id, _wie(desk, result.overleg_id, 1))
    desk.execute(ExemplaarTerughalen(exemplaar_id=exemplaar_id))
    assert desk.ask(exemplaren, result.overleg_id)[0].teruggehaald_op == desk.clock.now()
    with pytest.raises(RuleViolation, match="exemplaar_al_zo"):
        desk.execute(ExemplaarTerughalen(exemplaar_id=exemplaar_id))
    assert desk.undo() == "Exemplaar terughalen"
    assert desk.ask(exemplaren, result.overleg_id)[0].teruggehaald_op is None


def test_papers_that_say_another_number_nobody_or_somebody_twice_are_refused(
    gehouden: tuple[Desk, OefenkluisResult],
) -> None:
    desk, result = gehouden
    goed = _opdracht(desk, result.overleg_id, _wie(desk, result.overleg_id, 2))
    _maak(desk, result.overleg_id, [""])
    with pytest.raises(RuleViolation, match="exemplaren_verouderd"):
        desk.execute(goed)
    with pytest.raises(RuleViolation, match="geen_ontvanger"):
        desk.execute(replace(goed, exemplaren=()))
    with pytest.raises(RuleViolation, match="exemplaar_dubbel"):
        desk.execute(replace(goed, exemplaren=goed.exemplaren[:1] * 2))


def test_a_meeting_without_minutes_has_no_copies(gehouden: tuple[Desk, OefenkluisResult]) -> None:
    desk, _ = gehouden
    gepland = next(row for row in desk.ask(overleggen, limiet=100) if row.status is Overlegstatus.GEPLAND)
    plan = Exemplaarplan("", "het huis", 1, 1, 0)
    with pytest.raises(RuleViolation, match="overleg_zonder_verslag"):
        desk.execute(
            ExemplarenVastleggen(
                overleg_id=gepland.id, versie=1, wijze=Exemplaarwijze.OPGESLAGEN, exemplaren=(regel_van(plan, b"x"),)
            )
        )  # fmt: skip


def test_recipients_are_who_was_there_or_may_know_more(gehouden: tuple[Desk, OefenkluisResult]) -> None:
    desk, result = gehouden
    huis, *partners = desk.ask(ontvangers, result.overleg_id)
    assert (huis.id, huis.niveau) == ("", N.INHOUD) and huis.aantal(N.INHOUD) == len(huis.casussen)
    assert partners and all(wie.aanwezig or wie.niveau is not N.BESTAAN for wie in partners)
    assert [wie.naam for wie in partners] == sorted(wie.naam for wie in partners)
    assert all(
        [casus.plaats for casus in wie.casussen] == list(range(1, len(huis.casussen) + 1)) for wie in partners
    )
