"""Which parts of a text are words, and what the process that knows the dictionary answers."""

from __future__ import annotations

import io
import json

import pytest

from vhdesk.spelling import Dictionary, answer, load_dictionary, right, words_in


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return load_dictionary()


def test_numbers_addresses_and_abbreviations_have_no_spelling() -> None:
    text = "Het OM belde A-2031 op 06-12345678, zie m.jansen@enschede.nl of www.om.nl; RvdK en GGZ, 2e x."
    words = [word.text for word in words_in(text)]
    assert words == ["Het", "belde", "op", "zie", "of", "en"]


def test_words_know_their_place_with_accents_and_apostrophes() -> None:
    text = "’s Ochtends: foto's van Çelik’s ex-partner"
    assert [(word.start, word.text) for word in words_in(text)] == [
        (3, "Ochtends"), (13, "foto's"), (20, "van"), (24, "Çelik’s"), (32, "ex-partner"),
    ]  # fmt: skip
    assert all(text[word.start : word.start + len(word.text)] == word.text for word in words_in(text))


@pytest.mark.parametrize("word", ["casusregie", "zo’n", "GGZ-behandelaar", "schuldhulpverlening", "Enschede"])
def test_words_of_the_profession_are_right(dictionary: Dictionary, word: str) -> None:
    assert right(dictionary, word)


@pytest.mark.parametrize("word", ["huisverbodd", "GGZ-behandelaarr", "\U0001f600", "a" * 60])
def test_other_words_are_not(dictionary: Dictionary, word: str) -> None:
    assert not right(dictionary, word)


def test_suggestions(dictionary: Dictionary) -> None:
    said = answer(dictionary, json.dumps({"voorstel": "huisverbodd"}))
    assert said == {"voorstel": "huisverbodd", "voorstellen": ["huisverbod"]}


@pytest.mark.parametrize("line", ["", "geen json", "[1]", '{"woorden": [7]}'])
def test_a_line_that_asks_nothing_is_no_fault(dictionary: Dictionary, line: str) -> None:
    said = answer(dictionary, line)
    assert said in (None, {"goed": [], "fout": []})


def test_words_of_a_long_text_are_found_in_one_pass() -> None:
    text = io.StringIO()
    for number in range(20_000):
        text.write(f"woord A-{number} ")
    assert sum(1 for _ in words_in(text.getvalue())) == 20_000
