"""Recording an action on the case, outside a meeting: what, who, before when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.services.actie import ActieVastleggen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea

_ORGANISATIE, _MEDEWERKER = "organisatie:", "medewerker:"


class ActiePanel(InlinePanel):
    """Owner and date may follow later; the list then says so."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Actie vastleggen", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self.omschrijving = TextArea("Wat", "Wat gaat er gebeuren?", min_lines=2, max_lines=6)
        self.wie = CompleterField("Wie", "Organisatie of persoon")
        self.termijn = DateField("Uiterlijk", acting.context.clock, show_words=False)
        self.add_field("Wat", self.omschrijving, "omschrijving", wide=True)
        self.errors["organisatie_id"] = self.add_field("Wie", self.wie, "medewerker_id")
        self.add_field("Uiterlijk", self.termijn, "termijn")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str) -> None:
        """Open empty for this case."""
        self.put_away()
        self._casus_id = casus_id
        people = [Option(_MEDEWERKER + o.id, o.text, o.sub, o.words) for o in self._keuzes.personen()]
        houses = [
            Option(_ORGANISATIE + o.id, o.text, o.sub, o.words) for o in self._keuzes.organisatie_opties()
        ]
        self.wie.set_options(houses + people)
        self.wie.set_value("")
        self.omschrijving.load("", force=True)
        self.termijn.set_value(None)
        self.open(self.omschrijving, f"actie/{casus_id}")

    def _submit(self) -> None:
        if not self.termijn.valid():
            self.errors["termijn"].show_words("Dit is geen datum. Schrijf bijvoorbeeld vr, 16 dec of +14.")
            return
        kind, _, identity = self.wie.value().partition(":")
        command = ActieVastleggen(
            casus_id=self._casus_id,
            omschrijving=self.omschrijving.text(),
            organisatie_id=identity if f"{kind}:" == _ORGANISATIE else None,
            medewerker_id=identity if f"{kind}:" == _MEDEWERKER else None,
            termijn=self.termijn.value(),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
