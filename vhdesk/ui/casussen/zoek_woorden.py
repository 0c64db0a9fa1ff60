"""What the search of the cases says when it finds nothing, or only looked for a part of what was typed."""

from __future__ import annotations

from vhdesk.queries.zoekplaats import VEEL
from vhdesk.queries.zoektaal import MEESTE, PREFIX_VANAF, alle_woorden
from vhdesk.ui.onderdelen.woorden import getal
from vhdesk.ui.widgets.list_pane import nothing_found


def niets_gevonden(zoek: str, *, gekozen: bool = False) -> tuple[str, str]:
    """Return what happened and the next step; ``gekozen``: a table, municipality, target group or status is chosen."""
    woorden = alle_woorden(zoek)
    if not woorden:
        return (
            "Met alleen leestekens of symbolen vindt u niets.",
            "Typ een naam, een woord of een casusnummer.",
        )
    if sum(map(len, woorden)) < PREFIX_VANAF:
        return "Eén letter is te weinig om mee te zoeken.", "Typ er nog een letter bij."
    zin, _ = nothing_found(zoek)
    stap = (
        "Alle woorden moeten samen in één tekst staan. Probeer er minder."
        if len(woorden) > 1
        else "Probeer het begin van het woord, een andere schrijfwijze of een naam."
    )
    return zin, f"{stap} Uw keuze hierboven geldt ook bij het zoeken." if gekozen else stap


def zoek_grens(zoek: str, *, veel: bool = False) -> str:
    """Return that only the first words were looked for, or (``veel``) only the newest of very many texts; "" when all
    were."""
    if len(alle_woorden(zoek)) > MEESTE:
        return f"Gezocht op de eerste {getal(MEESTE)} woorden."
    if veel:
        return f"Dit staat in meer dan {getal(VEEL)} teksten; gezocht in namen en in de nieuwste. Typ er iets bij."
    return ""
