from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.models import Zoekregel
from vhdesk.queries import zoekplaats
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.casusregel import CasusRow
from vhdesk.queries.sprong import sprong
from vhdesk.queries.vindplaatsen import markeer
from vhdesk.queries.zoekplaats import Vindplaats
from vhdesk.vocabulary import Actiestatus, Besluitstatus, CasusStatus


def schoon(fragment: str) -> str:
    return fragment.replace("\x02", "[").replace("\x03", "]")


def plaats(rij: CasusRow) -> Vindplaats:
    assert rij.vindplaats is not None
    return rij.vindplaats


def zoeken(session: Session, zoek: str) -> list[str]:
    return [rij.id for rij in casuslijst(session, zoek=zoek).rijen]


def getoond(session: Session, zoek: str) -> list[str]:
    return [schoon(plaats(rij).fragment) for rij in casuslijst(session, zoek=zoek).rijen]


def test_a_bsn_is_shown_only_to_who_typed_it(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Koopman", "Martijn", bsn="957986828", adres="Wolfsmelkhof 27"))
    assert getoond(session, "koopman") == ["Martijn [Koopman], Wolfsmelkhof 27"]
    assert getoond(session, "957986828") == ["Martijn Koopman, [957986828], Wolfsmelkhof 27"]


def test_of_a_case_the_newest_text_is_shown(session: Session, wereld: Wereld) -> None:
    druk = wereld.casus(titel="Overlast")
    acties = [wereld.actie(druk, omschrijving=f"Overlast bespreken, keer {nummer}") for nummer in range(3)]
    (rij,) = casuslijst(session, zoek="overlast").rijen
    assert (plaats(rij).bron, plaats(rij).bron_id) == ("actie", acties[-1].id)


@pytest.mark.parametrize("zoek", ["", "  ", '"', "niemand", "🎉 🙂", "*", "؟"])
def test_nothing_found(session: Session, wereld: Wereld, zoek: str) -> None:
    wereld.casus(titel="Overlast")
    assert (casuslijst(session, zoek=zoek).totaal == 0) == bool(zoek.strip())
    assert sprong(session, zoek=zoek) == ()


def test_changed_and_deleted_texts_are_followed(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(titel="Overlast")
    actie = wereld.actie(casus, omschrijving="Brief sturen")
    actie.omschrijving = "Huisbezoek doen"
    session.flush()
    assert zoeken(session, "brief") == []
    assert zoeken(session, "huisbezoek") == [casus.id]
    session.delete(actie)
    session.flush()
    assert zoeken(session, "huisbezoek") == []
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
    wereld.casus(wereld.persoon("D'Souza", "Anil"))
    for zoek, naam in (
        ("souza", "Anil D'Souza"),
        ("d'sou", "Anil D'Souza"),
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
    # the street begins with the word as typed, so both persons match; by name
    assert set(zoeken(session, "jildis")) == {getypt.id, gehoord.id}
    assert "Fatma de [Yıldız], [Jildisstraat] 3" in getoond(session, "jildis")
    for zoek in ("fatma jildi", "Fatma de Jildiz", "van Jildis Fatma"):
        assert [rij.casus_id for rij in sprong(session, zoek=zoek)] == [gehoord.id], zoek
    for zoek in ("jildis emre", "j", "jildis 7", "jil7dis"):
        assert gehoord.id not in [rij.casus_id for rij in sprong(session, zoek=zoek)], zoek


def test_an_alias_is_found_and_shown_only_then(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(wereld.persoon("Kaya", "Fatma", aliassen=["Fatoş Yıldız"], kvk="12345678"))
    assert getoond(session, "yildiz") == ["Fatma Kaya, ook Fatoş [Yıldız]"]
    assert getoond(session, "kaya") == ["Fatma [Kaya]"]
    assert [rij.casus_id for rij in sprong(session, zoek="jildis")] == [casus.id]
    assert getoond(session, "12345678") == ["Fatma Kaya, [12345678]"]


def test_taken_back_decisions_leave_the_case_findable_by_nothing_else(
    session: Session, wereld: Wereld
) -> None:
    casus = wereld.casus(titel="Overlast")
    besluit = wereld.besluit(casus, tekst="Uithuiszetting", status=Besluitstatus.INGETROKKEN)
    wereld.besluit(casus, tekst="Huisverbod", status=Besluitstatus.TERUGGENOMEN)
    wereld.actie(casus, omschrijving="Slotenmaker", status=Actiestatus.TERUGGENOMEN)
    assert zoeken(session, "uithuiszetting") == [casus.id]
    assert zoeken(session, "huisverbod") == zoeken(session, "slotenmaker") == []
    besluit.status = Besluitstatus.TERUGGENOMEN
    session.flush()
    assert zoeken(session, "uithuiszetting") == []
    besluit.status = Besluitstatus.VASTGELEGD
    session.flush()
    assert zoeken(session, "uithuiszetting") == [casus.id]


def test_what_was_said_without_being_recorded_is_not_found(session: Session, wereld: Wereld) -> None:
    casus, politie = wereld.casus(titel="Overlast"), wereld.organisatie("Politie")
    stil = wereld.inbreng(casus, politie, "Hij gokt weer.", mondeling=True)
    assert zoeken(session, "gokt") == []
    stil.mondeling = False
    session.flush()
    assert zoeken(session, "gokt") == [casus.id]
    stil.mondeling = True
    session.flush()
    assert zoeken(session, "gokt") == []


def test_one_letter_marks_no_name_that_only_begins_with_its_sound(session: Session, wereld: Wereld) -> None:
    wereld.casus(wereld.persoon("Kotte", "Jim", voorletters="Q.J."))
    assert getoond(session, "q") == ["Jim Kotte, voorletters [Q.J.]"]
    assert getoond(session, "kot") == ["Jim [Kotte]"]


def test_of_words_that_stand_everywhere_the_newest_are_read_and_every_name(
    session: Session, wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    op_naam = wereld.casus(wereld.persoon("Inberg", "Ad"))
    oud = wereld.casus(aanleiding="In de oudste zaak.")
    nieuw = [wereld.casus(aanleiding=f"In zaak {nummer}.") for nummer in range(4)]
    alles = casuslijst(session, zoek="in")
    assert not alles.veel and alles.totaal == 6
    monkeypatch.setattr(zoekplaats, "VEEL", 3)
    lijst = casuslijst(session, zoek="in")
    assert lijst.veel
    gevonden = {rij.id: rij for rij in lijst.rijen}
    assert {casus.id for casus in nieuw} < gevonden.keys() and oud.id not in gevonden
    assert lijst.rijen[0].id == op_naam.id, "a name goes first, however old its line is"
    plaats = gevonden[nieuw[0].id].vindplaats
    assert plaats is not None and "\x02In\x03 zaak 0" in plaats.fragment
