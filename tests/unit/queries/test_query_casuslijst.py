from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from wereld import NU, Wereld

from vhdesk.queries import casusvolgorde
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.inzage import inzage_of
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus, Tekort


def namen(session: Session, **filters: object) -> list[str]:
    return [rij.naam for rij in casuslijst(session, **filters).rijen]  # type: ignore[arg-type]


@pytest.fixture(params=["sorted", "walked"])
def _weg(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to the order of names: for few cases and for many."""
    if request.param == "walked":
        monkeypatch.setattr(casusvolgorde, "WEINIG", 0)


@pytest.mark.usefixtures("_weg")
def test_sorted_on_geslachtsnaam_without_a_person_last(session: Session, wereld: Wereld) -> None:
    zonder = wereld.casus()
    for geslachtsnaam, voorvoegsel, voornamen in (
        ("Vegt", "van der", "Lotte"),
        ("Çelik", "", "Fatma"),
        ("Dalen", "van", "Noor"),
        ("Dalen", "", "Zoë"),
    ):
        persoon = wereld.persoon(geslachtsnaam, voornamen, voorvoegsel=voorvoegsel)
        casus = wereld.casus(persoon, titel="zaak")
        wereld.betrokkene(casus, wereld.persoon("Aa", "Systeemlid"))
    lijst = casuslijst(session)
    assert [rij.naam for rij in lijst.rijen] == [
        "Fatma Çelik",
        "Noor van Dalen",
        "Zoë Dalen",
        "Lotte van der Vegt",
        "",
    ]
    assert lijst.rijen[-1].id == zonder.id
    assert lijst.totaal == 5
    assert namen(session, zoek="zaak") == ["Fatma Çelik", "Noor van Dalen", "Zoë Dalen", "Lotte van der Vegt"]
    beperkt = casuslijst(session, zoek="zaak", limiet=2)
    assert ([rij.naam for rij in beperkt.rijen], beperkt.totaal) == (["Fatma Çelik", "Noor van Dalen"], 4)


@pytest.mark.usefixtures("_weg")
def test_a_matching_person_comes_before_a_matching_text(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Aalbers", "Anna"), aanleiding="Ruzie met Koopman")
    wereld.casus(wereld.persoon("Koopman", "Martijn"))
    wereld.casus(wereld.persoon("Bos", "Berend"))
    assert namen(session, zoek="koopman") == ["Martijn Koopman", "Anna Aalbers"]
    assert namen(session, zoek="koopman", limiet=1) == ["Martijn Koopman"]


def test_filters_go_together(session: Session, wereld: Wereld) -> None:
    enschede, hengelo = wereld.tafel(), wereld.tafel("Werktafel Hengelo")
    losser = wereld.gemeente("Losser")
    wereld.casus(wereld.persoon("Een"), tafel_id=enschede.id, gemeente_id=losser.id, doelgroep_code="jeugd")
    wereld.casus(
        wereld.persoon("Twee"), tafel_id=enschede.id, status=CasusStatus.NAZORG, doelgroep_code="jeugd"
    )
    wereld.casus(wereld.persoon("Drie"), tafel_id=hengelo.id, gemeente_id=losser.id)
    assert namen(session, tafel_id=enschede.id) == ["Een", "Twee"]
    assert namen(session, gemeente_id=losser.id) == ["Drie", "Een"]
    assert namen(session, doelgroep_code="jeugd", status=CasusStatus.NAZORG) == ["Twee"]
    assert namen(session, tafel_id=enschede.id, zoek="een") == ["Een"]
    assert casuslijst(session, tafel_id=hengelo.id, zoek="een").totaal == 0
    assert casuslijst(session, tafel_id="bestaat niet").rijen == ()


def test_the_line_of_a_case(session: Session, wereld: Wereld) -> None:
    wereld.lijst("doelgroepen", code_rood="Code Rood")
    vt = wereld.organisatie("Veilig Thuis Twente")
    losser = wereld.organisatie("Gemeente Losser")
    maaike = wereld.medewerker("Maaike Hesselink", vt)
    persoon = wereld.persoon("Koopman", "Martijn", geboortedatum=date(1983, 1, 30), woonplaats="Losser")
    casus = wereld.casus(
        persoon, doelgroep_code="code-rood", volgende_datum=date(2026, 12, 4), titel="Dreiging"
    )
    wereld.rol(casus, Casusrol.CASEMANAGER, maaike)
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, losser)
    wereld.plan(casus)
    wereld.actie(casus)
    wereld.actie(casus, status=Actiestatus.GEDAAN)
    wereld.actie(casus, status=Actiestatus.TERUGGENOMEN)
    (rij,) = casuslijst(session).rijen
    assert (rij.naam, rij.geslachtsnaam, rij.geboortedatum) == (
        "Martijn Koopman",
        "Koopman",
        date(1983, 1, 30),
    )
    assert (rij.casemanager, rij.casemanager_organisatie) == ("Maaike Hesselink", "Veilig Thuis Twente")
    assert (rij.verantwoordelijke, rij.verantwoordelijke_organisatie) == (
        "Iemand van Gemeente Losser",
        "Gemeente Losser",
    )
    assert (rij.doelgroep, rij.open_acties) == ("Code Rood", 1)
    assert rij.tekorten == ()


def test_an_organisation_alone_is_no_verantwoordelijke(session: Session, wereld: Wereld) -> None:
    casus, losser = wereld.casus(), wereld.organisatie("Gemeente Losser")
    wereld.alleen_organisatie(casus, losser)
    (rij,) = casuslijst(session).rijen
    assert (rij.verantwoordelijke_id, rij.verantwoordelijke_organisatie) == (None, "Gemeente Losser")
    assert Tekort.VERANTWOORDELIJKE in rij.tekorten


REGIE = (Tekort.CASEMANAGER, Tekort.VERANTWOORDELIJKE, Tekort.PLAN, Tekort.VOLGENDE_DATUM)


@pytest.mark.parametrize(
    ("status", "tekorten"),
    [
        (CasusStatus.IN_BEHANDELING, REGIE),
        (CasusStatus.NAZORG, REGIE),
        (CasusStatus.GEPARKEERD, (Tekort.VOLGENDE_DATUM,)),
        (CasusStatus.AANGEMELD, ()),
        (CasusStatus.AFGESLOTEN, ()),
    ],
)
def test_what_a_case_lacks(
    session: Session, wereld: Wereld, status: CasusStatus, tekorten: tuple[Tekort, ...]
) -> None:
    casus = wereld.casus(status=status)
    agent = wereld.medewerker("Kevin Lansink", wereld.organisatie("Politie"))
    wereld.rol(casus, Casusrol.CASEMANAGER, agent, tot=NU)
    assert casuslijst(session).rijen[0].tekorten == tekorten


def test_doelgroep_as_delivered_when_not_understood(session: Session, wereld: Wereld) -> None:
    wereld.casus(doelgroep_tekst="jongere met zorg")
    assert casuslijst(session).rijen[0].doelgroep == "jongere met zorg"


@pytest.mark.parametrize("zoek", ["", "zaak"])
def test_the_number_of_statements_does_not_grow(
    session: Session, wereld: Wereld, engine: Engine, zoek: str
) -> None:
    def statements() -> int:
        seen: list[str] = []

        def note(*arguments: object) -> None:
            seen.append(str(arguments[2]))

        event.listen(engine, "before_cursor_execute", note)
        casuslijst(session, zoek=zoek)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    wereld.casus(wereld.persoon("Een"), titel="zaak")
    session.flush()
    een = statements()
    for nummer in range(20):
        wereld.casus(wereld.persoon(f"Naam {nummer}"), titel="zaak")
    session.flush()
    assert statements() == een <= 7


def test_searching_is_logged() -> None:
    mark = inzage_of(casuslijst)
    assert mark is not None
    assert (mark.actie, mark.object_soort) == ("casussen zoeken", "casus")


def test_each_row_says_where_the_hit_stands(session: Session, wereld: Wereld) -> None:
    politie = wereld.organisatie("Politie")
    tekst = wereld.casus(wereld.persoon("Bos", "Berend"), titel="Woonoverlast")
    inbreng = wereld.inbreng(
        tekst, politie, "Er zijn schulden bij de energieleverancier van de familie Koopman."
    )
    familie = wereld.casus(wereld.persoon("Aalbers", "Anna", bsn="957986828"))
    zus = wereld.betrokkene(familie, wereld.persoon("Koopman", "Sanne", adres="Dorpsstraat 1"))
    wereld.casus(wereld.persoon("Koopman", "Martijn"))
    rijen = {rij.naam: rij.vindplaats for rij in casuslijst(session, zoek="koopman").rijen}
    assert list(rijen) == ["Anna Aalbers", "Martijn Koopman", "Berend Bos"]
    assert rijen["Martijn Koopman"] is not None and rijen["Martijn Koopman"].in_naam
    gevonden = rijen["Anna Aalbers"]
    assert gevonden is not None and not gevonden.in_naam
    assert (gevonden.bron, gevonden.bron_id) == ("persoon", zus.id)
    assert gevonden.fragment == "Sanne \x02Koopman\x03, Dorpsstraat 1"
    gevonden = rijen["Berend Bos"]
    assert gevonden is not None
    assert (gevonden.bron, gevonden.bron_id) == ("inbreng", inbreng.id)
    assert gevonden.fragment.startswith("…") and "\x02Koopman\x03" in gevonden.fragment
    assert casuslijst(session).rijen[0].vindplaats is None


def test_names_by_sound_come_after_names_and_before_texts(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Aa", "Anna"), aanleiding="Ruzie met Janssen.")
    wereld.casus(wereld.persoon("Bos", "Bert"))
    zus = wereld.casus(wereld.persoon("Kuiper", "Kees"))
    betrokkene = wereld.betrokkene(zus, wereld.persoon("Jansen", "Loes"))
    wereld.casus(wereld.persoon("Janssen", "Piet"))
    lijst = casuslijst(session, zoek="janssen")
    assert [rij.naam for rij in lijst.rijen] == ["Piet Janssen", "Kees Kuiper", "Anna Aa"]
    assert lijst.totaal == 3
    assert lijst.rijen[1].vindplaats is not None
    assert lijst.rijen[1].vindplaats.bron_id == betrokkene.id
    assert lijst.rijen[1].vindplaats.fragment == "Loes \x02Jansen\x03"
    assert namen(session, zoek="janssen", limiet=2) == ["Piet Janssen", "Kees Kuiper"]
