"""Adding a participant by typing a name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation
from vhdesk.services.deelnemer import DeelnemerToevoegen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.vocabulary_faults import describe


class DeelnemerField(CompleterField):
    """Enter adds the person to the meeting; the field is then empty for the next one."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Deelnemer toevoegen", "nog een deelnemer", parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._overleg_id = ""
        self.chosen.connect(self._add)

    def show_meeting(self, overleg_id: str, present: frozenset[str]) -> None:
        """Offer everyone who is not a participant yet."""
        self._overleg_id = overleg_id
        self.set_options([option for option in self._keuzes.personen() if option.id not in present])

    def _add(self, medewerker_id: str) -> None:
        if not medewerker_id or not self._overleg_id:
            return
        command = DeelnemerToevoegen(overleg_id=self._overleg_id, medewerker_id=medewerker_id)
        self._acting.execute(command, self._refused)
        self.set_value("")

    def _refused(self, fault: RuleViolation) -> bool:
        self._acting.inform(describe(fault).sentence())
        return True
