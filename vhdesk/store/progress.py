"""How long work reports on itself and is stopped."""

from __future__ import annotations

from collections.abc import Callable

from vhdesk.errors import Interrupted

Progress = Callable[[str, int, int], None]
"""Called with a phase, the work done and the total, both in the unit of the phase."""
Cancelled = Callable[[], bool]
"""Asked now and then; True stops the work, which raises Interrupted and leaves everything as it was."""


def no_progress(phase: str, done: int, total: int) -> None:
    """Report to nobody."""


def never_cancelled() -> bool:
    """Go on."""
    return False


def stop_if(cancelled: Cancelled) -> None:
    """Raise Interrupted ``cancelled`` when asked to stop."""
    if cancelled():
        raise Interrupted("cancelled")
