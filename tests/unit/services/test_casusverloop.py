"""Steps in the course of a case: what may follow on what, with which reason, and what is kept of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.overname import oud_nummer
from vhdesk.errors import RuleViolation
from vhdesk.models import Casusgebeurtenis
from vhdesk.models.casusverloop import AFGEROND, OVERGANGEN, check_overgang, volgende
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.tijdlijn import tijdlijn
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen
from vhdesk.services.afschalen import CasusParkeren
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusverloop import CasusStapTerugnemen, CasusStatusWijzigen
from vhdesk.services.desk import Desk
from vhdesk.vocabulary import Actiestatus, CasusStatus, Gebeurtenissoort

S = CasusStatus


def meld_aan(desk: Desk, status: CasusStatus = S.AANGEMELD) -> str:
    persoon = Persoonsgegevens(geslachtsnaam="Jansen")
    aanmelding = CasusAanmelden(hoofdbetrokkene=persoon, status=status, nummer=oud_nummer(status))
    return desk.execute(aanmelding).id


def stap(desk: Desk, casus_id: str, status: CasusStatus, reden: str = "") -> None:
    desk.execute(CasusStatusWijzigen(casus_id=casus_id, status=status, reden=reden))


def stand(desk: Desk, casus_id: str) -> CasusStatus:
    return desk.ask(dossier, casus_id).kop.status


def _gebeurtenissen(session: Session, casus_id: str) -> list[Casusgebeurtenis]:
    return list(
        session.scalars(
            select(Casusgebeurtenis)
            .where(Casusgebeurtenis.casus_id == casus_id)
            .order_by(Casusgebeurtenis.volgnr)
        )
    )


def test_every_status_can_be_reached_and_only_destroyed_is_the_end() -> None:
    assert set(OVERGANGEN) == set(S)
    bereikt = {naar for stappen in OVERGANGEN.values() for naar in stappen}
    assert bereikt == set(S)
    assert [status for status in S if not volgende(status)] == [S.VERNIETIGD]


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (S.AANGEMELD, S.NAZORG), (S.AANGEMELD, S.AFGESLOTEN), (S.IN_BEHANDELING, S.VERNIETIGD),
        (S.IN_BEHANDELING, S.TE_VERNIETIGEN), (S.NAZORG, S.GEPARKEERD), (S.VERNIETIGD, S.AANGEMELD),
        (S.AFGESLOTEN, S.VERNIETIGD), (S.MONITORING, S.MONITORING),
    ],
)  # fmt: skip
def test_a_step_out_of_order_is_refused_whatever_the_reason(van: CasusStatus, naar: CasusStatus) -> None:
    with pytest.raises(RuleViolation, match="overgang_niet_toegestaan") as refusal:
        check_overgang(van, naar, "daarom")
    assert refusal.value.details == {"van": van.label, "naar": naar.label}


def test_the_process_goes_forward_without_a_reason_and_aside_only_with_one() -> None:
    zonder = {
        (van, naar) for van, stappen in OVERGANGEN.items() for naar, stap in stappen.items() if not stap.reden
    }
    assert zonder == {
        (S.AANGEMELD, S.IN_TRIAGE), (S.IN_TRIAGE, S.IN_BEHANDELING), (S.IN_BEHANDELING, S.MONITORING),
    }  # fmt: skip
    for reden in ("", "  \n"):
        with pytest.raises(RuleViolation, match="reden_ontbreekt"):
            check_overgang(S.IN_BEHANDELING, S.NAZORG, reden)


def test_a_step_is_kept_with_who_when_and_why(desk: Desk) -> None:
    casus_id = meld_aan(desk, S.IN_BEHANDELING)
    stap(desk, casus_id, S.MONITORING)
    stap(desk, casus_id, S.IN_BEHANDELING, "  Het loopt terug. ")
    eerste, tweede = desk.ask(_gebeurtenissen, casus_id)
    assert (eerste.soort, eerste.van, eerste.naar) == (
        Gebeurtenissoort.MONITORING,
        S.IN_BEHANDELING,
        S.MONITORING,
    )
    assert (tweede.soort, tweede.reden) == (Gebeurtenissoort.WEER_IN_BEHANDELING, "Het loopt terug.")
    assert (tweede.volgnr, tweede.actor, tweede.tijdstip) == (2, desk.actor.naam, desk.clock.now())


def test_a_refused_step_leaves_nothing(desk: Desk) -> None:
    casus_id = meld_aan(desk, S.MONITORING)
    with pytest.raises(RuleViolation, match="overgang_niet_toegestaan"):
        stap(desk, casus_id, S.ADVIES, "omdat")
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        stap(desk, casus_id, S.IN_BEHANDELING)
    with pytest.raises(RuleViolation, match="tekst_te_lang"):
        stap(desk, casus_id, S.IN_BEHANDELING, "x" * 1_000_000)
    with pytest.raises(RuleViolation, match="stap_heeft_eigen_handeling"):
        stap(desk, casus_id, S.GEPARKEERD, "wacht")
    assert stand(desk, casus_id) is S.MONITORING
    assert desk.ask(_gebeurtenissen, casus_id) == []


def test_a_referral_is_weighed_before_a_table_takes_it_up(desk: Desk) -> None:
    """Whatever the reason and whatever the way: a plain step, or coming in as if it ran already."""
    casus_id = meld_aan(desk)
    for status, code in (
        (S.IN_BEHANDELING, "stap_vraagt_weging"),
        (S.ADVIES, "overgang_niet_toegestaan"),
        (S.NIET_OPGENOMEN, "overgang_niet_toegestaan"),
        (S.IN_TRIAGE, "aanmelding_onvolledig"),
    ):
        with pytest.raises(RuleViolation, match=code):
            stap(desk, casus_id, status, "Code Rood")
    with pytest.raises(RuleViolation, match="beginstatus_vraagt_nummer"):
        desk.execute(
            CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Bos"), status=S.IN_BEHANDELING)
        )
    assert desk.ask(casuslijst).totaal == 1


def test_only_a_plain_step_can_be_taken_back_as_one(desk: Desk) -> None:
    """A formal act has its counter-act, with a reason."""
    casus_id = meld_aan(desk, S.IN_BEHANDELING)
    desk.execute(CasusParkeren(casus_id=casus_id, tot=date(2026, 12, 31), reden="Verblijf elders."))
    stap_id = desk.ask(_gebeurtenissen, casus_id)[0].id
    with pytest.raises(RuleViolation, match="stap_heeft_eigen_handeling"):
        desk.execute(CasusStapTerugnemen(gebeurtenis_id=stap_id))
    assert stand(desk, casus_id) is S.GEPARKEERD


def test_undo_takes_the_step_back_and_both_stay_readable(desk: Desk) -> None:
    casus_id = meld_aan(desk, S.MONITORING)
    stap(desk, casus_id, S.IN_BEHANDELING, "Nieuwe meldingen")
    desk.undo()
    assert stand(desk, casus_id) is S.MONITORING
    heen, terug = desk.ask(_gebeurtenissen, casus_id)
    assert (terug.soort, terug.betreft_id) == (Gebeurtenissoort.TERUGGENOMEN, heen.id)
    desk.redo()
    assert stand(desk, casus_id) is S.IN_BEHANDELING
    assert desk.ask(_gebeurtenissen, casus_id)[-1].reden == "Nieuwe meldingen"


def test_only_the_last_step_can_be_taken_back(desk: Desk) -> None:
    casus_id = meld_aan(desk, S.IN_BEHANDELING)
    stap(desk, casus_id, S.MONITORING)
    eerste = desk.ask(_gebeurtenissen, casus_id)[0].id
    stap(desk, casus_id, S.IN_BEHANDELING, "Nieuwe meldingen")
    with pytest.raises(RuleViolation, match="stap_niet_terug"):
        desk.execute(CasusStapTerugnemen(gebeurtenis_id=eerste))


def test_undoing_everything_and_doing_it_again_survives_the_registration(desk: Desk) -> None:
    casus_id = meld_aan(desk, S.IN_BEHANDELING)
    stap(desk, casus_id, S.MONITORING)
    desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="doel", tekst="rust"))
    for _ in range(3):
        assert desk.undo()
    for _ in range(3):
        assert desk.redo()
    assert stand(desk, casus_id) is S.MONITORING


@pytest.mark.parametrize("status", [S.TE_VERNIETIGEN, S.VERNIETIGD])
def test_a_case_never_begins_at_its_end(desk: Desk, status: CasusStatus) -> None:
    with pytest.raises(RuleViolation, match="beginstatus_onjuist"):
        meld_aan(desk, status)


def test_a_finished_case_is_one_that_only_waits_for_its_end() -> None:
    assert set(AFGEROND) == {S.ADVIES, S.NIET_OPGENOMEN, S.AFGESLOTEN, S.TE_VERNIETIGEN, S.VERNIETIGD}


def _herschrijf(session: Session) -> None:
    session.execute(text("UPDATE casusgebeurtenis SET reden = 'anders'"))


def test_the_store_refuses_to_rewrite_an_event(desk: Desk) -> None:
    stap(desk, meld_aan(desk, S.IN_BEHANDELING), S.MONITORING)
    with pytest.raises(IntegrityError, match="casusgebeurtenis: fixed"):
        desk.ask(_herschrijf)


def test_the_timeline_of_one_day_follows_the_clock(desk: Desk) -> None:
    """What was done at eleven stands between what was done at nine and at noon, whatever kind it is of."""
    casus_id = meld_aan(desk, S.IN_BEHANDELING)
    stap(desk, casus_id, S.MONITORING, "rustig")
    desk.clock.moment += timedelta(hours=2)  # type: ignore[attr-defined]
    actie = desk.execute(ActieVastleggen(casus_id=casus_id, omschrijving="Bellen"))
    desk.clock.moment += timedelta(hours=1)  # type: ignore[attr-defined]
    stap(desk, casus_id, S.IN_BEHANDELING, "onrustig")
    desk.execute(ActieAfhandelen(actie_id=actie.id, status=Actiestatus.GEDAAN))
    events = tijdlijn(desk.ask(dossier, casus_id))
    assert [event.details[:1] or event.tekst for event in events] == [
        "Actie A-1 gedaan", ("onrustig",), "Actie A-1: Bellen", ("rustig",), "Aangemeld",
    ]  # fmt: skip
