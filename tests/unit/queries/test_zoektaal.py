from __future__ import annotations

import pytest
from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.sprong import sprong
from vhdesk.queries.zoekplaats import zoek_casussen
from vhdesk.queries.zoektaal import MEESTE, match_expressie

LASTIG = (
    "ex-partner", "d'souza", "a:b", "(test", 'zij zei "nee', "NOT", "kind AND", "OR", "NEAR(a b)", "^begin", "a*b",
    "-", "tekst:politie", "\x00nul", "*", "+", "100%", "{a b}", "'; DROP TABLE casus; --", "zoek", "é" * 300,
    "-".join(["ab"] * 4000), "een " * 9000, "a" * 32_767,
    "ſ", "½", "٣", "한", "🙂", "🙂 ja", "a\u0301", "\u0301",
)  # fmt: skip


@pytest.mark.parametrize("invoer", ["", "   ", "\t\n", "-", "*", '"', "()", "\x00", "🙂"])
def test_nothing_to_search_for(invoer: str) -> None:
    assert match_expressie(invoer) is None


@pytest.mark.parametrize("invoer", LASTIG)
def test_no_input_is_syntax(session: Session, wereld: Wereld, invoer: str) -> None:
    wereld.casus(aanleiding="Gewone tekst over de politie en een kind.")
    gevonden = zoek_casussen(session, invoer)
    assert gevonden is None or not gevonden.op_persoon
    assert casuslijst(session, zoek=invoer).totaal in (0, 1)
    sprong(session, zoek=invoer)


def test_a_page_that_is_pasted_is_answered_on_its_beginning(session: Session, wereld: Wereld) -> None:
    woorden = [f"woord{nummer}" for nummer in range(MEESTE)]
    casus = wereld.casus(aanleiding=" ".join(woorden))
    gevonden = zoek_casussen(session, " ".join([*woorden, "anders", *"abc" * 9000]))
    assert gevonden is not None and gevonden.overige == {casus.id}


@pytest.mark.parametrize(
    ("tekst", "invoer", "raak"),
    [
        ("De ex-partner belde", "ex-partner", True),
        ("De ex-partner belde", "partner", True),
        ("Mevrouw D'Souza", "d'souza", True),
        ("Mevrouw D’Souza", "d'souza", True),
        ("Een huisverbod van tien dagen", "huisver", True),
        ("Een huisverbod van tien dagen", "huisver dagen", False),  # only the last word may be half
        ("Een huisverbod van tien dagen", "dagen huisver", True),
        ("Een huisverbod van tien dagen", "huisver ", False),  # a space after it: the word is finished
        ("Crisis bij café De Zon", "cafe", True),
        ("Crisis bij cafe De Zon", "café", True),
        ("Çelik en Nguyễn", "celik nguyen", True),
        ("Gesprek met de heer Yılmaz", "Yılmaz", True),
        ("Bedrag van € 1.180", "1.180", True),
        ("Zaak ZVH-2024-0176", "zvh-2024-0176", True),
        ("Zaak ZVH-2024-0176", "zvh-2024-0177", False),
        ("Politie en zorg", "politie wonen", False),
    ],
)
def test_what_is_found(session: Session, wereld: Wereld, tekst: str, invoer: str, raak: bool) -> None:
    casus = wereld.casus(gezamenlijk_beeld=tekst)
    gevonden = zoek_casussen(session, invoer)
    assert gevonden is not None
    assert gevonden.overige == ({casus.id} if raak else set())


@pytest.mark.parametrize("invoer", ["Yılmaz", "yilmaz", "YILMAZ", "Yilm"])
def test_a_name_is_found_with_and_without_its_letters(session: Session, wereld: Wereld, invoer: str) -> None:
    casus = wereld.casus(wereld.persoon("Yılmaz", "Emre"))
    gevonden = zoek_casussen(session, invoer)
    assert gevonden is not None
    assert gevonden.op_persoon == {casus.id}


def test_every_word_in_one_text_and_persons_apart(session: Session, wereld: Wereld) -> None:
    op_naam = wereld.casus(wereld.persoon("Koopman", "Martijn"))
    in_tekst = wereld.casus(aanleiding="De buurman, Martijn Koopman, belde.")
    verspreid = wereld.casus(aanleiding="Martijn belde.")
    wereld.besluit(verspreid, tekst="Koopman komt terug.")
    gevonden = zoek_casussen(session, "martijn koopman")
    assert gevonden is not None
    assert (gevonden.op_persoon, gevonden.overige) == ({op_naam.id}, {in_tekst.id})
