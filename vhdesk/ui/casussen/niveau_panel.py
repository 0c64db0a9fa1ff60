"""Asks why an organisation may know what does not follow from table, role or acties."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.text_area import TextArea

ZONDER_REDEN = "niveau_zonder_reden"


class NiveauPanel(InlinePanel):
    """Does the act that was refused for want of a reason, with the reason. Signals: ``cancelled`` when nobody gave one."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Waarom dit niveau?", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._command: CasuspartnerBepalen | None = None
        self.reden = TextArea(
            "Reden", "Waarom mag deze organisatie dit weten, of niet? Deze woorden worden bewaard.", min_lines=2,
            max_lines=6,
        )  # fmt: skip
        self.add_field("Reden", self.reden, "reden")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def decide(self, command: CasuspartnerBepalen, organisatie: str) -> None:
        """Do ``command``; when it asks why, ask that here."""
        self.put_away()
        self._command = command
        self.title.setText(f"Waarom dit niveau voor {organisatie}?")
        self._acting.execute(command, self._refused)

    def _refused(self, fault: RuleViolation) -> bool:
        if fault.code != ZONDER_REDEN or self._command is None:
            return False
        self.reden.load("", force=True)
        self.open(self.reden, f"niveau/{self._command.casus_id}/{self._command.organisatie_id}")
        return True

    def _submit(self) -> None:
        if self._command is None:
            return
        command = replace(self._command, reden=self.reden.text())
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
