"""Dates as people in a meeting say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.dutch_date import date_in_words, parse_dutch_date, short_date

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("4-12-2026", date(2026, 12, 4)),
        ("04/12/26", date(2026, 12, 4)),
        ("4.12", date(2026, 12, 4)),
        ("4 12", date(2026, 12, 4)),
        ("04122026", date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        ("4 dec", date(2026, 12, 4)),
        ("4 december 2026", date(2026, 12, 4)),
        ("4dec", date(2026, 12, 4)),
        ("vr 4 dec.", date(2026, 12, 4)),
        ("Vrijdag, 4 december", date(2026, 12, 4)),
        ("1 mrt", date(2027, 3, 1)),
        ("20 nov", TODAY),
        ("19 nov", date(2027, 11, 19)),
        ("29 feb", date(2028, 2, 29)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 21)),
        ("overmorgen", date(2026, 11, 22)),
        ("vr", date(2026, 11, 27)),
        ("ma", date(2026, 11, 23)),
        ("volgende week", date(2026, 11, 23)),
        ("volgende week vr", date(2026, 11, 27)),
        ("volgende dinsdag", date(2026, 11, 24)),
        ("over 2 weken", date(2026, 12, 4)),
        ("over twee weken", date(2026, 12, 4)),
        ("over een maand", date(2026, 12, 20)),
        ("over 3 maanden", date(2027, 2, 20)),
        ("over 1 jaar", date(2027, 11, 20)),
        ("+14", date(2026, 12, 4)),
        ("+2w", date(2026, 12, 4)),
        ("-1", date(2026, 11, 19)),
        ("  4 DEC  ", date(2026, 12, 4)),
    ],
)
def test_what_people_type(text: str, wanted: date) -> None:
    assert parse_dutch_date(text, TODAY) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "  ", "31-2-2026", "29-2-2027", "4 ju", "4 ma", "32 dec", "dec", "over weken", "over 2 eeuwen", "13-13",
     "+99999", "x", "4-12-206", "over 9999 jaar", "1-1-0000"],
)  # fmt: skip
def test_what_is_no_date_stays_no_date(text: str) -> None:
    assert parse_dutch_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("4 dec", date(2025, 12, 4)), ("20-11", TODAY), ("1-2-83", date(1983, 2, 1)), ("1-2-26", date(2026, 2, 1)),
     ("29 feb", date(2024, 2, 29))],
)  # fmt: skip
def test_a_birth_looks_back(text: str, wanted: date) -> None:
    assert parse_dutch_date(text, TODAY, past=True) == wanted


def test_a_month_later_ends_at_the_end_of_the_month() -> None:
    assert parse_dutch_date("over 1 maand", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_dutch_date("over 1 maand", date(2028, 1, 31)) == date(2028, 2, 29)
    assert parse_dutch_date("over 1 jaar", date(2028, 2, 29)) == date(2029, 2, 28)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_what_we_write_we_read(day: date) -> None:
    assert parse_dutch_date(short_date(day), TODAY) == day
    assert parse_dutch_date(date_in_words(day), TODAY) == day


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    found = parse_dutch_date(text, TODAY)
    assert found is None or isinstance(found, date)


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)),
    st.sampled_from(["ma", "di", "wo", "do", "vr", "za", "zo"]),
)
def test_a_day_is_within_the_coming_week_and_never_today(today: date, name: str) -> None:
    found = parse_dutch_date(name, today)
    assert found is not None
    assert timedelta(days=1) <= found - today <= timedelta(days=7)


def test_words() -> None:
    assert date_in_words(date(2026, 12, 4)) == "vr 4 december 2026"
    assert short_date(date(2026, 12, 4)) == "4-12-2026"
