"""Rows that the user leaves out of a preview before it is read in, each with a reason."""

from __future__ import annotations

from collections.abc import Container, Iterable

from vhdesk.exchange.aanlevering.dubbelen import Dubbel
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.vocabulary_aanlevering import Weglaatreden


def weg_te_laten(voorbeeld: Voorbeeld) -> frozenset[int]:
    """Return the numbers of the rows that can be left out: those that could become a case."""
    return frozenset(rij.rijnummer for rij in voorbeeld.rijen if rij.bruikbaar)


def voor_de_hand(rij: int, dubbelen: Iterable[Dubbel], weggelaten: Container[int]) -> Weglaatreden:
    """Return the reason that lies at hand for a row: it may be a double of a row that stays."""
    partners = (d.ander if d.rij == rij else d.rij for d in dubbelen if rij in (d.rij, d.ander))
    blijft = any(partner not in weggelaten for partner in partners)
    return Weglaatreden.DUBBEL if blijft else Weglaatreden.GEEN
