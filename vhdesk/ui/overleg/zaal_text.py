"""What may stand on the projector of what is typed: without the people of the case, unless names are released."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.folding import fold
from vhdesk.queries.dossier_rijen import BetrokkeneRow

HIDDEN: Final = "•••"
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A BSN, a telephone number, a postcode or a date: what points at somebody without a name.
_NUMBER: Final = re.compile(
    r"\+?\d[\d\s./()-]{4,}\d|\b[1-9]\d{3}\s?[A-Z]{2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
)
_SMALL: Final = 2  # letters; an initial points at nobody


def hidden_words(people: Iterable[BetrokkeneRow]) -> frozenset[str]:
    """Return the folded words that point at these people: their names, nicknames and address, those they are related
    to included. Words between names ("van der") stay readable."""
    words: set[str] = set()
    for person in people:
        texts = (person.voornamen, person.geslachtsnaam, *person.aliassen, person.adres)
        related = [relatie.naam for relatie in person.relaties]
        for text in (*texts, *related):
            words |= {fold(found) for found in _WORD.findall(text) if len(found) >= _SMALL}
        words -= {fold(part) for part in person.voorvoegsel.split()}
        if person.geboortedatum is not None:
            words.add(short_date(person.geboortedatum))
    return frozenset(word for word in words if not word.isdigit())


def hide(text: str, words: frozenset[str]) -> str:
    """Return ``text`` with a mark in the place of every word of ``words``, also in the possessive, and of every number
    that may point at somebody."""
    without_numbers = _NUMBER.sub(HIDDEN, text)

    def mark(found: re.Match[str]) -> str:
        word = fold(found[0])
        stem = re.split(r"['’]", word)[0]
        pointed = word in words or stem in words or (word.endswith("s") and word[:-1] in words)
        return HIDDEN if pointed else found[0]

    return _WORD.sub(mark, without_numbers)


def finished(text: str, cursor: int) -> str:
    """Return ``text`` without the word in which the cursor stands: half a name is a name too, and no list knows it yet."""
    for word in re.finditer(r"[^\W_][\w'’]*", text):
        if word.start() <= cursor <= word.end():
            return text[: word.start()] + text[word.end() :]
    return text
