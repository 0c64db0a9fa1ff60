"""The announcement after a commit: what was touched, by whom, and what happened."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.services.command import Event


@dataclass(frozen=True, slots=True)
class Changes:
    """``kinds``: table names; ``ids``: records; ``initiator``: the screen that did it, so that it need not
    overwrite its own half-typed text."""

    kinds: frozenset[str]
    ids: frozenset[str]
    event: Event
    initiator: object | None = None

    def touches(self, *kinds: str) -> bool:
        """Return whether one of ``kinds`` was touched."""
        return not self.kinds.isdisjoint(kinds)
