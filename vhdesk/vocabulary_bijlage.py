"""The words of attachments: kinds of file, what leaves the vault, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BIJLAGE_OPSLAAN: Final = "bijlage opslaan als bestand"
BIJLAGE_INZIEN: Final = "bijlage inzien"

BIJLAGE: Final[Mapping[str, tuple[str, str]]] = {
    "bijlage_bestaat": (
        "Dit bestand staat al bij deze casus.",
        "Voeg het niet nog eens toe; sla het uit de lijst op als u het nodig hebt.",
    ),
    "bijlage_leeg": ("Het bestand is leeg.", "Kies een ander bestand, of vraag het opnieuw op."),
    "bijlage_niet_gevonden": ("Bij deze casus staat geen bijlage met deze naam.", "Kijk met: bijlage lijst."),
    "bijlage_programma": (
        "Dit is een programma of een script; dat bewaart vhdesk niet.",
        "Vraag om het stuk als PDF of als document.",
    ),
    "bijlage_te_groot": (
        "Het bestand is groter dan {grens_mb} MB.",
        "Maak het kleiner, of splits het, en voeg de delen toe.",
    ),
}
