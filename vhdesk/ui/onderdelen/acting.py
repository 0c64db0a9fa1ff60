"""Doing an act from a page: execute, say that it is stored, and put a refusal where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import VhdeskError
from vhdesk.services.command import Command, Event
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.inline_panel import InlinePanel


class Acting(QObject):
    """The acts of one page; ``initiator`` is that page, so that it does not hear its own changes.

    Signals: ``done(Event)`` after an act was stored: the page then asks its rows again.
    """

    done = Signal(object)

    def __init__(self, context: UiContext, initiator: QObject) -> None:
        super().__init__(initiator)
        self.context = context
        self.initiator = initiator

    def execute(self, command: Command, panel: InlinePanel | None = None) -> Event | None:
        """Do ``command``; None when it was refused (shown in ``panel`` when it has the field, else in the bar)."""
        try:
            event = self.context.desk.execute(command, initiator=self.initiator)
        except VhdeskError as fault:
            if panel is None or not panel.show_fault(fault):
                self.context.shell.report(fault)
            return None
        if panel is not None:
            panel.forget_draft()
        self.context.shell.saved()
        self.done.emit(event)
        return event

    def keep_drafts(self, panel: InlinePanel) -> None:
        """What is half filled in in ``panel`` survives a lock or a crash."""
        panel.keep_drafts(self.context.desk, self.context.shell.report)

    def write(self, command: Command) -> Event:
        """Do ``command`` for autosave: raises VhdeskError, announces nothing (the field shows it already)."""
        return self.context.desk.execute(command, initiator=self.initiator)
