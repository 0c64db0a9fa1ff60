"""Which organisations may hold the procesregie: the house itself, by the group that the shipped list gives them.

'Procesregie = does the process run as agreed', which the house organises (domein.md §1, roles; jaarplan Twente 2015 §2:
procesmanager Veiligheidshuis). At a table on radicalisation the gemeente is regievoerder (domein.md §1).
"""

from __future__ import annotations

from vhdesk.reference_lists import reference_list
from vhdesk.vocabulary import Tafelregime

HUIS, GEMEENTE = "veiligheidshuis", "gemeente"


def huiscodes() -> frozenset[str]:
    """Return the codes of the organisations that are a Zorg- en Veiligheidshuis."""
    return _codes(HUIS)


def regiecodes(regime: Tafelregime | None) -> frozenset[str]:
    """Return the codes of the organisations whose people may be procesregisseur at a table of this regime."""
    ook = _codes(GEMEENTE) if regime is Tafelregime.PGA_RADICALISERING else frozenset()
    return huiscodes() | ook


def _codes(groep: str) -> frozenset[str]:
    return frozenset(
        item["code"] for item in reference_list("organisaties").items if item.get("groep") == groep
    )
