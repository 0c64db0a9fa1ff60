"""Confirming a decision that was taken without a party that had to be there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.services.voorbehoud import BesluitBekrachtigen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.antwoord_panel import NO_DATE
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea


class BekrachtigPanel(InlinePanel):
    """``confirm`` opens it for one decision that stands under reserve."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Besluit bekrachtigen", "Bekrachtigen", columns=2, parent=parent)
        self._acting = acting
        self._row: BesluitRow | None = None
        self.op = DateField("Bekrachtigd op", acting.context.clock, past=True)
        self.door = TextArea("Door wie", "naam of functie", min_lines=1, max_lines=2)
        self.add_field("Bekrachtigd op", self.op, "op")
        self.add_field("Door wie", self.door, "door")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def confirm(self, row: BesluitRow) -> None:
        """Open for a decision."""
        self.put_away()
        self._row = row
        self.title.setText(f"B-{row.nummer} bekrachtigen (genomen zonder {row.voorbehoud}): {row.tekst}")
        self.setAccessibleName(f"Besluit B-{row.nummer} bekrachtigen")
        self.op.line.setModified(False)
        self.op.set_value(self._acting.context.clock.today())
        self.door.load("", force=True)
        self.open(self.door, f"besluit-bekrachtigen/{row.id}")

    def _submit(self) -> None:
        row, op = self._row, self.op.value()
        if row is None:
            return
        if op is None:
            self.errors["op"].show_words(NO_DATE)
            return
        command = BesluitBekrachtigen(besluit_id=row.id, op=op, door=self.door.text())
        if self._acting.execute(command, self.show_fault) is not None:
            self._acting.inform(f"B-{row.nummer} is bekrachtigd door {command.door.strip()}.")
            self.finish()
