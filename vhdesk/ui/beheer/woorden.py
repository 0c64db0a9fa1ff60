"""How Beheer words the state of a backup and the outcome of a check."""

from __future__ import annotations

from typing import Final

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
