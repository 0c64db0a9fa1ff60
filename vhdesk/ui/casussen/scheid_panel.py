"""Parting two persons again who were made one: the counter-act asks why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.queries.systeem import SamenvoegingRow
from vhdesk.services.samenvoeging import SamenvoegingOngedaanMaken
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel


class ScheidPanel(InlinePanel):
    """Opens for one merge."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Ongedaan maken", columns=1, parent=parent)
        self._acting = acting
        self._samenvoeging_id = ""
        self.reden = QLineEdit()
        self.reden.setAccessibleName("Waarom zijn dit toch twee personen")
        self.reden.setMaxLength(1000)
        self.add_field("Waarom zijn dit toch twee personen", self.reden, "reden")
        self.submitted.connect(self._submit)

    def ask(self, row: SamenvoegingRow) -> None:
        """Open for this merge."""
        self._samenvoeging_id = row.id
        title = f"Samenvoeging met {row.naam} ongedaan maken"
        self.title.setText(title)
        self.setAccessibleName(title)
        self.reden.clear()
        self.open(self.reden)

    def _submit(self) -> None:
        command = SamenvoegingOngedaanMaken(samenvoeging_id=self._samenvoeging_id, reden=self.reden.text())
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
            self._acting.inform("Het zijn weer twee personen, elk met de eigen gegevens en casussen.")
