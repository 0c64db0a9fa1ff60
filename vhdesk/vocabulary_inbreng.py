"""Words about what is brought in and on what ground: where a ground came from, and what is refused about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary import Term


class Herkomst(Term):
    """Where grondslag, doel or aanbrenger of a case came from when nobody wrote it for this case."""

    STANDAARD = "standaard", "standaard van de tafel", "Ingevuld uit de instelling van de tafel."
    AANMELDING = "aanmelding", "uit de aanmelding", "De organisatie die de casus aanmeldde of aanleverde."


# What a case needs before it reaches an agenda: the field of the case, and what it is called.
VERPLICHT: Final[Mapping[str, str]] = {
    "grondslag": "grondslag",
    "doelbinding": "doel van het delen",
    "aanbrenger_id": "aanbrengende organisatie",
}

_VUL_IN: Final = (
    "Vul het in bij de casus, tabblad Bescherming, of bij Beheer, Tafels, als standaard van de tafel."
)

INBRENG: Final[Mapping[str, tuple[str, str]]] = {
    "casus_zonder_grondslag": (
        "Casus {nummer} kan niet op de agenda. Dit ontbreekt: {ontbreekt}.",
        _VUL_IN,
    ),
    "verplicht_op_agenda": (
        "Casus {nummer} staat op een agenda; dit kan dan niet leeg zijn ({ontbreekt}).",
        "Schrijf er iets anders voor in de plaats.",
    ),
}
