"""The sentences of the start page: what is said, in which order, and where they lead."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time

from vhdesk.queries.caseload import CaseloadStand
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.schakelpunten import Schakelpunten
from vhdesk.queries.vandaag import Groep, KomendOverleg, LaatsteInlezing, Vandaag
from vhdesk.queries.verslag_uit import VerslagNietUit
from vhdesk.ui.casussen.casus_list import GROEPEN
from vhdesk.ui.vandaag.zinnen import Kopiestand, cijfers, eerste_stappen, leeg, zinnen
from vhdesk.vocabulary import CasusStatus, Overlegstatus, Tafelregime, Tafelsoort

DAG = date(2026, 11, 24)
NIEMAND = Groep(0, ())


def overleg(datum: date, status: Overlegstatus = Overlegstatus.GEPLAND, **velden: object) -> KomendOverleg:
    row = OverlegRow(
        id="o1", nummer="OV-1", version=1, tafel_id="t", tafel="Werktafel Enschede", tafelsoort=Tafelsoort.WERKTAFEL,
        regime=Tafelregime.WGS, datum=datum, begintijd=time(13, 30), eindtijd=None, plaats="", voorzitter_id=None,
        voorzitter="", secretaris_id=None, secretaris="", status=status, geopend_op=None, gesloten_op=None,
        eerst_gesloten_op=None, van_papier=False,
        sluitreden="", punten=5, casussen=12, besproken=4, minuten=120, deelnemers=3, aanwezig=0,
    )  # fmt: skip
    komend = KomendOverleg(
        id="o1", overleg=row, dagen=(datum - DAG).days, zonder_voorzitter=False, zonder_secretaris=False,
        zonder_casussen=False, zonder_deelnemers=False, minuten_te_veel=0, zonder_casemanager=0,
    )  # fmt: skip
    return replace(komend, **velden)  # type: ignore[arg-type]


def feiten(**velden: object) -> Vandaag:
    rust = Vandaag(
        id="v", vandaag=DAG, overleggen=(), acties_open=0, acties_over=NIEMAND, acties_zonder_termijn=NIEMAND,
        zonder_casemanager=NIEMAND, zonder_verantwoordelijke=NIEMAND, zonder_procesregisseur=NIEMAND,
        rol_weg=NIEMAND, zonder_datum=NIEMAND, datum_voorbij=NIEMAND,
        aangemeld=NIEMAND, per_status=((CasusStatus.IN_BEHANDELING, 9),), caseload=CaseloadStand("caseload", 11, 4, 250), plichten=(),
        laatste_inlezing=LaatsteInlezing("i", "lijst.xlsx", 9, datetime(2026, 11, 1, tzinfo=UTC)), oefening=False,
    )  # fmt: skip
    return replace(rust, **velden)  # type: ignore[arg-type]


def test_after_the_first_list_comes_the_first_meeting() -> None:
    aangemeld = ((CasusStatus.AANGEMELD, 334),)
    assert "overleg.geen" in [zin.id for zin in zinnen(feiten(per_status=aangemeld, overleggen=()))]
    niemand = feiten(per_status=aangemeld, overleggen=(), mensen=False)
    assert [zin.id for zin in zinnen(niemand)][-2:] == ["overleg.mensen", "overleg.geen"]
    gemengd = (*aangemeld, (CasusStatus.IN_BEHANDELING, 1))
    assert "overleg.geen" not in [zin.id for zin in zinnen(feiten(per_status=gemengd, overleggen=()))]


def test_a_vault_without_a_herstelblad_asks_for_one() -> None:
    assert [zin.id for zin in zinnen(feiten(), blad=False)] == ["kluis.herstelblad"]


def test_nothing_waits_gives_no_sentence() -> None:
    assert zinnen(feiten(), Kopiestand(datetime(2026, 11, 24, 8, tzinfo=UTC))) == ()


def test_a_meeting_says_when_how_many_and_what_is_missing() -> None:
    komend = overleg(date(2026, 12, 2), zonder_voorzitter=True, zonder_deelnemers=True, minuten_te_veel=20)
    zin = zinnen(feiten(overleggen=(replace(komend, zonder_casemanager=3),)))[0]
    assert zin.tekst == "Werktafel Enschede op wo 2 december 13:30: 12 casussen, 3 zonder casemanager"
    assert zin.toelichting == "Nog zonder voorzitter en deelnemers. De agenda is 20 minuten te lang."
    assert (zin.page_id, zin.target) == ("overleggen", "o1")


def test_a_meeting_without_cases_says_so() -> None:
    zin = zinnen(feiten(overleggen=(overleg(date(2027, 1, 6), zonder_casussen=True),)))[0]
    assert zin.tekst == "Werktafel Enschede op wo 6 januari 2027 13:30: nog geen casus op de agenda"


def test_what_is_under_way_comes_first_and_what_is_late_before_what_is_far() -> None:
    groep = Groep(3, ("a", "b", "c"))
    alles = feiten(
        overleggen=(overleg(date(2026, 12, 2)), ),
        acties_over=groep, zonder_datum=Groep(5, ()), datum_voorbij=Groep(1, ("x",)), aangemeld=groep,
        acties_zonder_termijn=Groep(1, ("d",)),
    )  # fmt: skip
    gevonden = zinnen(alles, Kopiestand(datetime(2026, 11, 20, 8, tzinfo=UTC)))
    assert [zin.tekst for zin in gevonden] == [
        "3 acties over hun datum",
        "De laatste reservekopie is 4 dagen oud (van 20-11-2026)",
        "1 casus had al besproken moeten zijn",
        "Werktafel Enschede op wo 2 december 13:30: 12 casussen",
        "5 casussen zonder volgende datum",
        "1 actie zonder datum",
        "3 casussen aangemeld en nog niet gewogen",
    ]
    bezig = feiten(overleggen=(overleg(DAG, Overlegstatus.LOPEND),), acties_over=groep)
    assert zinnen(bezig)[0].tekst == "Werktafel Enschede is aan de gang: 4 van 12 casussen besproken"


def test_a_meeting_that_was_not_held_asks_for_a_choice() -> None:
    zin = zinnen(feiten(overleggen=(overleg(date(2026, 11, 18)),)))[0]
    assert (
        zin.tekst == "Werktafel Enschede van wo 18 november is niet gehouden: open het alsnog of zeg het af"
    )


def test_a_young_backup_is_no_news_and_none_is() -> None:
    gisteren = Kopiestand(datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert zinnen(feiten(), gisteren) == ()
    assert zinnen(feiten(), Kopiestand(None))[0].tekst == "Er is nog geen reservekopie van deze kluis"


def test_no_list_read_in_yet() -> None:
    zin = zinnen(feiten(laatste_inlezing=None))[-1]
    assert zin.tekst == "Er is nog geen lijst ingelezen: lees een aanlevering in"
    assert zin.page_id == "aanmeldingen"


def test_every_sentence_has_its_own_id_and_leads_somewhere() -> None:
    alles = feiten(
        overleggen=(overleg(DAG),), acties_over=Groep(1, ()), acties_zonder_termijn=Groep(1, ()),
        zonder_casemanager=Groep(1, ()), zonder_verantwoordelijke=Groep(1, ()),
        zonder_procesregisseur=Groep(2, ()), zonder_datum=Groep(1, ()), datum_voorbij=Groep(1, ()), aangemeld=Groep(1, ()), laatste_inlezing=None,
    )  # fmt: skip
    gevonden = zinnen(alles, Kopiestand(None))
    assert len({zin.id for zin in gevonden}) == len(gevonden) == 11
    assert "2 casussen zonder procesregisseur" in [zin.tekst for zin in gevonden]
    assert all(zin.page_id and zin.handeling for zin in gevonden)


def test_an_empty_vault_has_three_steps() -> None:
    assert leeg(feiten(per_status=(), overleggen=()))
    assert [zin.page_id for zin in eerste_stappen()] == ["aanmeldingen", "beheer", "overleggen", "beheer"]


def test_the_figures_count_running_cases_only() -> None:
    per_status = ((CasusStatus.IN_BEHANDELING, 1200), (CasusStatus.AFGESLOTEN, 40))
    assert cijfers(feiten(per_status=per_status, acties_open=1)) == (
        "1.200 in behandeling  ·  Top X 11 / 250  ·  4 hulp in de uitvoering  ·  1 open actie"
    )


def test_a_step_that_was_missed_is_a_sentence_that_goes_where_it_is_taken() -> None:
    laat = Schakelpunten(nazorg_over=Groep(1, ("n",)), bewaren_30=Groep(4, ("a", "b", "c", "d")))
    zin = {zin.id: zin for zin in zinnen(feiten(schakelpunten=laat))}
    nazorg, termijn = zin["schakelpunt.nazorg_over"], zin["schakelpunt.bewaren_30"]
    assert nazorg.tekst == "1 casus wacht op beoordeling van de nazorg"
    assert nazorg.target == "n#tijdlijn"
    assert termijn.tekst == "4 casussen zijn binnen 30 dagen aan het einde van de bewaartermijn"
    assert termijn.target == "groep:bewaren_30"


def test_a_missed_step_of_a_plan_leads_to_the_plan_and_one_of_nazorg_to_its_course() -> None:
    een = Groep(1, ("n",))
    laat = Schakelpunten(plan_over=een, zonder_plan=een, nazorg_klaar=een, brief_niet_uit=een)
    gevonden = {zin.tekst: zin.target for zin in zinnen(feiten(schakelpunten=laat))}
    assert gevonden == {
        "1 casus is over de evaluatiedatum van het plan": "n#plan",
        "1 casus is klaar met de nazorg: sluit hem af of heropen hem": "n#tijdlijn",
        "1 casus heeft een afschaalbrief die nog niet is afgedrukt of opgeslagen": "n#tijdlijn",
        "1 casus heeft nog geen plan van aanpak": "n#plan",
    }


def test_every_group_of_missed_steps_is_a_sentence_and_a_list() -> None:
    groep = Groep(2, ("a", "b"))
    namen = [veld.name for veld in fields(Schakelpunten)]
    alles = Schakelpunten(**dict.fromkeys(namen, groep))
    doelen = {zin.target for zin in zinnen(feiten(schakelpunten=alles))}
    assert doelen == {f"groep:{naam}" for naam in namen}
    assert set(namen) <= set(GROEPEN)


def test_a_meeting_that_is_adjourned_says_since_when_and_until_when() -> None:
    loopt = overleg(DAG, Overlegstatus.LOPEND)
    om = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)
    vrijdag = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    geschorst = replace(loopt, overleg=replace(loopt.overleg, geschorst_op=om, verder_op=vrijdag))
    (zin,) = (zin for zin in zinnen(feiten(overleggen=(geschorst,))) if zin.id == "overleg.o1")
    assert zin.tekst == (
        "Werktafel Enschede is geschorst sinds 10:42, verder om vr 27 november 09:00: 4 van 12 casussen besproken"
    )
    assert (zin.rang, zin.state) == (0, "warn")


def test_a_meeting_says_what_is_still_to_be_done_for_it() -> None:
    morgen = overleg(date(2026, 11, 25), zonder_antwoord=3, agenda_vast=False)
    (zin,) = (zin for zin in zinnen(feiten(overleggen=(morgen,))) if zin.id == "overleg.o1")
    assert zin.toelichting == "De agenda is nog niet vastgesteld. 3 vragen aan partners zonder antwoord."
    later = overleg(date(2026, 12, 1), agenda_vast=False)
    (zin,) = (zin for zin in zinnen(feiten(overleggen=(later,))) if zin.id == "overleg.o1")
    assert zin.toelichting == "", "there is time to fix it"


def test_minutes_that_went_to_nobody_are_a_sentence() -> None:
    wacht = VerslagNietUit(
        "o9", "Werktafel Enschede", date(2026, 11, 18), datetime(2026, 11, 18, 15, tzinfo=UTC)
    )
    (zin,) = zinnen(feiten(verslagen=(wacht,)))
    assert (zin.page_id, zin.target) == ("verslagen", "o9")
    assert zin.tekst == "Het verslag van Werktafel Enschede van wo 18 november is nog niet de deur uit"
