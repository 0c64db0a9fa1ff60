"""Which line of a plan is which: the same one worded differently is a change, not one gone and one new."""

from __future__ import annotations

from dataclasses import replace

from vhdesk.queries.plantekst import Actietekst, Doeltekst, Plantekst, Scenariotekst
from vhdesk.queries.planverschil import Verschil, verschillen
from vhdesk.vocabulary_plan import Verschilsoort

LEEG = Plantekst("", "", (), (), (), None, "", (), "", "", "")


def doel(leefgebied: str, tekst: str) -> Doeltekst:
    return Doeltekst(leefgebied, tekst, "", "", "", "")


def scenario(als: str, dan: str, telefoon: str = "") -> Scenariotekst:
    return Scenariotekst(als, dan, "", telefoon)


def kort(gevonden: tuple[Verschil, ...]) -> list[tuple[str, str]]:
    return [(each.veld, each.soort.value) for each in gevonden]


def test_the_same_plan_differs_nowhere() -> None:
    assert verschillen(LEEG, LEEG) == ()
    assert verschillen(LEEG, replace(LEEG, aanleiding="  ")) == ()


def test_goals_are_paired_by_what_they_say_and_then_by_leefgebied() -> None:
    oud = replace(
        LEEG, doelen=(doel("wonen", "een huis"), doel("werk", "een baan"), doel("wonen", "geen schuld"))
    )
    nieuw = replace(
        LEEG, doelen=(doel("wonen", "geen schuld"), doel("werk", "een vaste baan"), doel("zorg", "hulp"))
    )
    assert kort(verschillen(oud, nieuw)) == [
        ("Doel op werk: doel", "gewijzigd"), ("Doel op zorg", "erbij"), ("Doel op wonen", "weg"),
    ]  # fmt: skip


def test_a_scenario_with_another_sign_is_still_that_scenario() -> None:
    oud = replace(LEEG, scenarios=(scenario("hij slaapt twee nachten niet", "de crisisdienst komt langs"),))
    nieuw = replace(
        LEEG, scenarios=(scenario("hij slaapt drie nachten niet", "de crisisdienst komt langs", "112"),)
    )
    assert kort(verschillen(oud, nieuw)) == [("Scenario: als", "gewijzigd"), ("Scenario: telefoon", "erbij")]
    ander = replace(LEEG, scenarios=(scenario("de huur is opgezegd", "de gemeente zoekt een plek"),))
    assert kort(verschillen(oud, ander)) == [("Scenario", "erbij"), ("Scenario", "weg")]


def test_an_action_is_known_by_its_number_only() -> None:
    actie = Actietekst(7, "bellen", "Politie", "Kevin", None, "", "")
    oud = replace(LEEG, acties=(actie,))
    assert kort(verschillen(oud, replace(LEEG, acties=(replace(actie, nummer=8),)))) == [
        ("Actie A-8", "erbij"), ("Actie A-7", "weg"),
    ]  # fmt: skip
    assert kort(verschillen(oud, replace(LEEG, acties=(replace(actie, persoon=""),)))) == [
        ("Actie A-7: persoon", "weg")
    ]


def test_a_very_long_text_is_compared_as_a_whole() -> None:
    oud = replace(LEEG, hoofddoel="woord " * 5000)
    (verschil,) = verschillen(oud, replace(oud, hoofddoel=oud.hoofddoel + "einde"))
    assert (verschil.soort, len(verschil.nu)) == (Verschilsoort.GEWIJZIGD, 1)
