"""Which rows of the list on the screen a person left out, and why. Belongs to one sheet of one file."""

from __future__ import annotations

from collections.abc import Mapping

from vhdesk.exchange.aanlevering.dubbelen import Dubbel
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.exchange.aanlevering.weglaten import voor_de_hand, weg_te_laten
from vhdesk.vocabulary_aanlevering import Weglaatreden


class LeftOut:
    """``reasons`` is row number -> why; only rows that could become a case are in it."""

    def __init__(self) -> None:
        self.reasons: dict[int, Weglaatreden] = {}
        self._possible: frozenset[int] = frozenset()
        self._dubbelen: tuple[Dubbel, ...] = ()

    def show_reading(self, voorbeeld: Voorbeeld, *, fresh: bool) -> None:
        """Go on with a list that was read again with other columns, or begin with a ``fresh`` one."""
        self._dubbelen, self._possible = voorbeeld.dubbelen, weg_te_laten(voorbeeld)
        kept = {row: why for row, why in self.reasons.items() if row in self._possible}
        self.reasons = {} if fresh else kept

    def toggle(self, row: int) -> bool:
        """Leave a row out, or take it along again; False when it could not become a case anyhow."""
        if row not in self._possible:
            return False
        if self.reasons.pop(row, None) is None:
            self.reasons[row] = voor_de_hand(row, self._dubbelen, self.reasons)
        return True

    def give_reason(self, row: int, reason: Weglaatreden) -> None:
        """Say why a row that is left out is left out."""
        if row in self.reasons:
            self.reasons[row] = reason

    def forget(self) -> None:
        """The list is gone from the screen."""
        self.reasons = {}
        self._possible, self._dubbelen = frozenset(), ()


def reason_words(reasons: Mapping[int, Weglaatreden], row: int) -> str:
    """Return why a row is left out, "" when it is not."""
    reason = reasons.get(row)
    return f"weggelaten: {reason.label}" if reason is not None else ""
