"""From the desk's announcements to a Qt signal, and the one question every page asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from vhdesk.services.changes import Changes


class Subscribable(Protocol):
    """What the bridge needs of the desk."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call ``callback`` after each commit; return a function that ends it."""


class DeskBridge(QObject):
    """Emits ``changed(Changes)`` on the GUI thread after each commit, wherever the act was executed.

    ``Changes`` is frozen, so it may travel in a signal. Connect bound methods of QObjects only: Qt drops them
    when the receiver dies and queues them when the act ran in an exclusive job.
    """

    changed = Signal(object)

    def __init__(self, desk: Subscribable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe: Callable[[], None] | None = desk.subscribe(self._announce)

    def _announce(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def close(self) -> None:
        """Stop listening; called on lock, before the desk goes."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None


def touches(
    changes: Changes,
    kinds: Iterable[str] = (),
    ids: Iterable[str] = (),
    initiator: object | None = None,
) -> bool:
    """Say whether a page that shows ``kinds`` or ``ids`` must ask its rows again.

    False when ``initiator`` (the page itself) made the change: it already knows, and refreshing would run over
    what is being typed.
    """
    if initiator is not None and changes.initiator is initiator:
        return False
    return not (changes.kinds.isdisjoint(kinds) and changes.ids.isdisjoint(ids))
