"""Breaking lines: the text is whole, no line is too wide, Dutch words break at syllables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.printing.alinea import Loop, alineas, break_lines
from vhdesk.printing.fonts import CURSIEF, HALFVET, MEDIUM, REGULIER, char_widths, font_runs
from vhdesk.printing.stijl import BROOD, CEL, Letter
from vhdesk.printing.typografie import schoon
from vhdesk.printing.zetter import Zetter


def lines_of(text: str, breedte: float) -> list[str]:
    with Zetter() as zetter:
        lines = break_lines(zetter, (Loop(schoon(text), BROOD.letter),), breedte, BROOD)
        return ["".join(deel.text for deel in line.delen) for line in lines]


def joined(lines: list[str]) -> str:
    """Return the text of which these are the lines."""
    return "".join(line[:-1] if line.endswith("\xad") else f"{line} " for line in lines)


words = st.text("abcdefghijkl mnoprstuvwz-/ééï&<>()0123456789'\u0130\u0416\u0634", max_size=200)


@settings(max_examples=200, deadline=None)
@given(words, st.floats(12, 480))
def test_no_text_is_lost_and_no_line_is_too_wide(text: str, breedte: float) -> None:
    clean = schoon(text)
    with Zetter() as zetter:
        lines = break_lines(zetter, (Loop(clean, BROOD.letter),), breedte, BROOD)
        texts = ["".join(deel.text for deel in line.delen) for line in lines]
        for line, shown in zip(lines, texts, strict=True):
            assert line.width <= breedte + 0.5 or len(shown) == 1
    squeezed = re.sub(r"\s", "", clean)
    assert re.sub(r"\s", "", "".join(texts).replace("\xad", "")) == squeezed


def test_words_break_at_dutch_syllables() -> None:
    lines = lines_of("De verantwoordelijkheidsverdeling tussen samenwerkingspartners", 110)
    ends = [line[:-1].split()[-1] for line in lines if line.endswith("\xad")]
    assert ends
    assert "verantwoor" in ends or "verantwoordelijk" in ends or "verantwoordelijkheids" in ends
    assert joined(lines).strip() == "De verantwoordelijkheidsverdeling tussen samenwerkingspartners"


def test_a_word_whose_spelling_would_change_is_not_broken_there() -> None:
    with Zetter() as zetter:
        for word in ("ideeënbus", "beëindiging", "coördinatie", "omaatjesdag"):
            for point in zetter.break_points(word):
                assert word[point] not in "ëïöü"
                assert (word[:point], word[point:]) != ("oma", "atjesdag")


def test_short_names_are_never_hyphenated() -> None:
    with Zetter() as zetter:
        assert zetter.break_points("Koopman") == ()
        assert zetter.break_points("Nijenhuis") == ()
        assert zetter.break_points("Kinderbescherming")


@pytest.mark.parametrize(
    "together",
    [
        "24 uur",
        "€ 1.180",
        "2 december 2026",
        "06-0000 0244",
        "ZVH-2026-0149",
        "30-11-2026",
        "B-12",
        "10.00 uur",
    ],
)
def test_number_and_unit_share_a_line(together: str) -> None:
    text = f"Dit staat er over {together} en verder niets meer dan dit"
    for breedte in range(90, 300, 3):
        assert any(together in line.replace("\xa0", " ") for line in lines_of(text, breedte)), breedte


def test_a_line_may_break_after_the_hyphen_of_a_compound() -> None:
    found = {
        line
        for breedte in range(60, 200, 2)
        for line in lines_of("contact- en gebiedsverbod-regeling", breedte)
    }
    assert any(line.endswith("gebiedsverbod-") for line in found)


def test_lines_of_users_become_paragraphs_and_lists() -> None:
    found = alineas("Eerste\n\n- punt een\n• punt twee\r\nTweede", CEL)
    assert [(part.loops[0].text, part.merk) for part in found] == [
        ("Eerste", ""),
        ("punt een", "•"),
        ("punt twee", "•"),
        ("Tweede", ""),
    ]
    assert alineas(" \n \t", CEL) == ()


def test_no_single_line_is_left_behind() -> None:
    with Zetter() as zetter:
        for count in range(1, 60):
            (paragraph,) = alineas("woord " * count, BROOD)
            stukken = paragraph.stukken(zetter, 100)
            assert not stukken[-1].bij_volgende
            if len(stukken) > 1:
                assert stukken[0].bij_volgende
                assert stukken[-2].bij_volgende


@pytest.mark.parametrize("font", [REGULIER, MEDIUM, HALFVET, CURSIEF])
def test_every_font_draws_the_names_of_people(font: str) -> None:
    names = "Yılmaz Çelik Núñez Łukasz Wójcik Aydın Đorđević Şahin Nguyễn Ковальчук Жуков Παπαδόπουλος € – ’ “ ” •"
    assert set(names) <= char_widths(font).keys()
    assert [run[0] for run in font_runs(names, font)] == [font]


def test_arabic_letters_come_from_a_font_that_has_them() -> None:
    runs = font_runs(schoon("Ali محمد Hassan"), REGULIER)
    assert [font.split("-")[0] for font, _ in runs] == ["Inter", "NotoSansArabic", "Inter"]


def test_a_run_keeps_its_look() -> None:
    bold = Letter(HALFVET, 9.5)
    with Zetter() as zetter:
        runs = (Loop("Onderbouwing: ", bold), Loop("hoog risico", BROOD.letter))
        (line,) = break_lines(zetter, runs, 400, BROOD)
    assert [(deel.text, deel.letter.font) for deel in line.delen] == [
        ("Onderbouwing: ", HALFVET),
        ("hoog risico", REGULIER),
    ]
    assert line.delen[1].x == pytest.approx(line.delen[0].width)
