"""The lists of ``resources/referentie``: the words of the profession with their codes, as they are shipped."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import REFERENCE, read_yaml, resource


def normalise(text: str) -> str:
    """The form in which words of delivered lists are compared: case, spacing and a final full stop do not count.

    >>> normalise("  Ex-Ged. ")
    'ex-ged'
    """
    words = unicodedata.normalize("NFC", text).casefold().split()
    return " ".join(words).rstrip(".")


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One shipped list: its header and its items, in the order in which people see them."""

    lijst: str
    naam: str
    bron: str
    versie: int
    items: tuple[Mapping[str, Any], ...]

    def codes(self) -> tuple[str, ...]:
        """The stable codes, in order."""
        return tuple(item["code"] for item in self.items)

    def by_code(self, code: str) -> Mapping[str, Any]:
        """The item with this code. Raises KeyError."""
        for item in self.items:
            if item["code"] == code:
                return item
        raise KeyError(code)

    def words(self) -> dict[str, str]:
        """Every normalised name and alias -> code. Names and aliases of one list never overlap (tested)."""
        found: dict[str, str] = {}
        for item in self.items:
            for word in (item["naam"], *item.get("aliassen", ())):
                found[normalise(word)] = item["code"]
        return found

    def find(self, text: str) -> Mapping[str, Any] | None:
        """The item that people mean with ``text`` (its name or an alias), or None."""
        code = self.words().get(normalise(text))
        return None if code is None else self.by_code(code)


def reference_list(name: str) -> ReferenceList:
    """One list of ``resources/referentie``, such as ``doelgroepen``.

    Raises EnvironmentFault("resource_missing") for an unknown name and ("resource_unreadable") when the file
    has no header or no items.
    """
    relative = f"{REFERENCE}/{name}.yaml"
    content = read_yaml(relative)
    try:
        return ReferenceList(
            lijst=content["lijst"],
            naam=content["naam"],
            bron=content["bron"],
            versie=content["versie"],
            items=tuple(content["items"]),
        )
    except (KeyError, TypeError) as error:
        raise EnvironmentFault("resource_unreadable", relative=relative) from error


def reference_names() -> tuple[str, ...]:
    """The names of all shipped lists, sorted."""
    return tuple(sorted(path.stem for path in resource(REFERENCE).glob("*.yaml")))
