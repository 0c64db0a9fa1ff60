"""Which organisations may hold the procesregie: the house itself, by the group that the shipped list gives them.

'Procesregie = does the process run as agreed', which the house organises (domein.md §1, roles; jaarplan Twente 2015 §2:
procesmanager Veiligheidshuis). At a table on radicalisation the gemeente is regievoerder (domein.md §1). That is what is
shipped; a table may set another rule (couleur locale).
"""

from __future__ import annotations

from vhdesk.reference_lists import reference_list
from vhdesk.vocabulary import Tafelregime
from vhdesk.vocabulary_triage import Procesregieregel

HUIS, GEMEENTE = "veiligheidshuis", "gemeente"


def huiscodes() -> frozenset[str]:
    """Return the codes of the organisations that are a Zorg- en Veiligheidshuis."""
    return _codes(HUIS)


def procesregieregel(ingesteld: Procesregieregel | None, regime: Tafelregime | None) -> Procesregieregel:
    """Return the rule that holds: what the table set (``Tafelregels.procesregie``), else what is shipped for its regime."""
    if ingesteld is not None:
        return ingesteld
    pga = regime is Tafelregime.PGA_RADICALISERING
    return Procesregieregel.HUIS_EN_GEMEENTE if pga else Procesregieregel.HUIS


def regiecodes(regel: Procesregieregel) -> frozenset[str] | None:
    """Return the codes of the organisations whose people may be procesregisseur by this rule; None: of every partner."""
    if regel is Procesregieregel.PARTNERS:
        return None
    return huiscodes() | (_codes(GEMEENTE) if regel is Procesregieregel.HUIS_EN_GEMEENTE else frozenset())


def _codes(groep: str) -> frozenset[str]:
    return frozenset(
        item["code"] for item in reference_list("organisaties").items if item.get("groep") == groep
    )
