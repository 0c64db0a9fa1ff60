"""The words of who may read what: on what a level rests, what a reader's paper says, and how a copy left the vault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary import Term


class Niveaugrond(Term):
    """On what it rests how much an organisation may know of a case."""

    GEZET = "gezet", "zo bepaald", "Iemand heeft het bepaald, met een reden."
    TAFEL = "tafel", "zit aan tafel", "Vast lid van de tafel; van de casus is niemand apart genoemd."
    ROL = "rol", "leidt de casus", "Levert de casemanager of is verantwoordelijk."
    ACTIE = "actie", "heeft een actie", "Er staat een actie op haar naam."
    GEEN = "geen", "niet betrokken", "Geen rol, geen actie, niet aan deze tafel."
    METHODE = "methode", "beperkt door de methode", "De methode van de casus noemt wie de inhoud mag weten."


class Exemplaarwijze(Term):
    """How a copy left the vault."""

    AFGEDRUKT = "afgedrukt", "afgedrukt"
    OPGESLAGEN = "opgeslagen", "opgeslagen als bestand"
    VERZONDEN = "verzonden", "verzonden"


NEEMT_DEEL: Final = "Neemt deel aan het overleg over deze casus."
HUIS: Final = "het huis"
ER_IS_EEN_UITKOMST: Final = "er is een uitkomst"
STAAT_OP_DE_AGENDA: Final = "staat op de agenda"

LEZER: Final[Mapping[str, tuple[str, str]]] = {
    "niveau_zonder_reden": (
        "Dit niveau volgt niet uit de tafel, een rol of een actie.",
        "Schrijf op waarom deze organisatie dit van de casus mag weten, of niet mag weten.",
    ),
    "herdruk_zonder_reden": ("Van {naam} bestaat al een exemplaar.", "Schrijf op waarom er nog een komt."),
    "exemplaren_verouderd": (
        "Intussen veranderde wat de ontvangers mogen lezen, of maakte iemand een exemplaar.",
        "Bekijk de ontvangers opnieuw en doe het daarna nog een keer.",
    ),
    "geen_ontvanger": ("Er is geen ontvanger gekozen.", "Vink ten minste één ontvanger aan (spatie)."),
    "exemplaar_dubbel": ("Een ontvanger staat er twee keer in.", "Noem elke ontvanger één keer."),
    "exemplaar_al_zo": ("Dit staat al zo in het register.", "Ververs de ontvangers."),
    "overleg_zonder_verslag": (
        "Dit overleg is nog niet gesloten.",
        "Exemplaren maakt u van een verslag; sluit het overleg eerst.",
    ),
}
