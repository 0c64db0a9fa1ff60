from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy.orm import Session
from wereld import NU, VANDAAG, Wereld

from vhdesk.models import Inlezing, Kluismeta, Tafelinstelling
from vhdesk.models.weging import TOP_X_NORM
from vhdesk.queries.inlezing import inlezingen
from vhdesk.queries.instelling import TOPX
from vhdesk.queries.vandaag import vandaag
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus, Overlegstatus


def test_an_empty_vault(session: Session) -> None:
    feiten = vandaag(session, op=VANDAAG)
    assert (feiten.overleggen, feiten.acties_open, feiten.per_status, feiten.caseload.top_x) == ((), 0, (), 0)
    assert (feiten.acties_over.aantal, feiten.acties_over.ids) == (0, ())
    assert (feiten.laatste_inlezing, feiten.caseload.norm, feiten.oefening) == (None, TOP_X_NORM, False)


def test_what_meetings_lack(session: Session, wereld: Wereld) -> None:
    tafel = wereld.tafel()
    agent = wereld.medewerker("Kevin", wereld.organisatie("Politie"))
    later = wereld.overleg(tafel, date(2026, 12, 16), status=Overlegstatus.GEPLAND)
    nu = wereld.overleg(
        tafel, begintijd=time(13, 30), eindtijd=time(15, 30), voorzitter_id=agent.id, secretaris_id=agent.id
    )
    vergeten = wereld.overleg(tafel, date(2026, 11, 25), status=Overlegstatus.GEPLAND)
    wereld.overleg(tafel, date(2026, 11, 18), status=Overlegstatus.GESLOTEN)
    wereld.deelnemer(nu, agent)
    wereld.punt(nu, wereld.casus(), minuten=150)
    rijen = vandaag(session, op=VANDAAG).overleggen
    assert [(rij.id, rij.dagen) for rij in rijen] == [(nu.id, 0), (vergeten.id, -7), (later.id, 14)]
    assert (rijen[0].minuten_te_veel, rijen[2].minuten_te_veel) == (30, 0)
    lacks = [
        (rij.zonder_voorzitter, rij.zonder_secretaris, rij.zonder_casussen, rij.zonder_deelnemers)
        for rij in rijen
    ]
    assert lacks == [(False,) * 4, (True,) * 4, (True,) * 4]


def test_actions_and_cases(session: Session, wereld: Wereld) -> None:
    politie = wereld.organisatie("Politie")
    agent = wereld.medewerker("Kevin", politie)
    goed = wereld.casus(volgende_datum=date(2026, 12, 16))
    wereld.rol(goed, Casusrol.CASEMANAGER, agent)
    wereld.rol(goed, Casusrol.VERANTWOORDELIJKE, politie)
    wereld.plan(goed)
    kaal = wereld.casus(status=CasusStatus.MONITORING)
    voorbij = wereld.casus(volgende_datum=VANDAAG - timedelta(days=1), status=CasusStatus.GEPARKEERD)
    wereld.casus(volgende_datum=VANDAAG - timedelta(days=1), status=CasusStatus.AFGESLOTEN)
    nieuw = wereld.casus(status=CasusStatus.AANGEMELD)
    wereld.actie(goed, termijn=VANDAAG)
    laat, later = (wereld.actie(goed, termijn=VANDAAG - timedelta(days=dag)) for dag in (1, 9))
    los = wereld.actie(goed)
    wereld.actie(goed, termijn=date(2020, 1, 1), status=Actiestatus.GEDAAN)
    feiten = vandaag(session, op=VANDAAG)
    assert feiten.acties_open == 4
    assert feiten.acties_over.ids == (later.id, laat.id)
    assert feiten.acties_zonder_termijn.ids == (los.id,)
    assert feiten.zonder_casemanager.ids == feiten.zonder_verantwoordelijke.ids == (kaal.id,)
    assert set(feiten.zonder_procesregisseur.ids) == {goed.id, kaal.id}
    assert feiten.schakelpunten.zonder_plan.ids == (kaal.id,)
    assert (feiten.zonder_datum.ids, feiten.datum_voorbij.ids) == ((kaal.id,), (voorbij.id,))
    assert feiten.aangemeld.ids == (nieuw.id,)
    assert feiten.caseload.top_x == 2
    assert dict(feiten.per_status) == {
        CasusStatus.IN_BEHANDELING: 1, CasusStatus.MONITORING: 1, CasusStatus.GEPARKEERD: 1,
        CasusStatus.AFGESLOTEN: 1, CasusStatus.AANGEMELD: 1,
    }  # fmt: skip


def test_a_meeting_counts_its_cases_that_nobody_leads(session: Session, wereld: Wereld) -> None:
    agent = wereld.medewerker("Kevin", wereld.organisatie("Politie"))
    overleg = wereld.overleg(wereld.tafel())
    geleid, verlaten = wereld.casus(), wereld.casus()
    wereld.rol(geleid, Casusrol.CASEMANAGER, agent)
    wereld.rol(verlaten, Casusrol.CASEMANAGER, agent, tot=NU)
    zonder = [verlaten, wereld.casus()]
    rustig = (CasusStatus.AANGEMELD, CasusStatus.GEPARKEERD, CasusStatus.AFGESLOTEN)
    klaar = [wereld.casus(status=status) for status in rustig]
    for casus in (geleid, *zonder, *klaar):
        wereld.punt(overleg, casus)
    wereld.punt(overleg)
    assert [rij.zonder_casemanager for rij in vandaag(session, op=VANDAAG).overleggen] == [len(zonder)]


def test_a_group_counts_all_and_names_the_first_fifty(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus()
    for _ in range(60):
        wereld.actie(casus)
    groep = vandaag(session, op=VANDAAG).acties_zonder_termijn
    assert (groep.aantal, len(groep.ids)) == (60, 50)


def test_facts_about_the_vault(session: Session, wereld: Wereld) -> None:
    wereld.add(Kluismeta(sleutel=PRACTICE, waarde="ja"))
    wereld.add(Tafelinstelling(tafel_id=None, sleutel=TOPX, versie=1, waarde=120, gewijzigd_op=NU, actor=""))
    for dag, ongedaan in ((1, None), (2, None), (3, NU)):
        moment = NU + timedelta(days=dag)
        wereld.add(
            Inlezing(
                bestandsnaam=f"lijst {dag}.xlsx", sha256="0" * 64, aantal=dag, ingelezen_op=moment,
                ongedaan_op=ongedaan,
            )
        )  # fmt: skip
    feiten = vandaag(session, op=VANDAAG)
    assert (feiten.oefening, feiten.caseload.norm) == (True, 120)
    assert feiten.laatste_inlezing is not None
    assert feiten.laatste_inlezing.bestandsnaam == "lijst 2.xlsx"


def test_imports_and_what_was_done_with_their_cases(session: Session, wereld: Wereld) -> None:
    def inlezing(naam: str) -> Inlezing:
        return wereld.add(Inlezing(bestandsnaam=naam, sha256="0" * 64, aantal=1, ingelezen_op=NU))

    schoon, bewerkt, gewijzigd, ongedaan = (
        inlezing(n) for n in ("schoon", "bewerkt", "gewijzigd", "ongedaan")
    )
    wereld.casus(inlezing_id=schoon.id)
    wereld.actie(wereld.casus(inlezing_id=bewerkt.id))
    wereld.casus(inlezing_id=bewerkt.id)
    casus = wereld.casus(inlezing_id=gewijzigd.id)
    casus.doel = "anders"
    ongedaan.ongedaan_op = NU
    session.flush()
    rijen = {rij.bestandsnaam: rij for rij in inlezingen(session)}
    assert {naam: (rij.casussen, rij.bewerkt) for naam, rij in rijen.items()} == {
        "schoon": (1, 0), "bewerkt": (2, 1), "gewijzigd": (1, 1), "ongedaan": (0, 0),
    }  # fmt: skip
