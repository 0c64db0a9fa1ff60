"""The words of the vault: added, taken out, brought back; never named in the journaal."""

from __future__ import annotations

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.eigenwoord import bekende_woorden
from vhdesk.queries.journaal import journaal
from vhdesk.services.desk import Desk
from vhdesk.services.eigenwoord import EigenWoordToevoegen, EigenWoordWeghalen


def test_added_taken_out_and_undone(desk: Desk) -> None:
    desk.execute(EigenWoordToevoegen(woord="  Skaeve "))
    assert desk.ask(bekende_woorden).eigen == {"Skaeve"}
    desk.execute(EigenWoordWeghalen(woord="Skaeve"))
    assert desk.ask(bekende_woorden).eigen == frozenset()
    desk.undo()
    assert desk.ask(bekende_woorden).eigen == {"Skaeve"}
    desk.undo()
    assert desk.ask(bekende_woorden).eigen == frozenset()


@pytest.mark.parametrize("woord", ["", "twee woorden", "A-2031", "x" * 61, "GGZ", "\U0001f600"])
def test_only_a_word_is_a_word(desk: Desk, woord: str) -> None:
    with pytest.raises(RuleViolation):
        desk.execute(EigenWoordToevoegen(woord=woord))


def test_twice_and_unknown_are_refused(desk: Desk) -> None:
    desk.execute(EigenWoordToevoegen(woord="Skaeve"))
    with pytest.raises(RuleViolation, match="eigen_woord_bestaat"):
        desk.execute(EigenWoordToevoegen(woord="Skaeve"))
    with pytest.raises(RuleViolation, match="eigen_woord_ontbreekt"):
        desk.execute(EigenWoordWeghalen(woord="Ikleef"))


def test_the_journaal_does_not_name_the_word(desk: Desk) -> None:
    desk.execute(EigenWoordToevoegen(woord="Bijnaampje"))
    assert "Bijnaampje" not in repr(desk.ask(journaal))


def test_names_of_the_vault_are_known_by_themselves(desk: Desk) -> None:
    assert "Gemeente" in desk.ask(bekende_woorden).namen
