"""Withdrawing a weighing, with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.services.weging import WegingIntrekken
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.text_area import TextArea


class IntrekPanel(InlinePanel):
    """Asks why the last weighing is withdrawn; it stays readable."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Weging intrekken", "Intrekken", columns=1, parent=parent)
        self._acting = acting
        self._weging_id = ""
        self.reden = TextArea("Reden van het intrekken", "Wat klopte er niet?", min_lines=2)
        self.add_field("Reden", self.reden, "reden", wide=True)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, weging_id: str) -> None:
        """Open for a weighing."""
        self.put_away()
        self._weging_id = weging_id
        self.reden.load("", force=True)
        self.open(self.reden, f"weging/{weging_id}/intrekken")

    def _submit(self) -> None:
        command = WegingIntrekken(weging_id=self._weging_id, reden=self.reden.text())
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
