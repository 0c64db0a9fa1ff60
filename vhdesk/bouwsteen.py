"""Standard sentences with fields in braces: which fields there are, and filling them in.

Pure: a field without a value stays as a hole that a person sees and fills.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

VELDEN: Final = (
    "naam", "nummer", "gemeente", "aanmelder", "casemanager", "verantwoordelijke", "procesregisseur", "tafel",
    "volgende datum", "vandaag",
)  # fmt: skip
_VELD: Final = re.compile(r"\{([^{}]*)\}")


class Gevuld(NamedTuple):
    """A sentence that was filled in. ``gat``: where its first hole begins and ends (characters), None without one."""

    tekst: str
    gat: tuple[int, int] | None


def onbekende_velden(tekst: str) -> tuple[str, ...]:
    """Return the fields in ``tekst`` that do not exist, in order."""
    return tuple(veld for veld in _VELD.findall(tekst) if veld not in VELDEN)


def vul(tekst: str, waarden: Mapping[str, str]) -> Gevuld:
    """Return ``tekst`` with the values filled in; a field without one stands as "[veld]".

    >>> vul("{naam} belt {casemanager}.", {"naam": "Jip"})
    Gevuld(tekst='Jip belt [casemanager].', gat=(9, 22))
    """
    gat: tuple[int, int] | None = None
    delen: list[str] = []
    lengte = einde = 0
    for gevonden in _VELD.finditer(tekst):
        delen.append(tekst[einde : gevonden.start()])
        lengte += len(delen[-1])
        waarde = waarden.get(gevonden[1], "")
        if not waarde:
            waarde = f"[{gevonden[1]}]"
            gat = gat or (lengte, lengte + len(waarde))
        delen.append(waarde)
        lengte += len(waarde)
        einde = gevonden.end()
    return Gevuld("".join(delen) + tekst[einde:], gat)
