"""What a person typed, as a safe full-text expression.

User text never reaches MATCH unquoted: quotes, colons, hyphens and words like NOT would be syntax. Every word is
a quoted phrase, all words must occur, the last may be the beginning of a word. The tokenizer folds é and ç but
not ı, ø, ł; a word that holds such a letter is looked for as typed and folded.
"""

from __future__ import annotations

import unicodedata

from vhdesk.folding import fold

PREFIX_VANAF = 2  # a single letter stands in nearly every text
MEESTE = 30  # words; who pastes a page is answered on its beginning
BEGIN, EINDE = "\x02", "\x03"  # around a hit in a fragment; the screen turns them into marks


def woorden(invoer: str) -> tuple[str, ...]:
    """Split on white space and keep what holds at least one letter or digit: the first ``MEESTE`` words."""
    return alle_woorden(invoer)[:MEESTE]


def alle_woorden(invoer: str) -> tuple[str, ...]:
    """Return every word of ``invoer``, also those that are not searched for."""
    schoon = "".join(c for c in invoer if c.isprintable() or c.isspace())
    return tuple(woord for woord in schoon.split() if any(c.isalnum() for c in woord))


def _zonder_accent(woord: str) -> str:
    plain = unicodedata.normalize("NFKD", woord)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _frase(woord: str, prefix: bool) -> str:
    gevouwen = fold(woord)
    vormen = [gevouwen] if gevouwen == _zonder_accent(woord) else [woord, gevouwen]
    teken = "*" if prefix and len(gevouwen) >= PREFIX_VANAF and gevouwen[-1].isalnum() else ""
    frasen = [f'"{vorm.replace(chr(34), chr(34) * 2)}"{teken}' for vorm in vormen]
    return frasen[0] if len(frasen) == 1 else f"({' OR '.join(frasen)})"


def match_expressie(invoer: str) -> str | None:
    """Return the FTS5 expression for ``invoer``, or None when there is nothing to search for."""
    gevonden = woorden(invoer)
    if not gevonden:
        return None
    *eerder, laatste = gevonden
    heel = invoer[-1:].isspace()  # a space after the last word: the word is finished
    return " AND ".join([*(_frase(woord, False) for woord in eerder), _frase(laatste, not heel)])
