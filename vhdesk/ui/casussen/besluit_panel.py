"""Correcting a decision: one that stands in minutes is replaced with a reason, any other is changed where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.besluit_form import BesluitForm
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

REDEN = "reden"


class BesluitPanel(InlinePanel):
    """``correct`` opens it for one decision."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Besluit verbeteren", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._row: BesluitRow | None = None
        self.form = BesluitForm(keuzes, acting.context.clock)
        self.form.set_table(None)
        self.reden = TextArea(
            "Reden van vervangen", "Waarom klopt het besluit niet?", min_lines=2, max_lines=6
        )
        self.uitleg = Label("", "muted", wrap=True)
        self.add_field("", self.uitleg)
        self.add_field("", self.form, "besluit")
        self.add_field("Reden van vervangen", self.reden, REDEN)
        self.form.submitted.connect(self.submit)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def correct(self, row: BesluitRow) -> None:
        """Open with a decision that stands."""
        self.put_away()
        self._row = row
        verb = "vervangen" if row.in_verslag else "wijzigen"
        self.title.setText(f"Besluit B-{row.nummer} {verb}")
        self.setAccessibleName(self.title.text())
        self.uitleg.setText(
            f"B-{row.nummer} staat in het verslag van een gesloten overleg. Het blijft leesbaar als ingetrokken; wat u hier "
            "schrijft, komt ervoor in de plaats."
            if row.in_verslag
            else f"B-{row.nummer} staat nog niet in een verslag. U wijzigt het zelf."
        )
        self.show_field(REDEN, shown=row.in_verslag)
        self.form.show_row(row)
        self.reden.load("", force=True)
        self.open(self.form.field, f"besluit-{verb}/{row.id}")
        self.form.change_of(row)

    def _submit(self) -> None:
        row = self._row
        if row is None or self.form.half_typed():
            return
        if row.in_verslag:
            done = self._acting.execute(self.form.replace(row, self.reden.text()), self._refused)
            said = f"B-{row.nummer} is vervangen en blijft leesbaar."
        else:
            done = self._acting.execute(self.form.change(row), self._refused)
            said = f"B-{row.nummer} is gewijzigd."
        if done is not None:
            self._acting.inform(said)
            self.finish()

    def _refused(self, fault: RuleViolation) -> bool:
        return self.show_fault(fault) or self.form.refuse(fault)
