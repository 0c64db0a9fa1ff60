"""Saying outside a meeting when a case returns to the table; an emptied field takes the date away."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.date_field import DateField


class DatumPanel(InlinePanel):
    """One field; Enter stores."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Volgende datum bepalen", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._casus_id = ""
        self.datum = DateField("Volgende datum", acting.context.clock, hint="bijv. over 6 weken")
        self.add_field("Wanneer komt de casus weer op tafel?", self.datum, "datum")
        self.datum.line.returnPressed.connect(self.submit)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str, datum: date | None) -> None:
        """Open with the date that stands."""
        self._casus_id = casus_id
        self.datum.set_value(datum)
        self.open(self.datum)
        self.datum.line.selectAll()

    def _submit(self) -> None:
        if not self.datum.valid():
            self.errors["datum"].show_words("Dit is geen datum. Typ bijvoorbeeld 4 dec, vr of +14.")
            return
        datum = self.datum.value()
        command = VolgendeDatumVanCasusBepalen(casus_id=self._casus_id, datum=datum)
        if self._acting.execute(command, self.show_fault) is not None:
            words = date_in_words(datum) if datum is not None else "geen"
            self._acting.inform(f"Volgende datum: {words}.")
            self.finish()
