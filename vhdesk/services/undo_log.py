"""What can be undone: inverse commands with the Dutch name of what they undo. Lives as long as the desk is open."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from vhdesk.services.command import Command

LIMIT = 200


@dataclass(frozen=True, slots=True)
class UndoStep:
    """``label`` names the act; ``inverse`` takes it back; ``merge_key`` joins steps of one typed text."""

    label: str
    inverse: Command
    merge_key: str = ""


class UndoLog:
    """Two stacks. A new act clears what could be done again."""

    def __init__(self) -> None:
        self._undo: deque[UndoStep] = deque(maxlen=LIMIT)
        self._redo: deque[UndoStep] = deque(maxlen=LIMIT)

    def done(self, step: UndoStep) -> None:
        """Note an act. A step with the same merge key as the last one adds nothing: the older inverse goes
        back to the text before the first key."""
        self._redo.clear()
        if step.merge_key and self._undo and self._undo[-1].merge_key == step.merge_key:
            return
        self._undo.append(step)

    def undone(self, step: UndoStep) -> None:
        """Note that an act was undone; ``step`` does it again."""
        self._redo.append(step)

    def redone(self, step: UndoStep) -> None:
        """Note that an act was done again; ``step`` undoes it."""
        self._undo.append(step)

    def pop_undo(self) -> UndoStep | None:
        return self._undo.pop() if self._undo else None

    def pop_redo(self) -> UndoStep | None:
        return self._redo.pop() if self._redo else None

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
