"""Resting, giving back, closing and opening again: what each asks, what it leaves behind, what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.overname import oud_nummer
from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.models import Afschaalbrief, Casusgebeurtenis
from vhdesk.queries.afschaalbrief import BewaardeBrief, afschaalbrief
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.queries.tijdlijn import tijdlijn
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.afschalen import (
    CasusAfschalen,
    CasusAfsluiten,
    CasusHeropenen,
    CasusHervatten,
    CasusParkeren,
    NazorgBeoordelen,
)
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.tafelinstelling import NazorgInstellen, TopXNormBepalen
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort

VANDAAG = date(2026, 11, 23)


def casus(desk: Desk, status: CasusStatus = CasusStatus.IN_BEHANDELING, *, gemeente: str = "Borne") -> str:
    gemeente_id = next((rij.id for rij in desk.ask(gemeenten) if rij.naam == gemeente), None)
    persoon = Persoonsgegevens(
        voornamen="Jan", geslachtsnaam="Oude Luttikhuis", geboortedatum=date(1990, 2, 3)
    )
    tafel_id = desk.ask(tafels)[0].id
    return desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=persoon,
            status=status,
            nummer=oud_nummer(status),
            gemeente_id=gemeente_id,
            tafel_id=tafel_id,
        )
    ).id


def kop(desk: Desk, casus_id: str) -> tuple[CasusStatus, date | None]:
    gevonden = desk.ask(dossier, casus_id).kop
    return gevonden.status, gevonden.volgende_datum


def schaal_af(desk: Desk, casus_id: str, **velden: object) -> None:
    gegevens = {"reden_code": "doelen-behaald", "reden": "Zes maanden rust.", **velden}
    desk.execute(CasusAfschalen(casus_id=casus_id, **gegevens))  # type: ignore[arg-type]


def _laatste(session: Session, casus_id: str) -> Casusgebeurtenis:
    statement = select(Casusgebeurtenis).where(Casusgebeurtenis.casus_id == casus_id)
    return session.scalars(statement.order_by(Casusgebeurtenis.volgnr.desc()).limit(1)).one()


def brief(desk: Desk, casus_id: str) -> BewaardeBrief:
    return desk.ask(afschaalbrief, desk.ask(_laatste, casus_id).id)


def naar(desk: Desk, dag: date) -> None:
    desk.clock.moment = datetime(dag.year, dag.month, dag.day, 9, tzinfo=UTC)  # type: ignore[attr-defined]


def test_parking_has_a_day_and_a_reason_and_ends_where_it_began(desk: Desk) -> None:
    zaak = casus(desk, CasusStatus.MONITORING)
    for tot in (VANDAAG, date(2020, 1, 1), date.min):
        with pytest.raises(RuleViolation, match="parkeren_tot_later"):
            desk.execute(CasusParkeren(casus_id=zaak, tot=tot, reden="detentie"))
    desk.execute(CasusParkeren(casus_id=zaak, tot=date(2027, 3, 1), reden="In detentie tot maart."))
    assert kop(desk, zaak) == (CasusStatus.GEPARKEERD, date(2027, 3, 1))
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(CasusHervatten(casus_id=zaak, reden=" "))
    desk.execute(CasusHervatten(casus_id=zaak, reden="Komt eerder vrij."))
    assert kop(desk, zaak)[0] is CasusStatus.MONITORING
    with pytest.raises(RuleViolation, match="casus_niet_geparkeerd"):
        desk.execute(CasusHervatten(casus_id=zaak, reden="nog eens"))


def test_afschalen_goes_back_to_the_gemeente_with_a_letter_in_the_same_act(desk: Desk) -> None:
    zaak = casus(desk)
    schaal_af(desk, zaak, advies="- Houd contact\n- Bel vroeg")
    assert kop(desk, zaak) == (CasusStatus.NAZORG, date(2027, 5, 23))
    gemaakt = brief(desk, zaak)
    assert gemaakt.brief.gemeente == "Borne"
    assert (gemaakt.brief.reden, gemaakt.brief.toelichting) == ("doelen behaald", "Zes maanden rust.")
    assert gemaakt.brief.hoofdbetrokkene == "Jan Oude Luttikhuis"
    assert gemaakt.brief.nazorg == (date(2027, 5, 23), date(2027, 11, 23))
    assert gemaakt.gemaakt_op == desk.clock.now()
    assert desk.undo_label is None  # a formal act: its counter-act is heropenen


def test_afschalen_without_gemeente_reason_or_new_owner_leaves_no_letter(desk: Desk) -> None:
    zonder = casus(desk, gemeente="")
    with pytest.raises(RuleViolation, match="afschalen_zonder_gemeente"):
        schaal_af(desk, zonder)
    zaak = casus(desk)
    for code, velden in {
        "afschaalreden_onbekend": {"reden_code": "zomaar"},
        "reden_ontbreekt": {"reden": " \n"},
        "overdracht_ontbreekt": {"reden_code": "partner-neemt-over"},
        "tekst_te_lang": {"advies": "x" * 1_000_000},
    }.items():
        with pytest.raises(RuleViolation, match=code):
            schaal_af(desk, zaak, **velden)
    assert kop(desk, zaak)[0] is CasusStatus.IN_BEHANDELING
    assert desk.ask(_brieven) == 0


def test_a_case_that_was_parked_before_it_was_weighed_has_nothing_to_step_down_from(desk: Desk) -> None:
    """Or parking, stepping down and reopening would be a way to the table round the weighing."""
    zaak = casus(desk, CasusStatus.AANGEMELD)
    desk.execute(CasusParkeren(casus_id=zaak, tot=date(2026, 12, 31), reden="Wacht op stukken."))
    with pytest.raises(RuleViolation, match="afschalen_niet_opgenomen"):
        schaal_af(desk, zaak)
    desk.execute(CasusHervatten(casus_id=zaak, reden="Stukken binnen."))
    assert kop(desk, zaak)[0] is CasusStatus.AANGEMELD


def test_a_case_comes_back_into_the_top_x_only_where_there_is_a_place(desk: Desk) -> None:
    terug, geparkeerd = casus(desk), casus(desk)
    schaal_af(desk, terug)
    desk.execute(CasusParkeren(casus_id=geparkeerd, tot=date(2026, 12, 31), reden="Verblijf elders."))
    bezet = casus(desk)
    desk.execute(TopXNormBepalen(norm=1))
    for opdracht in (
        CasusHeropenen(casus_id=terug, reden="Nieuwe meldingen."),
        CasusHervatten(casus_id=geparkeerd, reden="Weer thuis."),
    ):
        with pytest.raises(RuleViolation, match="top_x_vol_terug"):
            desk.execute(opdracht)
    schaal_af(desk, bezet)
    desk.execute(CasusHeropenen(casus_id=terug, reden="Nieuwe meldingen."))
    assert kop(desk, terug)[0] is CasusStatus.IN_BEHANDELING


def _brieven(session: Session) -> int:
    return len(session.scalars(select(Afschaalbrief.gebeurtenis_id)).all())


def test_who_takes_over_stands_in_the_letter(desk: Desk) -> None:
    zaak = casus(desk)
    partner = next(rij for rij in desk.ask(organisaties) if rij.code == "mediant-ggz")
    schaal_af(desk, zaak, reden_code="partner-neemt-over", overdracht_id=partner.id)
    assert brief(desk, zaak).brief.overdracht == partner.naam


def test_the_letter_stays_as_it_was_made(desk: Desk) -> None:
    zaak = casus(desk)
    schaal_af(desk, zaak)
    eerst = brief(desk, zaak).brief
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Alles rustig."))
    gebeurtenis_id = eerst.id
    assert desk.ask(afschaalbrief, gebeurtenis_id).brief == eerst
    with pytest.raises(IntegrityError, match="afschaalbrief: fixed"):
        desk.ask(_herschrijf)


def _herschrijf(session: Session) -> None:
    session.execute(text("UPDATE afschaalbrief SET inhoud = '{}'"))


def test_nazorg_counts_its_reviews_at_the_months_of_the_table(desk: Desk) -> None:
    zaak = casus(desk)
    with pytest.raises(RuleViolation, match="casus_niet_in_nazorg"):
        desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="rustig"))
    schaal_af(desk, zaak)
    desk.execute(NazorgInstellen(tafel_id=desk.ask(tafels)[0].id, maanden=(3, 9, 15)))
    naar(desk, date(2027, 2, 20))
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding=""))
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Werk gevonden."))
    assert kop(desk, zaak) == (CasusStatus.NAZORG, date(2027, 8, 23))
    naar(desk, date(2028, 3, 1))
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Rustig."))
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Rustig."))
    assert kop(desk, zaak) == (CasusStatus.NAZORG, None)


def test_a_review_long_before_its_day_is_written_down_and_the_day_stays(desk: Desk) -> None:
    zaak = casus(desk)
    schaal_af(desk, zaak)
    for _ in range(2):
        desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="In de eerste week al rustig."))
    assert kop(desk, zaak) == (CasusStatus.NAZORG, date(2027, 5, 23))
    naar(desk, date(2027, 4, 22))
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Een dag te vroeg."))
    assert kop(desk, zaak)[1] == date(2027, 5, 23)
    naar(desk, date(2027, 4, 23))
    desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Dertig dagen ervoor telt."))
    assert kop(desk, zaak)[1] == date(2027, 11, 23)
    assert (
        len(
            [
                stap
                for stap in desk.ask(dossier, zaak).verloop
                if stap.soort is Gebeurtenissoort.NAZORG_BEOORDEELD
            ]
        )
        == 4
    )


@pytest.mark.parametrize("hoe", ["afschalen", "afsluiten"])
def test_a_case_that_leaves_goes_off_every_agenda_that_is_planned_and_stays_in_the_meeting_that_runs(
    desk: Desk, hoe: str
) -> None:
    zaak = casus(desk)
    tafel_id = desk.ask(tafels)[0].id
    vandaag, straks = (
        desk.execute(OverlegPlannen(tafel_id=tafel_id, datum=dag)).id for dag in (VANDAAG, date(2026, 12, 2))
    )
    if hoe == "afsluiten":
        schaal_af(desk, zaak)
    for overleg_id in (vandaag, straks):
        desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=zaak))
    desk.execute(OverlegOpenen(overleg_id=vandaag))
    if hoe == "afschalen":
        schaal_af(desk, zaak)
    else:
        desk.execute(CasusAfsluiten(casus_id=zaak, reden="Overleden.", ondanks="Overleden."))
    assert [each.overleg_id for each in desk.ask(dossier, zaak).besprekingen] == [vandaag]


def test_what_was_written_for_a_planned_meeting_stays_where_it_stands(desk: Desk) -> None:
    zaak = casus(desk)
    overleg = desk.execute(OverlegPlannen(tafel_id=desk.ask(tafels)[0].id, datum=date(2026, 12, 2))).id
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=zaak, notitie="Vraag de wijkagent erbij."))
    schaal_af(desk, zaak)
    (blijft,) = desk.ask(dossier, zaak).besprekingen
    assert blijft.notitie == "Vraag de wijkagent erbij."


def test_closing_names_the_actions_that_are_open(desk: Desk) -> None:
    zaak = casus(desk)
    wie = desk.ask(organisaties)[0].id
    for _ in range(2):
        desk.execute(
            ActieVastleggen(
                casus_id=zaak, omschrijving="Bellen.", organisatie_id=wie, termijn=date(2026, 12, 1)
            )
        )
    schaal_af(desk, zaak)
    dicht = CasusAfsluiten(casus_id=zaak, reden="Overleden.")
    with pytest.raises(RuleViolation, match="afsluiten_met_open") as refused:
        desk.execute(dicht)
    assert refused.value.details["mist"].endswith(", actie A-1, actie A-2")
    for _ in range(5):
        desk.execute(
            ActieVastleggen(
                casus_id=zaak, omschrijving="Bellen.", organisatie_id=wie, termijn=date(2026, 12, 1)
            )
        )
    with pytest.raises(RuleViolation, match="afsluiten_met_open") as refused:
        desk.execute(dicht)
    assert refused.value.details["mist"].endswith(", 7 acties")


@pytest.mark.parametrize(
    ("maanden", "code"),
    [
        ((12, 6), "maanden_niet_oplopend"),
        ((6, 6), "maanden_niet_oplopend"),
        ((0,), "maanden_buiten_bereik"),
        ((121,), "maanden_buiten_bereik"),
    ],
)
def test_impossible_months_are_refused(desk: Desk, maanden: tuple[int, ...], code: str) -> None:
    with pytest.raises(RuleViolation, match=code):
        desk.execute(NazorgInstellen(tafel_id=desk.ask(tafels)[0].id, maanden=maanden))


def test_closing_before_all_was_done_names_it_and_asks_why(desk: Desk) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk)).id
    desk.execute(meldingen.weging(casus_id, meldingen.collega(desk)))
    schaal_af(desk, casus_id)
    naar(desk, date(2027, 5, 23))
    desk.execute(NazorgBeoordelen(casus_id=casus_id, bevinding="Rustig."))
    dicht = CasusAfsluiten(casus_id=casus_id, reden="Overleden.")
    mist = "nazorg beoordelen op 23-11-2027, terugkoppeling aan de melder"
    for ondanks in ("", "  "):
        with pytest.raises(RuleViolation, match="afsluiten_met_open") as refused:
            desk.execute(replace(dicht, ondanks=ondanks))
        assert (refused.value.field, refused.value.details["mist"]) == ("ondanks", mist)
    assert kop(desk, casus_id)[0] is CasusStatus.NAZORG
    desk.execute(replace(dicht, ondanks="Er is niemand meer om te volgen."))
    laatste = desk.ask(dossier, casus_id).verloop[0]
    assert laatste.soort is Gebeurtenissoort.AFGESLOTEN
    assert laatste.toelichting == f"{mist}: Er is niemand meer om te volgen."
    regel = next(each for each in tijdlijn(desk.ask(dossier, casus_id)) if each.id == f"stap.{laatste.id}")
    assert f"Niet gedaan: {laatste.toelichting}" in regel.details


def test_a_case_closes_only_after_nazorg_and_opens_again_with_a_reason(desk: Desk) -> None:
    zaak = casus(desk)
    with pytest.raises(RuleViolation, match="overgang_niet_toegestaan"):
        desk.execute(CasusAfsluiten(casus_id=zaak, reden="klaar"))
    with pytest.raises(RuleViolation, match="casus_loopt_nog"):
        desk.execute(CasusHeropenen(casus_id=zaak, reden="weer"))
    schaal_af(desk, zaak)
    for dag in (date(2027, 5, 23), date(2027, 11, 23)):
        naar(desk, dag)
        desk.execute(NazorgBeoordelen(casus_id=zaak, bevinding="Rustig."))
    desk.execute(CasusAfsluiten(casus_id=zaak, reden="Een jaar rust."))
    assert kop(desk, zaak) == (CasusStatus.AFGESLOTEN, None)
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(CasusHeropenen(casus_id=zaak, reden=""))
    desk.execute(CasusHeropenen(casus_id=zaak, reden="Nieuwe meldingen."))
    assert kop(desk, zaak)[0] is CasusStatus.IN_BEHANDELING
    assert desk.ask(_laatste, zaak).soort is Gebeurtenissoort.HEROPEND


@pytest.mark.parametrize("status", [CasusStatus.ADVIES, CasusStatus.NIET_OPGENOMEN])
def test_a_case_that_was_not_taken_up_comes_back_as_a_registration(desk: Desk, status: CasusStatus) -> None:
    zaak = casus(desk, status)
    desk.execute(CasusHeropenen(casus_id=zaak, reden="Nieuw incident."))
    assert kop(desk, zaak)[0] is CasusStatus.AANGEMELD
