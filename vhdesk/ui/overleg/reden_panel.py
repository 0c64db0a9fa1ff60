"""Asking why, in the page itself, before a formal act on a meeting: opening it again, taking its opening back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vhdesk.services.command import Command, Event
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

MakeCommand = Callable[[str], Command]
Then = Callable[[Event], None]


class RedenPanel(InlinePanel):
    """Says what will happen, asks the reason, and does it. A half-written reason is kept for its meeting."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "", columns=1, parent=parent)
        self.setProperty("place", "page")
        self._acting = acting
        self._command: MakeCommand | None = None
        self._then: Then | None = None
        self.explanation = Label("", "muted", wrap=True)
        self.reden = TextArea("Reden", "Waarom? Deze woorden worden bewaard.", min_lines=2, max_lines=6)
        self.add_field("", self.explanation)
        self.add_field("Reden", self.reden, "reden")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(
        self, title: str, explanation: str, verb: str, draft_key: str, command: MakeCommand, then: Then
    ) -> None:
        """Open; ``command(reason)`` makes the act, ``then(event)`` follows when it was done."""
        self.put_away()
        self._command, self._then = command, then
        self.title.setText(title)
        self.setAccessibleName(title)
        self.explanation.setText(explanation)
        self.verb_button.setText(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(verb)
        self.reden.load("", force=True)
        self.open(self.reden, draft_key)

    def _submit(self) -> None:
        if self._command is None or self._then is None:
            return
        event = self._acting.execute(self._command(self.reden.text()), self.show_fault)
        if event is not None:
            self.finish()
            self._then(event)
