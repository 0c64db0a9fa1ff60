"""Hiding the people of a case in a text."""

from __future__ import annotations

import pytest

from vhdesk.ui.overleg.zaal_text import finished, hide

WORDS = frozenset({"koopman", "d'souza", "yilmaz", "lotte", "wolfsmelkhof"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Koopman komt.", "••• komt."),
        ("KOOPMAN, koopmans zus en Koopman's huis", "•••, ••• zus en ••• huis"),
        ("Mevrouw Yılmaz en meneer D’Souza", "Mevrouw ••• en meneer •••"),
        ("Lotte-Koopman", "•••-•••"),
        ("BSN 957986828 en 06-0000 0117", "BSN ••• en •••"),
        ("op 11-6-1989 in 7541 AB", "op ••• in •••"),
        ("Wolfsmelkhof 27", "••• 27"),
        (
            "De koopmanschool blijft, A-2031 ook, over 72 uur",
            "De koopmanschool blijft, A-2031 ook, over 72 uur",
        ),
        ("", ""),
        ("\U0001f600 tekst", "\U0001f600 tekst"),
    ],
)
def test_what_points_at_somebody_is_hidden(text: str, shown: str) -> None:
    assert hide(text, WORDS) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Meneer Koopm|", "Meneer "),
        ("Meneer Koopman|", "Meneer "),
        ("Meneer Koopman |krijgt", "Meneer Koopman "),
        ("Meneer Koo|pman krijgt", "Meneer  krijgt"),
        ("D’Sou|za", ""),
        ("|Koopman", ""),
        ("Zo.|", "Zo."),
        ("|", ""),
    ],
)
def test_the_word_at_the_cursor_is_not_shown_yet(text: str, shown: str) -> None:
    cursor = text.index("|")
    assert finished(text.replace("|", ""), cursor) == shown
