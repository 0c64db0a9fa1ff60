"""Which sentences of the start page are whose work: what this role needs first, and what else waits in the house.

The role is that of the user of the vault. Nothing is hidden: what is somebody else's stands below, so that a house with one
user misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vhdesk.ui.vandaag.zinnen import Zin
from vhdesk.vocabulary import Gebruikersrol

# The beginnings of the ids of sentences, by role (jaarplan Twente 2015 §5 for the expert; vocabulary for the others).
_EIGEN: Final = {
    # chairs, and does everything around the case
    Gebruikersrol.COORDINATOR: ("overleg.", "acties.", "plicht.", "casussen.", "schakelpunt."),
    # prepares, minutes, prints and sends
    Gebruikersrol.SECRETARIS: (
        "overleg.", "verslag.", "schakelpunt.brief_niet_uit", "plicht.", "acties.", "casussen.aangemeld", "inlezen",
        "reservekopie",
    ),
    # reads and prepares: what a case needs in substance before the table sees it
    Gebruikersrol.EXPERT: (
        "overleg.", "casussen.aangemeld", "casussen.datum_voorbij", "schakelpunt.plan_over", "schakelpunt.zonder_plan",
        "schakelpunt.methode_over", "schakelpunt.herbeoordelen", "schakelpunt.nazorg_over",
        "schakelpunt.besluit_gevraagd", "schakelpunt.opschaling_over", "acties.over",
    ),
    # the vault, its users and its backups; no cases
    Gebruikersrol.BEHEERDER: ("kluis.", "reservekopie", "overleg.mensen", "inlezen"),
}  # fmt: skip
_NIET: Final = {Gebruikersrol.COORDINATOR: ("schakelpunt.brief_niet_uit",)}
# What this role does before anything that is as urgent for others.
_EERST: Final = {
    Gebruikersrol.SECRETARIS: {"verslag.": 12, "schakelpunt.brief_niet_uit": 13},
    Gebruikersrol.BEHEERDER: {"kluis.": 1, "reservekopie": 2},
}


def verdeel(zinnen: Sequence[Zin], rol: Gebruikersrol) -> tuple[tuple[Zin, ...], tuple[Zin, ...]]:
    """Return what waits for somebody in this role, and what waits for the others; each the most urgent first."""
    eigen: list[Zin] = []
    anderen: list[Zin] = []
    for zin in zinnen:
        van_mij = zin.id.startswith(_EIGEN[rol]) and not zin.id.startswith(_NIET.get(rol, ("-",)))
        (eigen if van_mij else anderen).append(replace(zin, rang=_rang(zin, rol)))
    return tuple(sorted(eigen, key=_op_rang)), tuple(sorted(anderen, key=_op_rang))


def _rang(zin: Zin, rol: Gebruikersrol) -> int:
    return next((rang for begin, rang in _EERST.get(rol, {}).items() if zin.id.startswith(begin)), zin.rang)


def _op_rang(zin: Zin) -> int:
    return zin.rang
