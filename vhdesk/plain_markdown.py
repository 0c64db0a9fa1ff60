"""The few forms that shipped texts use (heading, list item, paragraph), as lines of their own."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

BULLET: Final = "•  "


class Line(NamedTuple):
    """A paragraph on one line; a list item begins with a bullet."""

    kind: Literal["heading", "item", "text"]
    words: str


def paragraphs(markdown: str) -> tuple[Line, ...]:
    """Return the paragraphs of ``markdown``, without its wrapping.

    >>> paragraphs("# Kop\\n\\n- een\\n  twee\\n")
    (Line(kind='heading', words='Kop'), Line(kind='item', words='•  een twee'))
    """
    found: list[Line] = []
    begins = True
    for line in markdown.splitlines():
        words = line.strip()
        if words.startswith("# "):
            found.append(Line("heading", words[2:]))
        elif words.startswith("- "):
            found.append(Line("item", BULLET + words[2:]))
        elif words and begins:
            found.append(Line("text", words))
        elif words:
            found[-1] = Line(found[-1].kind, f"{found[-1].words} {words}")
        begins = not words or words.startswith("# ")
    return tuple(found)
