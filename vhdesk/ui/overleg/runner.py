"""Executing acts and asking rows for the panels of this page, with one way to show what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.services.command import Command, Event

if TYPE_CHECKING:
    from vhdesk.ui.context import UiContext

Refused = Callable[[RuleViolation], bool]


class ActRunner(QObject):
    """The hands of the page at the desk.

    Signals: ``done(event)`` after an act of this page, so that it shows the new rows.
    """

    done = Signal(object)

    def __init__(self, context: UiContext, initiator: QObject) -> None:
        super().__init__(initiator)
        self.context = context
        self._initiator = initiator

    def write(self, command: Command) -> Event:
        """Execute without announcing: for autosave, whose field shows the text already. Raises VhdeskError."""
        return self.context.desk.execute(command, initiator=self._initiator)

    def run(self, command: Command, refused: Refused | None = None) -> Event | None:
        """Execute; None when it was refused. ``refused(fault)`` says whether it showed the refusal itself."""
        try:
            event = self.write(command)
        except RuleViolation as fault:
            if refused is None or not refused(fault):
                self.context.shell.report(fault)
            return None
        except VhdeskError as fault:
            self.context.shell.report(fault)
            return None
        self.done.emit(event)
        self.context.shell.saved()
        return event

    def run_all(self, commands: Sequence[Command]) -> int:
        """Execute several acts that belong together and show the outcome once; returns how many succeeded."""
        done = 0
        event: Event | None = None
        try:
            for command in commands:
                event = self.write(command)
                done += 1
        except VhdeskError as fault:
            self.context.shell.report(fault)
        if event is not None:
            self.done.emit(event)
            self.context.shell.saved()
        return done

    def inform(self, text: str) -> None:
        """Say in the status line what happened."""
        self.context.shell.inform(text)
