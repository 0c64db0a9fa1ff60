"""Doing an act from a page: execute, say that it is stored, and put a refusal where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.services.command import Command, Event
from vhdesk.ui.context import UiContext

# Shows a refusal beside its field; False when it has no such field.
Refused = Callable[[RuleViolation], bool]


class Acting(QObject):
    """The acts of one page; ``initiator`` is that page, so that it does not hear its own changes.

    Signals: ``done(Event)`` after an act was stored: the page then asks its rows again.
    """

    done = Signal(object)

    def __init__(self, context: UiContext, initiator: QObject) -> None:
        super().__init__(initiator)
        self.context = context
        self.initiator = initiator

    def write(self, command: Command) -> Event:
        """Do ``command`` for autosave: raises VhdeskError, announces nothing (the field shows it already)."""
        return self.context.desk.execute(command, initiator=self.initiator)

    def execute(self, command: Command, refused: Refused | None = None) -> Event | None:
        """Do ``command``; None when it was refused (shown by ``refused``, or else in the bar)."""
        try:
            event = self.write(command)
        except RuleViolation as fault:
            if refused is None or not refused(fault):
                self.context.shell.report(fault)
            return None
        except VhdeskError as fault:
            self.context.shell.report(fault)
            return None
        self._tell(event)
        return event

    def execute_all(self, commands: Sequence[Command]) -> int:
        """Do several acts that belong together and show the outcome once; returns how many succeeded."""
        done = 0
        event: Event | None = None
        try:
            for command in commands:
                event = self.write(command)
                done += 1
        except VhdeskError as fault:
            self.context.shell.report(fault)
        if event is not None:
            self._tell(event)
        return done

    def inform(self, text: str) -> None:
        """Say in the status line what happened."""
        self.context.shell.inform(text)

    def _tell(self, event: Event) -> None:
        self.done.emit(event)
        self.context.shell.saved()
