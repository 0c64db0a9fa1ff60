from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from wereld import NU, VANDAAG, Wereld

from vhdesk.errors import NotFound
from vhdesk.models import Bespreekfase, Casus, Kluismeta, Overleg, Verslagstand
from vhdesk.queries.verslag import verslag, verslag_nu, verslagen
from vhdesk.queries.verslag_rijen import Verslag, VerslagCasus
from vhdesk.queries.verslag_stand import naar_json
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Betrokkenheid,
    Casusrol,
    Fase,
    Overlegstatus,
    Tekort,
)

GESLOTEN_OP = datetime(2026, 12, 2, 14, 38, tzinfo=UTC)


@pytest.fixture
def overleg(wereld: Wereld) -> Overleg:
    return wereld.overleg(wereld.tafel())


def sluit(session: Session, overleg: Overleg, **velden: object) -> None:
    overleg.status, overleg.gesloten_op = Overlegstatus.GESLOTEN, GESLOTEN_OP
    for naam, waarde in velden.items():
        setattr(overleg, naam, waarde)
    session.flush()


def blad(papier: Verslag) -> VerslagCasus:
    (gevonden,) = [punt.casus for punt in papier.punten if punt.casus is not None]
    return gevonden


def agendeer(wereld: Wereld, overleg: Overleg, **velden: object) -> Casus:
    casus = wereld.casus(wereld.persoon("Dalen", "Noor", voorvoegsel="van"), **velden)
    wereld.punt(overleg, casus, notitie="Besproken.")
    return casus


def test_oral_statements_and_what_was_taken_back_are_not_in_the_rows(
    session: Session, wereld: Wereld, overleg: Overleg
) -> None:
    casus, politie = agendeer(wereld, overleg), wereld.organisatie("Politie")
    wereld.inbreng(casus, politie, "GEHEIM-mondeling", mondeling=True)
    wereld.inbreng(casus, politie, "gewoon gezegd")
    wereld.inbreng(casus, politie, "GEHEIM-later", datum=date(2026, 12, 3))
    wereld.besluit(casus, overleg, tekst="GEHEIM-besluit", status=Besluitstatus.TERUGGENOMEN)
    wereld.besluit(casus, overleg, tekst="geldig")
    wereld.actie(casus, overleg=overleg, omschrijving="GEHEIM-actie", status=Actiestatus.TERUGGENOMEN)
    wereld.actie(casus, omschrijving="GEHEIM-oud", status=Actiestatus.TERUGGENOMEN)
    papier = verslag(session, overleg.id)
    assert "GEHEIM" not in naar_json(papier)
    assert [inbreng.tekst for inbreng in blad(papier).inbreng] == ["gewoon gezegd"]
    assert [besluit.tekst for besluit in blad(papier).besluiten] == ["geldig"]


def test_the_sheet_of_a_case(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    wereld.lijst("besluittypen", voortzetten="voortzetten")
    wereld.lijst("gremia", werktafel="werktafel")
    casus = agendeer(wereld, overleg, titel="Letsel", doelgroep_tekst="kindermishandeling", doel="Veilig")
    wereld.betrokkene(casus, wereld.persoon("Nijland", "Sem"), Betrokkenheid.SYSTEEM, relatie="halfbroer")
    politie = wereld.organisatie("Politie")
    kevin = wereld.medewerker("Kevin Lansink", politie)
    wereld.rol(casus, Casusrol.CASEMANAGER, kevin)
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, politie)
    besluit = wereld.besluit(casus, overleg, status=Besluitstatus.INGETROKKEN, statusreden="onjuist")
    wereld.actie(casus, overleg=overleg, organisatie_id=politie.id, medewerker_id=kevin.id, termijn=VANDAAG)
    gevonden = blad(verslag(session, overleg.id))
    assert (gevonden.hoofdbetrokkene, gevonden.titel, gevonden.doel) == ("Noor van Dalen", "Letsel", "Veilig")
    assert gevonden.systeem == (("Sem Nijland", "halfbroer", None),)
    assert (gevonden.casemanager, gevonden.verantwoordelijke) == (
        "Kevin Lansink, Politie",
        "Iemand van Politie, Politie",
    )
    assert (gevonden.procesregisseur, gevonden.doelgroep) == ("", "kindermishandeling")
    assert (gevonden.notitie, gevonden.volgnummer) == ("Besproken.", 1)
    (regel,) = gevonden.besluiten
    assert (regel.nummer, regel.type_naam, regel.gremium) == (besluit.nummer, "voortzetten", "werktafel")
    assert (regel.ingetrokken, regel.statusreden) == (True, "onjuist")
    assert (gevonden.acties[0].organisatie, gevonden.acties[0].persoon) == ("Politie", "Kevin Lansink")


def test_numbers_of_items_and_cases(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    wereld.punt(overleg, soort=Agendasoort.OPENING)
    agendeer(wereld, overleg)
    agendeer(wereld, overleg)
    wereld.punt(overleg, soort=Agendasoort.SLUITING)
    punten = verslag(session, overleg.id).punten
    assert [punt.volgnummer for punt in punten] == [1, 2, 3, 4]
    assert [punt.casus.volgnummer if punt.casus else None for punt in punten] == [None, 1, 2, None]


@pytest.mark.parametrize(
    ("eigen", "gezet", "verwacht"),
    [
        (VANDAAG, None, None),  # the date that brought the case to this meeting is not the next one
        (date(2026, 12, 16), None, date(2026, 12, 16)),
        (date(2027, 1, 13), date(2026, 12, 16), date(2026, 12, 16)),
    ],
)
def test_next_date(
    session: Session, wereld: Wereld, overleg: Overleg, eigen: date, gezet: date | None, verwacht: date | None
) -> None:
    casus = wereld.casus(volgende_datum=eigen)
    wereld.punt(overleg, casus, volgende_datum=gezet)
    assert blad(verslag(session, overleg.id)).volgende_datum == verwacht


def test_roles_and_outcomes_are_those_of_the_closing(
    session: Session, wereld: Wereld, overleg: Overleg
) -> None:
    casus, politie = agendeer(wereld, overleg), wereld.organisatie("Politie")
    toen, later = (wereld.medewerker(naam, politie) for naam in ("Toen", "Later"))
    rol = wereld.rol(casus, Casusrol.CASEMANAGER, toen, van=NU)
    klaar, op_de_dag = (wereld.actie(casus, overleg=overleg, ontstaan_op=VANDAAG) for _ in range(2))
    oud = wereld.actie(casus, omschrijving="oud")
    sluit(session, overleg)
    wereld.over(rol, later, GESLOTEN_OP + timedelta(days=1))
    klaar.afhandelen(Actiestatus.NIET_GEDAAN, "vergeten", date(2026, 12, 9))
    oud.afhandelen(Actiestatus.GEDAAN, "klaar", date(2026, 12, 9))
    op_de_dag.afhandelen(Actiestatus.GEDAAN, "meteen", VANDAAG)
    session.flush()
    papier = verslag(session, overleg.id)
    assert blad(papier).casemanager == "Toen, Politie"
    assert [(actie.status, actie.resultaat) for actie in blad(papier).acties] == [
        (Actiestatus.OPEN, ""), (Actiestatus.GEDAAN, "meteen"),
    ]  # fmt: skip
    assert [(actie.status, actie.resultaat) for actie in papier.oude_acties] == [(Actiestatus.OPEN, "")]


def test_older_actions_of_the_table(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = agendeer(wereld, overleg)
    elders = wereld.casus(tafel_id=overleg.tafel_id)
    wereld.actie(casus, omschrijving="van de agenda", termijn=date(2027, 1, 1))
    wereld.actie(elders, omschrijving="loopt nog", termijn=date(2027, 1, 1))
    wereld.actie(elders, omschrijving="vervallen termijn", termijn=VANDAAG)
    wereld.actie(elders, omschrijving="verzet", termijn=date(2027, 1, 1), uitgesteld=1)
    wereld.actie(elders, omschrijving="gedaan", status=Actiestatus.GEDAAN, afgehandeld_op=VANDAAG)
    gevonden = [actie.omschrijving for actie in verslag(session, overleg.id).oude_acties]
    assert gevonden == ["van de agenda", "vervallen termijn", "verzet", "gedaan"]


def test_attendance_missing_and_practice(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    politie = wereld.organisatie("Politie")
    wereld.deelnemer(
        overleg, wereld.medewerker("Kevin", politie), aanwezigheid=Aanwezigheid.LATER, opmerking="13:45"
    )
    casus = agendeer(wereld, overleg)
    papier = verslag(session, overleg.id)
    assert [(d.naam, d.aanwezigheid, d.opmerking) for d in papier.deelnemers] == [
        ("Kevin", Aanwezigheid.LATER, "13:45")
    ]
    assert papier.tekorten[0].tekort is Tekort.BESLUIT
    assert papier.oefening is False
    wereld.add(Kluismeta(sleutel=PRACTICE, waarde="ja"))
    toen = [{"casusnummer": casus.nummer, "tekort": "besluit", "toelichting": "zie reden"}]
    sluit(session, overleg, tekorten=toen, sluitreden="Volgt.")
    papier = verslag(session, overleg.id)
    assert [(t.casusnummer, t.tekort, t.toelichting) for t in papier.tekorten] == [
        (casus.nummer, Tekort.BESLUIT, "zie reden")
    ]
    assert (papier.oefening, papier.sluitreden, papier.gesloten_op) == (True, "Volgt.", GESLOTEN_OP)


def test_kept_minutes_do_not_change_but_are_added_to(
    session: Session, wereld: Wereld, overleg: Overleg
) -> None:
    casus = agendeer(wereld, overleg, doel="Toen")
    besluit = wereld.besluit(casus, overleg, tekst="blijft staan")
    wereld.actie(casus, overleg=overleg, omschrijving="toen", ontstaan_op=VANDAAG)
    sluit(session, overleg)
    toen = verslag_nu(session, overleg.id)
    wereld.add(Verslagstand(overleg_id=overleg.id, inhoud=naar_json(toen), gemaakt_op=GESLOTEN_OP))
    assert verslag(session, overleg.id) == toen
    casus.doel, casus.titel = "Nu", "Nu"
    besluit.intrekken("Onbevoegd genomen")
    session.flush()
    wereld.besluit(casus, overleg, tekst="erbij", achteraf=True)
    wereld.besluit(casus, overleg, tekst="stiekem")
    wereld.actie(casus, overleg=overleg, omschrijving="erbij", achteraf=True, ontstaan_op=VANDAAG)
    nu = verslag(session, overleg.id)
    assert (blad(nu).doel, blad(nu).titel) == ("Toen", blad(toen).titel)
    assert [(b.tekst, b.ingetrokken, b.achteraf) for b in blad(nu).besluiten] == [
        ("blijft staan", True, False), ("erbij", False, True),
    ]  # fmt: skip
    assert blad(nu).besluiten[0].statusreden == "Onbevoegd genomen"
    assert [(a.omschrijving, a.achteraf) for a in blad(nu).acties] == [("toen", False), ("erbij", True)]
    assert replace(nu, punten=()) == replace(toen, punten=())


# What the minutes read, each once for all cases together.
GELEZEN = (
    "the meeting", "how often it was opened again", "its agenda",
    "names of the reference lists", "heads of the cases", "systeem", "inbreng", "referrals", "inbreng that is quoted",
    "zrm", "factors", "plans", "besluiten", "gevraagde besluiten", "acties", "roles", "partners", "who left the room",
    "methods", "phases", "breaks", "changes of the chair", "lacking: last day that it sat",
    "lacking: day of the meeting", "lacking: roles of who left", "lacking: duties", "lacking: reserves",
    "lacking: acties", "lacking: of the cases", "lacking: attendance", "lacking: secrecy",
    "participants", "older acties: table and day", "older acties", "practice or not", "the fixed agenda",
    "versions that were kept",
)  # fmt: skip
# What they read besides when there is such a thing, also once for all cases.
VAN_PLANNEN = ("doelen", "scenarios", "escalatie", "who to call")
VAN_VASTSTELLING = ("the agenda now", "numbers of the cases")


@pytest.mark.parametrize("vol", [False, True], ids=["bare", "with plans, phases and a fixed agenda"])
def test_thirty_cases_cost_no_more_statements_than_one(
    session: Session, wereld: Wereld, overleg: Overleg, engine: Engine, *, vol: bool
) -> None:
    politie = wereld.organisatie("Politie")

    def statements() -> int:
        seen: list[str] = []

        def note(*arguments: object) -> None:
            seen.append(str(arguments[2]))

        event.listen(engine, "before_cursor_execute", note)
        verslag(session, overleg.id)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    def zaak() -> None:
        casus = wereld.casus(wereld.persoon("Dalen", "Noor"))
        punt = wereld.punt(overleg, casus)
        wereld.besluit(casus, overleg)
        wereld.actie(casus, overleg=overleg)
        wereld.actie(casus, omschrijving="van eerder")
        if vol:
            wereld.plan(casus)
            wereld.inbreng(casus, politie, "Belde vaak.")
            wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, politie)
            wereld.add(Bespreekfase(agendapunt_id=punt.id, volgnr=1, fase=Fase.OORDEEL, begonnen_op=NU))

    zaak()
    if vol:
        overleg.vaststelling = {"op": NU.isoformat(), "door": "Toets", "punten": []}
        session.flush()
    een = statements()
    for _ in range(29):
        zaak()
    assert statements() == een
    assert een <= len(GELEZEN) + vol * len(VAN_PLANNEN + VAN_VASTSTELLING)


def test_list_of_minutes(session: Session, wereld: Wereld, overleg: Overleg) -> None:
    casus = agendeer(wereld, overleg)
    wereld.besluit(casus, overleg)
    wereld.besluit(casus, overleg, status=Besluitstatus.TERUGGENOMEN)
    wereld.actie(casus, overleg=overleg)
    assert verslagen(session) == ()
    sluit(session, overleg)
    (rij,) = verslagen(session)
    assert (rij.id, rij.casussen, rij.besluiten, rij.acties) == (overleg.id, 1, 1, 1)


def test_unknown_meeting(session: Session) -> None:
    with pytest.raises(NotFound):
        verslag(session, "0" * 32)
