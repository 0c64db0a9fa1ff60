"""Weighing: the criteria, what follows from each outcome, a full Top X, feedback, and withdrawing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.unit.services import meldingen
from tests.unit.services.meldingen import JA, NEE
from vhdesk.errors import RuleViolation
from vhdesk.models import Casusgebeurtenis, Weging
from vhdesk.queries.aanmelding import AanmeldingDossier, aanmelding
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.dossier import dossier
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.triage import top_x_casussen, triagelijst
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusverloop import CasusStapTerugnemen, CasusStatusWijzigen
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.tafelinstelling import TopXNormBepalen
from vhdesk.services.weging import Criteriumoordeel, WegingIntrekken, WegingVastleggen
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_faults import sentence
from vhdesk.vocabulary_triage import Caseload, Criteriumuitkomst, Plichtsoort, Weeguitkomst

U, G = Weeguitkomst, Gebeurtenissoort


@pytest.fixture
def wie(desk: Desk) -> str:
    return meldingen.collega(desk)


@pytest.fixture
def casus_id(desk: Desk) -> str:
    return desk.execute(meldingen.aanmelding(desk)).id


def lees(desk: Desk, casus_id: str) -> AanmeldingDossier:
    return desk.ask(aanmelding, casus_id)


def soorten(desk: Desk, casus_id: str) -> list[Gebeurtenissoort]:
    def read(session: Session) -> list[Gebeurtenissoort]:
        g = Casusgebeurtenis
        return list(session.scalars(select(g.soort).where(g.casus_id == casus_id).order_by(g.volgnr)))

    return desk.ask(read)


def tellers(desk: Desk) -> tuple[int, int, int]:
    stand = desk.ask(caseload_stand)
    return stand.top_x, stand.hulp, stand.norm


def test_into_the_top_x_with_all_that_follows(desk: Desk, casus_id: str, wie: str) -> None:
    zorg = meldingen.collega(desk, "Bilal Çelik")
    wens = meldingen.weging(
        casus_id, wie, blue_list=True, procesmanager_zorg_id=zorg, afwijkende_mening="Reclassering twijfelt"
    )
    desk.execute(wens)
    gelezen = lees(desk, casus_id)
    weging = gelezen.wegingen[0]
    assert (gelezen.status, gelezen.caseload) == (CasusStatus.IN_BEHANDELING, Caseload.TOP_X)
    assert (weging.criteria, weging.uitkomst) == (Criteriumuitkomst.VOLDOET, U.TOP_X)
    assert weging.aanwezig == ("Marijke ten Brinke, Zorg- en Veiligheidshuis Twente",)
    assert (weging.procesmanager_zorg, weging.blue_list, weging.afwijkende_mening) == (
        "Bilal Çelik", True, "Reclassering twijfelt",
    )  # fmt: skip
    assert gelezen.melding is not None and gelezen.melding.blue_list
    assert soorten(desk, casus_id) == [G.IN_TRIAGE, G.PROCESREGIE, G.TOP_X_IN, G.OPGENOMEN]
    regisseur = desk.ask(dossier, casus_id).procesregisseur
    assert regisseur is not None and regisseur.naam == "Marijke ten Brinke"
    assert tellers(desk) == (1, 0, 250)
    plicht = gelezen.plichten[0]
    assert (plicht.soort, plicht.tekst, plicht.termijn) == (
        Plichtsoort.TERUGKOPPELING, "Meerdere ketens nodig", date(2026, 11, 30),
    )  # fmt: skip
    assert desk.undo_label is None, "a weighing is formal: it is withdrawn, not undone"


@pytest.mark.parametrize(
    ("uitkomst", "status"),
    [
        (U.HULP, CasusStatus.IN_BEHANDELING),
        (U.ADVIES, CasusStatus.ADVIES),
        (U.NIET_OPNEMEN, CasusStatus.NIET_OPGENOMEN),
        (U.MEER_INFORMATIE, CasusStatus.AANGEMELD),
        (U.ANDERE_TAFEL, CasusStatus.NIET_OPGENOMEN),
    ],
)
def test_where_a_case_goes(
    desk: Desk, casus_id: str, wie: str, uitkomst: Weeguitkomst, status: CasusStatus
) -> None:
    desk.execute(
        meldingen.weging(casus_id, wie, uitkomst, a=NEE, advies="Ga naar het wijkteam", procesmanager_id=None)
    )
    assert lees(desk, casus_id).status is status
    assert tellers(desk)[:2] == (0, 1 if uitkomst is U.HULP else 0)
    assert desk.ask(open_plichten)[0].soort is Plichtsoort.TERUGKOPPELING
    assert lees(desk, casus_id).plichten[0].tekst.endswith("Ga naar het wijkteam")


def test_another_table_of_the_house_gets_the_case_with_its_history(
    desk: Desk, casus_id: str, wie: str
) -> None:
    van, naar = meldingen.tafel(desk), meldingen.tafel(desk, "Werktafel Almelo")
    wens = meldingen.weging(casus_id, wie, U.ANDERE_TAFEL, naar_tafel_id=naar)
    desk.execute(wens)
    assert lees(desk, casus_id).status is CasusStatus.IN_TRIAGE
    assert lees(desk, casus_id).velden.tafel_id == naar
    assert soorten(desk, casus_id)[-1] is G.OVERGEDRAGEN
    for tafel_id, uitkomst, code in (
        (naar, U.ANDERE_TAFEL, "zelfde_tafel"),
        (van, U.HULP, "tafel_past_niet"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(meldingen.weging(casus_id, wie, uitkomst, naar_tafel_id=tafel_id))
    desk.execute(WegingIntrekken(weging_id=lees(desk, casus_id).wegingen[0].id, reden="vergissing"))
    assert lees(desk, casus_id).velden.tafel_id == van


def _agent(desk: Desk) -> str:
    politie = meldingen.organisatie(desk, "Politie")
    return desk.execute(MedewerkerToevoegen(organisatie_id=politie, naam="Kevin Lansink")).id


def test_every_judgement_has_its_reason_and_a_deviation_too(desk: Desk, casus_id: str, wie: str) -> None:
    goed = meldingen.weging(casus_id, wie)
    for slecht, code, veld in (
        (replace(goed, b=Criteriumoordeel(voldaan=True)), "criterium_zonder_reden", "b_reden"),
        (replace(goed, b=NEE), "afwijking_vraagt_reden", "afwijking"),
        (replace(goed, uitkomst=U.NIET_OPNEMEN), "afwijking_vraagt_reden", "afwijking"),
        (replace(goed, motivering=" "), "reden_ontbreekt", "motivering"),
        (replace(goed, aanwezigen=()), "weging_zonder_mensen", "aanwezigen"),
        (replace(goed, procesmanager_id=None), "procesmanager_ontbreekt", "procesmanager_id"),
        (replace(goed, procesmanager_id=_agent(desk)), "procesregie_van_huis", "procesmanager_id"),
        (replace(goed, uitkomst=U.ADVIES, a=NEE, d=NEE), "advies_ontbreekt", "advies"),
        (replace(goed, terugkoppeling_voor=date(2026, 11, 22)), "termijn_verstreken", "terugkoppeling_voor"),
    ):
        with pytest.raises(RuleViolation, match=code) as refusal:
            desk.execute(slecht)
        assert refusal.value.field == veld
    assert lees(desk, casus_id).wegingen == () and lees(desk, casus_id).status is CasusStatus.AANGEMELD
    desk.execute(replace(goed, b=NEE, afwijking="Burgemeester vraagt erom"))
    assert lees(desk, casus_id).wegingen[0].criteria is Criteriumuitkomst.VOLDOET_NIET


def test_an_incomplete_referral_cannot_be_weighed(desk: Desk, wie: str) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk, ingezet="")).id
    with pytest.raises(RuleViolation, match="aanmelding_onvolledig"):
        desk.execute(meldingen.weging(casus_id, wie))
    niet = meldingen.weging(
        casus_id, wie, Weeguitkomst.NIET_OPNEMEN, afwijking="Melder trekt zich terug.", procesmanager_id=None
    )
    desk.execute(niet)
    assert lees(desk, casus_id).status is CasusStatus.NIET_OPGENOMEN


def test_only_a_weighing_takes_a_case_in_or_sends_it_away(desk: Desk, casus_id: str, wie: str) -> None:
    desk.execute(TriageBeginnen(casus_id=casus_id))
    for status in (
        CasusStatus.IN_BEHANDELING, CasusStatus.ADVIES, CasusStatus.NIET_OPGENOMEN, CasusStatus.AANGEMELD,
    ):  # fmt: skip
        with pytest.raises(RuleViolation, match="stap_vraagt_weging"):
            desk.execute(CasusStatusWijzigen(casus_id=casus_id, status=status, reden="Zo afgesproken."))
    assert lees(desk, casus_id).status is CasusStatus.IN_TRIAGE
    desk.execute(meldingen.weging(casus_id, wie))
    assert lees(desk, casus_id).status is CasusStatus.IN_BEHANDELING
    stap = desk.ask(_stap_van, casus_id)
    with pytest.raises(RuleViolation, match="stap_vraagt_weging"):
        desk.execute(CasusStapTerugnemen(gebeurtenis_id=stap))


def _stap_van(session: Session, casus_id: str) -> str:
    return session.scalars(select(Weging.gebeurtenis_id).where(Weging.casus_id == casus_id)).one() or ""


def test_a_full_top_x_asks_which_case_leaves(desk: Desk, casus_id: str, wie: str) -> None:
    desk.execute(TopXNormBepalen(norm=1))
    vol = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Oud"),
            status=CasusStatus.MONITORING,
            nummer="OUD-1",
            gemeente_id=meldingen.gemeente(desk),
        )
    ).id
    assert [rij.id for rij in desk.ask(top_x_casussen)] == [vol]
    goed = meldingen.weging(casus_id, wie)
    uit = CasusAfschalen(casus_id=vol, reden_code="doelen-behaald", reden="Situatie stabiel")
    for slecht, code in (
        (goed, "top_x_vol"),
        (replace(goed, uittreden=replace(uit, casus_id=casus_id)), "niet_in_top_x"),
        (replace(goed, uittreden=replace(uit, reden=" ")), "reden_ontbreekt"),
        (replace(goed, uittreden=replace(uit, reden_code="zomaar")), "afschaalreden_onbekend"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(slecht)
    desk.execute(replace(goed, uittreden=uit))
    assert lees(desk, vol).status is CasusStatus.NAZORG
    assert soorten(desk, vol) == [G.TOP_X_UIT, G.AFGESCHAALD]
    assert tellers(desk) == (1, 0, 1)


def test_help_does_not_fill_the_top_x(desk: Desk, casus_id: str, wie: str) -> None:
    desk.execute(TopXNormBepalen(norm=1))
    desk.execute(meldingen.weging(casus_id, wie, U.HULP))
    ander = desk.execute(meldingen.aanmelding(desk, "Bos")).id
    desk.execute(meldingen.weging(ander, wie))
    assert tellers(desk) == (1, 1, 1)
    with pytest.raises(RuleViolation, match="top_x_vol"):
        desk.execute(meldingen.weging(casus_id, wie))
    with pytest.raises(RuleViolation, match="uitkomst_past_niet"):
        desk.execute(meldingen.weging(casus_id, wie, U.ADVIES, a=NEE, advies="x"))


def test_a_case_that_got_advice_is_not_weighed_again_whatever_the_outcome(
    desk: Desk, casus_id: str, wie: str
) -> None:
    desk.execute(meldingen.weging(casus_id, wie, U.ADVIES, a=NEE, advies="x"))
    for uitkomst in (U.HULP, U.NIET_OPNEMEN):
        with pytest.raises(RuleViolation, match="niet_te_wegen") as weigering:
            desk.execute(meldingen.weging(casus_id, wie, uitkomst, afwijking="toch"))
        assert sentence(weigering.value).startswith(
            "Een casus met de status “advies gegeven” wordt niet gewogen."
        )


def test_code_rood_is_weighed_while_it_runs(desk: Desk, wie: str) -> None:
    desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 2)))
    casus_id = desk.execute(meldingen.aanmelding(desk, code_rood=True)).id
    assert [rij.id for rij in desk.ask(triagelijst)] == [casus_id], "it waits for its weighing"
    assert tellers(desk)[0] == 1
    desk.execute(TopXNormBepalen(norm=1))
    desk.execute(meldingen.weging(casus_id, wie))
    assert desk.ask(triagelijst) == ()
    assert tellers(desk) == (1, 0, 1), "it is counted once"


def test_withdrawing_puts_the_case_back_and_keeps_the_weighing(desk: Desk, casus_id: str, wie: str) -> None:
    desk.execute(meldingen.weging(casus_id, wie))
    weging_id = lees(desk, casus_id).wegingen[0].id
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(WegingIntrekken(weging_id=weging_id, reden=" "))
    desk.execute(WegingIntrekken(weging_id=weging_id, reden="verkeerde casus"))
    gelezen = lees(desk, casus_id)
    assert (gelezen.status, gelezen.wegingen[0].intrekreden) == (CasusStatus.IN_TRIAGE, "verkeerde casus")
    assert desk.ask(dossier, casus_id).procesregisseur is None
    assert (gelezen.plichten, tellers(desk)[0]) == ((), 0)
    with pytest.raises(RuleViolation, match="weging_al_ingetrokken"):
        desk.execute(WegingIntrekken(weging_id=weging_id, reden="nog eens"))
    desk.execute(meldingen.weging(casus_id, wie, U.HULP))
    assert [rij.uitkomst for rij in lees(desk, casus_id).wegingen if rij.ingetrokken_op is None] == [U.HULP]


def test_what_the_referrer_heard_is_not_withdrawn(desk: Desk, casus_id: str, wie: str) -> None:
    desk.execute(meldingen.weging(casus_id, wie, U.HULP))
    eerste = lees(desk, casus_id).wegingen[0].id
    desk.execute(meldingen.weging(casus_id, wie))
    with pytest.raises(RuleViolation, match="weging_niet_de_laatste"):
        desk.execute(WegingIntrekken(weging_id=eerste, reden="x"))
    tweede = lees(desk, casus_id).wegingen[0]
    assert tweede.uitkomst is U.TOP_X
    desk.execute(WegingIntrekken(weging_id=tweede.id, reden="te vroeg"))
    assert lees(desk, casus_id).caseload is Caseload.HULP, "back to what the weighing before it said"
    desk.execute(PlichtVervullen(plicht_id=lees(desk, casus_id).plichten[0].id, wijze="gemaild"))
    assert soorten(desk, casus_id)[-1] is G.TERUGGEKOPPELD
    with pytest.raises(RuleViolation, match="weging_teruggekoppeld"):
        desk.execute(WegingIntrekken(weging_id=eerste, reden="x"))


def test_the_norm_is_a_setting(desk: Desk) -> None:
    for norm in (0, -1, 100_001):
        with pytest.raises(RuleViolation, match="norm_onmogelijk"):
            desk.execute(TopXNormBepalen(norm=norm))
    desk.execute(TopXNormBepalen(norm=300))
    desk.execute(TopXNormBepalen(norm=200))
    assert tellers(desk)[2] == 200
    desk.undo()
    assert tellers(desk)[2] == 300
    desk.undo()
    assert tellers(desk)[2] == 250


def test_the_default_of_a_weighing_is_all_open(casus_id: str) -> None:
    kaal = WegingVastleggen(casus_id=casus_id, uitkomst=U.HULP, motivering="m")
    assert (kaal.a, kaal.d) == (Criteriumoordeel(), Criteriumoordeel()) and JA != NEE
