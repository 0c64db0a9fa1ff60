"""The oefenkluis as a user finds it, and the meeting held through the desk."""

from __future__ import annotations

from datetime import date

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.practice.levens import BEGIN
from vhdesk.practice.oefenkluis import OefenkluisResult, vul_oefenkluis
from vhdesk.practice.overleg_houden import houd_overleg
from vhdesk.practice.rooster import Oefenklok
from vhdesk.practice.stappen import AanvulStap, CasusStap, OudeActieStap, VerplaatsStap, stappen
from vhdesk.practice.verhaal import Verhaal, lees_verhaal
from vhdesk.queries.acties import acties_vorige, open_acties
from vhdesk.queries.agenda import agenda, deelnemers, overleg_kop, overleggen
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.inlezing import inlezingen
from vhdesk.queries.journaal import journaal
from vhdesk.queries.tekorten import tekorten
from vhdesk.services.desk import Desk
from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Bronregime,
    CasusStatus,
    Informatieniveau,
    Overlegstatus,
    Puntstatus,
    Resultaat,
)

Oefen = tuple[Desk, OefenkluisResult]
NUMMER = "ZVH-2026-0149"


@pytest.fixture(scope="module")
def verhaal() -> Verhaal:
    return lees_verhaal()


def test_only_in_an_empty_vault(oefen: Oefen) -> None:
    with pytest.raises(RuleViolation, match="al_ingericht"):
        vul_oefenkluis(oefen[0], Oefenklok(oefen[0].clock, BEGIN), str)


def test_lists_are_read_and_numbers_never_clash(oefen: Oefen) -> None:
    desk, result = oefen
    gelezen = desk.ask(inlezingen)
    assert len(gelezen) == 5
    assert sum(rij.casussen for rij in gelezen) == result.ingelezen > 700
    lijst = desk.ask(casuslijst, limiet=2000)
    assert lijst.totaal == result.ingelezen + 12 + len(result.levens)
    assert len({rij.nummer for rij in lijst.rijen}) == lijst.totaal
    enschede = [
        rij for rij in lijst.rijen if rij.gemeente == "Enschede" and rij.status is CasusStatus.AANGEMELD
    ]
    assert len(enschede) > 300
    assert {rij.tafel for rij in enschede} == {"Werktafel Enschede"}


def test_every_word_of_the_story_is_in_the_cases(oefen: Oefen, verhaal: Verhaal) -> None:
    desk, result = oefen
    assert list(result.casussen) == [casus["nummer"] for casus in verhaal.casussen]
    for casus in verhaal.casussen:
        zaak = desk.ask(dossier, result.casussen[casus["nummer"]])
        assert zaak.kop.titel == casus["titel"]
        # Code Rood goes straight to the table as it comes in.
        voor = "in behandeling" if casus["doelgroep"] == "Code Rood" else casus["status_voor"]
        assert zaak.kop.status.value == voor
        beeld, _, bronnen = zaak.kop.gezamenlijk_beeld.partition(" [I-")
        assert beeld == casus["gezamenlijk_beeld"] and bool(bronnen) == ("haalt_aan" in casus)
        assert zaak.kop.zienswijze == casus["zienswijze_betrokkene"]
        assert len(zaak.betrokkenen) == 1 + len(casus["systeem"])
        assert [lid.naam for lid in zaak.betrokkenen[1:]] == [lid["naam"] for lid in casus["systeem"]]
        assert sorted(i.tekst for i in zaak.inbreng) == sorted(i["tekst"].strip() for i in casus["inbreng"])
        assert {z.domein: z.score for z in zaak.zrm} == casus["zrm"]
        assert len(zaak.factoren) == len(casus["risicofactoren"]) + len(casus["beschermende_factoren"])
        assert zaak.plan is not None
        assert len(zaak.plan.doelen) == len(casus["plan"]["doelen"])
        assert len(zaak.plan.scenarios) == len(casus["plan"]["scenarios"])
        niveaus = {p.organisatie: int(p.niveau.value) for p in zaak.partners}
        assert niveaus == casus["niveaus"]


def test_marks_of_secrecy(oefen: Oefen) -> None:
    desk, result = oefen
    inbreng = desk.ask(dossier, result.casussen[NUMMER]).inbreng
    medisch = next(i for i in inbreng if i.regime is Bronregime.MEDISCH)
    assert (medisch.mondeling, medisch.mag_door_naar) == (True, ())
    gemeente = next(i for i in inbreng if i.organisatie == "Gemeente Losser")
    assert gemeente.mag_door_naar == ("*",)
    reclassering = next(i for i in inbreng if i.organisatie == "Reclassering Nederland")
    assert reclassering.mag_door_namen == ("Openbaar Ministerie",)


def test_organisation_without_covenant_knows_nothing(oefen: Oefen) -> None:
    desk, result = oefen
    partners = desk.ask(dossier, result.casussen["ZVH-2026-0097"]).partners
    niveau = next(p.niveau for p in partners if p.organisatie == "De Es Beschermd Wonen")
    assert niveau is Informatieniveau.BESTAAN


def test_roles_before_the_meeting(oefen: Oefen, verhaal: Verhaal) -> None:
    desk = oefen[0]
    per_nummer = {rij.nummer: rij for rij in desk.ask(casuslijst, limiet=2000).rijen}
    for casus in verhaal.casussen:
        rij = per_nummer[casus["nummer"]]
        nieuw = casus["status_voor"] in ("aangemeld", "in triage")
        besloten = nieuw or any(b["type"] == "aanwijzen casemanager" for b in casus["besluiten"])
        assert rij.casemanager == ("" if besloten else casus["casemanager"])
        assert rij.verantwoordelijke == ("" if nieuw else verhaal.verantwoordelijke(casus))
        assert rij.verantwoordelijke_organisatie == ("" if nieuw else casus["verantwoordelijke"])


def test_previous_meeting_left_its_actions(oefen: Oefen, verhaal: Verhaal) -> None:
    desk, result = oefen
    kop = desk.ask(overleg_kop, result.vorig_overleg_id)
    assert (kop.datum, kop.status, kop.casussen) == (date(2026, 11, 18), Overlegstatus.GESLOTEN, 10)
    assert "ZVH-2026-0140" in kop.sluitreden
    acties = sorted(desk.ask(acties_vorige, result.overleg_id), key=lambda actie: actie.nummer)
    assert [a.nummer for a in acties] == list(range(1, 12))
    for actie, verteld in zip(acties, verhaal.vorige_acties, strict=True):
        assert (actie.casusnummer, actie.omschrijving) == (verteld["casus"], verteld["omschrijving"])
        assert (actie.medewerker, actie.organisatie) == (verteld["persoon"], verteld["organisatie"])
        assert (actie.termijn, actie.status) == (verteld["termijn"], Actiestatus.OPEN)


def test_the_meeting_is_ready_and_not_held(oefen: Oefen, verhaal: Verhaal) -> None:
    desk, result = oefen
    kop = desk.ask(overleg_kop, result.overleg_id)
    assert (kop.status, kop.datum) == (Overlegstatus.GEPLAND, date(2026, 12, 2))
    assert (kop.voorzitter, kop.secretaris) == ("Marijke ten Brinke", "Soraya Ramdin")
    punten = [punt for punt in desk.ask(agenda, result.overleg_id).punten if punt.casus_id]
    assert [(p.casusnummer, p.minuten) for p in punten] == [
        (casus["nummer"], casus["minuten"]) for casus in verhaal.casussen
    ]
    mensen = desk.ask(deelnemers, result.overleg_id)
    assert {rij.naam for rij in mensen} == {rij["naam"] for rij in verhaal.deelnemers}
    assert {rij.aanwezigheid for rij in mensen} == {Aanwezigheid.UITGENODIGD}
    assert all(not punt.besluiten and not punt.acties for punt in punten)
    assert sorted(rij.tafel for rij in desk.ask(overleggen)) == [
        "Werktafel Almelo", "Werktafel Enschede", "Werktafel Enschede",
    ]  # fmt: skip


def test_steps_are_plain_data(verhaal: Verhaal) -> None:
    eerste, tweede = stappen(verhaal), stappen(verhaal)
    assert eerste == tweede
    assert VerplaatsStap(nummer="ZVH-2023-0051", na="ZVH-2026-0131") in eerste
    oude = {stap.nummer: stap for stap in eerste if isinstance(stap, OudeActieStap)}
    assert (oude[5].status, oude[5].termijn) == (None, date(2026, 12, 8))
    assert (oude[10].status, oude[10].termijn) == (None, date(2026, 12, 9))
    assert oude[2].status is Actiestatus.KON_NIET
    (aanvulling,) = [stap for stap in eerste if isinstance(stap, AanvulStap)]
    assert aanvulling.nummer == "ZVH-2026-0088"
    casussen = {stap.nummer: stap for stap in eerste if isinstance(stap, CasusStap)}
    omgezet = [b for stap in casussen.values() for b in stap.besluiten if b.eerst]
    assert [(b.eerst, b.type_code, b.gremium_code) for b in omgezet] == [
        (("isd-vordering", "werktafel"), "advies", "openbaar-ministerie")
    ]
    assert casussen["ZVH-2024-0176"].acties[-1].persoon == ""
    assert "verlaat de zaal" in casussen["ZVH-2024-0176"].notitie
    assert "Criterium d niet vervuld" in casussen["ZVH-2026-0155"].notitie
    assert "Advies aan de gemeente" in casussen["ZVH-2023-0051"].notitie


def test_held_meeting_is_closed_with_nothing_missing(gehouden: Oefen) -> None:
    desk, result = gehouden
    kop = desk.ask(overleg_kop, result.overleg_id)
    assert kop.status is Overlegstatus.GESLOTEN
    assert desk.ask(tekorten, result.overleg_id) == ()
    assert {punt.status for punt in desk.ask(agenda, result.overleg_id).punten} == {Puntstatus.BESPROKEN}
    with pytest.raises(RuleViolation):
        houd_overleg(desk, result.overleg_id)


def test_held_meeting_follows_the_story(gehouden: Oefen, verhaal: Verhaal) -> None:
    desk, result = gehouden
    punten = {punt.casusnummer: punt for punt in desk.ask(agenda, result.overleg_id).punten if punt.casus_id}
    for casus in verhaal.casussen:
        punt = punten[casus["nummer"]]
        zaak = desk.ask(dossier, result.casussen[casus["nummer"]])
        van_nu = [b for b in zaak.besluiten if b.overleg_id == result.overleg_id]
        assert {b.tekst for b in van_nu} == {b["tekst"] for b in casus["besluiten"]}
        assert {b.afwijkende_mening for b in van_nu} == {b["afwijkende_mening"] for b in casus["besluiten"]}
        acties = [a for a in zaak.acties if a.overleg_id == result.overleg_id]
        assert {a.omschrijving for a in acties} == {a["tekst"] for a in casus["acties"]}
        assert all(a.termijn for a in acties)
        assert (punt.casemanager, punt.verantwoordelijke) == (
            casus["casemanager"],
            verhaal.verantwoordelijke(casus),
        )
        assert zaak.procesregisseur is not None
        assert zaak.procesregisseur.naam == casus["procesregisseur"]
        assert punt.volgende_datum == casus["volgende_datum"]
        assert zaak.kop.status.value == casus["status_na"]
        assert punt.notitie


def test_held_meeting_moved_haaksbergen_up(gehouden: Oefen) -> None:
    desk, result = gehouden
    nummers = [p.casusnummer for p in desk.ask(agenda, result.overleg_id).punten if p.casus_id]
    assert nummers.index("ZVH-2023-0051") == nummers.index("ZVH-2026-0131") + 1


def test_decision_of_another_body_became_advice(gehouden: Oefen) -> None:
    desk, result = gehouden
    besluiten = desk.ask(dossier, result.casussen["ZVH-2024-0117"]).besluiten
    vordering = next(b for b in besluiten if "ISD-maatregel" in b.tekst)
    assert (vordering.type_code, vordering.gremium_code) == ("advies", "openbaar-ministerie")
    geweigerd = [rij for rij in desk.ask(journaal, limiet=2000) if rij.resultaat is Resultaat.GEWEIGERD]
    assert [(rij.actie, rij.bijzonderheden) for rij in geweigerd] == [
        ("Besluit vastleggen", "gremium_niet_bevoegd")
    ]


def test_attendance_and_old_actions(gehouden: Oefen, verhaal: Verhaal) -> None:
    desk, result = gehouden
    mensen = {rij.naam: rij for rij in desk.ask(deelnemers, result.overleg_id)}
    for verteld in verhaal.deelnemers:
        rij = mensen[verteld["naam"]]
        assert (rij.aanwezigheid.value, rij.opmerking) == (verteld["aanwezig"], verteld["opmerking"])
    open_nu = {a.nummer: a for a in desk.ask(open_acties, vandaag=date(2026, 12, 2))}
    assert {5, 10} == {nummer for nummer in open_nu if nummer <= 11}
    assert (open_nu[5].termijn, open_nu[5].uitgesteld) == (date(2026, 12, 8), 1)
