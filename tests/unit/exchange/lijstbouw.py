"""Building small invented lists, and the names that the vault would know."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import openpyxl

from vhdesk.exchange.aanlevering import Indeling, Voorbeeld, lees

VANDAAG = date(2026, 12, 2)
KOPPEN = ("Naam", "Geb.datum", "BSN", "Adres", "Postcode", "Woonplaats", "Doelgroep", "Ketenpartners", "Opm.")
DOELGROEPEN = {
    "Huiselijk geweld": "hg", "HG": "hg", "huis. geweld": "hg", "Veelpleger": "vp", "ZAVP": "vp",
    "Ex-gedetineerde": "ex", "ex-ged.": "ex", "GGZ / verward": "verward", "jeugd": "jeugd", "overlast": "overlast",
}  # fmt: skip
ORGANISATIES = {
    "Politie": "politie", "OM": "om", "Openbaar Ministerie": "om", "Leger des Heils": "ldh", "Tactus": "tactus",
    "De Woonplaats": "woonplaats", "Zorg, Wonen & Co": "zwc", "GGD": "ggd",
}  # fmt: skip
GEMEENTEN = {"Borne": "borne", "Hof van Twente": "hof", "Twente": "fout", "Rijssen-Holten": "rijssen"}

Lezer = Callable[..., Voorbeeld]


def als_xlsx(*bladen: tuple[str, Iterable[Sequence[Any]]]) -> bytes:
    """Return a workbook with these sheets, as bytes."""
    werkmap = openpyxl.Workbook()
    werkmap.remove(werkmap.worksheets[0])
    for naam, rijen in bladen:
        blad = werkmap.create_sheet(naam)
        for rij in rijen:
            blad.append(list(rij))
    stroom = io.BytesIO()
    werkmap.save(stroom)
    return stroom.getvalue()


def lees_lijst(
    rijen: bytes | Iterable[Sequence[Any]],
    indeling: Indeling | None = None,
    naam: str = "lijst.xlsx",
    **anders: Any,
) -> Voorbeeld:
    """Read rows (or the bytes of a file) with the names above; ``anders`` replaces or adds arguments."""
    inhoud = rijen if isinstance(rijen, bytes) else als_xlsx(("Blad1", rijen))
    bekend: dict[str, Any] = {
        "doelgroepen": DOELGROEPEN,
        "organisaties": ORGANISATIES,
        "gemeenten": GEMEENTEN,
        "vandaag": VANDAAG,
    }
    return lees(inhoud, naam, indeling, **(bekend | anders))
