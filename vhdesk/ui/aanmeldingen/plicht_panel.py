"""Saying that a duty was done: who was told, and how."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.plicht import PlichtRow
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea


class PlichtPanel(InlinePanel):
    """Shows what must be told, and asks how that was done."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Afdoen", "Gedaan", columns=2, parent=parent)
        self._acting = acting
        self._plicht_id = ""
        self.tekst = Label("", wrap=True)
        self.wijze = TextArea(
            "Hoe is dit gedaan", "Wie sprak u, en hoe (telefoon, mail, brief)?", min_lines=2
        )
        self.op = DateField("Wanneer", acting.context.clock, past=True)
        self.add_field("", self.tekst, wide=True)
        self.add_field("Hoe is dit gedaan", self.wijze, "wijze", wide=True)
        self.add_field("Wanneer", self.op, "op")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, plicht: PlichtRow) -> None:
        """Open for a duty."""
        self.put_away()
        self._plicht_id = plicht.id
        self.title.setText(met_hoofdletter(plicht.soort.label))
        self.tekst.setText(plicht.tekst)
        self.tekst.setVisible(bool(plicht.tekst))
        self.wijze.load("", force=True)
        self.op.set_value(self._acting.context.clock.today())
        self.open(self.wijze, f"plicht/{plicht.id}")

    def _submit(self) -> None:
        if not self.op.valid():
            self.errors["op"].show_words("Dit is geen datum. Schrijf bijvoorbeeld vandaag of 30-11.")
            return
        command = PlichtVervullen(plicht_id=self._plicht_id, wijze=self.wijze.text(), op=self.op.value())
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
