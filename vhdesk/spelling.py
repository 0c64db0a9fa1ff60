"""Dutch spelling: which parts of a text are words, and the process beside the window that knows the dictionary.

Hunspell does not let other threads run while it loads or looks for suggestions (0.2 to 0.6 s), so it has a process of
its own that the window talks to over two pipes, one JSON object a line: ``{"woorden": [...]}`` is answered by
``{"fout": [...], "goed": [...]}``, ``{"voorstel": "word"}`` by ``{"voorstel": "word", "voorstellen": [...]}``. Nothing
is kept there and nothing is written; it ends when its input ends.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Protocol

from vhdesk.resources import resource

VERB: Final = "spelling"
MAX_WORD: Final = 60  # letters; nothing longer is a word to look up
MAX_SUGGESTIONS: Final = 6

# Letters with an apostrophe or a hyphen inside; what touches a digit, an @ or an underscore is a number or an address.
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS: Final = re.compile(r"\S*(?:@|://|www\.)\S*|\w*\d\w*(?:-\w*)*|\w+-\d[\w-]*", re.IGNORECASE)
_ABBREVIATION: Final = 5  # up to so many capitals is an abbreviation: OM, GGZ, RvdK


class Word(NamedTuple):
    """A word and where it stands in its text (characters)."""

    start: int
    text: str


class Dictionary(Protocol):
    """What is asked of Hunspell."""

    def spell(self, word: str) -> bool:
        """Say whether the word is right."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant."""


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` that have a spelling: no numbers, addresses, abbreviations or single letters."""
    skip = [found.span() for found in _ADDRESS.finditer(text)]
    at = 0
    for found in _WORD.finditer(text):
        while at < len(skip) and skip[at][1] <= found.start():
            at += 1
        inside = at < len(skip) and skip[at][0] < found.end()
        word = found[0]
        if not inside and 1 < len(word) <= MAX_WORD and not _abbreviation(word):
            yield Word(found.start(), word)


def _abbreviation(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 and len(word) <= _ABBREVIATION + 1 and capitals >= len(word) / 2


def right(dictionary: Dictionary, word: str) -> bool:
    """Say whether ``word`` is right, as a whole or in each of its parts ("ex-partner", "GGZ-behandelaar")."""
    plain = word.replace("’", "'")
    if dictionary.spell(plain):
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(_abbreviation(part) or dictionary.spell(part) for part in parts)


def answer(dictionary: Dictionary, line: str) -> dict[str, Any] | None:
    """Return what a line asks; None for a line that asks nothing."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    if not isinstance(asked, dict):
        return None
    word = asked.get("voorstel")
    if isinstance(word, str):
        found = dictionary.suggest(word.replace("’", "'"))[:MAX_SUGGESTIONS]
        return {"voorstel": word, "voorstellen": list(found)}
    words = [word for word in asked.get("woorden", ()) if isinstance(word, str)]
    verdict = {word: right(dictionary, word) for word in words}
    return {
        "goed": [word for word, ok in verdict.items() if ok],
        "fout": [word for word, ok in verdict.items() if not ok],
    }


def load_dictionary() -> Dictionary:
    """Return the dictionary of OpenTaal. Raises EnvironmentFault("resource_missing") when it is not there."""
    from hunspell import Hunspell  # deferred: only the process that checks needs it

    folder = resource("woordenboek/nl.dic").parent
    dictionary: Dictionary = Hunspell("nl", hunspell_data_dir=str(folder))
    return dictionary


def serve() -> int:
    """Answer lines until there are no more; returns the exit code. Always UTF-8, whatever the system speaks."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # real files here
    dictionary = load_dictionary()
    for line in sys.stdin:
        said = answer(dictionary, line)
        if said is not None:
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0
