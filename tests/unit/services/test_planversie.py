"""A table adopts a plan: the version stays word for word, and what comes after is a next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from test_plan import DOEL, ESCALATIE, SCENARIO, maak_casus

from tests.drietal import geef_drietal
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.plantekst import PlanversieRow
from vhdesk.queries.planverschil import planverschil
from vhdesk.queries.planversie import planversies
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluit import (
    BesluitHerstellen,
    BesluitIntrekken,
    BesluitTerugnemen,
    BesluitVastleggen,
    BesluitVervangen,
    BesluitWijzigen,
)
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.plan import PlanSchrijven, PlanVastgesteld, PlanVaststellen, PlanWegnemen
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN, Verschilsoort


@pytest.fixture
def casus(desk: Desk) -> str:
    made = maak_casus(desk)
    geef_drietal(desk, made)
    schrijf(desk, made, "rust op straat in maart")
    return made


def schrijf(desk: Desk, casus: str, hoofddoel: str) -> None:
    desk.execute(
        PlanSchrijven(
            casus_id=casus, hoofddoel=hoofddoel, doelen=(DOEL,), scenarios=(SCENARIO,), escalatie=(ESCALATIE,),
            evaluatiedatum=date(2027, 3, 1), afschaalcriterium="een jaar rust",
        )
    )  # fmt: skip


def in_overleg(desk: Desk, casus: str) -> str:
    tafel = next(row for row in desk.ask(tafels) if row.naam == "Werktafel Enschede")
    overleg = desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=desk.clock.today())).id
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus))
    desk.execute(OverlegOpenen(overleg_id=overleg))
    return overleg


def vastgesteld(desk: Desk, casus: str, overleg: str | None = None) -> PlanVastgesteld:
    event = desk.execute(PlanVaststellen(casus_id=casus, overleg_id=overleg, onderbouwing="akkoord"))
    assert isinstance(event, PlanVastgesteld)
    return event


def versies(desk: Desk, casus: str) -> tuple[PlanversieRow, ...]:
    return desk.ask(planversies, casus)


def test_a_version_has_number_day_table_meeting_decision_and_the_words(desk: Desk, casus: str) -> None:
    overleg = in_overleg(desk, casus)
    event = vastgesteld(desk, casus, overleg)
    schrijf(desk, casus, "rust op straat in mei")
    (versie,) = versies(desk, casus)
    assert (versie.nummer, versie.datum, versie.tafel) == (1, desk.clock.today(), "Werktafel Enschede")
    assert versie.overlegnummer == "OV-2026-001" and versie.besluit == event.besluit
    assert versie.tekst.hoofddoel == "rust op straat in maart"
    assert versie.tekst.scenarios[0].telefoon == SCENARIO.telefoon
    (besluit,) = desk.ask(dossier, casus).besluiten
    assert (besluit.type_code, besluit.gremium_code) == (PLAN_VASTSTELLEN, "werktafel")
    assert besluit.tekst == "Versie 1 van het plan van aanpak is vastgesteld."
    assert vastgesteld(desk, casus, overleg).nummer == 2
    assert [each.tekst.hoofddoel for each in versies(desk, casus)] == [
        "rust op straat in mei", "rust op straat in maart",
    ]  # fmt: skip


def test_undo_of_making_it_another_kind_brings_back_what_was_adopted(desk: Desk, casus: str) -> None:
    vastgesteld(desk, casus, in_overleg(desk, casus))
    (was,) = versies(desk, casus)
    geef_drietal(desk, casus)  # others lead the case by now
    besluit = desk.ask(dossier, casus).besluiten[0]
    desk.execute(
        BesluitWijzigen(
            besluit_id=besluit.id, tekst="Toch niet.", type_code="afspraak", gremium_code="werktafel"
        )
    )
    assert versies(desk, casus) == ()
    desk.undo()
    assert versies(desk, casus) == (was,)
    desk.redo()
    desk.undo()
    assert versies(desk, casus) == (was,)


def test_the_decision_alone_adopts_too(desk: Desk, casus: str) -> None:
    besluit = BesluitVastleggen(
        casus_id=casus,
        tekst="Vastgesteld.",
        type_code=PLAN_VASTSTELLEN,
        onderbouwing="y",
        gremium_code="werktafel",
    )
    desk.execute(besluit)
    assert [each.nummer for each in versies(desk, casus)] == [1]
    desk.execute(besluit)
    assert [each.nummer for each in versies(desk, casus)] == [1], "the same plan is no new version"
    leeg = maak_casus(desk, "Leeg")
    geef_drietal(desk, leeg)
    desk.execute(
        BesluitVastleggen(
            casus_id=leeg,
            tekst="Vastgesteld.",
            type_code=PLAN_VASTSTELLEN,
            onderbouwing="y",
            gremium_code="werktafel",
        )
    )
    assert versies(desk, leeg) == ()


@pytest.mark.parametrize("statement", ["UPDATE planversie SET inhoud = '{}'", "DELETE FROM planversie"])
def test_the_database_keeps_it_as_it_was(desk: Desk, casus: str, statement: str) -> None:
    vastgesteld(desk, casus)
    with Session(desk._store.writer) as session, pytest.raises(IntegrityError, match="planversie: fixed"):  # type: ignore[attr-defined]
        session.execute(text(statement))


def test_nothing_to_adopt_is_refused(desk: Desk, casus: str) -> None:
    leeg = maak_casus(desk, "Leeg")
    with pytest.raises(RuleViolation, match="plan_zonder_hoofddoel"):
        vastgesteld(desk, leeg)
    vastgesteld(desk, casus)
    with pytest.raises(RuleViolation, match="plan_al_vastgesteld"):
        vastgesteld(desk, casus)
    with pytest.raises(RuleViolation, match="plan_is_vastgesteld"):
        desk.execute(PlanWegnemen(casus_id=casus))
    desk.execute(ActieVastleggen(casus_id=casus, omschrijving="bellen"))
    assert vastgesteld(desk, casus).nummer == 2, "a new promise is a new plan"


@pytest.mark.parametrize(
    ("zonder", "veld"),
    [({"afschaalcriterium": " "}, "afschaalcriterium"), ({"evaluatiedatum": None}, "evaluatiedatum")],
)
def test_a_plan_without_a_way_out_is_not_adopted(
    desk: Desk, casus: str, zonder: dict[str, object], veld: str
) -> None:
    heel = PlanSchrijven(
        casus_id=casus, hoofddoel="rust", evaluatiedatum=date(2027, 3, 1), afschaalcriterium="een jaar rust"
    )
    desk.execute(replace(heel, **zonder))  # type: ignore[arg-type]  # fields of several kinds
    with pytest.raises(RuleViolation, match=f"plan_zonder_{veld}") as refusal:
        vastgesteld(desk, casus)
    assert refusal.value.field == veld
    desk.execute(
        BesluitVastleggen(
            casus_id=casus,
            tekst="Vastgesteld.",
            type_code=PLAN_VASTSTELLEN,
            onderbouwing="y",
            gremium_code="werktafel",
        )
    )
    assert versies(desk, casus) == (), "the decision alone adopts it neither"
    desk.execute(heel)
    assert vastgesteld(desk, casus).nummer == 1


def test_taken_back_it_is_gone_and_restored_it_is_what_it_was(desk: Desk, casus: str) -> None:
    vastgesteld(desk, casus)
    assert desk.undo() == "Plan vaststellen"
    assert versies(desk, casus) == ()
    desk.redo()
    assert versies(desk, casus)[0].tekst.hoofddoel == "rust op straat in maart"
    desk.undo()
    (besluit_id,) = [each for each in (_besluit_ids(desk))]
    schrijf(desk, casus, "iets anders")
    desk.execute(BesluitHerstellen(besluit_id=besluit_id))
    assert versies(desk, casus)[0].tekst.hoofddoel == "rust op straat in maart"
    desk.execute(BesluitTerugnemen(besluit_id=besluit_id))
    assert vastgesteld(desk, casus).nummer == 2, "a number is not given twice"


def _besluit_ids(desk: Desk) -> list[str]:
    return desk.ask(lambda session: list(session.scalars(text("SELECT id FROM besluit"))))


def test_withdrawn_replaced_or_changed_into_something_else(desk: Desk, casus: str) -> None:
    overleg = in_overleg(desk, casus)
    event = vastgesteld(desk, casus, overleg)
    besluit = desk.ask(dossier, casus).besluiten[0]
    woorden = {"tekst": "Toch vastgesteld.", "gremium_code": "werktafel", "onderbouwing": "y"}
    desk.execute(BesluitWijzigen(besluit_id=besluit.id, type_code="afspraak", **woorden))  # type: ignore[arg-type]
    assert versies(desk, casus) == ()
    schrijf(desk, casus, "rust in mei")
    desk.execute(BesluitWijzigen(besluit_id=besluit.id, type_code=PLAN_VASTSTELLEN, **woorden))  # type: ignore[arg-type]
    assert versies(desk, casus)[0].tekst.hoofddoel == "rust in mei", "adopted as it is now"
    nieuw = desk.execute(
        BesluitVervangen(besluit_id=besluit.id, type_code=PLAN_VASTSTELLEN, reden="taal", **woorden)  # type: ignore[arg-type]
    )
    (versie,) = versies(desk, casus)
    assert not versie.ingetrokken and versie.besluit == event.besluit + 1
    desk.execute(BesluitIntrekken(besluit_id=nieuw.id, reden="geldt niet meer"))
    assert versies(desk, casus)[0].ingetrokken
    assert vastgesteld(desk, casus, overleg).nummer == 2, "the same words, adopted again"


def test_the_difference_is_read_part_by_part(desk: Desk, casus: str) -> None:
    vastgesteld(desk, casus)
    desk.execute(ActieVastleggen(casus_id=casus, omschrijving="de huisarts bellen"))
    desk.execute(
        PlanSchrijven(
            casus_id=casus, hoofddoel="rust op straat in mei", doelen=(DOEL,), scenarios=(),
            escalatie=(ESCALATIE,), afschaalcriterium="een jaar rust",
        )
    )  # fmt: skip
    gevonden = desk.ask(planverschil, casus, van=1)
    assert (gevonden.van, gevonden.naar) == ("versie 1 van ma 23 november 2026", "het plan van nu")
    assert [(each.veld, each.soort) for each in gevonden.verschillen] == [
        ("Hoofddoel", Verschilsoort.GEWIJZIGD),
        ("Evaluatiedatum", Verschilsoort.WEG),
        ("Scenario", Verschilsoort.WEG),
        ("Actie A-1", Verschilsoort.ERBIJ),
    ]
    doel = gevonden.verschillen[0]
    assert [deel.tekst for deel in doel.was if deel.anders] == ["maart"]
    assert [deel.tekst for deel in doel.nu if deel.anders] == ["mei"]
    assert "".join(deel.tekst for deel in doel.was) == "rust op straat in maart"
    with pytest.raises(NotFound, match="planversie_niet_gevonden"):
        desk.ask(planverschil, casus, van=1, naar=7)
