"""What is due and missed: each group, its edges, and that a step which was taken leaves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.models import Afschaalbrief, Bewaarregel, Casus, Casusgebeurtenis, Journaalregel, PlanVanAanpak
from vhdesk.models.bewaartermijn import Termijnregel, laatste_begin, plus_maanden
from vhdesk.models.journaal import GENESIS
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.queries.schakelpunten import Schakelpunten, schakelpunten
from vhdesk.queries.vandaag import vandaag
from vhdesk.vocabulary import (
    Bewaarstart,
    CasusStatus,
    Gebeurtenissoort,
    Oorsprong,
    Resultaat,
    Tafelregime,
)
from vhdesk.vocabulary_casus import BRIEF_AFDRUKKEN, BRIEF_OPSLAAN
from vhdesk.vocabulary_triage import Caseload

OP = date(2026, 12, 2)
MOMENT = datetime(2026, 12, 2, 9, tzinfo=UTC)


def gebeurtenis(session: Session, casus: Casus, soort: Gebeurtenissoort, **velden: Any) -> Casusgebeurtenis:
    velden = {"tijdstip": MOMENT, "actor_id": "u", "actor": "Ad", "volgnr": 1, **velden}
    row = Casusgebeurtenis(casus_id=casus.id, soort=soort, **velden)
    session.add(row)
    session.flush()
    return row


def punten(session: Session) -> Schakelpunten:
    return schakelpunten(session, OP)


def test_nazorg_is_due_on_its_day(session: Session, wereld: Wereld) -> None:
    raak = wereld.casus(status=CasusStatus.NAZORG, volgende_datum=OP)
    wereld.casus(status=CasusStatus.NAZORG, volgende_datum=OP + timedelta(days=1))
    wereld.casus(status=CasusStatus.MONITORING, volgende_datum=OP - timedelta(days=1))
    assert punten(session).nazorg_over.ids == (raak.id,)
    assert raak.id not in vandaag(session, op=OP).datum_voorbij.ids


def test_a_question_without_an_answer_after_its_day(session: Session, wereld: Wereld) -> None:
    open_, dicht, later = (wereld.casus() for _ in range(3))
    soort = Gebeurtenissoort.OPGESCHAALD
    gebeurtenis(session, open_, soort, datum=OP - timedelta(days=1))
    vraag = gebeurtenis(session, dicht, soort, datum=OP - timedelta(days=9))
    gebeurtenis(session, dicht, Gebeurtenissoort.OPSCHALING_BEANTWOORD, volgnr=2, betreft_id=vraag.id)
    gebeurtenis(session, later, soort, datum=OP)
    assert punten(session).opschaling_over.ids == (open_.id,)


@pytest.mark.parametrize(
    ("dagen", "groep"),
    [(-1, "bewaren_voorbij"), (0, "bewaren_voorbij"), (1, "bewaren_30"), (30, "bewaren_30"), (31, "bewaren_90"),
     (90, "bewaren_90"), (91, "")],
)  # fmt: skip
def test_the_end_of_the_term_is_warned_of_90_and_30_days_ahead(
    session: Session, wereld: Wereld, dagen: int, groep: str
) -> None:
    einde = OP + timedelta(days=dagen)
    casus = wereld.casus(status=CasusStatus.AFGESLOTEN, aangemeld_op=einde.replace(year=einde.year - 5))
    found = punten(session)
    stand = {naam: getattr(found, naam).ids for naam in ("bewaren_voorbij", "bewaren_30", "bewaren_90")}
    assert {naam for naam, ids in stand.items() if casus.id in ids} == ({groep} if groep else set())


def test_an_extension_and_another_rule_move_the_end(session: Session, wereld: Wereld) -> None:
    oud = wereld.casus(status=CasusStatus.AFGESLOTEN, aangemeld_op=date(2020, 1, 1))
    assert punten(session).bewaren_voorbij.ids == (oud.id,)
    gebeurtenis(session, oud, Gebeurtenissoort.VERLENGD, datum=OP + timedelta(days=20))
    assert punten(session).bewaren_30.ids == (oud.id,)
    session.add(
        Bewaarregel(
            regime=Tafelregime.WGS, versie=1, jaren=30, vanaf=Bewaarstart.EERSTE_VERWERKING,
            herbeoordeling_maanden=6, gewijzigd_op=MOMENT, actor="Ad",
        )
    )  # fmt: skip
    session.flush()
    assert punten(session).bewaren_30.aantal == 0


def test_a_term_that_counts_from_closing(session: Session, wereld: Wereld) -> None:
    session.add(
        Bewaarregel(
            regime=Tafelregime.WGS, versie=1, jaren=5, vanaf=Bewaarstart.AFSLUITING,
            herbeoordeling_maanden=6, gewijzigd_op=MOMENT, actor="Ad",
        )
    )  # fmt: skip
    lang_open, pas_dicht, dicht, heropend = (
        wereld.casus(status=status, aangemeld_op=date(2015, 1, 1))
        for status in (CasusStatus.IN_BEHANDELING, *[CasusStatus.AFGESLOTEN] * 2, CasusStatus.NAZORG)
    )
    for casus, jaar in ((pas_dicht, 2025), (dicht, 2021), (heropend, 2025)):
        moment = datetime(jaar, 12, 2, 22, 59, tzinfo=UTC)  # a minute before midnight in the Netherlands
        gebeurtenis(session, casus, Gebeurtenissoort.AFGESLOTEN, tijdstip=moment)
    found = punten(session)
    assert set(found.bewaren_voorbij.ids) == {lang_open.id, dicht.id, heropend.id}
    assert pas_dicht.id not in (*found.bewaren_30.ids, *found.bewaren_90.ids)
    for casus in (lang_open, pas_dicht, dicht, heropend):
        over = bewaarstand(session, casus.id).bewaren_tot <= OP
        assert over is (casus.id in found.bewaren_voorbij.ids)


def test_the_first_fifty_are_the_longest_registered_and_all_are_counted(
    session: Session, wereld: Wereld
) -> None:
    casussen = [wereld.casus(aangemeld_op=date(2019, 1, 1) + timedelta(days=n)) for n in range(53)]
    voorbij = punten(session).bewaren_voorbij
    assert (voorbij.aantal, voorbij.ids) == (53, tuple(casus.id for casus in casussen[:50]))


def test_the_last_day_from_which_a_term_is_over() -> None:
    for jaren in (1, 4, 5):
        regel = Termijnregel(jaren=jaren)
        for n in range(4 * 366):
            einde = date(2024, 1, 1) + timedelta(days=n)
            begin = laatste_begin(einde, regel)
            assert (
                plus_maanden(begin, 12 * jaren) <= einde < plus_maanden(begin + timedelta(days=1), 12 * jaren)
            )


def test_the_need_is_looked_at_again_every_six_months_while_a_case_runs(
    session: Session, wereld: Wereld
) -> None:
    oud, gezien, jong, dicht = (
        wereld.casus(aangemeld_op=date(2026, 6, 2)),
        wereld.casus(aangemeld_op=date(2026, 1, 2)),
        wereld.casus(aangemeld_op=date(2026, 6, 3)),
        wereld.casus(aangemeld_op=date(2026, 1, 2), status=CasusStatus.AFGESLOTEN),
    )
    gebeurtenis(session, gezien, Gebeurtenissoort.HERBEOORDEELD, tijdstip=MOMENT - timedelta(days=30))
    ids = punten(session).herbeoordelen.ids
    assert oud.id in ids
    assert not {gezien.id, jong.id, dicht.id} & set(ids)


def test_what_was_pointed_out_waits_and_has_no_term_any_more(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(status=CasusStatus.TE_VERNIETIGEN, aangemeld_op=date(2015, 1, 1))
    found = punten(session)
    assert found.te_vernietigen.ids == (casus.id,)
    assert found.bewaren_voorbij.aantal == 0
    assert vandaag(session, op=OP).groep("te_vernietigen").aantal == 1


def plan(session: Session, casus: Casus, **velden: Any) -> Casus:
    session.add(PlanVanAanpak(casus_id=casus.id, **velden))
    session.flush()
    return casus


def test_a_plan_that_was_to_be_evaluated(session: Session, wereld: Wereld) -> None:
    gisteren = OP - timedelta(days=1)
    laat = plan(session, wereld.casus(status=CasusStatus.MONITORING), evaluatiedatum=gisteren)
    eerder = plan(session, wereld.casus(), evaluatiedatum=gisteren - timedelta(days=9))
    plan(session, wereld.casus(), evaluatiedatum=OP)
    plan(session, wereld.casus(), evaluatiedatum=None)
    for status in (CasusStatus.NAZORG, CasusStatus.GEPARKEERD, CasusStatus.AFGESLOTEN):
        plan(session, wereld.casus(status=status), evaluatiedatum=gisteren)
    assert punten(session).plan_over.ids == (eerder.id, laat.id)


def test_a_case_of_the_top_x_has_a_plan_with_a_main_goal(session: Session, wereld: Wereld) -> None:
    kaal = wereld.casus()
    leeg = plan(session, wereld.casus(status=CasusStatus.MONITORING), hoofddoel=" ")
    plan(session, wereld.casus(), hoofddoel="rust op straat")
    wereld.casus(caseload=Caseload.HULP)
    wereld.casus(status=CasusStatus.AANGEMELD)
    wereld.casus(status=CasusStatus.GEPARKEERD)
    assert set(punten(session).zonder_plan.ids) == {kaal.id, leeg.id}


def test_nazorg_that_was_reviewed_to_its_end_asks_for_closing_and_not_for_a_date(
    session: Session, wereld: Wereld
) -> None:
    beoordeeld = Gebeurtenissoort.NAZORG_BEOORDEELD
    klaar, halverwege, nooit = (wereld.casus(status=CasusStatus.NAZORG) for _ in range(3))
    halverwege.volgende_datum = OP + timedelta(days=180)
    dicht = wereld.casus(status=CasusStatus.AFGESLOTEN)
    for casus in (klaar, halverwege, dicht):
        gebeurtenis(session, casus, beoordeeld)
    assert punten(session).nazorg_klaar.ids == (klaar.id,)
    assert vandaag(session, op=OP).zonder_datum.ids == (nooit.id,)


def journaalregel(session: Session, object_id: str, actie: str, resultaat: Resultaat) -> None:
    volgnr = 1 + session.scalars(select(func.count()).select_from(Journaalregel)).one()
    session.add(
        Journaalregel(
            volgnr=volgnr, tijdstip=MOMENT, actor_id="u", actor="Ad", actie=actie, object_soort="casusgebeurtenis",
            object_id=object_id, resultaat=resultaat, oorsprong=Oorsprong.VENSTER, vorige_hash=str(volgnr - 1) if volgnr > 1 else GENESIS, hash=str(volgnr),
        )
    )  # fmt: skip
    session.flush()


def brief(session: Session, casus: Casus, volgnr: int = 1) -> str:
    stap = gebeurtenis(session, casus, Gebeurtenissoort.AFGESCHAALD, volgnr=volgnr)
    session.add(Afschaalbrief(gebeurtenis_id=stap.id, inhoud="{}", gemaakt_op=MOMENT))
    session.flush()
    return stap.id


def test_a_letter_that_was_made_and_did_not_go_out(session: Session, wereld: Wereld) -> None:
    stil, gedrukt, bewaard, mislukt, opnieuw = (wereld.casus(status=CasusStatus.NAZORG) for _ in range(5))
    wereld.casus(status=CasusStatus.NAZORG)  # came in as it stood: no letter was made
    brief(session, stil)
    brief(session, wereld.casus(status=CasusStatus.IN_BEHANDELING))
    journaalregel(session, brief(session, gedrukt), BRIEF_AFDRUKKEN, Resultaat.GELUKT)
    journaalregel(session, brief(session, bewaard), BRIEF_OPSLAAN, Resultaat.GELUKT)
    niet_gekomen = brief(session, mislukt)
    for resultaat in (Resultaat.GELUKT, Resultaat.GEWEIGERD):
        journaalregel(session, niet_gekomen, BRIEF_AFDRUKKEN, resultaat)
    journaalregel(session, brief(session, opnieuw), BRIEF_AFDRUKKEN, Resultaat.GELUKT)
    brief(session, opnieuw, volgnr=2)
    assert set(punten(session).brief_niet_uit.ids) == {stil.id, mislukt.id, opnieuw.id}
