"""What the foundation needs of a desk, kept in memory: subscribers, drafts, read jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from vhdesk.errors import StorageFull
from vhdesk.services.concept import Draft


@dataclass(frozen=True, slots=True)
class Changes:
    """The shape of an announcement."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    event: Any = None
    initiator: Any = None


@dataclass
class MemoryDesk:
    """Subscribes, keeps drafts and runs queries on ``session``."""

    session: Any = "sessie"
    drafts: dict[str, tuple[str, int]] = field(default_factory=dict)
    full: bool = False
    read_only: bool = False
    subscribers: list[Callable[[Any], None]] = field(default_factory=list)

    def subscribe(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        self.subscribers.append(callback)

        def end() -> None:
            self.subscribers.remove(callback)

        return end

    def announce(self, changes: Changes) -> None:
        for callback in tuple(self.subscribers):
            callback(changes)

    def save_draft(self, key: str, text: str, cursor: int) -> None:
        if self.full:
            raise StorageFull("storage_full")
        self.drafts[key] = (text, cursor)

    def clear_draft(self, key: str) -> None:
        self.drafts.pop(key, None)

    def read_job(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return query(self.session, *args, **kwargs)


class DraftMemory:
    """The draft journal, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Draft] = {}
        self.full = False
        self.read_only = False
        self.writes = 0

    def save_draft(self, key: str, text: str, cursor: int) -> None:
        if self.full:
            raise StorageFull("storage_full")
        self.writes += 1
        self.kept[key] = Draft(key, text, cursor)

    def clear_draft(self, key: str) -> None:
        self.kept.pop(key, None)

    def drafts(self, prefix: str) -> tuple[Draft, ...]:
        return tuple(draft for draft in self.kept.values() if draft.key.startswith(prefix))
