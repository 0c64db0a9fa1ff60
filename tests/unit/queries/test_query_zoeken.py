from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.models import Zoekregel
from vhdesk.queries.sprong import sprong
from vhdesk.queries.zoeken import PER_CASUS, markeer, zoeken
from vhdesk.vocabulary import Besluitstatus, CasusStatus


def schoon(fragment: str) -> str:
    return fragment.replace("\x02", "[").replace("\x03", "]")


def test_fragments_per_case_persons_first(session: Session, wereld: Wereld) -> None:
    politie = wereld.organisatie("Politie")
    koopman = wereld.casus(wereld.persoon("Koopman", "Martijn", bsn="957986828", adres="Wolfsmelkhof 27"))
    ander = wereld.casus(wereld.persoon("Visser", "Jan"), titel="Woonoverlast")
    inbreng = wereld.inbreng(ander, politie, "De buurman heet Koopman en belde over geluid.")
    besluit = wereld.besluit(ander, tekst="Koopman wordt gehoord.")
    op_naam, in_tekst = zoeken(session, zoek="koopm")
    assert (op_naam.id, op_naam.naam) == (koopman.id, "Martijn Koopman")
    assert [schoon(plaats.fragment) for plaats in op_naam.vindplaatsen] == [
        "Martijn [Koopman], Wolfsmelkhof 27"
    ]
    assert in_tekst.nummer == ander.nummer
    assert [(plaats.bron, plaats.bron_id) for plaats in in_tekst.vindplaatsen] == [
        ("besluit", besluit.id),
        ("inbreng", inbreng.id),
    ]
    assert schoon(in_tekst.vindplaatsen[1].fragment).startswith("De buurman heet [Koopman] en belde")


def test_a_bsn_is_shown_only_to_who_typed_it(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Koopman", "Martijn", bsn="957986828"))
    (op_naam,) = zoeken(session, zoek="koopman")
    assert "957986828" not in op_naam.vindplaatsen[0].fragment
    (op_bsn,) = zoeken(session, zoek="957986828")
    assert schoon(op_bsn.vindplaatsen[0].fragment) == "Martijn Koopman, [957986828]"


def test_at_most_three_places_and_the_limit(session: Session, wereld: Wereld) -> None:
    druk = wereld.casus(titel="Overlast")
    for nummer in range(PER_CASUS + 2):
        wereld.actie(druk, omschrijving=f"Overlast bespreken, keer {nummer}")
    for _ in range(4):
        wereld.casus(titel="Overlast elders")
    assert len(zoeken(session, zoek="overlast", limiet=3)) == 3
    gevonden = {treffer.id: treffer for treffer in zoeken(session, zoek="overlast")}
    assert len(gevonden) == 5
    assert len(gevonden[druk.id].vindplaatsen) == PER_CASUS


@pytest.mark.parametrize("zoek", ["", "  ", '"', "niemand"])
def test_nothing_found(session: Session, wereld: Wereld, zoek: str) -> None:
    wereld.casus(titel="Overlast")
    assert zoeken(session, zoek=zoek) == ()
    assert sprong(session, zoek=zoek) == ()


def test_changed_and_deleted_texts_are_followed(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(titel="Overlast")
    actie = wereld.actie(casus, omschrijving="Brief sturen")
    actie.omschrijving = "Huisbezoek doen"
    session.flush()
    assert zoeken(session, zoek="brief") == ()
    assert zoeken(session, zoek="huisbezoek")[0].id == casus.id
    session.delete(actie)
    session.flush()
    assert zoeken(session, zoek="huisbezoek") == ()
    assert session.query(Zoekregel).count() == 1


def test_markeer_folds_and_knows_hyphens() -> None:
    tekst = markeer(("Fenna Dijkstra-Mulder", "", "Œuvrestraat 1"), ("mulder", "oeuvre"))
    assert schoon(tekst) == "Fenna [Dijkstra-Mulder], [Œuvrestraat] 1"


@pytest.mark.parametrize(
    "zoek", ["koop", "martijn koop", "koopman martijn", "KOOPMAN", "johannes koopman", "martijn  johannes"]
)
def test_jump_by_words_of_the_name(session: Session, wereld: Wereld, zoek: str) -> None:
    wereld.casus(wereld.persoon("Visser", "Jan"))
    casus = wereld.casus(wereld.persoon("Koopman", "Martijn Johannes"), titel="Dreiging")
    (rij,) = sprong(session, zoek=zoek)
    assert (rij.casus_id, rij.naam, rij.titel) == (casus.id, "Martijn Johannes Koopman", "Dreiging")


@pytest.mark.parametrize("zoek", ["ker", "oopman", "artijn", "%", "_", "k%"])
def test_jump_not_in_the_middle_of_a_word(session: Session, wereld: Wereld, zoek: str) -> None:
    wereld.casus(wereld.persoon("Koopman-Bakker", "Martijn"))
    assert sprong(session, zoek=zoek) == ()


def test_jump_after_a_hyphen_prefix_and_letters(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Dijkstra-Mulder", "Fenna"))
    wereld.casus(wereld.persoon("Veld", "Gijs", voorvoegsel="in 't"))
    wereld.casus(wereld.persoon("Yılmaz", "Emre"))
    for zoek, naam in (
        ("mulder", "Fenna Dijkstra-Mulder"),
        ("dijkstra-mul", "Fenna Dijkstra-Mulder"),
        ("in 't veld", "Gijs in 't Veld"),
        ("gijs veld", "Gijs in 't Veld"),
        ("yilm", "Emre Yılmaz"),
        ("Yıl", "Emre Yılmaz"),
    ):
        assert [rij.naam for rij in sprong(session, zoek=zoek)] == [naam], zoek


def test_jump_by_number(session: Session, wereld: Wereld) -> None:
    wereld.casus(nummer="ZVH-2025-0149")
    nieuw = wereld.casus(wereld.persoon("Koopman", "Martijn"), nummer="ZVH-2026-0149")
    wereld.casus(nummer="ZVH-2026-1490")
    assert [rij.nummer for rij in sprong(session, zoek="0149")] == ["ZVH-2026-0149", "ZVH-2025-0149"]
    assert sprong(session, zoek="zvh-2026-0149")[0].casus_id == nieuw.id
    assert [rij.nummer for rij in sprong(session, zoek="149")] == [
        "ZVH-2026-0149",
        "ZVH-2025-0149",
        "ZVH-2026-1490",
    ]


def test_jump_order_and_every_case_of_a_person(session: Session, wereld: Wereld) -> None:
    koopman = wereld.persoon("Koopman", "Fem", geboortedatum=date(2017, 9, 2))
    dicht = wereld.casus(koopman, status=CasusStatus.AFGESLOTEN)
    als_dochter = wereld.casus(wereld.persoon("Aalbers", "Anna"))
    wereld.betrokkene(als_dochter, koopman, relatie="dochter")
    eigen = wereld.casus(koopman)
    rijen = sprong(session, zoek="koopman")
    assert [rij.casus_id for rij in rijen] == [eigen.id, als_dochter.id, dicht.id]
    assert (rijen[1].naam, rijen[1].relatie, rijen[1].geboortedatum) == (
        "Fem Koopman",
        "dochter",
        date(2017, 9, 2),
    )
    assert len(sprong(session, zoek="koopman", limiet=2)) == 2


def test_names_by_sound_after_names_as_typed(session: Session, wereld: Wereld) -> None:
    gehoord = wereld.casus(wereld.persoon("Yıldız", "Fatma", voorvoegsel="de", adres="Jildisstraat 3"))
    getypt = wereld.casus(wereld.persoon("Jildis", "Jan"))
    assert [rij.casus_id for rij in sprong(session, zoek="jildis")] == [getypt.id, gehoord.id]
    op_naam, op_klank = zoeken(session, zoek="jildis")
    assert (op_naam.id, op_klank.id) == (getypt.id, gehoord.id)
    assert schoon(op_klank.vindplaatsen[0].fragment) == "Fatma de [Yıldız], [Jildisstraat] 3"
    for zoek in ("fatma jildi", "Fatma de Jildiz", "van Jildis Fatma"):
        assert [rij.casus_id for rij in sprong(session, zoek=zoek)] == [gehoord.id], zoek
    for zoek in ("jildis emre", "j", "jildis 7", "jil7dis"):
        assert gehoord.id not in [rij.casus_id for rij in sprong(session, zoek=zoek)], zoek


def test_an_alias_is_found_and_shown_only_then(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(wereld.persoon("Kaya", "Fatma", aliassen=["Fatoş Yıldız"], kvk="12345678"))
    (op_alias,) = zoeken(session, zoek="yildiz")
    assert schoon(op_alias.vindplaatsen[0].fragment) == "Fatma Kaya, ook Fatoş [Yıldız]"
    (op_naam,) = zoeken(session, zoek="kaya")
    assert schoon(op_naam.vindplaatsen[0].fragment) == "Fatma [Kaya]"
    assert [rij.casus_id for rij in sprong(session, zoek="jildis")] == [casus.id]
    assert schoon(zoeken(session, zoek="12345678")[0].vindplaatsen[0].fragment) == "Fatma Kaya, [12345678]"


def test_taken_back_decisions_leave_the_case_findable_by_nothing_else(
    session: Session, wereld: Wereld
) -> None:
    casus = wereld.casus(titel="Overlast")
    wereld.besluit(casus, tekst="Uithuiszetting", status=Besluitstatus.INGETROKKEN)
    assert [treffer.id for treffer in zoeken(session, zoek="uithuiszetting")] == [casus.id]
