from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.exchange.aanlevering.bsn import Bsn, lees_bsn
from vhdesk.vocabulary_aanlevering import Opmerkingcode


def volgens_de_wet(acht: str) -> str | None:
    """Complete eight digits to a valid number; None when the check digit would be ten."""
    rest = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 1, -1), acht, strict=True)) % 11
    return None if rest == 10 else f"{acht}{rest}"


geldige = (
    st.from_regex(r"[0-9]{8}", fullmatch=True)
    .map(volgens_de_wet)
    .filter(lambda nummer: nummer is not None and nummer != "000000000")
)


@given(geldige)
def test_a_valid_number_is_recognised_in_every_notation(nummer: str) -> None:
    for cel in (
        nummer,
        f"{nummer[:4]}.{nummer[4:6]}.{nummer[6:]}",
        f" {nummer[:3]} {nummer[3:]} ",
        f"BSN: {nummer}",
        f"{nummer}.0",
        f"{nummer},00",
    ):
        assert lees_bsn(cel) == Bsn(nummer, geldig=True)


@given(geldige.filter(lambda nummer: nummer[0] == "0" and nummer[1] != "0"))
def test_a_lost_leading_zero_comes_back_with_a_remark(nummer: str) -> None:
    for cel in (int(nummer), str(int(nummer)), f"{int(nummer)}.0"):
        assert lees_bsn(cel) == Bsn(nummer, geldig=True, code=Opmerkingcode.BSN_NUL_HERSTELD)


@given(geldige, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_marked_and_the_number_is_kept(nummer: str, plaats: int, erbij: int) -> None:
    fout = nummer[:plaats] + str((int(nummer[plaats]) + erbij) % 10) + nummer[plaats + 1 :]
    assert lees_bsn(fout) == Bsn(fout, geldig=False, code=Opmerkingcode.BSN_ELFPROEF)


@given(geldige, st.integers(0, 7))
def test_two_swapped_digits_are_marked(nummer: str, plaats: int) -> None:
    fout = nummer[:plaats] + nummer[plaats + 1] + nummer[plaats] + nummer[plaats + 2 :]
    assert lees_bsn(fout).geldig is (fout == nummer)


@pytest.mark.parametrize(
    ("cel", "waarde", "code"),
    [
        ("1234567", "1234567", Opmerkingcode.BSN_LENGTE),
        (1234567890, "1234567890", Opmerkingcode.BSN_LENGTE),
        ("12345678", "12345678", Opmerkingcode.BSN_LENGTE),  # with a zero in front it fails too
        ("000000000", "000000000", Opmerkingcode.BSN_ELFPROEF),
        ("9,77639E+08", "", Opmerkingcode.BSN_AFGEROND),
        (977638868.5, "", Opmerkingcode.BSN_AFGEROND),
        ("aangevraagd", "", Opmerkingcode.BSN_TEKENS),
        ("①②③④⑤⑥⑦⑧⑨", "", Opmerkingcode.BSN_TEKENS),
        ("1" * 30, "", Opmerkingcode.BSN_TEKENS),
        ("onbekend", "", None),
        (None, "", None),
    ],
)
def test_what_is_no_number_gets_a_mark_and_is_no_refusal(cel: object, waarde: str, code: object) -> None:
    assert lees_bsn(cel) == Bsn(waarde, geldig=False, code=code)  # type: ignore[arg-type]
