"""Standard sentences: filled in, with a hole where a value is missing; fields that do not exist are found."""

from __future__ import annotations

import pytest

from vhdesk.bouwsteen import VELDEN, onbekende_velden, vul
from vhdesk.reference_lists import reference_list


def test_filled_in_with_the_first_hole() -> None:
    filled = vul("{casemanager} belt {naam} vóór {volgende datum}.", {"naam": "Jip"})
    assert filled.tekst == "[casemanager] belt Jip vóór [volgende datum]."
    assert filled.gat is not None and filled.tekst[slice(*filled.gat)] == "[casemanager]"


def test_without_fields_nothing_changes() -> None:
    assert vul("Geen velden, wel {} tekens.", {}).tekst == "Geen velden, wel [] tekens."
    assert vul("", {}) == ("", None)
    assert vul("Gewoon.", {}) == ("Gewoon.", None)


def test_values_are_not_filled_in_again() -> None:
    assert vul("{naam}", {"naam": "{nummer}", "nummer": "7"}).tekst == "{nummer}"


def test_fields_that_do_not_exist() -> None:
    assert onbekende_velden("{naam} {bsn} {} {NAAM}") == ("bsn", "", "NAAM")


@pytest.mark.parametrize("item", reference_list("tekstbouwstenen").items, ids=lambda item: item["code"])
def test_shipped_sentences_name_only_fields_that_exist(item: dict[str, str]) -> None:
    assert onbekende_velden(item["omschrijving"]) == ()
    filled = vul(item["omschrijving"], dict.fromkeys(VELDEN, "x"))
    assert filled.gat is None and "{" not in filled.tekst
