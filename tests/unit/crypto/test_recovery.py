from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.crypto.recovery import ALPHABET, clean, new_code
from vhdesk.errors import RuleViolation


def test_a_code_is_eight_groups_of_four_unmistakable_characters() -> None:
    code = new_code()
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)
    assert new_code() != code


def test_typing_is_forgiving_about_case_and_spaces() -> None:
    code = new_code()
    assert clean(f" {code.lower().replace('-', ' ')} \n") == clean(code) == code.replace("-", "")


@given(st.integers(0, 31), st.integers(1, 30))
def test_every_single_wrong_character_is_noticed(position: int, shift: int) -> None:
    code = clean(new_code())
    wrong = ALPHABET[(ALPHABET.index(code[position]) + shift) % len(ALPHABET)]
    with pytest.raises(RuleViolation, match="herstelcode_controleteken"):
        clean(code[:position] + wrong + code[position + 1 :])


@given(st.integers(0, 29))
def test_every_swap_of_neighbours_is_noticed(position: int) -> None:
    code = clean(new_code())
    first, second = code[position], code[position + 1]
    if first == second:
        return
    with pytest.raises(RuleViolation, match="herstelcode_controleteken"):
        clean(code[:position] + second + first + code[position + 2 :])


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "herstelcode_lengte"), ("ABCD", "herstelcode_lengte"), ("0" * 32, "herstelcode_teken")],
)
def test_what_is_no_code_is_named(typed: str, code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        clean(typed)
    assert (refused.value.code, refused.value.field) == (code, "herstelcode")
