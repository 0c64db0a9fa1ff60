"""Who may refer to a table is asked of every way in: the form, a case by command, a delivered list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.organisatie import gemeenten
from vhdesk.services.aanlevering import AanleveringInlezen, AanleverRegel
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.tafelinstelling import AanmeldgemeentenInstellen
from vhdesk.vocabulary import CasusStatus


def _formulier(desk: Desk, **velden: Any) -> Command:
    melding = meldingen.aanmelding(desk)
    return replace(melding, casus=replace(melding.casus, **velden))


def _opdracht(_: Desk, **velden: Any) -> CasusAanmelden:
    return CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Bos"), **velden)


def _lijst(_: Desk, **velden: Any) -> Command:
    regel = AanleverRegel(rij=2, geslachtsnaam="Bos")
    return AanleveringInlezen(bestandsnaam="lijst.csv", sha256="ab" * 32, rijen=(regel,), **velden)


@pytest.fixture
def losser(desk: Desk) -> dict[str, str]:
    """A gemeente and a table that does not take it."""
    wie = next(row.id for row in desk.ask(gemeenten) if row.naam == "Losser")
    tafel = meldingen.tafel(desk)
    anders = tuple(id_ for id_ in desk.ask(aanmeldgemeenten)[tafel] if id_ != wie)
    desk.execute(AanmeldgemeentenInstellen(tafel_id=tafel, gemeente_ids=anders))
    return {"gemeente_id": wie, "tafel_id": tafel}


@pytest.mark.parametrize("weg", [_formulier, _opdracht, _lijst])
def test_a_gemeente_that_does_not_refer_to_the_table_is_refused_by_every_way(
    desk: Desk, losser: dict[str, str], weg: Any
) -> None:
    with pytest.raises(RuleViolation, match="gemeente_meldt_hier_niet") as refusal:
        desk.execute(weg(desk, **losser))
    assert refusal.value.field == "gemeente_id"
    assert refusal.value.details["gemeente"] == "Losser"
    assert desk.ask(casuslijst).totaal == 0
    desk.execute(weg(desk, **losser | {"tafel_id": meldingen.tafel(desk, "Werktafel Almelo")}))
    assert desk.ask(casuslijst).totaal == 1


def test_a_list_without_a_table_waits_for_one(desk: Desk, losser: dict[str, str]) -> None:
    desk.execute(_lijst(desk, gemeente_id=losser["gemeente_id"]))
    assert desk.ask(casuslijst).totaal == 1


def test_a_case_that_ran_elsewhere_was_referred_there(desk: Desk, losser: dict[str, str]) -> None:
    desk.execute(_opdracht(desk, status=CasusStatus.IN_BEHANDELING, nummer="OUD-1", **losser))
    assert desk.ask(casuslijst).totaal == 1
