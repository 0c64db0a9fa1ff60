"""Adopting the plan: why the table does, in a panel of the tab."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.plan import PlanVastgesteld, PlanVaststellen
from vhdesk.ui.onderdelen.acting import Acting, Refused
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.text_area import TextArea


class VaststelPanel(InlinePanel):
    """Asks what the decision is grounded on, as the meeting does for this kind of decision."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Plan van aanpak vaststellen", "Vaststellen", columns=1, parent=parent)
        self._acting = acting
        self._casus_id = self._overleg_id = ""
        self._elsewhere: Refused = self.show_fault
        self.onderbouwing = TextArea("Onderbouwing", "waarom dit besluit", min_lines=2)
        self.add_field("Onderbouwing", self.onderbouwing, "onderbouwing", wide=True)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def begin(self, dossier: Dossier, overleg_id: str, elsewhere: Refused) -> None:
        """Adopt the plan of this case in a meeting that goes on; opens when its grounds are asked. ``elsewhere`` shows what
        is missing in the plan itself."""
        self.put_away()
        self._casus_id, self._overleg_id, self._elsewhere = dossier.id, overleg_id, elsewhere
        self.onderbouwing.load("", force=True)
        self._adopt("", self._asked)

    def _asked(self, fault: RuleViolation) -> bool:
        if fault.field != "onderbouwing":
            return self._elsewhere(fault)
        self.open(self.onderbouwing, f"planvaststellen/{self._casus_id}")
        return True

    def _submit(self) -> None:
        self._adopt(self.onderbouwing.text(), self._refused)

    def _refused(self, fault: RuleViolation) -> bool:
        return self.show_fault(fault) or self._elsewhere(fault)

    def _adopt(self, onderbouwing: str, refused: Refused) -> None:
        command = PlanVaststellen(
            casus_id=self._casus_id, overleg_id=self._overleg_id, onderbouwing=onderbouwing
        )
        event = self._acting.execute(command, refused)
        if isinstance(event, PlanVastgesteld):
            self._acting.inform(
                f"Versie {event.nummer} van het plan is vastgesteld, als besluit B-{event.besluit}."
            )
            self.finish()
