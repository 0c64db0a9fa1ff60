"""What can be undone: inverse commands with the Dutch name of what they undo. Lives as long as the desk is open."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vhdesk.services.command import Command

LIMIT = 200
TYPING = timedelta(
    seconds=30
)  # steps of typing one text belong together as long as they follow each other so soon


@dataclass(frozen=True, slots=True)
class UndoStep:
    """``label`` names the act; ``inverse`` takes it back; ``merge_key`` joins steps of one typed text that follow
    each other soon; ``at`` is when the act was done."""

    label: str
    inverse: Command
    merge_key: str = ""
    at: datetime | None = None


class UndoLog:
    """Two stacks. A new act clears what could be done again."""

    def __init__(self) -> None:
        self._undo: deque[UndoStep] = deque(maxlen=LIMIT)
        self._redo: deque[UndoStep] = deque(maxlen=LIMIT)

    def done(self, step: UndoStep) -> None:
        """Note an act. A step that continues the same typing keeps the older inverse, which goes back to the text
        before the first key."""
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if last is not None and _continues(last, step):
            self._undo[-1] = replace(last, at=step.at)
            return
        self._undo.append(step)

    def undone(self, step: UndoStep) -> None:
        """Note that an act was undone; ``step`` does it again."""
        self._redo.append(step)

    def redone(self, step: UndoStep) -> None:
        """Note that an act was done again; ``step`` undoes it."""
        self._undo.append(step)

    def peek(self, *, redo: bool) -> UndoStep | None:
        """Return the step that would be taken, without taking it."""
        steps = self._redo if redo else self._undo
        return steps[-1] if steps else None

    def drop(self, *, redo: bool) -> None:
        """Take the step off: it was done, or can never be done any more."""
        (self._redo if redo else self._undo).pop()

    def forget_redo(self) -> None:
        """Nothing can be done again: what it would act on is gone."""
        self._redo.clear()

    @property
    def undo_label(self) -> str | None:
        """The name of the act that undo would take back, or None."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """The name of the act that redo would do again, or None."""
        return self._redo[-1].label if self._redo else None

    def clear(self) -> None:
        """Forget everything: after a formal act, an import or a lock there is nothing to take back."""
        self._undo.clear()
        self._redo.clear()


def _continues(last: UndoStep, step: UndoStep) -> bool:
    same = bool(step.merge_key) and last.merge_key == step.merge_key
    return same and last.at is not None and step.at is not None and step.at - last.at < TYPING
