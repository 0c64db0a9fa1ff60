from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from wereld import NU, VANDAAG, Wereld

from vhdesk.errors import NotFound
from vhdesk.models import Casus, Casusroltoewijzing, Medewerker, Organisatie, Overleg, PlanVanAanpak, Plicht
from vhdesk.queries.casusregel import casusregels
from vhdesk.queries.rollen import rollen
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.vandaag import vandaag
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Besluitstatus, Casusrol, CasusStatus, Tekort
from vhdesk.vocabulary_triage import Caseload, Plichtsoort

LEIDING = [Tekort.CASEMANAGER, Tekort.VERANTWOORDELIJKE]
ALLES = [Tekort.BESLUIT, *LEIDING, Tekort.PLAN, Tekort.VOLGENDE_DATUM]


def welke(session: Session, overleg: Overleg) -> list[Tekort]:
    return [rij.tekort for rij in tekorten(session, overleg.id)]


@pytest.fixture
def overleg(wereld: Wereld) -> Overleg:
    return wereld.overleg(wereld.tafel())


def compleet(wereld: Wereld, overleg: Overleg) -> Casus:
    """A case on the agenda that lacks nothing."""
    politie = wereld.organisatie(f"Politie {wereld.nummer()}")
    casus = wereld.casus()
    wereld.punt(overleg, casus, volgende_datum=date(2026, 12, 16))
    wereld.besluit(casus, overleg)
    wereld.rol(casus, Casusrol.CASEMANAGER, wereld.medewerker("Kevin Lansink", politie))
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, politie)
    wereld.plan(casus)
    return casus


def test_a_complete_meeting_lacks_nothing(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    politie = wereld.organisatie("OM")
    wereld.actie(casus, overleg=overleg, organisatie_id=politie.id, termijn=VANDAAG)
    wereld.deelnemer(
        overleg,
        wereld.medewerker("Aanwezige", politie),
        aanwezigheid=Aanwezigheid.AANWEZIG,
        geheimhouding_op=NU,
    )
    assert tekorten(session, overleg.id) == ()


def test_everything_missing_with_its_place(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    compleet(wereld, overleg)
    casus = wereld.casus()
    punt = wereld.punt(overleg, casus)
    actie = wereld.actie(casus, overleg=overleg, omschrijving="Bellen")
    gast = wereld.deelnemer(overleg, wereld.medewerker("Carla Overbeek", wereld.organisatie("GGD")))
    wereld.punt(overleg)
    rijen = tekorten(session, overleg.id)
    assert [rij.tekort for rij in rijen] == [
        *ALLES, Tekort.ACTIE_EIGENAAR, Tekort.ACTIE_TERMIJN, Tekort.AANWEZIGHEID,
    ]  # fmt: skip
    assert [(rij.record_id, rij.veld) for rij in rijen] == [
        (punt.id, "besluit"), (punt.id, "casemanager"), (punt.id, "verantwoordelijke"),
        (punt.id, "plan"), (punt.id, "volgende_datum"), (actie.id, "organisatie_id"), (actie.id, "termijn"),
        (gast.id, "aanwezigheid"),
    ]  # fmt: skip
    assert {rij.casusnummer for rij in rijen[:7]} == {casus.nummer}
    assert {rij.agendapunt_id for rij in rijen[:7]} == {punt.id}
    assert (rijen[5].nummer, rijen[5].toelichting, rijen[7].toelichting) == (
        actie.nummer, "Bellen", "Carla Overbeek",
    )  # fmt: skip
    assert len({rij.id for rij in rijen}) == 8


def test_help_in_the_execution_is_without_regie(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    wereld.punt(overleg, wereld.casus(caseload=Caseload.HULP))
    assert welke(session, overleg) == [Tekort.BESLUIT, Tekort.VOLGENDE_DATUM]


def test_a_role_of_somebody_who_left_is_missed(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    session.execute(update(Medewerker).where(Medewerker.naam == "Kevin Lansink").values(actief=False))
    (rij,) = tekorten(session, overleg.id)
    assert (rij.tekort, rij.veld, rij.toelichting) == (Tekort.ROL_WEG, "casemanager", "Kevin Lansink")
    session.execute(update(Organisatie).values(actief=False))
    assert [rij.veld for rij in tekorten(session, overleg.id)] == ["casemanager", "verantwoordelijke"]
    assert [rij.weg for rij in rollen(session, [casus.id])[casus.id]] == [True, True]
    (regel,) = casusregels(session, [casus.id])
    assert Tekort.ROL_WEG in regel.tekorten
    assert vandaag(session, op=VANDAAG).rol_weg.ids == (casus.id,)
    nieuw = wereld.medewerker("Nieuwe Collega", wereld.organisatie("Veilig Thuis"))
    for rij in session.scalars(select(Casusroltoewijzing)).all():
        wereld.over(rij, nieuw, rij.van)
    assert not any(rij.weg for rij in rollen(session, [casus.id])[casus.id]), "that is over"
    assert vandaag(session, op=VANDAAG).rol_weg.aantal == 0
    assert Tekort.ROL_WEG not in welke(session, overleg)


def test_a_plan_without_a_goal_is_none(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    assert welke(session, overleg) == []
    session.execute(update(PlanVanAanpak).values(hoofddoel="  "))
    (rij,) = tekorten(session, overleg.id)
    assert (rij.tekort, rij.casus_id, rij.veld) == (Tekort.PLAN, casus.id, "plan")


@pytest.mark.parametrize("status", [Besluitstatus.INGETROKKEN, Besluitstatus.TERUGGENOMEN])
def test_a_decision_that_does_not_stand_is_none(
    session: Session, wereld: Wereld, overleg: Overleg, status: Besluitstatus
) -> None:
    casus = wereld.casus(volgende_datum=date(2027, 1, 1))
    wereld.punt(overleg, casus)
    wereld.besluit(casus, overleg, status=status)
    assert Tekort.BESLUIT in welke(session, overleg)


def test_a_decision_of_another_meeting_does_not_count(
    session: Session, wereld: Wereld, overleg: Overleg
) -> None:
    casus = wereld.casus()
    wereld.punt(overleg, casus)
    wereld.besluit(casus, wereld.overleg(wereld.tafel("Casustafel"), date(2026, 11, 18)))
    assert Tekort.BESLUIT in welke(session, overleg)


@pytest.mark.parametrize(
    ("eigen", "gezet", "ontbreekt"),
    [
        (None, None, True),
        (VANDAAG, None, True),  # the date that brought the case here
        (date(2026, 11, 1), None, True),
        (date(2026, 12, 16), None, False),
        (VANDAAG, date(2026, 12, 16), False),
    ],
)
def test_the_next_date_lies_after_the_meeting(
    session: Session,
    wereld: Wereld,
    overleg: Overleg,
    eigen: date | None,
    gezet: date | None,
    ontbreekt: bool,
) -> None:
    wereld.punt(overleg, wereld.casus(volgende_datum=eigen), volgende_datum=gezet)
    assert (Tekort.VOLGENDE_DATUM in welke(session, overleg)) is ontbreekt


@pytest.mark.parametrize(
    ("status", "verwacht"),
    [
        (
            CasusStatus.AANGEMELD,
            [Tekort.BESLUIT, Tekort.VOLGENDE_DATUM],
        ),  # nobody leads it before it is weighed
        (CasusStatus.NAZORG, ALLES),
        (CasusStatus.AFGESLOTEN, [Tekort.BESLUIT]),
        (CasusStatus.NIET_OPGENOMEN, [Tekort.BESLUIT]),
        (CasusStatus.GEPARKEERD, [Tekort.BESLUIT, Tekort.VOLGENDE_DATUM]),
    ],
)
def test_what_a_status_asks(
    session: Session, wereld: Wereld, overleg: Overleg, status: CasusStatus, verwacht: list[Tekort]
) -> None:
    wereld.punt(overleg, wereld.casus(status=status))
    assert welke(session, overleg) == verwacht


def test_only_open_actions_of_this_meeting(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    wereld.actie(casus)
    wereld.actie(casus, overleg=overleg, status=Actiestatus.TERUGGENOMEN)
    wereld.actie(casus, overleg=overleg, status=Actiestatus.VERVALLEN)
    assert tekorten(session, overleg.id) == ()
    los = wereld.casus()
    wereld.actie(los, overleg=overleg, termijn=VANDAAG)
    (rij,) = tekorten(session, overleg.id)
    assert (rij.tekort, rij.casus_id, rij.agendapunt_id) == (Tekort.ACTIE_EIGENAAR, los.id, None)


def test_an_ended_role_is_missing(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = wereld.casus()
    wereld.punt(overleg, casus)
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, wereld.organisatie("OM"), tot=NU)
    assert Tekort.VERANTWOORDELIJKE in welke(session, overleg)
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, wereld.organisatie("Politie"))
    assert Tekort.VERANTWOORDELIJKE not in welke(session, overleg)


def test_an_organisation_alone_is_missing_by_name(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = wereld.casus()
    wereld.punt(overleg, casus)
    wereld.alleen_organisatie(casus, wereld.organisatie("OM"))
    rij = next(rij for rij in tekorten(session, overleg.id) if rij.tekort is Tekort.VERANTWOORDELIJKE)
    assert rij.toelichting == "OM, nog geen persoon"
    assert vandaag(session, op=VANDAAG).zonder_verantwoordelijke.ids == (casus.id,)


def test_unknown_meeting(session: Session) -> None:
    with pytest.raises(NotFound):
        tekorten(session, "0" * 32)


def test_what_must_still_be_told(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    dag = timedelta(days=1)
    for soort, termijn in (
        (Plichtsoort.TERUGKOPPELING, overleg.datum + dag),  # not due yet
        (Plichtsoort.TERUGKOPPELING, overleg.datum),
        (Plichtsoort.GEMEENTE_INFORMEREN, overleg.datum + dag),  # as soon as possible
        (Plichtsoort.TOP_X_KEUZE, overleg.datum),  # not of this meeting
    ):
        wereld.add(Plicht(casus_id=casus.id, soort=soort, ontstaan_op=VANDAAG, termijn=termijn))
    rijen = tekorten(session, overleg.id)
    assert [rij.tekort for rij in rijen] == [Tekort.GEMEENTE, Tekort.TERUGKOPPELING]
    assert {rij.casus_id for rij in rijen} == {casus.id}
    for plicht in session.query(Plicht):
        plicht.gedaan_op, plicht.wijze = VANDAAG, "Gebeld."
    session.flush()
    assert tekorten(session, overleg.id) == ()


def test_whether_the_person_was_told_is_recorded(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = compleet(wereld, overleg)
    session.execute(update(Casus).where(Casus.id == casus.id).values(informeerstand=None))
    assert welke(session, overleg) == [Tekort.INFORMERING]
    session.execute(
        update(Casus)
        .where(Casus.id == casus.id)
        .values(informeerstand="niet ingelicht", informering="Gevaar.")
    )
    assert welke(session, overleg) == [], "not told, with the reason, is recorded too"


def test_who_was_there_confirmed_the_secrecy(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    ggd = wereld.organisatie("GGD")
    for naam, stand in (
        ("Ada", Aanwezigheid.AANWEZIG),
        ("Bo", Aanwezigheid.LATER),
        ("Cas", Aanwezigheid.AFWEZIG),
    ):
        wereld.deelnemer(overleg, wereld.medewerker(naam, ggd), aanwezigheid=stand)
    (rij,) = tekorten(session, overleg.id)
    assert (rij.tekort, rij.toelichting) == (Tekort.GEHEIMHOUDING, "Ada, Bo")
