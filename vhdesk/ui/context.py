"""What every page gets from the composition root, in one object, so that no page reaches for a global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vhdesk.clock import Clock
    from vhdesk.errors import VhdeskError
    from vhdesk.services.desk import Desk
    from vhdesk.services.kluis import Kluis
    from vhdesk.ui.actions import ActionRegistry
    from vhdesk.ui.bridge import DeskBridge
    from vhdesk.ui.jobs import Jobs
    from vhdesk.ui.prompts import Prompts


class Shell(Protocol):
    """What a page may ask of the window around it."""

    def navigate(self, page_id: str, target: str = "") -> None:
        """Bring a page to the front, on the record ``target`` when it is given."""

    def report(self, error: VhdeskError) -> None:
        """Show a fault in the bar, in words, with its next step."""

    def inform(self, text: str) -> None:
        """Say in the status line what happened; never a box."""

    def moved_on(self) -> None:
        """Another record came in front: what was said about the one before goes."""

    def saved(self) -> None:
        """Say that everything is stored, with the time."""


@dataclass(frozen=True, slots=True)
class UiContext:
    """``desk`` for acts and rows, ``kluis`` for the vault itself, the rest for the window."""

    desk: Desk
    kluis: Kluis
    bridge: DeskBridge
    registry: ActionRegistry
    prompts: Prompts
    jobs: Jobs
    clock: Clock
    shell: Shell
    pdf: Callable[[str], bytes]
    """``pdf(verslag_id)``: minutes as they print, of a meeting or of an earlier version (``VerslagRow.id``); raises
    VhdeskError."""
