"""Recording an action on the case, outside a meeting, and changing one that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.acties import ActieRow
from vhdesk.ui.onderdelen.actie_form import ActieForm
from vhdesk.ui.onderdelen.actie_regel import actie_nummer
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes


class ActiePanel(InlinePanel):
    """Owner and date may follow later; the list then says so."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Actie vastleggen", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._casus_id = ""
        self._row: ActieRow | None = None
        self.form = ActieForm(keuzes, acting.context.clock)
        self.add_field("", self.form, "actie")
        self.form.submitted.connect(self.submit)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str) -> None:
        """Open empty for this case."""
        self._begin("Actie vastleggen", None)
        self._casus_id = casus_id
        self.form.clear()
        self.open(self.form, f"actie/{casus_id}")

    def change(self, row: ActieRow) -> None:
        """Open with an action that is open, to change it."""
        self._begin(f"{actie_nummer(row)} wijzigen", row)
        self.form.show_row(row)
        self.open(self.form, f"actie-wijzigen/{row.id}")

    def _begin(self, title: str, row: ActieRow | None) -> None:
        self.put_away()
        self._row = row
        self.title.setText(title)
        self.setAccessibleName(title)
        self.form.set_people(())

    def _submit(self) -> None:
        if self.form.half_typed():
            return
        row = self._row
        command = self.form.change(row) if row is not None else self.form.command(None, self._casus_id)
        if self._acting.execute(command, self.form.refuse) is not None:
            self.finish()
