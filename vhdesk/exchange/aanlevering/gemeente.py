"""Which municipality delivered the list: from its title rows, else from the name of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from vhdesk.exchange.aanlevering.tekst import sleutel

_IN_TITEL = re.compile(
    r"\b(?:[Gg]emeente|GEMEENTE)\s+([A-ZÀ-Ý'][^–—:|,;()\d]*?)\s*(?:$|[–—:|,;()\d]| - |\n)", re.MULTILINE
)


def herken_gemeente(
    titels: Iterable[str], bestandsnaam: str, gemeenten: Mapping[str, str]
) -> tuple[str | None, str]:
    """Return the code of the municipality (None when unknown) and the name as it was found.

    ``gemeenten`` maps names to codes. The longest name that occurs wins, so that no short name inside a
    longer one is taken for it; a title says more than a file name.
    """
    titel = "\n".join(titels)
    for bron in (titel, PurePath(bestandsnaam.replace("\\", "/")).stem):
        namen = [naam for naam in gemeenten if _staat_in(naam, bron)]
        if namen:
            naam = max(namen, key=len)
            return gemeenten[naam], naam
    if gevonden := _IN_TITEL.search(titel):
        return None, gevonden[1].strip()
    return None, ""


def _staat_in(naam: str, bron: str) -> bool:
    """Return whether these words stand together in the text; case, accents and signs do not matter."""
    woorden = [sleutel(woord) for woord in re.split(r"[\s_\-–—.,;:|()]+", bron)]
    gezocht = [sleutel(woord) for woord in re.split(r"[\s_\-]+", naam)]
    breedte = len(gezocht)
    return any(woorden[i : i + breedte] == gezocht for i in range(len(woorden) - breedte + 1))
