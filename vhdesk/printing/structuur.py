"""What a paper means, beside how it looks: paragraphs, headings, lists and tables, in the order in which they are read.

Every piece of a paper says of which element it is a part; the pen notes where the text of an element stands. Whoever
has the paper read aloud hears it in this order (PDF/UA-1, ISO 14289-1); what belongs to no element (lines, grounds,
what every sheet repeats) is left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

_GROEP: Final = {"LI": "L", "TOCI": "TOC"}  # elements that stand together in a list


class Plek(NamedTuple):
    """Where a part of an element stands: the sheet (from 0) and the number of the stretch on it."""

    blad: int
    nummer: int


class Koppeling(NamedTuple):
    """A link of an element: the sheet (from 0) and the name under which the file knows it."""

    blad: int
    naam: str


@dataclass(slots=True, eq=False)
class Element:
    """One element: ``soort`` is its name in ISO 32000-1, 14.8.4. ``niveau``: how deep a heading stands as the style has
    it (1 the title), 0 for what is no heading. ``kop_van``: what the head of a table is about, "Row" or "Column"."""

    soort: str
    inhoud: list[Element | Plek | Koppeling] = field(default_factory=list)
    niveau: int = 0
    kop_van: str = ""


class _HeeftElement(Protocol):
    element: Element | None


def tekstelement(niveau: int) -> Element:
    """Return the element of a paragraph, or of a heading where ``niveau`` is not 0."""
    return Element("H" if niveau else "P", niveau=niveau)


def verzamel(stukken: Iterable[_HeeftElement]) -> list[Element]:
    """Return the elements of which ``stukken`` are parts, each once, in order; items that follow each other become one
    list."""
    found: list[Element] = []
    seen: set[int] = set()
    for stuk in stukken:
        element = stuk.element
        if element is None or id(element) in seen:
            continue
        seen.add(id(element))
        lijst = _GROEP.get(element.soort)
        if lijst is None:
            found.append(element)
        elif found and found[-1].soort == lijst:
            found[-1].inhoud.append(element)
        else:
            found.append(Element(lijst, [element]))
    return found


def document(stukken: Iterable[_HeeftElement]) -> Element:
    """Return the whole paper. Its headings go down one level at a time, also where a style was skipped (PDF/UA-1, 7.4.2)."""
    whole = Element("Document", list(verzamel(stukken)))
    deep: list[int] = []
    for element, _ in walk(whole):
        if element.niveau:
            while deep and deep[-1] >= element.niveau:
                deep.pop()
            deep.append(element.niveau)
            element.soort = f"H{len(deep)}"
    return whole


def walk(element: Element, ouder: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    """Yield ``element`` and everything in it with its parent, in reading order."""
    yield element, ouder
    for part in element.inhoud:
        if isinstance(part, Element):
            yield from walk(part, element)
