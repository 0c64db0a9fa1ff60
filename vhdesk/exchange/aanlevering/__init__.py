"""Reading a delivered case list into a typed preview. Nothing is stored here.

Belongs here: finding the list in a file (``bestand``, ``werkmap``, ``csvblad``, ``blad``), which column holds
what (``koppen``, ``kolommen``), understanding cells (``naam``, ``datum``, ``bsn``, ``doelgroep``, ``partners``,
``adres``), rows that look alike (``dubbelen``), and the preview the user agrees with (``rij``, ``voorbeeld``).
Each concern is one module, so that a new form of list is one new rule in one place. Only ``desk_lezer`` and
``regels`` know the desk: they fetch the known names and turn the agreed rows into the act that stores them.

Does not belong here: sessions, Qt, files on disk, storing. Everything that depends on the vault (known
doelgroepen, organisations, municipalities, today) is passed in. The text of a person never enters an exception.
"""

from __future__ import annotations

from vhdesk.exchange.aanlevering.dubbelen import Dubbel
from vhdesk.exchange.aanlevering.kolommen import Indeling, Kolom
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.overslaan import Overgeslagen
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld, gemeente_van, lees

__all__ = [
    "AanleverRij",
    "Dubbel",
    "Indeling",
    "Kolom",
    "Opmerking",
    "Overgeslagen",
    "Voorbeeld",
    "gemeente_van",
    "lees",
]
