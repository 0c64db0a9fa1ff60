"""The order of the cases of an agenda in which partners wait least: children's cases first, then those of one partner near
each other, so that who has few cases comes late or leaves early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST: Final = 40  # cases; a longer agenda keeps the order it has, but for the children's cases


@dataclass(frozen=True, slots=True)
class Agendacasus:
    """A case to place. ``id`` is the item; ``partijen``: the organisations that come for it."""

    id: str
    minuten: int
    kind: bool
    partijen: frozenset[str]


def aanwezig_minuten(casussen: Sequence[Agendacasus]) -> int:
    """Return how many minutes all partners together sit there, each from its first case to the end of its last."""
    begin: dict[str, int] = {}
    einde: dict[str, int] = {}
    nu = 0
    for casus in casussen:
        for partij in casus.partijen:
            begin.setdefault(partij, nu)
            einde[partij] = nu + casus.minuten
        nu += casus.minuten
    return sum(einde[partij] - begin[partij] for partij in begin)


def beste_volgorde(casussen: Sequence[Agendacasus]) -> tuple[Agendacasus, ...]:
    """Return the cases in the proposed order. Moves one case at a time for as long as that saves waiting; the same
    agenda gives the same order, and an agenda that cannot be better stays as it is."""
    orde = [casus for casus in casussen if casus.kind] + [casus for casus in casussen if not casus.kind]
    kinderen = sum(casus.kind for casus in casussen)
    if len(orde) > MOST:
        return tuple(orde)
    beter = True
    while beter:
        beter = False
        beste = aanwezig_minuten(orde)
        for van in range(len(orde)):
            groep = range(kinderen) if van < kinderen else range(kinderen, len(orde))
            proeven = [_verplaatst(orde, van, naar) for naar in groep if naar != van]
            kosten, proef = min(
                ((aanwezig_minuten(each), each) for each in proeven),
                key=lambda each: each[0],
                default=(beste, orde),
            )
            if kosten < beste:
                orde, beste, beter = proef, kosten, True
    return tuple(orde)


def _verplaatst(orde: list[Agendacasus], van: int, naar: int) -> list[Agendacasus]:
    proef = list(orde)
    proef.insert(naar, proef.pop(van))
    return proef
