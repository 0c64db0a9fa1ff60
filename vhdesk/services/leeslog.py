"""Which reading is a line in the journaal of its own: not every glance at the same record, not every letter typed."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from vhdesk.clock import Clock
from vhdesk.queries.inzage import Inzage

REREAD = timedelta(minutes=1)  # reading the same record again within this time is the same reading


@dataclass(frozen=True, slots=True)
class Lezing:
    """One reading: what the journaal says of it, and by what another one is known to be the same."""

    actie: str
    object_soort: str
    object_id: str
    key: tuple[str, str]
    words: str


def lezing(
    query: Callable[..., object], mark: Inzage, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Lezing:
    """Return what asking ``query`` with these arguments reads."""
    object_id = ""
    if mark.argument:
        bound = inspect.signature(query).bind(None, *args, **kwargs)
        object_id = str(bound.arguments.get(mark.argument, ""))
    key = (mark.actie, object_id or repr(args))
    return Lezing(mark.actie, mark.object_soort, object_id, key, str(kwargs.get(mark.woorden, "")))


class Leeslog:
    """Remembers what was read last, and when that became a line."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._read_at: dict[tuple[str, str], tuple[datetime, str]] = {}

    def is_new(self, lezing: Lezing) -> bool:
        """Return whether this is a reading of its own: not the same record within a minute, and not the next
        letter of words that are being typed. Call ``noted`` when its line stands."""
        now = self._clock.now()
        logged, before = self._read_at.get(lezing.key, (now - REREAD, ""))
        typing_on = lezing.words.startswith(before) or before.startswith(lezing.words)
        again = timedelta(0) <= now - logged < REREAD and typing_on
        if again:
            self._read_at[lezing.key] = (logged, lezing.words)
        return not again

    def noted(self, lezing: Lezing) -> None:
        """This reading is a line now."""
        self._read_at[lezing.key] = (self._clock.now(), lezing.words)

    def forget(self) -> None:
        """Every reading is a new one from here on."""
        self._read_at.clear()
