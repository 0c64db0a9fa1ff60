"""How Beheer words backups, checks and moments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from vhdesk.clock import local
from vhdesk.services.journaal_controle import Controle
from vhdesk.ui.onderdelen.woorden import getal, telling

STANDEN: Final = {
    "sound": ("in orde", "circle-check"),
    "unchecked": ("niet gecontroleerd", "circle-help"),
    "former_key": ("nog met de vorige sleutel", "key-round"),
    "damaged": ("beschadigd", "circle-alert"),
}
REDENEN: Final = {
    "vanzelf": "vanzelf, na wijzigingen",
    "inlezen": "voor het inlezen van een lijst",
    "handmatig": "door u gemaakt",
    "opdrachtregel": "vanaf de opdrachtregel",
    "migratie": "voor het bijwerken van de kluis",
}
_FOUTEN: Final = {
    "volgorde": "er ontbreekt een regel",
    "keten": "de regel sluit niet aan op de regel ervoor",
    "inhoud": "de inhoud is gewijzigd",
}


def moment_words(moment: datetime) -> str:
    """Return "2-12-2026 13:30"."""
    wall = local(moment)
    return f"{wall.day}-{wall.month}-{wall.year} {wall:%H:%M}"


def grootte(aantal: int) -> str:
    """Return a size in bytes as "632 kB" or "1,4 MB"."""
    if aantal < 1_000_000:
        return f"{max(1, round(aantal / 1000))} kB"
    return f"{aantal / 1_000_000:.1f} MB".replace(".", ",")


def tellingen(counts: Mapping[str, int]) -> str:
    """Return "250 casussen, 12 overleggen, 40 besluiten, 63 acties"."""
    names = (
        ("casussen", "casus", "casussen"), ("overleggen", "overleg", "overleggen"),
        ("besluiten", "besluit", "besluiten"), ("acties", "actie", "acties"),
    )  # fmt: skip
    return ", ".join(telling(counts[key], one, more) for key, one, more in names if key in counts)


def controle_zin(controle: Controle, *, ook_opslag: bool = False) -> str:
    """Return the sentence for a check of the journaal, naming the first bad line."""
    if controle.in_orde:
        store = "De opslag en het journaal zijn in orde" if ook_opslag else "Het journaal is in orde"
        return f"{store}: {telling(controle.regels, 'regel', 'regels')} nagerekend."
    line = getal(controle.eerste_fout or 0)
    return (
        f"Het journaal klopt niet vanaf regel {line}: {_FOUTEN.get(controle.reden, 'onbekende fout')}. "
        "Maak een kopie van de map van de kluis en waarschuw uw beheerder."
    )
