from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from wereld import NU, VANDAAG, Wereld

from vhdesk.errors import NotFound
from vhdesk.models import Casuspartner, Factor, Plandoel, PlanVanAanpak, Scenario, Zrmscore
from vhdesk.queries.dossier import dossier
from vhdesk.queries.inzage import inzage_of
from vhdesk.vocabulary import (
    Actiestatus,
    Besluitstatus,
    Betrokkenheid,
    Casusrol,
    Factorsoort,
    Informatieniveau,
    Overlegstatus,
)


def test_head_and_texts(session: Session, wereld: Wereld) -> None:
    wereld.lijst("doelgroepen", code_rood="Code Rood")
    losser, tafel = wereld.gemeente("Losser"), wereld.tafel()
    casus = wereld.casus(
        titel="Dreiging", doelgroep_code="code-rood", gemeente_id=losser.id, tafel_id=tafel.id, doel="Veiligheid",
        zienswijze="Wil hulp", volgende_datum=date(2026, 12, 4), aanmelder="Veilig Thuis",
    )  # fmt: skip
    kop = dossier(session, casus.id).kop
    assert (kop.doelgroep, kop.gemeente, kop.tafel) == ("Code Rood", "Losser", "Werktafel Enschede")
    assert (kop.doel, kop.zienswijze, kop.aanmelder, kop.version) == (
        "Veiligheid",
        "Wil hulp",
        "Veilig Thuis",
        1,
    )
    casus.doel = "Rust"
    session.flush()
    assert (dossier(session, casus.id).kop.doel, dossier(session, casus.id).kop.version) == ("Rust", 2)


def test_unknown_case_and_the_mark() -> None:
    mark = inzage_of(dossier)
    assert mark is not None
    assert (mark.actie, mark.object_soort, mark.argument) == ("casus inzien", "casus", "casus_id")


def test_unknown_case(session: Session) -> None:
    with pytest.raises(NotFound):
        dossier(session, "0" * 32)


def test_persons_hoofdbetrokkene_first_with_the_bsn_mark(session: Session, wereld: Wereld) -> None:
    noor = wereld.persoon("Dalen", "Noor", voorvoegsel="van", bsn="957986828")
    moeder = wereld.persoon("Dalen", "Kirsten", voorvoegsel="van", bsn="123456789")
    broer = wereld.persoon("Nijland", "Sem")
    casus = wereld.casus()
    wereld.betrokkene(casus, broer, volgorde=2, relatie="halfbroer")
    wereld.betrokkene(casus, moeder, volgorde=1, relatie="moeder")
    wereld.betrokkene(casus, noor, Betrokkenheid.HOOFDBETROKKENE, volgorde=9)
    wereld.casus(broer)
    rijen = dossier(session, casus.id).betrokkenen
    assert [(rij.naam, rij.relatie) for rij in rijen] == [
        ("Noor van Dalen", ""), ("Kirsten van Dalen", "moeder"), ("Sem Nijland", "halfbroer"),
    ]  # fmt: skip
    assert [rij.bsn_geldig for rij in rijen] == [True, False, None]
    assert [len(rij.elders) for rij in rijen] == [0, 0, 1]


def test_triplet_and_history_of_roles(session: Session, wereld: Wereld) -> None:
    vt = wereld.organisatie("Veilig Thuis")
    maaike, harm = (wereld.medewerker(naam, vt, functie="adviseur") for naam in ("Maaike", "Harm"))
    casus = wereld.casus()
    oud = wereld.rol(casus, Casusrol.CASEMANAGER, harm, van=NU - timedelta(days=30))
    wereld.over(oud, maaike, NU)
    wereld.alleen_organisatie(casus, vt)
    gevonden = dossier(session, casus.id)
    assert gevonden.casemanager is not None and gevonden.verantwoordelijke is not None
    assert (gevonden.casemanager.naam, gevonden.casemanager.organisatie) == ("Maaike", "Veilig Thuis")
    assert (gevonden.verantwoordelijke.naam, gevonden.procesregisseur) == ("", None)
    managers = [rol for rol in gevonden.rollen if rol.rol is Casusrol.CASEMANAGER]
    assert [(rol.naam, rol.tot) for rol in managers] == [("Maaike", None), ("Harm", NU)]


def test_statements_with_marks_and_names(session: Session, wereld: Wereld) -> None:
    wereld.lijst("leefgebieden", huisvesting="huisvesting", financien="financiën")
    om, politie = wereld.organisatie("OM"), wereld.organisatie("Politie")
    casus = wereld.casus()
    wereld.inbreng(
        casus, om, "oud", datum=date(2026, 11, 1), leefgebied_code="financien", mag_door_naar=["*"]
    )
    wereld.inbreng(casus, politie, "nieuw", mag_door_naar=[om.id, politie.id], mondeling=True)
    nieuw, oud = dossier(session, casus.id).inbreng
    assert (nieuw.tekst, nieuw.mondeling, nieuw.mag_door_namen) == ("nieuw", True, ("OM", "Politie"))
    assert (oud.leefgebied, oud.mag_door_naar, oud.mag_door_namen) == ("financiën", ("*",), ())


def test_scores_latest_with_the_one_before_in_list_order(session: Session, wereld: Wereld) -> None:
    wereld.lijst("zrm_domeinen", financien="financiën", justitie="justitie")
    casus = wereld.casus()
    for code, dag, score in (
        ("justitie", 1, 2), ("justitie", 15, 3), ("justitie", 30, 4), ("financien", 1, 1), ("vervallen", 1, 5),
    ):  # fmt: skip
        wereld.add(Zrmscore(casus_id=casus.id, domein_code=code, datum=date(2026, 11, dag), score=score))
    rijen = dossier(session, casus.id).zrm
    assert [(rij.domein, rij.score, rij.vorige) for rij in rijen] == [
        ("financiën", 1, None), ("justitie", 4, 3), ("vervallen", 5, None),
    ]  # fmt: skip
    assert rijen[1].vorige_datum == date(2026, 11, 15)
    assert rijen[1].verloop == (
        (date(2026, 11, 1), 2), (date(2026, 11, 15), 3), (date(2026, 11, 30), 4),
    )  # fmt: skip
    assert rijen[0].verloop == ((date(2026, 11, 1), 1),)


def test_plan_partners_and_factors(session: Session, wereld: Wereld) -> None:
    wereld.lijst("leefgebieden", opvoeding="opvoeding/kinderen")
    casus = wereld.casus()
    plan = wereld.add(
        PlanVanAanpak(casus_id=casus.id, hoofddoel="Veilig", afschaalcriterium="Zes maanden rust")
    )
    for volgorde, doel in ((1, "tweede"), (0, "eerste")):
        wereld.add(Plandoel(plan_id=plan.id, leefgebied_code="opvoeding", doel=doel, volgorde=volgorde))
    wereld.add(Scenario(plan_id=plan.id, als="A", dan="B", wie_belt_wie="C belt D"))
    for soort in Factorsoort:
        wereld.add(Factor(casus_id=casus.id, soort=soort, tekst=soort.label))
    for naam, niveau in (("Politie", Informatieniveau.PROCES), ("Veilig Thuis", Informatieniveau.INHOUD)):
        org = wereld.organisatie(naam)
        wereld.add(Casuspartner(casus_id=casus.id, organisatie_id=org.id, niveau=niveau))
    gevonden = dossier(session, casus.id)
    assert gevonden.plan is not None
    assert [(doel.doel, doel.leefgebied) for doel in gevonden.plan.doelen] == [
        ("eerste", "opvoeding/kinderen"), ("tweede", "opvoeding/kinderen"),
    ]  # fmt: skip
    assert gevonden.plan.scenarios[0].wie_belt_wie == "C belt D"
    assert [partner.organisatie for partner in gevonden.partners] == ["Veilig Thuis", "Politie"]
    assert [factor.soort for factor in gevonden.factoren] == [Factorsoort.RISICO, Factorsoort.BESCHERMEND]
    assert dossier(session, wereld.casus().id).plan is None


def test_decisions_actions_and_meetings(session: Session, wereld: Wereld) -> None:
    wereld.lijst("besluittypen", voortzetten="voortzetten")
    wereld.lijst("gremia", werktafel="werktafel")
    tafel, casus = wereld.tafel(), wereld.casus()
    vorige = wereld.overleg(tafel, date(2026, 11, 18), status=Overlegstatus.GESLOTEN)
    nu = wereld.overleg(tafel)
    wereld.punt(vorige, casus, notitie="Toen besproken.")
    wereld.punt(nu, casus)
    wereld.besluit(casus, vorige, datum=date(2026, 11, 18), tekst="oud")
    wereld.besluit(casus, nu, tekst="nieuw", status=Besluitstatus.INGETROKKEN)
    wereld.besluit(casus, nu, tekst="vergissing", status=Besluitstatus.TERUGGENOMEN)
    wereld.actie(casus, omschrijving="klaar", status=Actiestatus.GEDAAN)
    wereld.actie(casus, omschrijving="open", termijn=date(2026, 11, 30))
    wereld.actie(casus, omschrijving="vergissing", status=Actiestatus.TERUGGENOMEN)
    gevonden = dossier(session, casus.id, vandaag=VANDAAG)
    assert [besluit.tekst for besluit in gevonden.besluiten] == ["nieuw", "oud"]
    assert (gevonden.besluiten[1].type_naam, gevonden.besluiten[1].overlegnummer) == (
        "voortzetten",
        vorige.nummer,
    )
    assert [(actie.omschrijving, actie.dagen_over) for actie in gevonden.acties] == [
        ("open", 2),
        ("klaar", None),
    ]
    assert [bespreking.notitie for bespreking in gevonden.besprekingen] == ["", "Toen besproken."]
    assert dossier(session, casus.id).acties[0].dagen_over is None


def test_one_screen_is_a_fixed_number_of_statements(session: Session, wereld: Wereld, engine: Engine) -> None:
    politie, tafel = wereld.organisatie("Politie"), wereld.tafel()
    casus = wereld.casus(wereld.persoon("Koopman"))
    for nummer in range(10):
        wereld.betrokkene(casus, wereld.persoon(f"Lid {nummer}"))
        wereld.inbreng(casus, politie, "tekst", mag_door_naar=[politie.id])
        wereld.actie(casus)
        wereld.besluit(casus)
        wereld.punt(wereld.overleg(tafel), casus)
    seen: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: seen.append(arguments[2]))
    dossier(session, casus.id)
    assert len(seen) <= 28
