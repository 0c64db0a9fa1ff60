"""Dates, clean text and Arabic shapes."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.printing.arabisch import to_visual
from vhdesk.printing.fonts import drawable
from vhdesk.printing.typografie import (
    als_metagegeven,
    datum_kort,
    datum_lang,
    datum_voluit,
    moment_lang,
    schoon,
    tijd,
    vaste_spaties,
)


def test_dates_and_times_are_dutch() -> None:
    day = date(2026, 12, 4)
    assert datum_lang(day).replace("\xa0", " ") == "vr 4 december 2026"
    assert datum_voluit(day).replace("\xa0", " ") == "vrijdag 4 december 2026"
    assert datum_kort(day) == "4-12-2026"
    assert tijd(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 12, 2, 12, 31, tzinfo=UTC), "wo 2 december 2026, 13:31 uur"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "do 2 juli 2026, 00:30 uur"),
    ],
)
def test_a_moment_is_shown_in_dutch_time(moment: datetime, shown: str) -> None:
    assert moment_lang(moment).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\x00b\x07c", "abc"),
        ("gewoon  twee   spaties ", "gewoon twee spaties"),
        ("regel een\r\nregel twee\x0bdrie", "regel een\nregel twee\ndrie"),
        ("omge\u202ekeerd\u202c \u200b\ufeff", "omgekeerd"),
        ("Yılmaz & <b>", "Yılmaz & <b>"),
        ("I\u0307stanbul e\u0301", "İstanbul é"),
        ("ﬁets 𝐀", "fiets A"),
        ("\U0001f600", "[U+1F600]"),
        ("tab\ttab", "tab tab"),
        ("los \ud800 deel", "los deel"),
        ('"rechte" aanhalingstekens', '"rechte" aanhalingstekens'),
    ],
)
def test_user_text_is_made_safe_and_otherwise_left_alone(given_text: str, expected: str) -> None:
    assert schoon(given_text) == expected


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_every_character_that_is_left_can_be_drawn(text: str) -> None:
    for char in schoon(text):
        assert char == "\n" or drawable(char)
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs")


def test_hard_spaces_only_where_a_line_may_not_break() -> None:
    assert vaste_spaties("op 2 december 2026 om 16 uur") == "op 2\xa0december\xa02026 om 16\xa0uur"
    assert vaste_spaties("€ 148.000 per jaar, artikel 7") == "€\xa0148.000 per jaar, artikel\xa07"
    assert vaste_spaties("geen getal") == "geen getal"


def test_arabic_is_shaped_joined_and_turned_round() -> None:
    # meem-hah-meem-dal: initial, medial, medial, final; drawn from left to right the last letter comes first.
    assert to_visual("محمد") == "\ufeaa\ufee4\ufea4\ufee3"
    assert to_visual("لا") == "\ufefb"  # lam and alef are one shape
    assert to_visual("دار") == "\ufead\ufe8d\ufea9"  # letters that do not join
    two = to_visual("Ali محمد دار (x)")
    assert two == "Ali \ufead\ufe8d\ufea9\xa0\ufeaa\ufee4\ufea4\ufee3 (x)"
    assert to_visual("Çelik") == "Çelik"


@settings(max_examples=100, deadline=None)
@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىء \u064e\u0651", max_size=120))
def test_shaping_loses_no_letter(text: str) -> None:
    before = sorted(unicodedata.normalize("NFKC", text).replace(" ", "").replace("\xa0", ""))
    after = sorted(unicodedata.normalize("NFKC", to_visual(text)).replace(" ", "").replace("\xa0", ""))
    assert after == before


def test_titles_stay_in_logical_order_without_hidden_characters() -> None:
    assert als_metagegeven("1. محمد\u202e\n x\xa0y") == "1. محمد x y"
